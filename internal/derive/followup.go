package derive

import (
	"slices"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// followUp is how long after an order its customer's contacts are taken to be
// about it, where no other order of theirs comes between.
const followUp = 30 * day

// orderContacts is how many contacts followed the order: those that name it, and
// of its customer's others those until the next order, within followUp at most.
var orderContacts = Derived{
	Role: OrderContacts,
	Type: table.Number,
	With: withFollowUps,
	Fits: followable,
	Make: func(w *work) *table.Column {
		out, claims := make([]float64, w.rows()), w.claims()
		joined := w.eachOrder(func(e *contactEvents, row int, placed, next float64, contacts group) {
			for _, i := range contacts.rows[since(contacts.at, placed):since(contacts.at, next)] {
				if !e.claims(i) {
					out[row]++
				}
			}
		})
		if !joined && claims == nil {
			return nil
		}
		if claims != nil {
			for i, n := range claims.count {
				out[i] += n
			}
		}
		return table.NumColumn("", table.Number, out)
	},
}

// orderUrged is the time from the order to the first contact that followed it.
var orderUrged = Derived{
	Role: OrderUrged,
	Type: table.Duration,
	With: withFollowUps,
	Fits: followable,
	Make: func(w *work) *table.Column {
		out, claims := w.missing(), w.claims()
		joined := w.eachOrder(func(e *contactEvents, row int, placed, next float64, contacts group) {
			for i := since(contacts.at, placed); i < since(contacts.at, next); i++ {
				if !e.claims(contacts.rows[i]) {
					out[row] = contacts.at[i] - placed
					return
				}
			}
		})
		if !joined && claims == nil {
			return nil
		}
		if claims != nil {
			for i, t := range claims.first {
				if t < orInf(out[i]) {
					out[i] = t
				}
			}
		}
		return table.NumColumn("", table.Duration, out)
	},
}

// followable reports whether an order log knows its times, and its customers or
// what its orders are called.
func followable(l *logkind.Log) bool {
	return l.Kind == logkind.Order && timeOf(l) != nil && (customerOf(l) != nil || coded(l.Col(logkind.OrderID)))
}

// withFollowUps reports whether some log of contacts knows customers as the order
// log does, or names orders.
func withFollowUps(log *logkind.Log, logs []*logkind.Log) bool {
	return customerOf(log) != nil && withContacts(log, logs) || coded(log.Col(logkind.OrderID)) && slices.ContainsFunc(logs, func(l *logkind.Log) bool {
		return (l.Kind == logkind.Inbound || l.Kind == logkind.Chat) && coded(l.Col(logkind.OrderID)) && timeOf(l) != nil
	})
}

// eachOrder hands fn every order whose customer was ever in touch: when it was
// placed, until when contacts are taken to be about it, and the customer's
// contacts in time. It reports whether any contact log can be joined.
func (w *work) eachOrder(fn func(e *contactEvents, row int, placed, until float64, contacts group)) bool {
	e := w.contacts()
	if e == nil {
		return false
	}
	w.byJoined().each(func(g group) {
		contacts := e.of(g.key)
		if len(contacts.rows) == 0 {
			return
		}
		for i, r := range g.rows {
			placed := e.clock(g.at[i])
			until := placed + followUp
			if i+1 < len(g.rows) {
				until = min(until, e.clock(g.at[i+1]))
			}
			fn(e, int(r), placed, until, contacts)
		}
	})
	return true
}

// joinable reports whether an order log knows its customers and times.
func joinable(l *logkind.Log) bool {
	return l.Kind == logkind.Order && customerOf(l) != nil && timeOf(l) != nil
}
