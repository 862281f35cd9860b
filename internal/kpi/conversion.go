package kpi

import (
	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// Conversion is the customers who paid within D days after asking, of all
// customers who asked. It needs an order log beside the contacts.
var Conversion = &KPI{
	ID:      "conversion",
	Kinds:   []logkind.Kind{logkind.Inbound, logkind.Chat},
	Needs:   []logkind.Role{derive.PaidAfter},
	Any:     []logkind.Role{logkind.Customer, logkind.Phone},
	Derived: []logkind.Role{derive.PaidAfter},
	Value: func(log *logkind.Log) pivot.Value {
		ask := Inquiries(log)
		paid := append([]pivot.Filter{Yes(log, derive.PaidAfter)}, ask...)
		return ratio(of(pivot.Distinct, who(log), paid...), of(pivot.Distinct, who(log), ask...))
	},
	Format: share, Better: 1, Standard: 0.45, Excellent: 0.6, MinRows: 20, Weight: 2,
	Counted: logkind.Conversion,
	Counts:  &Counts{logkind.Payers, logkind.Inquiries},
}

// Inquiries keeps the contacts before a sale, where the log tells the stage, in
// a column of its own or by the words of a type; elsewhere every contact is an
// inquiry.
func Inquiries(log *logkind.Log) []pivot.Filter {
	for _, r := range []logkind.Role{logkind.Stage, logkind.Type1, logkind.Type2} {
		c := log.Col(r)
		if c == nil || !c.Type.Coded() {
			continue
		}
		f := pivot.Filter{Column: At(r), Op: pivot.Eq}
		for code := 1; code <= c.Dict.Len(); code++ {
			if w := c.Dict.At(uint32(code)); Stage(w) == PreSale {
				f.Values = append(f.Values, w)
			}
		}
		if len(f.Values) > 0 {
			return []pivot.Filter{f}
		}
	}
	return nil
}
