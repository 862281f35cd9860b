package derive

import "tallyboard/internal/table"

// burst is how many contacts the customer made in the W minutes up to and
// including the row: N or more is urging.
var burst = Derived{
	Role: Burst,
	Type: table.Number,
	Fits: clocked,
	Make: func(w *work) *table.Column {
		out, times, window := w.missing(), w.times(), float64(w.d.params.Window*minute)
		w.byCustomer().each(func(rows []int32) {
			from := 0
			for i, r := range rows {
				for times[r]-times[rows[from]] > window {
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
		out, times, window := w.missing(), w.times(), float64(w.d.params.Window*minute)
		who := w.joined().codes
		w.byCustomer().each(func(rows []int32) {
			orders := e.of(who[rows[0]])
			from := 0
			for _, r := range rows {
				for times[r]-times[rows[from]] > window {
					from++
				}
				t := e.clock(times[rows[from]])
				if n := e.until(orders, t); n > 0 {
					out[r] = t - e.at[orders[n-1]]
				}
			}
		})
		return table.NumColumn("", table.Duration, out)
	},
}
