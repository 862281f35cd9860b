package logkind

var approvalOwn = []Role{Time, Applicant, Approver, Product, Cause, Requested, Approved, Cost, OrderID, Customer}

var approval = &Info{
	Kind:  Approval,
	Own:   approvalOwn,
	Roles: with(approvalOwn, Type1, Type2, Amount, Resolved, Outcome, EndTime),
	Marks: map[Role]float64{Applicant: 0.9, Approver: 0.6, Requested: 0.7, Approved: 0.5, Cause: 0.15, Cost: 0.15, Product: 0.1, Time: 0.1, Rating: -0.4, Duration: -0.3,
		PayTime: -0.4, AgentMsgs: -0.5},
	Words:   []string{"额度", "申请", "审批", "补偿申请", "approval", "approvals", "request for compensation"},
	Instead: map[Role][]Role{Agent: {Applicant}, Applicant: {Agent}, Cost: {Requested}, Requested: {Cost}},
}
