package kpi

import (
	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

var outboundLogs = []logkind.Kind{logkind.Outbound}

// Matters counts the matters of an outbound log; each may take several
// attempts.
var Matters = &KPI{
	ID: "matters", Kinds: outboundLogs,
	Needs:   []logkind.Role{derive.Attempt},
	Derived: []logkind.Role{derive.Attempt},
	Value:   func(*logkind.Log) pivot.Value { return matters() },
	Format:  whole, Standard: none, Excellent: none,
}

// AttemptsPerMatter is how many attempts a matter takes on average.
var AttemptsPerMatter = &KPI{
	ID: "attempts_per_matter", Kinds: outboundLogs,
	Needs:   []logkind.Role{derive.Attempt},
	Derived: []logkind.Role{derive.Attempt},
	Value:   func(*logkind.Log) pivot.Value { return ratio(count(), matters()) },
	Format:  decimal(2), Better: -1, Standard: 2, Excellent: 1.5, MinRows: 10, Weight: 1,
}

// MattersSolved is the share of matters that were solved in the end.
var MattersSolved = &KPI{
	ID: "matters_solved", Kinds: outboundLogs,
	Needs:   []logkind.Role{derive.MatterSolved},
	Derived: []logkind.Role{derive.Attempt, derive.MatterSolved},
	Value: func(log *logkind.Log) pivot.Value {
		return ratio(count(Yes(log, derive.MatterSolved)), matters())
	},
	Format: share, Better: 1, Standard: 0.8, Excellent: 0.9, MinRows: 10, Weight: 2,
}

// ReachedRate is the share of attempts at which somebody answered.
var ReachedRate = &KPI{
	ID: "reached_rate", Kinds: outboundLogs,
	Needs:  []logkind.Role{logkind.Replied},
	Value:  func(log *logkind.Log) pivot.Value { return ratio(count(Yes(log, logkind.Replied)), count()) },
	Format: share, Better: 1, Standard: none, Excellent: none, MinRows: 20,
}

// matters counts first attempts, of which each matter has one.
func matters() pivot.Value {
	return count(pivot.Filter{Column: At(derive.Attempt), Op: pivot.Eq, Values: []string{"1"}})
}
