package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// Receptions counts the rows of a log of contacts; a daily sheet brings its
// own counts.
var Receptions = &KPI{
	ID:     "receptions",
	Kinds:  contacts,
	Value:  func(*logkind.Log) pivot.Value { return count() },
	Format: whole, Standard: none, Excellent: none,
	Counted: logkind.Receptions,
}
