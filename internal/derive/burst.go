package derive

import "tallyboard/internal/table"

// burst is how many contacts the customer made in the W minutes up to and
// including the row: N or more is urging.
var burst = Derived{
	Role: Burst,
	Type: table.Number,
	Fits: clocked,
	Make: func(w *work) *table.Column {
		out, window := w.missing(), float64(w.d.params.Window*minute)
		w.byCustomer().each(func(g group) {
			from := 0
			for i, r := range g.rows {
				for g.at[i]-g.at[from] > window {
					from++
				}
				out[r] = float64(i - from + 1)
			}
		})
		return table.NumColumn("", table.Number, out)
	},
}

// firstUrge is the time from the customer's last order to the first of the
// contacts in the W minutes up to the row: four contacts within half an hour
// say little of the worker when the first came two minutes after the order.
var firstUrge = Derived{
	Role: FirstUrge,
	Type: table.Duration,
	With: withOrders,
	Fits: clocked,
	Make: func(w *work) *table.Column {
		e := w.orders()
		if e == nil {
			return nil
		}
		out, window := w.missing(), float64(w.d.params.Window*minute)
		who := w.joined().codes
		w.byCustomer().each(func(g group) {
			orders := e.of(who[g.rows[0]])
			from := 0
			for i, r := range g.rows {
				for g.at[i]-g.at[from] > window {
					from++
				}
				t := e.clock(g.at[from])
				if n := until(orders.at, t); n > 0 {
					out[r] = t - orders.at[n-1]
				}
			}
		})
		return table.NumColumn("", table.Duration, out)
	},
}
