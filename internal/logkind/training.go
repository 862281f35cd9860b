package logkind

var trainingOwn = []Role{Time, Agent, Course, Score, Passed}

var training = &Info{
	Kind:  Training,
	Own:   trainingOwn,
	Roles: with(trainingOwn, Checker, Problem),
	Marks: map[Role]float64{Course: 1, Passed: 0.5, Score: 0.35, Agent: 0.15, Time: 0.1, Checker: -0.3, Customer: -0.4, OrderID: -0.4, Amount: -0.4},
	Words: []string{"培训", "考试", "考核", "training", "exam", "course"},
}
