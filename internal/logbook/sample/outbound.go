package sample

import (
	"cmp"
	"fmt"
	"slices"
)

// attempt is one call of an agent for a matter.
type attempt struct {
	at       stamp
	agent    int
	matter   string
	reason   int
	toWorker bool
	tool     string // id of a word
	reached  bool
	seconds  int
	solved   bool
	customer customer
	home     place
	product  int
	order    *order
}

// chase draws the matters that agents call about: complaints, visits to be
// arranged with the worker, and orders left unpaid.
func (w *world) chase() {
	d := w.dice("outbound")
	var matters []attempt
	start := func(c *contact, reason string, wait stamp) {
		matters = append(matters, attempt{
			at: c.at + wait, agent: c.agent, reason: index(w.words.MatterReasons, reason),
			customer: c.customer, home: c.home, product: c.product, order: c.order,
		})
	}
	for _, log := range [][]*contact{w.chats, w.calls} {
		for _, c := range log {
			t := w.words.Types[c.kind]
			switch {
			case c.order == nil:
			case t.L1 == "complaint" && !c.resolved && d.chance(0.45):
				start(c, "followup", 20*minute+stamp(d.wait(float64(5*hour))))
			case (t.ID == "urgevisit" || t.ID == "late" || t.ID == "appointment") && c.order.worker >= 0 && d.chance(0.6):
				start(c, "coordinate", 5*minute+stamp(d.wait(float64(hour))))
			}
		}
	}
	for _, o := range w.orders {
		if o.paid == 0 && d.chance(0.35) {
			c := &contact{at: openHours(d, o.created+20*minute), customer: o.customer, home: o.home, product: o.product, order: o}
			if c.at.inside() {
				c.agent = w.duty[c.at.day()][c.at.hour()].pick(d.Float64())
				start(c, "recall", stamp(d.wait(float64(3*hour))))
			}
		}
	}
	slices.SortStableFunc(matters, func(a, b attempt) int { return cmp.Compare(a.at, b.at) })
	for i, m := range matters {
		m.matter = fmt.Sprintf("M%06d", i+1)
		w.pursue(d, m)
	}
	slices.SortStableFunc(w.attempts, func(a, b attempt) int { return cmp.Compare(a.at, b.at) })
}

// pursue calls until the matter is solved or given up, at most five times.
func (w *world) pursue(d dice, m attempt) {
	visit := w.words.MatterReasons[m.reason].ID == "coordinate"
	for n := range 5 {
		m.at = openHours(d, m.at)
		if !m.at.inside() {
			return
		}
		m.toWorker = visit && n%2 == 0
		m.tool = []string{"phone", "phone", "phone", "phone", "chat", "text"}[d.IntN(6)]
		m.reached = m.tool != "phone" || d.chance(0.68)
		m.seconds = 0
		if m.reached && m.tool == "phone" {
			m.seconds = 20 + int(d.around(90, 0.6))
		}
		m.solved = m.reached && !(visit && n == 0) && d.chance(0.62)
		w.attempts = append(w.attempts, m)
		if m.solved || d.chance(0.12) {
			return
		}
		m.at += 15*minute + stamp(d.wait(float64(6*hour)))
	}
}

func (w *world) outboundRows() source {
	return inMemory(w.attempts, func(a attempt) []Cell {
		seconds := blank
		if a.tool == "phone" {
			seconds = num(float64(a.seconds))
		}
		return []Cell{
			at(a.at), text(w.words.Agents[a.agent].in(w.l)), text(a.matter), text(w.words.MatterReasons[a.reason].in(w.l)),
			w.either(a.toWorker, "toWorker", "toCustomer"), text(w.people.name(a.customer, w.l)),
			text(w.people.phone(a.customer)), w.orderWorker(a.order), text(w.words.Products[a.product].in(w.l)),
			text(w.region(a.home)), w.orderID(a.order), text(w.word(a.tool)),
			w.either(a.reached, "answered", "unanswered"), seconds, w.either(a.solved, "yes", "no"),
		}
	})
}
