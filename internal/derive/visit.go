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
		if times := w.times(); !timeOf(w.log()).DateOnly {
			gap := float64(w.d.params.Gap * minute)
			w.byCustomer().each(func(rows []int32) {
				for i := 1; i < len(rows); i++ {
					if times[rows[i]]-times[rows[i-1]] < gap {
						starts[rows[i]] = no
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
		w.byCustomer().each(func(rows []int32) {
			n := 0.0
			for i, r := range rows {
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
		gaps, times := w.missing(), w.times()
		w.byCustomer().each(func(rows []int32) {
			for i := 1; i < len(rows); i++ {
				gaps[rows[i]] = times[rows[i]] - times[rows[i-1]]
			}
		})
		return table.NumColumn("", table.Duration, gaps)
	},
}
