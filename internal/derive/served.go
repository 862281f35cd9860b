package derive

import (
	"slices"

	"tallyboard/internal/logkind"
	"tallyboard/internal/place"
	"tallyboard/internal/table"
)

// regionServed is whether the contact's region has any order at all: by its
// province where it names a place in China, else by its own text. Blank regions
// say nothing.
var regionServed = Derived{
	Role: RegionServed,
	Type: table.Bool,
	With: withRegions,
	Fits: func(l *logkind.Log) bool {
		c := l.Col(logkind.Region)
		return l.Kind.Contact() && c != nil && c.Type.Coded()
	},
	Make: func(w *work) *table.Column {
		ordered := map[string]bool{}
		known := false
		for _, l := range w.d.logs {
			c := l.Col(logkind.Region)
			if l.Kind != logkind.Order || c == nil || !c.Type.Coded() {
				continue
			}
			known = true
			used := make([]bool, c.Dict.Len()+1)
			for _, code := range c.Codes {
				used[code] = true
			}
			for code := 1; code < len(used); code++ {
				if used[code] {
					ordered[area(c.Dict.At(uint32(code)))] = true
				}
			}
		}
		if !known {
			return nil
		}
		c := w.log().Col(logkind.Region)
		served := make([]float64, c.Dict.Len()+1)
		served[0] = table.Missing
		for code := 1; code < len(served); code++ {
			served[code] = one(ordered[area(c.Dict.At(uint32(code)))])
		}
		return w.truth(func(i int) float64 { return served[c.Codes[i]] })
	},
}

// area is the form in which regions of two logs are compared.
func area(s string) string {
	if p := place.Province(s); p != "" {
		return p
	}
	return table.Fold(s)
}

// customerPaid is how much the contact's customer has paid in all, refunds not
// taken off; 0 for customers without a paid order.
var customerPaid = Derived{
	Role: CustomerPaid,
	Type: table.Number,
	With: withAmounts,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		e := w.orders()
		if e == nil {
			return nil
		}
		priced := false
		amounts := behind(e.logs, func(o *work) []float64 {
			if c := o.log().Col(logkind.Amount); c != nil && c.Type == table.Number {
				priced = true
				return c.Nums
			}
			return slices.Repeat([]float64{table.Missing}, o.rows())
		})
		if !priced {
			return nil
		}
		out := w.missing()
		w.byJoined().each(func(g group) {
			sum := 0.0
			orders := e.of(g.key)
			for i, r := range orders.rows {
				if paid := e.paid[orders.from+i]; paid == paid && amounts[r] == amounts[r] {
					sum += amounts[r]
				}
			}
			for _, r := range g.rows {
				out[r] = sum
			}
		})
		c := table.NumColumn("", table.Number, out)
		c.Unit = "¥"
		return c
	},
}
