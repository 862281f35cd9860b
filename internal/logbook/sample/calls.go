package sample

import (
	"fmt"
	"slices"
	"sort"
)

// surgeFactor is how many times its usual calls the surge day has.
const surgeFactor = 2.6

// allotCalls decides how many streamed calls each day gets, so that the
// inbound log has exactly the rows asked for. Where even the planned calls are
// too many, orders' calls are thinned out before those of stories.
func (w *world) allotCalls() {
	if over := len(w.calls) - w.rows; over > 0 {
		w.calls = thin(w.calls, over)
	}
	target := share(w.rows, dayWeights(w.dice("days"), map[stamp]float64{
		surge: surgeFactor, festive: 1.25, festive + day: 1.1,
	}))
	missing := make([]float64, days)
	for i, n := range target {
		missing[i] = float64(n)
	}
	for _, c := range w.calls {
		missing[c.at.day()]--
	}
	for i := range missing {
		missing[i] = max(missing[i], 0)
	}
	w.strangers = share(w.rows-len(w.calls), missing)
}

// thin drops n calls, evenly spread, of scenes only when nothing else is left.
func thin(calls []*contact, n int) []*contact {
	drawn := 0
	for _, c := range calls {
		if !c.scene() {
			drawn++
		}
	}
	drop, seen := min(n, drawn), 0
	calls = slices.DeleteFunc(slices.Clone(calls), func(c *contact) bool {
		if c.scene() {
			return false
		}
		seen++
		return seen*drop/drawn > (seen-1)*drop/drawn
	})
	return calls[:len(calls)-(n-drop)]
}

// callsOn is the number of calls on the day of a moment.
func (w *world) callsOn(t stamp) int {
	n := w.strangers[t.day()]
	for _, c := range w.calls {
		if c.at.day() == t.day() {
			n++
		}
	}
	return n
}

// inboundRows merges the planned calls with those made day by day.
func (w *world) inboundRows() source {
	return source{count: w.rows, rows: func(yield func([]Cell) bool) {
		row := make([]Cell, 16)
		planned := w.calls
		for i := range days {
			streamed := w.dayOfCalls(i)
			for len(streamed) > 0 || (len(planned) > 0 && planned[0].at.day() == i) {
				var c *contact
				if len(streamed) == 0 || (len(planned) > 0 && planned[0].at <= streamed[0].at) {
					c, planned = planned[0], planned[1:]
				} else {
					c, streamed = &streamed[0], streamed[1:]
				}
				w.callCells(row, c)
				if !yield(row) {
					return
				}
			}
		}
	}}
}

// dayOfCalls makes the streamed calls of a day in the order of time.
func (w *world) dayOfCalls(i int) []contact {
	d := w.dice(fmt.Sprint("calls of day ", i))
	hours := pickHours(callHours)
	start := opening + stamp(i)*day
	times := make([]stamp, w.strangers[i])
	for n := range times {
		times[n] = start + stamp(hours.pick(d.Float64()))*hour + stamp(d.IntN(3600))
	}
	slices.Sort(times)
	total := 0
	for _, n := range w.strangers {
		total += n
	}
	// One call in three of the small set is about an order; in a larger log
	// the orders do not become more, so their share falls.
	linked := min(0.35, 0.4*float64(len(w.orders))/float64(max(total, 1)))
	extra := 0.0
	if start == surge {
		extra = 1 - 1/surgeFactor
	}
	out := make([]contact, len(times))
	for n, t := range times {
		who := firstStranger + customer(d.Uint64N(uint64(total)*3+1))
		c := w.question(d, who, t)
		if !w.unserved(c.home) {
			w.complicate(d, &c, linked, extra)
		}
		c.agent = w.duty[i][t.hour()].pick(d.Float64())
		out[n] = *w.finish(d, c, false)
	}
	return out
}

// complicate makes some questions of strangers something else: a call about an
// order, one without its number noted, or the urging of the surge day.
func (w *world) complicate(d dice, c *contact, linked, extra float64) {
	o := w.recent(d, c.at)
	about := o != nil && d.chance(linked)
	if about {
		*c = contact{at: c.at, customer: o.customer, home: o.home, shop: o.shop, product: o.product, order: o}
	}
	fitted := w.words.Products[c.product].Install
	switch {
	case d.chance(extra):
		c.kind = w.types.id([]string{"urge", "urge", "delivery"}[d.IntN(3)])
	case about && o.open(c.at):
		c.kind = w.types.pick(d, "mid", fitted)
	case about:
		c.kind = w.types.pick(d, "post", fitted)
	case d.chance(0.6):
		c.kind = w.types.pick(d, "any", fitted)
	}
}

// recent draws an order of the fortnight before t, nil where the draw hits
// none that is paid and free of a scene.
func (w *world) recent(d dice, t stamp) *order {
	after := func(t stamp) int {
		return sort.Search(len(w.orders), func(i int) bool { return w.orders[i].created > t })
	}
	lo, hi := after(t-14*day), after(t-20*minute)
	if lo == hi {
		return nil
	}
	if o := w.orders[lo+d.IntN(hi-lo)]; o.paid != 0 && !o.story {
		return o
	}
	return nil
}

func (w *world) callCells(row []Cell, c *contact) {
	t := w.words.Types[c.kind]
	rating := blank
	if c.rating > 0 {
		rating = num(float64(c.rating))
	}
	copy(row, []Cell{
		at(c.at), num(float64(c.seconds)), text(w.words.Shops[c.shop].in(w.l)),
		text(w.words.Agents[c.agent].in(w.l)), text(w.people.name(c.customer, w.l)), text(w.people.phone(c.customer)),
		text(w.region(c.home)), text(w.category(c.product)), text(w.words.Products[c.product].in(w.l)),
		w.orderWorker(c.order), text(w.words.Levels[t.L1].in(w.l)), text(w.words.Levels[t.L2].in(w.l)),
		text(t.in(w.l)), w.orderID(c.order), w.either(c.resolved, "yes", "no"), rating,
	})
}
