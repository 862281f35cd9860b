// Package kpi names the metrics of customer service: definition, formula,
// unit, direction, the roles a metric needs, its standard and excellent value,
// and the smallest sample it may be judged on. One file per KPI. Every KPI is
// computed from rows (a ratio of sums), never as a mean of means.
package kpi

import (
	"tallyboard/internal/display"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// KPI is one metric. Its name is the catalogue key "kpi.ID", its definition
// "kpi.ID.help", its formula "kpi.ID.formula".
type KPI struct {
	ID        string
	Kinds     []logkind.Kind
	Needs     []logkind.Role
	Value     func(log *logkind.Log) pivot.Value // how to compute it on a log that has what it needs
	Format    display.Format
	Better    int     // +1 higher is better, −1 lower is better, 0 neither
	Standard  float64 // NaN where there is none
	Excellent float64
	MinRows   int // below this many rows no judgement is given
}

// Standards are a shop's own standard and excellent values by KPI id.
type Standards map[string]Levels

// Levels are the two values against which a KPI is judged.
type Levels struct{ Standard, Excellent float64 }
