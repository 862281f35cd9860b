package sample

import "math"

// order is one order and what became of it.
type order struct {
	id       string
	customer customer
	home     place
	product  int
	quantity int
	amount   float64
	created  stamp
	paid     stamp
	assigned stamp // when a worker got it; only products that are fitted
	done     stamp // fitted or received; 0 when it is not done by the closing
	closed   stamp // cancelled
	reason   int   // index of the close reason, meaningful when closed
	refund   float64
	shop     int
	worker   int // -1 none
	offline  bool
	arrived  bool // the note that the worker was at the door
	story    bool // contacts are written by a story, not drawn
}

func (o *order) payment() float64 {
	if o.paid == 0 {
		return 0
	}
	return o.amount
}

// open reports whether the order waits to be done at a moment.
func (o *order) open(t stamp) bool {
	return (o.done == 0 || t < o.done) && (o.closed == 0 || t < o.closed)
}

// takeOrders draws the orders that no story asks for.
func (w *world) takeOrders() {
	d := w.dice("orders")
	byDay := share(w.scaled(2000), dayWeights(d, map[stamp]float64{festive: 1.9, festive - day: 1.4}))
	hours := pickHours(orderHours)
	for i, n := range byDay {
		for range n {
			t := opening + stamp(i)*day + stamp(hours.pick(d.Float64()))*hour + stamp(d.IntN(3600))
			who := w.people.next
			if who > 50 && d.chance(0.16) {
				who = customer(d.IntN(int(who))) // a customer who comes back
			} else {
				who = w.people.newBuyer()
			}
			o := w.newOrder(who, w.products.pick(d.Float64()), t)
			o.offline = d.chance(0.07)
			o.shop = w.shops.pick(unit(uint64(who) ^ 0x54))
			if d.chance(0.06) {
				o.quantity = 2
			}
			off := []float64{1, 1, 1, 0.95, 0.9}[d.IntN(5)]
			o.amount = math.Round(w.words.Products[o.product].Price*float64(o.quantity)*off*100) / 100
			w.settle(d, o)
		}
	}
}

// newOrder enters an order at list price, not paid.
func (w *world) newOrder(who customer, product int, t stamp) *order {
	o := &order{customer: who, home: w.people.home(who), product: product, quantity: 1, created: t, worker: -1}
	o.amount = w.words.Products[product].Price
	w.orders = append(w.orders, o)
	return o
}

// settle draws what becomes of an order: unpaid, cancelled, or done.
func (w *world) settle(d dice, o *order) {
	if d.chance(0.11) {
		if t := o.created + day; t < closing { // the platform closes it
			o.closed, o.reason = t, index(w.words.CloseReasons, "unpaid")
		}
		return
	}
	o.paid = o.created + 12 + stamp(d.wait(150))
	fitted := w.words.Products[o.product].Install
	if fitted {
		o.assigned = o.paid + 10*minute + stamp(d.wait(float64(4*hour)))
		o.worker = w.workerOf(o)
	}
	if d.chance(0.06) {
		if t := o.paid + 20*minute + stamp(d.wait(float64(9*hour))); t < closing {
			o.closed, o.refund = t, o.amount
			for {
				o.reason = w.closings.pick(d.Float64())
				if fitted || w.words.CloseReasons[o.reason].ID != "late" {
					break
				}
			}
			if o.assigned > o.closed {
				o.assigned, o.worker = 0, -1
			}
			w.clip(o)
			return
		}
	}
	from, wait := o.paid+day, d.between(1, 7)
	if fitted {
		from, wait = o.assigned, d.between(0.8, 4)
	}
	o.done = (from + stamp(wait*float64(day))).midnight() + 9*hour + stamp(d.IntN(int(10*hour)))
	if d.chance(0.04) && o.done+3*day < closing {
		o.refund = o.amount
	}
	w.clip(o)
}

// clip takes away what lies after the closing of the logs.
func (w *world) clip(o *order) {
	if o.paid >= closing {
		o.paid, o.assigned, o.worker = 0, 0, -1
	}
	if o.assigned >= closing {
		o.assigned, o.worker = 0, -1
	}
	if o.done >= closing || o.paid == 0 {
		o.done = 0
	}
}

// workerOf gives the worker of an order: each has his cities.
func (w *world) workerOf(o *order) int {
	return w.workers.pick(unit(uint64(o.home.province*16+o.home.city)<<8 | mix(uint64(o.customer))%6))
}

func (w *world) orderRows() source {
	return inMemory(w.orders, func(o *order) []Cell {
		p := w.words.Products[o.product]
		status := "shipped"
		switch {
		case o.closed != 0:
			status = "closed"
		case o.paid == 0:
			status = "unpaid"
		case o.done != 0:
			status = "done"
		}
		reason, note := blank, blank
		if o.closed != 0 {
			reason = text(w.words.CloseReasons[o.reason].in(w.l))
		}
		if o.arrived {
			note = text(w.word("arrived"))
		}
		return []Cell{
			text(o.id), text(w.people.name(o.customer, w.l)), num(o.amount), num(o.payment()),
			text(w.word(status)), text(w.region(o.home)), text(w.people.phone(o.customer)),
			at(o.created), at(o.paid), text(p.in(w.l)), text(w.category(o.product)), num(float64(o.quantity)),
			text(w.words.Shops[o.shop].in(w.l)), w.either(o.offline, "offline", "online"),
			w.worker(o.worker), at(o.assigned), at(o.done), at(o.closed), reason, num(o.refund), note,
		}
	})
}

// category is the category of a product, in words.
func (w *world) category(product int) string {
	c := w.words.Products[product].Category
	return w.words.Categories[index(w.words.Categories, c)].in(w.l)
}

func (w *world) worker(i int) Cell {
	if i < 0 {
		return blank
	}
	return text(w.words.Workers[i].in(w.l))
}
