package logkind

var inboundOwn = []Role{Time, Agent, Customer, Region, Type1, Type2, Type3, Stage, Resolved, Satisfaction, Duration, FirstResponse}

var inbound = &Info{
	Kind:  Inbound,
	Own:   inboundOwn,
	Roles: with(inboundOwn, EndTime, Direction, Replied, AvgResponse, Worker, OrderTime, Outcome, Cause),
	Marks: map[Role]float64{Type1: 0.5, Duration: 0.6, Agent: 0.25, Phone: 0.3, Resolved: 0.35, Replied: 0.4, FirstResponse: 0.25,
		Direction: 0.3, Satisfaction: 0.25, Time: 0.2, Customer: 0.15, Region: 0.15, Channel: 0.1, Cause: 0.2,
		AgentMsgs: -0.5, CustomerMsgs: -0.5, Rating: -0.4, Amount: -0.4, PayTime: -0.6, Quantity: -0.3, Contacted: -0.5, Applicant: -0.4},
	Words:   []string{"来电", "呼入", "进线", "热线", "接听", "接线", "通话", "call", "calls", "call center", "callcenter", "hotline", "inbound", "311", "complaint", "咨询记录", "电话记录"},
	Instead: map[Role][]Role{Customer: {Phone}},
}
