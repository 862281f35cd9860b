package logkind

var dailyOwn = []Role{Time, Agent, Shop, Receptions, CustomersServed, Inquiries, Ordered, Payers, Conversion, Sales, SalesShare, OrderValue,
	FirstResponse, AvgResponse, ReplyRate, FastReplyRate, AnswerRatio, SatisfactionRate, Satisfaction, ResolutionRate, RefundRate, Refund, Complaints,
	Transfers, OnlineTime, GoodReviews, BadReviews, CustomerMsgs, AgentMsgs, Duration}

var dailySheet = &Info{
	Kind:  Daily,
	Own:   dailyOwn,
	Roles: with(dailyOwn, Cost, Quantity),
	Marks: map[Role]float64{Receptions: 0.6, CustomersServed: 0.6, Inquiries: 0.6, Payers: 0.5, Ordered: 0.4, Conversion: 0.7, SalesShare: 0.6, OrderValue: 0.3,
		ReplyRate: 0.5, FastReplyRate: 0.4, AnswerRatio: 0.5, SatisfactionRate: 0.35, Sales: 0.1, Transfers: 0.3, OnlineTime: 0.3, GoodReviews: 0.3, BadReviews: 0.3,
		FirstResponse: 0.1, AvgResponse: 0.15, Agent: 0.15, OrderID: -0.7, Resolved: -0.5, Rating: -0.4, Type1: -0.5, Customer: -0.7, Phone: -0.5, Category: -0.5, Product: -0.5},
	Words: []string{"绩效", "日报", "客服数据", "kpi", "performance", "daily", "日统计", "数据报表"},
}
