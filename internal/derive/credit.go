package derive

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// askedBefore is whether the order's customer was in touch within the D days
// before paying it (before placing it, where it was not paid).
var askedBefore = Derived{
	Role: AskedBefore,
	Type: table.Bool,
	With: withContacts,
	Fits: joinable,
	Make: func(w *work) *table.Column {
		out := make([]float64, w.rows())
		if !w.eachCredit(func(_ *contactEvents, row int, _ float64, list []int32) { out[row] = one(len(list) > 0) }) {
			return nil
		}
		return w.bool(out)
	},
}

// creditAgent is the agent whom an order is credited to: of the last contact
// within the D days before it was paid; by setting of the first, or of the last
// before the order was placed, where any came before it.
var creditAgent = Derived{
	Role: CreditAgent,
	Type: table.Text,
	With: withAgents,
	Fits: joinable,
	Make: func(w *work) *table.Column {
		codes := make([]uint32, w.rows())
		if !w.eachCredit(func(e *contactEvents, row int, placed float64, list []int32) {
			n := len(list)
			switch w.d.params.Credit {
			case "first":
				n = min(n, 1)
			case "order":
				if before := e.until(list, placed); before > 0 {
					n = before
				}
			}
			if n > 0 {
				codes[row] = e.agent[list[n-1]]
			}
		}) || w.contacts().agents.Len() == 0 {
			return nil
		}
		return &table.Column{Type: table.Text, Codes: codes, Dict: w.contacts().agents}
	},
}

// eachCredit hands fn every order with when it was placed and the contacts of its
// customer within the D days before it was paid (placed, where it was not).
func (w *work) eachCredit(fn func(e *contactEvents, row int, placed float64, list []int32)) bool {
	log, within := w.log(), float64(w.d.params.Pay)*day
	times, paid, pays := w.times(), paidReading(log), log.Col(logkind.PayTime)
	return w.eachOrder(func(e *contactEvents, row int, placed, _ float64, list []int32) {
		settled := placed
		if paid != nil && paid(row) == 1 && pays != nil && pays.Type == table.Time && pays.Nums[row] >= times[row] {
			settled = e.clock(pays.Nums[row])
		}
		fn(e, row, placed, list[e.since(list, settled-within):e.until(list, settled)])
	})
}
