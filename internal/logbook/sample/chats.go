package sample

import (
	"cmp"
	"fmt"
	"slices"
)

// inviteChats fills the chat log up to its size with customers who ask and do
// not order, numbers the receptions and sorts them by time.
func (w *world) inviteChats() {
	d := w.dice("chats")
	weights := dayWeights(d, map[stamp]float64{festive: 1.35, festive - day: 1.15})
	missing := make([]float64, days)
	target := share(w.scaled(2500), weights)
	for i, n := range target {
		missing[i] = float64(n)
	}
	for _, c := range w.chats {
		missing[c.at.day()]--
	}
	left := 0
	for i := range missing {
		missing[i] = max(missing[i], 0)
	}
	left = max(w.scaled(2500)-len(w.chats), 0)
	hours := pickHours(chatHours)
	next := firstStranger + 1<<24
	for i, n := range share(left, missing) {
		for range n {
			t := opening + stamp(i)*day + stamp(hours.pick(d.Float64()))*hour + stamp(d.IntN(3600))
			if !d.chance(0.15) {
				next++
			}
			w.enter(w.meet(d, w.question(d, next, t), true))
		}
	}
	slices.SortStableFunc(w.chats, func(a, b *contact) int { return cmp.Compare(a.at, b.at) })
	for i, c := range w.chats {
		c.id = fmt.Sprintf("S%s%05d", clock(c.at).Format("060102"), i+1)
	}
	slices.SortStableFunc(w.calls, func(a, b *contact) int { return cmp.Compare(a.at, b.at) })
}

// question is a stranger's contact before any order. Where the service is not
// open, people ask about the service area and the fitting of what needs a
// worker.
func (w *world) question(d dice, who customer, t stamp) contact {
	c := contact{at: t, customer: who, home: w.people.home(who)}
	c.shop = w.shops.pick(unit(uint64(who) ^ 0x54))
	wanted := w.products
	if w.unserved(c.home) && d.chance(0.75) {
		wanted = w.fitted
	}
	c.product = wanted.pick(unit(uint64(who) ^ 0x90d))
	fitted := w.words.Products[c.product].Install
	c.kind = w.types.pick(d, "pre", fitted)
	if w.unserved(c.home) && d.chance(0.6) {
		c.kind = w.types.id("range")
	}
	return c
}

func (w *world) unserved(p place) bool { return w.words.places[p.province].ID == "unserved" }

func (w *world) chatRows() source {
	return inMemory(w.chats, func(c *contact) []Cell {
		t := w.words.Types[c.kind]
		first, average, rating := blank, blank, blank
		if c.replied {
			first, average = num(float64(c.first)), num(float64(c.average))
		}
		if c.rating > 0 {
			rating = num(float64(c.rating))
		}
		return []Cell{
			text(c.id), text(w.words.Shops[c.shop].in(w.l)), text(w.words.Agents[c.agent].in(w.l)),
			text(w.people.name(c.customer, w.l)), at(c.at), at(c.at + stamp(c.seconds)), first, average,
			num(float64(c.asked)), num(float64(c.answered)), w.either(c.replied, "yes", "no"),
			text(w.words.Levels[t.L2].in(w.l)), text(w.words.Levels[t.L1].in(w.l)), text(t.in(w.l)),
			text(w.shortRegion(c.home)), text(w.category(c.product)), text(w.words.Products[c.product].in(w.l)),
			w.orderWorker(c.order), w.orderID(c.order), w.either(c.resolved, "solved", "unsolved"), rating,
		}
	})
}

func (w *world) orderID(o *order) Cell {
	if o == nil {
		return blank
	}
	return text(o.id)
}

func (w *world) orderWorker(o *order) Cell {
	if o == nil {
		return blank
	}
	return w.worker(o.worker)
}
