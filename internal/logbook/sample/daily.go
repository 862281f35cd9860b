package sample

import (
	"math"
	"slices"
)

// agentDay is what a plug-in counts of one agent on one day.
type agentDay struct {
	date                stamp
	agent               int
	receptions, replied int
	customers           int
	inquiring, paying   int
	sales               float64
	first, average      float64 // sums of seconds over replied receptions
	asked, answered     int
	rated, rating       int
}

// paysWithin is how long after a question an order counts as brought by it.
const paysWithin = 3 * day

// countDays counts the chat log, so that both agree by construction.
func (w *world) countDays() {
	paid := map[customer][]*order{}
	for _, o := range w.orders {
		if o.paid != 0 {
			paid[o.customer] = append(paid[o.customer], o)
		}
	}
	type slot struct{ day, agent int }
	seen := map[slot]map[customer]bool{}
	type inquiry struct {
		customer customer
		at       stamp
	}
	asked := map[slot][]inquiry{} // the first of each customer
	sums := map[slot]*agentDay{}
	for _, c := range w.chats {
		s := slot{c.at.day(), c.agent}
		if sums[s] == nil {
			sums[s] = &agentDay{date: c.at.midnight(), agent: c.agent}
			seen[s] = map[customer]bool{}
		}
		sums[s].count(c)
		seen[s][c.customer] = true
		again := slices.ContainsFunc(asked[s], func(q inquiry) bool { return q.customer == c.customer })
		if !again && w.words.Types[c.kind].L2 == "pre" {
			asked[s] = append(asked[s], inquiry{c.customer, c.at})
		}
	}
	for d := range days {
		for a := range w.words.Agents {
			s := slot{d, a}
			t := sums[s]
			if t == nil {
				continue
			}
			t.customers, t.inquiring = len(seen[s]), len(asked[s])
			for _, q := range asked[s] {
				bought := false
				for _, o := range paid[q.customer] {
					if o.paid >= q.at && o.paid < q.at+paysWithin {
						bought = true
						t.sales += o.amount
					}
				}
				if bought {
					t.paying++
				}
			}
			t.sales = math.Round(t.sales*100) / 100
			w.tallies = append(w.tallies, *t)
		}
	}
}

// count adds a reception.
func (t *agentDay) count(c *contact) {
	t.receptions++
	t.asked += c.asked
	t.answered += c.answered
	if c.replied {
		t.replied++
		t.first += float64(c.first)
		t.average += float64(c.average)
	}
	if c.rating > 0 {
		t.rated++
		t.rating += c.rating
	}
}

// add sums days up.
func (t *agentDay) add(o agentDay) {
	t.receptions += o.receptions
	t.replied += o.replied
	t.customers += o.customers
	t.inquiring += o.inquiring
	t.paying += o.paying
	t.sales += o.sales
	t.first += o.first
	t.average += o.average
	t.asked += o.asked
	t.answered += o.answered
	t.rated += o.rated
	t.rating += o.rating
}

// cells are the counts of an agentDay, without date and agent.
func (t *agentDay) cells() []Cell {
	per := func(a, b float64, digits float64) Cell {
		if b == 0 {
			return blank
		}
		return num(math.Round(a/b*digits) / digits)
	}
	return []Cell{
		num(float64(t.receptions)), num(float64(t.customers)), num(float64(t.inquiring)), num(float64(t.paying)),
		per(float64(t.paying), float64(t.inquiring), 1e4), num(math.Round(t.sales*100) / 100),
		per(t.first, float64(t.replied), 10), per(t.average, float64(t.replied), 10),
		per(float64(t.answered), float64(t.asked), 1e4), per(float64(t.replied), float64(t.receptions), 1e4),
		per(float64(t.rating), float64(t.rated), 100),
	}
}

func (w *world) dailyRows() source {
	src := inMemory(w.tallies, func(t agentDay) []Cell {
		return append([]Cell{at(t.date), text(w.words.Agents[t.agent].in(w.l))}, t.cells()...)
	})
	var all agentDay
	for _, t := range w.tallies {
		all.add(t)
	}
	src.total = append([]Cell{text(w.word("total")), blank}, all.cells()...)
	return src
}
