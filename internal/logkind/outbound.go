package logkind

var outboundOwn = []Role{Time, Agent, Matter, Contacted, Cause, Tool, Outcome, Resolved, Worker, Customer}

var outbound = &Info{
	Kind:  Outbound,
	Own:   outboundOwn,
	Roles: with(outboundOwn, EndTime, Type1, Type2, Type3, Stage, Direction, Replied, Duration, Satisfaction, OrderTime, Cost),
	Marks: map[Role]float64{Contacted: 0.9, Matter: 0.45, Outcome: 0.35, Worker: 0.25, Agent: 0.2, Tool: 0.2, Time: 0.2, Cause: 0.15,
		Resolved: 0.15, Replied: 0.15, Rating: -0.5, Amount: -0.4, AgentMsgs: -0.5},
	Words:   []string{"外呼", "呼出", "去电", "回访", "outbound", "follow up", "callback", "call back", "call list"},
	Instead: map[Role][]Role{Type1: {Cause}, Customer: {Phone}},
}
