package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// AnswerRatio is the agents' messages for each message of a customer.
var AnswerRatio = &KPI{
	ID:    "answer_ratio",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.AgentMsgs, logkind.CustomerMsgs},
	Value: func(*logkind.Log) pivot.Value {
		return ratio(of(pivot.Sum, logkind.AgentMsgs), of(pivot.Sum, logkind.CustomerMsgs))
	},
	Format: display100, Better: 1, Standard: 1.2, Excellent: 1.5, MinRows: 10, Weight: 1,
	Counted: logkind.AnswerRatio,
}

var display100 = decimal(2)
