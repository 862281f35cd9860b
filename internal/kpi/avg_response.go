package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// AvgResponse is the mean of the response times that the platform reports for
// each reception.
var AvgResponse = &KPI{
	ID:    "avg_response",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.AvgResponse},
	Value: func(log *logkind.Log) pivot.Value {
		return inSeconds(log, logkind.AvgResponse, of(pivot.Mean, logkind.AvgResponse))
	},
	Format: duration, Better: -1, Standard: 60, Excellent: 35, MinRows: 10, Weight: 1.5,
	Counted: logkind.AvgResponse,
}
