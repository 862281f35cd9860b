package logkind

var qualityOwn = []Role{Time, Agent, Checker, Score, Problem, Passed, ID}

var quality = &Info{
	Kind:  Quality,
	Own:   qualityOwn,
	Roles: with(qualityOwn, Type1, Type2, Satisfaction, Stage, Cause),
	Marks: map[Role]float64{Checker: 1, Problem: 0.45, Score: 0.45, Agent: 0.15, Time: 0.1, Course: -0.6, Applicant: -0.5, PayTime: -0.5, AgentMsgs: -0.3, Amount: -0.4},
	Words: []string{"质检", "抽检", "质量检查", "quality", "qa", "qc", "evaluation"},
}
