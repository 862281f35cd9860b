package kpi

import (
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// FCR is first-contact resolution: first contacts on a matter that were
// resolved with no return within D days, of all first contacts. Where the log
// does not say what was resolved, without a return is enough.
var FCR = &KPI{
	ID:      "fcr",
	Kinds:   []logkind.Kind{logkind.Inbound, logkind.Chat},
	Needs:   []logkind.Role{logkind.Time},
	Any:     []logkind.Role{logkind.Customer, logkind.Phone},
	Derived: []logkind.Role{derive.SolvedFirst, derive.FirstContact, derive.Returned},
	Only:    KnowsReturns,
	Value: func(log *logkind.Log) pivot.Value {
		return ratio(count(Yes(log, derive.SolvedFirst)), count(Yes(log, derive.FirstContact)))
	},
	Format: share, Better: 1, Standard: 0.7, Excellent: 0.8, MinRows: 20, Weight: 2,
}

// ReturnRate is the share of first contacts whose customer came back on the
// same matter within D days.
var ReturnRate = &KPI{
	ID:      "return_rate",
	Kinds:   []logkind.Kind{logkind.Inbound, logkind.Chat},
	Needs:   []logkind.Role{logkind.Time},
	Any:     []logkind.Role{logkind.Customer, logkind.Phone},
	Derived: []logkind.Role{derive.Returned, derive.FirstContact},
	Only:    KnowsReturns,
	Value: func(log *logkind.Log) pivot.Value {
		first := Yes(log, derive.FirstContact)
		return ratio(count(first, Yes(log, derive.Returned)), count(first))
	},
	Format: share, Better: -1, Standard: 0.2, Excellent: 0.1, MinRows: 20,
}

// KnowsReturns reports whether any customer of the log ever comes back: where
// none does, its customers are names or numbers that stand for one contact each,
// and a rate of returns would be 0 by construction.
func KnowsReturns(log *logkind.Log) bool {
	c := log.Col(derive.Returned)
	return c == nil || c.Len() == 0 || slices.ContainsFunc(c.Codes, func(code uint32) bool { return c.Values[code] == 1 })
}
