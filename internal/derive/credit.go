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
		out := w.truths()
		for i := range out {
			out[i] = no
		}
		if !w.eachCredit(func(row int, _ float64, contacts group) {
			if len(contacts.rows) > 0 {
				out[row] = yes
			}
		}) {
			return nil
		}
		return out.column(w)
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
		e, names := w.contacts(), newNames()
		if e == nil {
			return nil
		}
		agents := behind(e.logs, func(o *work) []uint32 {
			out, agent := make([]uint32, o.rows()), names.of(o.log().Col(logkind.Agent))
			for i := range out {
				out[i] = agent(i)
			}
			return out
		})
		if len(names.list) == 0 {
			return nil
		}
		codes := make([]uint32, w.rows())
		w.eachCredit(func(row int, placed float64, contacts group) {
			n := len(contacts.rows)
			switch w.d.params.Credit {
			case "first":
				n = min(n, 1)
			case "order":
				if before := until(contacts.at, placed); before > 0 {
					n = before
				}
			}
			if n > 0 {
				codes[row] = agents[contacts.rows[n-1]]
			}
		})
		return &table.Column{Type: table.Text, Codes: codes, Dict: names.dict()}
	},
}

// eachCredit hands fn every order with when it was placed and the contacts of its
// customer within the D days before it was paid (placed, where it was not).
func (w *work) eachCredit(fn func(row int, placed float64, contacts group)) bool {
	log, within := w.log(), float64(w.d.params.Pay)*day
	times, paid, pays := w.times(), paidReading(log), log.Col(logkind.PayTime)
	return w.eachOrder(func(e *contactEvents, row int, placed, _ float64, contacts group) {
		settled := placed
		if paid != nil && paid(row) == 1 && pays != nil && pays.Type == table.Time && pays.Nums[row] >= times[row] {
			settled = e.clock(pays.Nums[row])
		}
		from, to := since(contacts.at, settled-within), until(contacts.at, settled)
		fn(row, placed, contacts.part(from, to))
	})
}
