package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// ResolvedRate is the share of contacts that were resolved.
var ResolvedRate = &KPI{
	ID:     "resolved_rate",
	Kinds:  received,
	Needs:  []logkind.Role{logkind.Resolved},
	Value:  func(log *logkind.Log) pivot.Value { return ratio(count(Yes(log, logkind.Resolved)), count()) },
	Format: share, Better: 1, Standard: 0.85, Excellent: 0.95, MinRows: 20, Weight: 2,
	Counted: logkind.ResolutionRate,
}
