package derive

import "tallyboard/internal/table"

// visitStart marks the rows that begin a visit: receptions of one customer less
// than G minutes after the one before belong to its visit. Without a time of
// day, a customer or a time, every row is a visit of its own.
var visitStart = Derived{
	Role: VisitStart,
	Type: table.Bool,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		starts := w.truths()
		for i := range starts {
			starts[i] = yes
		}
		if !timeOf(w.log()).DateOnly {
			gap := float64(w.d.params.Gap * minute)
			w.byCustomer().each(func(g group) {
				for i := 1; i < len(g.rows); i++ {
					if g.at[i]-g.at[i-1] < gap {
						starts[g.rows[i]] = no
					}
				}
			})
		}
		return starts.column(w)
	},
}

// visitNumber counts a customer's visits: 1 for the first, and the same number
// for all receptions of one visit.
var visitNumber = Derived{
	Role: VisitNumber,
	Type: table.Number,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		start := w.log().Col(VisitStart)
		if start == nil {
			start = visitStart.Make(w)
		}
		numbers := w.missing()
		w.byCustomer().each(func(g group) {
			n := 0.0
			for i, r := range g.rows {
				if i == 0 || start.Num(int(r)) == 1 {
					n++
				}
				numbers[r] = n
			}
		})
		return table.NumColumn("", table.Number, numbers)
	},
}

// gap is the time since the customer's contact before; missing on the first.
var gap = Derived{
	Role: Gap,
	Type: table.Duration,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		gaps := w.missing()
		w.byCustomer().each(func(g group) {
			for i := 1; i < len(g.rows); i++ {
				gaps[g.rows[i]] = g.at[i] - g.at[i-1]
			}
		})
		return table.NumColumn("", table.Duration, gaps)
	},
}
