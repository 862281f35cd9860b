package derive

import "tallyboard/internal/table"

// burst is how many contacts the customer made in the W minutes up to and
// including the row: N or more is urging.
var burst = Derived{
	Role: Burst,
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
