package derive

import (
	"tallyboard/internal/table"
)

// sinceOrder is the time from the customer's last order to the contact; missing
// where no order came before.
var sinceOrder = Derived{
	Role: SinceOrder,
	Type: table.Duration,
	With: withOrders,
	Fits: clocked,
	Make: func(w *work) *table.Column {
		out := w.missing()
		if !w.eachContact(func(e *orderEvents, row int, t float64, orders []int32) {
			if n := e.until(orders, t); n > 0 {
				out[row] = t - e.at[orders[n-1]]
			}
		}) {
			return nil
		}
		return table.NumColumn("", table.Duration, out)
	},
}

// orderedAfter is whether the customer ordered within D days after the contact.
var orderedAfter = Derived{
	Role: OrderedAfter,
	Type: table.Bool,
	With: withOrders,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		return w.followed(func(e *orderEvents, i int32) float64 { return e.at[i] })
	},
}

// paidAfter is whether the customer paid within D days after the contact.
var paidAfter = Derived{
	Role: PaidAfter,
	Type: table.Bool,
	With: withOrders,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		return w.followed(func(e *orderEvents, i int32) float64 { return e.paid[i] })
	},
}

// followed marks the contacts that some time of an order follows within D days.
// An order placed before the contact but paid after it counts as paid after it.
func (w *work) followed(when func(e *orderEvents, i int32) float64) *table.Column {
	out, within := w.truths(), float64(w.d.params.Pay)*day
	if !w.eachContact(func(e *orderEvents, row int, t float64, orders []int32) {
		out[row] = no
		for _, i := range orders {
			if at := when(e, i); at >= t && at-t <= within {
				out[row] = yes
				return
			}
		}
	}) {
		return nil
	}
	times := w.times()
	for i, c := range customerOf(w.log()).Codes {
		if t := times[i]; c != 0 && t == t && out[i] == 0 {
			out[i] = no
		}
	}
	return out.column(w)
}

// eachContact hands fn every contact whose customer has orders, in parallel; it
// reports whether any order log can be joined.
func (w *work) eachContact(fn func(e *orderEvents, row int, t float64, orders []int32)) bool {
	e := w.orders()
	if e == nil {
		return false
	}
	who, times := w.joined().codes, w.times()
	w.byJoined().each(func(rows []int32) {
		orders := e.of(who[rows[0]])
		if len(orders) == 0 {
			return
		}
		for _, r := range rows {
			fn(e, int(r), e.clock(times[r]), orders)
		}
	})
	return true
}
