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
		if !w.eachContact(func(_ *orderEvents, row int, t float64, orders group) {
			if n := until(orders.at, t); n > 0 {
				out[row] = t - orders.at[n-1]
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
		return w.followed(func(e *orderEvents) []float64 { return e.order.at })
	},
}

// paidAfter is whether the customer paid within D days after the contact.
var paidAfter = Derived{
	Role: PaidAfter,
	Type: table.Bool,
	With: withOrders,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		return w.followed(func(e *orderEvents) []float64 { return e.paid })
	},
}

// followed marks the contacts that some time of an order follows within D days.
// An order placed before the contact but paid after it counts as paid after it.
func (w *work) followed(times func(e *orderEvents) []float64) *table.Column {
	e := w.orders()
	if e == nil {
		return nil
	}
	o, ats, within := w.byJoined(), times(e), float64(w.d.params.Pay)*day
	marks := make([]uint8, len(o.rows))
	o.each(func(g group) {
		orders := e.of(g.key)
		for i, t := range g.at {
			t, mark := e.clock(t), uint8(no)
			for _, at := range ats[orders.from : orders.from+len(orders.rows)] {
				if at >= t && at-t <= within {
					mark = yes
					break
				}
			}
			marks[g.from+i] = mark
		}
	})
	return truths(o.byRow(marks, w.rows())).column(w)
}

// eachContact hands fn every contact whose customer has orders, in parallel; it
// reports whether any order log can be joined.
func (w *work) eachContact(fn func(e *orderEvents, row int, t float64, orders group)) bool {
	e := w.orders()
	if e == nil {
		return false
	}
	w.byJoined().each(func(g group) {
		orders := e.of(g.key)
		if len(orders.rows) == 0 {
			return
		}
		for i, r := range g.rows {
			fn(e, int(r), e.clock(g.at[i]), orders)
		}
	})
	return true
}
