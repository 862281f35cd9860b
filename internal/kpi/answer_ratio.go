package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// AnswerRatio is the agents' messages for each message of a customer.
var AnswerRatio = &KPI{
	ID:    "answer_ratio",
	Kinds: contacts,
	Needs: []logkind.Role{"agent_messages", "customer_messages"},
	Value: func(*logkind.Log) pivot.Value {
		return ratio(of(pivot.Sum, "agent_messages"), of(pivot.Sum, "customer_messages"))
	},
	Format: display100, Better: 1, Standard: 1.2, Excellent: 1.5, MinRows: 10,
	Counted: "answer_ratio",
}

var display100 = decimal(2)
