package kpi

import (
	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// Visits counts receptions, those of one customer less than G minutes apart as
// one.
var Visits = &KPI{
	ID:      "visits",
	Kinds:   received,
	Needs:   []logkind.Role{logkind.Time},
	Any:     []logkind.Role{logkind.Customer, logkind.Phone},
	Derived: []logkind.Role{derive.VisitStart},
	Value:   func(log *logkind.Log) pivot.Value { return count(Yes(log, derive.VisitStart)) },
	Format:  whole, Standard: none, Excellent: none,
}
