package sample

import (
	"time"

	"tallyboard/internal/logkind"
)

// The people and things that stories are about, by their ids.
const (
	slowAgent    = "zhou"
	slowFrom     = 18 // hour of the day
	shyAgent     = "sun"
	costlyWorker = "wang"
	badProduct   = "humidifier"
)

// Story is something planted to be found.
type Story struct {
	ID     string
	Logs   []logkind.Kind // where it shows
	Role   logkind.Role   // what Values are; "" where it is about time alone
	Values []string       // as they stand in the sheets
	From   time.Time      // local wall time as UTC; zero: the whole eight weeks
	To     time.Time      // exclusive
	Count  int            // rows of the first log that belong to it, where that number is fixed
}

// Stories lists what was planted, for tests and for a guided tour.
func (s *Shop) Stories() []Story { return s.stories }

// plantStories writes the scenes that are not left to chance.
func (w *world) plantStories() {
	d := w.dice("stories")
	w.plantReturning(d)
	w.plantUrging(d)
	w.plantDouble(d)
	w.plantCostly(d)
}

func (w *world) story(id string, role logkind.Role, from, to stamp, count int, logs []logkind.Kind, values ...string) {
	s := Story{ID: id, Logs: logs, Role: role, Values: values, Count: count}
	if from != 0 {
		s.From, s.To = clock(from), clock(to)
	}
	w.stories = append(w.stories, s)
}

// tellStories lists the stories that weights and factors make, next to the
// planted ones.
func (w *world) tellStories() {
	v := w.words
	region := v.places[w.province("unserved")]
	w.story("unserved", logkind.Region, 0, 0, 0, []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Order}, region.ZH, region.Short, region.EN)
	region = v.places[w.province("hesitant")]
	w.story("hesitant", logkind.Region, 0, 0, 0, []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Order}, region.ZH, region.Short, region.EN)
	w.story("slow-evenings", logkind.Agent, 0, 0, 0, []logkind.Kind{logkind.Chat}, v.Agents[index(v.Agents, slowAgent)].in(w.l))
	w.story("never-applies", logkind.Agent, 0, 0, 0, []logkind.Kind{logkind.Approval, logkind.Chat}, v.Agents[index(v.Agents, shyAgent)].in(w.l))
	w.story("costly-worker", logkind.Worker, 0, 0, 0, []logkind.Kind{logkind.Chat, logkind.Inbound, logkind.Order}, v.Workers[index(v.Workers, costlyWorker)].in(w.l))
	w.story("bad-batch", logkind.Product, badFrom, closing, 0, []logkind.Kind{logkind.Review}, v.Products[index(v.Products, badProduct)].in(w.l))
	w.story("surge", "", surge, surge+day, w.callsOn(surge), []logkind.Kind{logkind.Inbound})
}

func (w *world) province(id string) int {
	for i, p := range w.words.places {
		if p.ID == id {
			return i
		}
	}
	panic("sample: no province " + id)
}

// sceneOrder is an order whose contacts a scene writes itself.
func (w *world) sceneOrder(who customer, product string, t stamp) *order {
	o := w.newOrder(who, index(w.words.Products, product), t)
	o.paid, o.story = t+30, true
	return o
}

// say enters a contact of a scene.
func (w *world) say(d dice, o *order, who customer, t stamp, kind string, chat, resolved bool) {
	c := contact{at: t, customer: who, home: o.home, shop: o.shop, product: o.product, kind: w.types.id(kind), order: o}
	got := w.meet(d, c, chat)
	got.resolved = resolved && (got.talk || got.replied)
	w.rate(d, got)
	w.enter(got)
}

// plantReturning: six customers come back eight to ten times in the last three
// weeks about the same complaint, twice of it on one day, and never get an
// answer that helps. Three of them keep to the phone and three to the chat, but
// for one time each.
func (w *world) plantReturning(d dice) {
	var names []string
	products := []string{"washlet", "washer", "purifier", "blender", "bathlight", "heater"}
	rows := 0
	for i, p := range products {
		who := w.people.newBuyer()
		o := w.sceneOrder(who, p, moment(10, 14+i, 20, 7*i))
		if w.words.Products[o.product].Install {
			o.assigned, o.worker = o.paid+2*hour, w.workerOf(o)
		}
		o.done = moment(10, 19+i, 15, 11*i)
		visits := 8 + i%3
		for n := range visits {
			on := o.done.midnight() + stamp(3+n*20/visits)*day
			if n == 1 {
				on = o.done.midnight() + 3*day // the second visit on the first day
			}
			w.say(d, o, who, on+stamp(8+n)*hour+stamp(d.IntN(3000)), "quality", (i%2 == 0) == (n != 4), false)
		}
		rows += visits
		names = append(names, w.people.name(who, w.l))
	}
	w.story("returning", logkind.Customer, moment(10, 20, 0, 0), closing, rows, []logkind.Kind{logkind.Chat, logkind.Inbound}, names...)
}

// plantUrging: four urges within half an hour, the first two minutes after
// the order, then a cancellation "not in time"; the worker stood at the door
// three minutes later.
func (w *world) plantUrging(d dice) {
	who := w.people.newBuyer()
	o := w.sceneOrder(who, "heater", moment(11, 12, 19, 30))
	o.assigned, o.worker = o.created+4*minute, w.workerOf(o)
	o.closed, o.refund, o.arrived = moment(11, 12, 20, 4), o.amount, true
	o.reason = index(w.words.CloseReasons, "late")
	for _, m := range []stamp{2, 11, 20, 31} {
		w.say(d, o, who, o.created+m*minute, "urgevisit", false, false)
	}
	w.story("urging", logkind.Customer, o.created, o.closed, 4, []logkind.Kind{logkind.Inbound, logkind.Order}, w.people.name(who, w.l))
}

// plantDouble: a customer orders and cancels within ten minutes, twice, and
// then asks and asks.
func (w *world) plantDouble(d dice) {
	who := w.people.newBuyer()
	var last *order
	for _, m := range []int{5, 20} {
		o := w.sceneOrder(who, "purifier", moment(11, 10, 10, m))
		o.closed, o.refund = o.created+7*minute, o.amount
		o.reason = index(w.words.CloseReasons, "mistake")
		last = o
	}
	for i, kind := range []string{"fitting", "function", "appointment", "price", "return"} {
		w.say(d, last, who, moment(11, 10, 10+i, 38), kind, true, true)
	}
	w.story("double-cancel", logkind.Customer, moment(11, 10, 10, 5), moment(11, 10, 10, 28), 2, []logkind.Kind{logkind.Order, logkind.Chat}, w.people.name(who, w.l))
}

// plantCostly: a customer who paid 100 yuan and was compensated with 50.
func (w *world) plantCostly(d dice) {
	who := w.people.newBuyer()
	o := w.sceneOrder(who, badProduct, moment(11, 2, 20, 15))
	o.amount, o.done = 100, moment(11, 5, 18, 0)
	for i, hours := range []int{19, 21} {
		w.say(d, o, who, moment(11, 5+i, hours, 10), "quality", true, i == 1)
	}
	w.approvals = append(w.approvals, approval{
		at: moment(11, 6, 21, 30), contact: w.chats[len(w.chats)-1], requested: 50, approved: 50,
		reason: index(w.words.ApprovalReasons, "quality"),
	})
	w.story("costly-customer", logkind.Customer, o.created, closing, 1, []logkind.Kind{logkind.Order, logkind.Approval}, w.people.name(who, w.l))
}
