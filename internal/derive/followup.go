package derive

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// followUp is how long after an order its customer's contacts are taken to be
// about it, where no other order of theirs comes between.
const followUp = 30 * day

// orderContacts is how many contacts followed the order, until the customer's
// next order, within followUp at most.
var orderContacts = Derived{
	Role: OrderContacts,
	Type: table.Number,
	With: withContacts,
	Fits: joinable,
	Make: func(w *work) *table.Column {
		out := make([]float64, w.rows())
		if !w.eachOrder(func(e *contactEvents, row int, placed, next float64, list []int32) {
			out[row] = float64(e.since(list, next) - e.since(list, placed))
		}) {
			return nil
		}
		return table.NumColumn("", table.Number, out)
	},
}

// orderUrged is the time from the order to the first contact that followed it.
var orderUrged = Derived{
	Role: OrderUrged,
	Type: table.Duration,
	With: withContacts,
	Fits: joinable,
	Make: func(w *work) *table.Column {
		out := w.missing()
		if !w.eachOrder(func(e *contactEvents, row int, placed, next float64, list []int32) {
			if i := e.since(list, placed); i < e.since(list, next) {
				out[row] = e.at[list[i]] - placed
			}
		}) {
			return nil
		}
		return table.NumColumn("", table.Duration, out)
	},
}

// eachOrder hands fn every order whose customer was ever in touch: when it was
// placed, until when contacts are taken to be about it, and the customer's
// contacts in time. It reports whether any contact log can be joined.
func (w *work) eachOrder(fn func(e *contactEvents, row int, placed, until float64, list []int32)) bool {
	e := w.contacts()
	if e == nil {
		return false
	}
	who, times := customerOf(w.log()).Codes, w.times()
	w.byCustomer().each(func(rows []int32) {
		list := e.of(who[rows[0]])
		if len(list) == 0 {
			return
		}
		for i, r := range rows {
			placed := e.clock(times[r])
			until := placed + followUp
			if i+1 < len(rows) {
				until = min(until, e.clock(times[rows[i+1]]))
			}
			fn(e, int(r), placed, until, list)
		}
	})
	return true
}

// joinable reports whether an order log knows its customers and times.
func joinable(l *logkind.Log) bool {
	return l.Kind == logkind.Order && customerOf(l) != nil && timeOf(l) != nil
}
