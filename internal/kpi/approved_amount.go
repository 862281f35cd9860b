package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// ApprovedAmount is the money that was granted: what the log says, else what was
// asked for in the requests that were granted.
var ApprovedAmount = &KPI{
	ID: "approved_amount", Kinds: approvalLogs,
	Needs: []logkind.Role{logkind.Requested, logkind.Approved},
	Value: func(log *logkind.Log) pivot.Value {
		if c := log.Col(logkind.Cost); c != nil && c != log.Col(logkind.Requested) {
			return of(pivot.Sum, logkind.Cost)
		}
		if c := log.Col(logkind.Approved); c.Type == table.Number && greatest(c) > 1 { // says how much
			return of(pivot.Sum, logkind.Approved)
		}
		return of(pivot.Sum, logkind.Requested, Yes(log, logkind.Approved))
	},
	Format: money, Better: -1, Standard: none, Excellent: none,
}
