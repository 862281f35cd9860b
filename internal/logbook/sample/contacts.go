package sample

import "math"

// contact is a reception in a chat or a call by a customer.
type contact struct {
	at       stamp
	seconds  int
	agent    int
	customer customer
	home     place
	shop     int
	product  int
	kind     int    // index of the call type
	order    *order // nil when it is about none, or none was noted
	resolved bool
	rating   int  // 1 to 5, 0 not rated
	talk     bool // a call, not a chat

	// Of chats only.
	id              string
	replied         bool
	first, average  int // seconds to the first and to any answer
	asked, answered int // messages
}

// scene reports whether a story wrote the contact.
func (c *contact) scene() bool { return c.order != nil && c.order.story }

// typePickers draws call types by stage, with and without a worker in it.
type typePickers struct {
	list []callType
	by   map[string]picker // "pre", "mid", "post", "any"; "+" added where fitting is involved
}

func newTypePickers(list []callType) typePickers {
	t := typePickers{list: list, by: map[string]picker{}}
	for _, stage := range []string{"pre", "mid", "post", "any"} {
		for _, fitted := range []bool{false, true} {
			t.by[stageKey(stage, fitted)] = newPicker(len(list), func(i int) float64 {
				if c := list[i]; (stage == "any" || c.L2 == stage) && (fitted || !c.Install) {
					return c.Weight
				}
				return 0
			})
		}
	}
	return t
}

func stageKey(stage string, fitted bool) string {
	if fitted {
		return stage + "+"
	}
	return stage
}

func (t typePickers) pick(d dice, stage string, fitted bool) int {
	return t.by[stageKey(stage, fitted)].pick(d.Float64())
}

func (t typePickers) id(name string) int { return index(t.list, name) }

// openHours moves a moment outside the opening hours into them: the customer
// tries again when somebody is there.
func openHours(d dice, t stamp) stamp {
	switch h := t.hour(); {
	case h < opensAt:
		return t.midnight() + opensAt*hour + stamp(d.IntN(int(4*hour)))
	case h >= closesAt:
		return t.midnight() + day + opensAt*hour + stamp(d.IntN(int(5*hour)))
	}
	return t
}

// meet makes a contact at a moment that lies in the opening hours: who is on
// duty, whether it is solved and how it is rated.
func (w *world) meet(d dice, c contact, chat bool) *contact {
	c.agent = w.duty[c.at.day()][c.at.hour()].pick(d.Float64())
	return w.finish(d, c, chat)
}

// finish is meet with the agent already chosen.
func (w *world) finish(d dice, c contact, chat bool) *contact {
	a := w.words.Agents[c.agent]
	c.talk = !chat
	c.resolved = d.chance(min(w.words.Types[c.kind].Solved*a.Skill, 0.99))
	if chat {
		w.converse(d, &c)
		c.seconds = 40 + c.average*c.asked + int(d.wait(200))
	} else {
		c.seconds = 15 + int(d.around(150, 0.6))
	}
	w.rate(d, &c)
	return &c
}

// rate draws the rating: three in ten customers give one.
func (w *world) rate(d dice, c *contact) {
	c.rating = 0
	if (!c.talk && !c.replied) || !d.chance(0.3) {
		return
	}
	mean := 2.2
	if c.resolved {
		mean = 4.6
	}
	mean += w.words.Agents[c.agent].Manners
	if c.first > 90 {
		mean -= 0.8
	}
	c.rating = int(math.Round(min(max(mean+d.NormFloat64()*0.7, 1), 5)))
}

// converse draws messages and answer times. One agent is slow from six in the
// evening on.
func (w *world) converse(d dice, c *contact) {
	slow := 1.0
	if w.words.Agents[c.agent].ID == slowAgent && c.at.hour() >= slowFrom {
		slow = 4
	}
	c.replied = d.chance(0.985 - 0.015*slow)
	c.asked = 1 + d.times(5)
	if !c.replied {
		c.resolved, c.answered, c.first, c.average = false, 0, 0, 0
		return
	}
	c.first = 3 + int(d.around(20*slow, 0.5))
	c.average = 5 + int(d.around(28*math.Sqrt(slow), 0.4))
	c.answered = 1 + int(float64(c.asked)*d.between(1.0, 1.45))
}

// followOrders draws the contacts that orders bring: questions before, urging
// while waiting, trouble after.
func (w *world) followOrders() {
	d := w.dice("contacts")
	for _, o := range w.orders {
		if o.story {
			continue
		}
		base := contact{customer: o.customer, home: o.home, shop: o.shop, product: o.product}
		fitted := w.words.Products[o.product].Install
		if d.chance(0.42) && !o.offline {
			c := base
			c.at, c.kind = o.created-5*minute-stamp(d.wait(float64(9*hour))), w.types.pick(d, "pre", fitted)
			if chat := d.chance(0.85); openHours(d, c.at) == c.at {
				w.tryContact(d, c, chat)
			}
		}
		base.order = o
		mean := 0.55
		if o.worker >= 0 && w.words.Workers[o.worker].ID == costlyWorker {
			mean = 2.2
		}
		if o.paid == 0 || o.offline {
			mean = 0.1
		}
		for range d.times(mean) {
			w.trouble(d, base, "", fitted)
		}
		if w.badBatch(o) && o.done != 0 && d.chance(0.5) {
			w.trouble(d, base, "quality", fitted)
		}
	}
}

// trouble is a contact about an order, and its returns while it is not solved.
func (w *world) trouble(d dice, c contact, kind string, fitted bool) {
	o := c.order
	c.at = o.created + 10*minute + stamp(d.wait(float64(20*hour)))
	if o.done != 0 && (kind == "quality" || d.chance(0.5)) {
		c.at = o.done + 30*minute + stamp(d.wait(float64(4*day)))
	}
	c.at = openHours(d, c.at)
	stage := "mid"
	if !o.open(c.at) {
		stage = "post"
	}
	costly := o.worker >= 0 && w.words.Workers[o.worker].ID == costlyWorker
	switch {
	case kind != "":
		c.kind = w.types.id(kind)
	case costly && stage == "mid" && d.chance(0.7):
		c.kind = w.types.id([]string{"late", "urgevisit"}[d.IntN(2)])
	case costly && d.chance(0.6):
		c.kind = w.types.id("badfit")
	default:
		c.kind = w.types.pick(d, stage, fitted)
	}
	for range 4 {
		got := w.tryContact(d, c, d.chance(0.55))
		if got == nil || got.resolved || !d.chance(0.55) {
			return
		}
		c.at = got.at + stamp(got.seconds) + 20*minute + stamp(d.wait(float64(day)))
	}
}

// tryContact enters a contact, in a chat or by phone, unless it falls outside
// the eight weeks.
func (w *world) tryContact(d dice, c contact, chat bool) *contact {
	c.at = openHours(d, c.at)
	if !c.at.inside() {
		return nil
	}
	got := w.meet(d, c, chat)
	w.enter(got)
	return got
}

// enter puts a contact into its log.
func (w *world) enter(c *contact) {
	if c.talk {
		w.calls = append(w.calls, c)
	} else {
		w.chats = append(w.chats, c)
	}
}

// badBatch reports whether an order got a product of the bad batch.
func (w *world) badBatch(o *order) bool {
	return w.words.Products[o.product].ID == badProduct && o.created >= badFrom && o.paid != 0
}
