package logkind

var reviewOwn = []Role{ReviewTime, Rating, Product, Cause, Agent, Customer, OrderID, ContactTime, Tool, Resolved, Cost}

var review = &Info{
	Kind:  Review,
	Own:   reviewOwn,
	Roles: with(reviewOwn, Worker, Outcome, Type1, Type2, Satisfaction, Quantity, Amount),
	Marks: map[Role]float64{Rating: 0.9, ReviewTime: 0.8, ContactTime: 0.4, Cost: 0.35, Cause: 0.2, Product: 0.2, Customer: 0.1, Resolved: 0.15, Tool: 0.1, OrderID: 0.1,
		Applicant: -0.6, PayTime: -0.4, AgentMsgs: -0.5, Duration: -0.3},
	Words:   []string{"中差评", "差评", "评价", "中评", "review", "reviews", "feedback"},
	Instead: map[Role][]Role{Time: {ReviewTime, ContactTime}, ReviewTime: {Time}},
}
