package logkind

var chatOwn = []Role{Time, Agent, Customer, FirstResponse, AvgResponse, CustomerMsgs, AgentMsgs, Replied, Resolved, Satisfaction}

var chat = &Info{
	Kind:  Chat,
	Own:   chatOwn,
	Roles: with(chatOwn, EndTime, Type1, Type2, Type3, Stage, Duration, OrderTime, Amount, Paid, Cause, Worker, Outcome),
	Marks: map[Role]float64{AgentMsgs: 0.7, CustomerMsgs: 0.6, FirstResponse: 0.4, AvgResponse: 0.5, Agent: 0.25, Customer: 0.2, Time: 0.2,
		Replied: 0.2, Satisfaction: 0.2, Stage: 0.15, Type1: 0.15, Resolved: 0.2, Channel: 0.2, EndTime: 0.1,
		Rating: -0.4, PayTime: -0.5, Quantity: -0.3, Receptions: -0.6, Contacted: -0.5, Applicant: -0.4},
	Words: []string{"在线", "接待", "会话", "旺旺", "聊天", "咚咚", "chat", "conversation", "session", "ticket", "tickets", "support", "message"},
}
