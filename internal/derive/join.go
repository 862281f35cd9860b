package derive

import (
	"math"
	"slices"
	"sort"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// events are the rows of other logs that belong to the customers of one log,
// each customer's in time. Where there are several such logs, the rows of each
// stand behind those of the one before.
type events struct {
	logs  []*work
	order *order
	group []int32 // of each customer code: 1 + its group in order, 0 none
	whole bool    // times are whole days, since some log knows no times of day
}

// of is a customer's events.
func (e *events) of(code uint32) group {
	if code == 0 || e.group[code] == 0 {
		return group{}
	}
	return e.order.group(int(e.group[code] - 1))
}

// clock is a time as it compares with the events' times.
func (e *events) clock(t float64) float64 {
	if e.whole {
		return dayOf(t)
	}
	return t
}

// since is how many of some times in order are before t.
func since(at []float64, t float64) int { return sort.SearchFloat64s(at, t) }

// until is how many of some times in order are at or before t.
func until(at []float64, t float64) int {
	return sort.SearchFloat64s(at, math.Nextafter(t, math.Inf(1)))
}

// events gathers the rows of the logs of some kinds that know customers as the
// log does, and times; ok is false where none of them are the log's customers'.
func (w *work) events(kinds ...logkind.Kind) (e events, ok bool) {
	who := w.joined()
	if who == nil {
		return e, false
	}
	e.whole = timeOf(w.log()).DateOnly
	var crowds []*crowd
	for n, l := range w.d.logs {
		if c := customerLike(l, w.log()); slices.Contains(kinds, l.Kind) && c != nil && timeOf(l) != nil {
			e.logs = append(e.logs, w.d.work(n))
			e.whole = e.whole || timeOf(l).DateOnly
			crowds = append(crowds, w.d.work(n).as(c, w.shopwise()))
		}
	}
	e.group = make([]int32, who.top+1)
	if len(e.logs) == 1 && !e.whole { // stands in order as it is
		codes := who.from(crowds[0])
		e.order = e.logs[0].by(crowds[0])
		for g, key := range e.order.keys {
			if code := codes[key]; code != 0 {
				e.group[code], ok = int32(g+1), true
			}
		}
		return e, ok
	}
	var keys []uint32
	for i, c := range crowds {
		codes, from := who.from(c), len(keys)
		keys = slices.Grow(keys, e.logs[i].rows())[:from+e.logs[i].rows()]
		stretches(len(c.codes), func(lo, hi int) {
			for row := lo; row < hi; row++ {
				keys[from+row] = codes[c.codes[row]]
			}
		})
	}
	at := behind(e.logs, (*work).times)
	if e.whole {
		at = days(at)
	}
	e.order = orderBy(keys, who.top, at)
	for g, key := range e.order.keys {
		e.group[key] = int32(g + 1)
	}
	return e, len(e.order.keys) > 0
}

// behind puts the values of several logs behind each other; those of one stay as
// they are.
func behind[T any](logs []*work, of func(*work) []T) []T {
	if len(logs) == 1 {
		return of(logs[0])
	}
	var out []T
	for _, w := range logs {
		out = append(out, of(w)...)
	}
	return out
}

// days are the days of times.
func days(times []float64) []float64 {
	out := make([]float64, len(times))
	for i, t := range times {
		out[i] = dayOf(t)
	}
	return out
}

// orderEvents are orders of the customers of a contact log.
type orderEvents struct {
	events
	paid []float64 // when each of order's rows was paid; NaN where it was not
}

// orders gathers the orders of a contact log's customers; nil where no order
// log knows customers and times.
func (w *work) orders() *orderEvents {
	return w.ordersOnce.get(func() *orderEvents {
		list, ok := w.events(logkind.Order)
		if !ok {
			return nil
		}
		e := &orderEvents{list, arranged(behind(list.logs, (*work).paidTimes), list.order.rows)}
		if e.whole {
			e.paid = days(e.paid)
		}
		return e
	})
}

// paidTimes are when the orders of the log were paid; NaN for those that were
// not.
func (w *work) paidTimes() []float64 {
	placed, paid, pays := w.times(), paidReading(w.log()), w.log().Col(logkind.PayTime)
	out := make([]float64, w.rows())
	stretches(len(out), func(from, to int) {
		for i := from; i < to; i++ {
			out[i] = table.Missing
			if paid == nil || paid(i) == 1 {
				out[i] = placed[i]
				if pays != nil && pays.Type == table.Time && pays.Nums[i] >= placed[i] {
					out[i] = pays.Nums[i]
				}
			}
		}
	})
	return out
}

// contactEvents are contacts by the customers of an order log.
type contactEvents struct {
	events
	named []bool // of each contact, whether it says which order it is about; nil where none does
}

// claims reports whether a contact says which order it is about.
func (e *contactEvents) claims(i int32) bool { return e.named != nil && e.named[i] }

// contacts gathers the contacts by an order log's customers; nil where there
// are none. Attempts of the shop to reach a customer do not count.
func (w *work) contacts() *contactEvents {
	return w.contactsOnce.get(func() *contactEvents {
		list, ok := w.events(logkind.Inbound, logkind.Chat)
		if !ok {
			return nil
		}
		some := false
		named := behind(list.logs, func(o *work) []bool {
			out := make([]bool, o.rows())
			if order := w.namedOrders(o.log()); order != nil {
				some = true
				for i := range out {
					out[i] = order(i) != 0
				}
			}
			return out
		})
		if !some {
			named = nil
		}
		return &contactEvents{list, named}
	})
}

// names gathers the words of several columns into one dictionary.
type names struct {
	list []string
	code map[string]uint32
}

func newNames() *names { return &names{code: map[string]uint32{}} }

func (n *names) dict() *table.Dict { return table.DictOf(n.list...) }

// of gives the common code of each row's word; 0 for rows without one.
func (n *names) of(c *table.Column) func(row int) uint32 {
	if c == nil || !c.Type.Coded() {
		return func(int) uint32 { return 0 }
	}
	codes := make([]uint32, c.Dict.Len()+1)
	for i := 1; i < len(codes); i++ {
		word := c.Dict.At(uint32(i))
		code, ok := n.code[word]
		if !ok {
			n.list = append(n.list, word)
			code = uint32(len(n.list))
			n.code[word] = code
		}
		codes[i] = code
	}
	return func(row int) uint32 { return codes[c.Codes[row]] }
}

// customerLike is the column of l that can be joined with the customers of
// other: the one of the same role.
func customerLike(l, other *logkind.Log) *table.Column {
	for _, r := range []logkind.Role{logkind.Customer, logkind.Phone} {
		if c := other.Col(r); c != nil && c.Type.Coded() {
			if d := l.Col(r); d != nil && d.Type.Coded() {
				return d
			}
			return nil
		}
	}
	return nil
}

// translate gives for each code of one dictionary that of the same text in
// another, 0 where there is none.
func translate(from, to *table.Dict) []uint32 {
	out := make([]uint32, from.Len()+1)
	stretches(len(out), func(lo, hi int) {
		for c := max(lo, 1); c < hi; c++ {
			if code, ok := to.Code(from.At(uint32(c))); ok {
				out[c] = code
			}
		}
	})
	return out
}
