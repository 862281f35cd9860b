package derive

import (
	"math"

	"tallyboard/internal/table"
)

// dayContacts is how many contacts the customer had on the row's day.
var dayContacts = Derived{
	Role: DayContacts,
	Type: table.Number,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		return perDay(w, func(today, _ float64) float64 { return today })
	},
}

// dayBefore is how many contacts the customer had on the day before.
var dayBefore = Derived{
	Role: DayBefore,
	Type: table.Number,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		return perDay(w, func(_, yesterday float64) float64 { return yesterday })
	},
}

// perDay gives each row what fn makes of its customer's contacts on that day
// and on the day before.
func perDay(w *work, fn func(today, yesterday float64) float64) *table.Column {
	out := w.missing()
	w.byCustomer().each(func(g group) {
		last, lastCount := math.Inf(-1), 0.0
		for i := 0; i < len(g.rows); {
			date := dayOf(g.at[i])
			j := i
			for j < len(g.rows) && dayOf(g.at[j]) == date {
				j++
			}
			yesterday := 0.0
			if last == date-day {
				yesterday = lastCount
			}
			last, lastCount = date, float64(j-i)
			v := fn(lastCount, yesterday)
			for ; i < j; i++ {
				out[g.rows[i]] = v
			}
		}
	})
	return table.NumColumn("", table.Number, out)
}
