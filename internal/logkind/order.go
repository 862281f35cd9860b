package logkind

var orderOwn = []Role{OrderID, OrderTime, PayTime, Amount, Refund, Region, Product, Category, Quantity, Customer, Status, Paid}

var order = &Info{
	Kind:  Order,
	Own:   orderOwn,
	Roles: with(orderOwn, Gross, EndTime, Cause, Worker, Cost, Rating, Satisfaction, Type1),
	Marks: map[Role]float64{OrderID: 0.4, OrderTime: 0.7, PayTime: 0.8, Amount: 0.4, Refund: 0.35, Quantity: 0.45, Product: 0.2, Category: 0.1, Region: 0.1, Customer: 0.1,
		Paid: 0.2, Duration: -0.4, FirstResponse: -0.6, AgentMsgs: -0.6, Rating: -0.5, Applicant: -0.6, ReviewTime: -0.5, Receptions: -0.6, Agent: -0.2, Type1: -0.2, Resolved: -0.2},
	Words:   []string{"订单", "交易", "销售", "成交", "order", "orders", "sales", "superstore", "transactions"},
	Instead: map[Role][]Role{Time: {OrderTime, PayTime}, OrderTime: {Time}},
}
