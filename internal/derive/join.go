package derive

import (
	"slices"
	"sort"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// events are the rows of other logs that belong to the customers of one log,
// each customer's in time.
type events struct {
	order *order
	group []int32   // of each customer code: its group in order, −1 none
	at    []float64 // when each event happened
	whole bool      // times are whole days, since some log knows no times of day
}

// of lists a customer's events in time.
func (e *events) of(code uint32) []int32 {
	if code == 0 || e.group[code] < 0 {
		return nil
	}
	g := e.group[code]
	return e.order.rows[e.order.start[g]:e.order.start[g+1]]
}

// clock is a time as it compares with the events' times.
func (e *events) clock(t float64) float64 {
	if e.whole {
		return dayOf(t)
	}
	return t
}

// since is the index of the first of some events at or after t.
func (e *events) since(list []int32, t float64) int {
	return sort.Search(len(list), func(i int) bool { return e.at[list[i]] >= t })
}

// until is the index behind the last of some events at or before t.
func (e *events) until(list []int32, t float64) int {
	return sort.Search(len(list), func(i int) bool { return e.at[list[i]] > t })
}

// settle brings the events of each key together.
func (e *events) settle(keys []uint32, top int) {
	if e.whole {
		for i, t := range e.at {
			e.at[i] = dayOf(t)
		}
	}
	e.order = orderBy(keys, top, e.at)
	e.group = make([]int32, top+1)
	for i := range e.group {
		e.group[i] = -1
	}
	for g := range len(e.order.start) - 1 {
		e.group[keys[e.order.rows[e.order.start[g]]]] = int32(g)
	}
}

// orderEvents are orders of the customers of a contact log.
type orderEvents struct {
	events
	paid   []float64 // when each was paid; NaN where it was not
	amount []float64 // its money; NaN where that is not known
	priced bool      // some log knows amounts
}

// orders gathers the orders of a contact log's customers; nil where no order
// log knows customers and times.
func (w *work) orders() *orderEvents { return w.ordersOnce.get(w.gatherOrders) }

func (w *work) gatherOrders() *orderEvents {
	who, shopwise := w.joined(), w.shopwise()
	e := &orderEvents{events: events{whole: timeOf(w.log()).DateOnly}}
	var keys []uint32
	for n, l := range w.d.logs {
		other, placed := customerLike(l, w.log()), timeOf(l)
		if l.Kind != logkind.Order || other == nil || placed == nil {
			continue
		}
		e.whole = e.whole || placed.DateOnly
		customers := w.d.work(n).as(other, shopwise)
		codes := who.from(customers)
		paid, pays := paidReading(l), l.Col(logkind.PayTime)
		amount := l.Col(logkind.Amount)
		if amount != nil && amount.Type != table.Number {
			amount = nil
		}
		e.priced = e.priced || amount != nil
		for i, t := range placed.Nums {
			code := codes[customers.codes[i]]
			if code == 0 || t != t {
				continue
			}
			money := table.Missing
			if amount != nil {
				money = amount.Nums[i]
			}
			e.amount = append(e.amount, money)
			at := table.Missing
			if paid == nil || paid(i) == 1 {
				at = t
				if pays != nil && pays.Type == table.Time && pays.Nums[i] >= t {
					at = pays.Nums[i]
				}
			}
			keys = append(keys, code)
			e.at = append(e.at, t)
			e.paid = append(e.paid, at)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	e.settle(keys, who.top)
	for i, t := range e.paid {
		e.paid[i] = e.clock(t)
	}
	return e
}

// contactEvents are contacts by the customers of an order log.
type contactEvents struct {
	events
	agent  []uint32 // of each contact, a code into agents
	agents *table.Dict
	named  []bool // of each contact, whether it says which order it is about; nil where none does
}

// claims reports whether a contact says which order it is about.
func (e *contactEvents) claims(i int32) bool { return e.named != nil && e.named[i] }

// contacts gathers the contacts by an order log's customers; nil where there
// are none. Attempts of the shop to reach a customer do not count.
func (w *work) contacts() *contactEvents { return w.contactsOnce.get(w.gatherContacts) }

func (w *work) gatherContacts() *contactEvents {
	who, shopwise := w.joined(), w.shopwise()
	if who == nil {
		return nil
	}
	e := &contactEvents{events: events{whole: timeOf(w.log()).DateOnly}}
	var keys []uint32
	names := newNames()
	for n, l := range w.d.logs {
		other, when := customerLike(l, w.log()), timeOf(l)
		if l.Kind != logkind.Inbound && l.Kind != logkind.Chat || other == nil || when == nil {
			continue
		}
		e.whole = e.whole || when.DateOnly
		customers := w.d.work(n).as(other, shopwise)
		codes, agent := who.from(customers), names.of(l.Col(logkind.Agent))
		keys, e.at, e.agent = slices.Grow(keys, len(when.Nums)), slices.Grow(e.at, len(when.Nums)), slices.Grow(e.agent, len(when.Nums))
		order := w.namedOrders(l)
		for i, t := range when.Nums {
			if code := codes[customers.codes[i]]; code != 0 && t == t {
				if order != nil && order(i) != 0 {
					e.named = append(e.named, make([]bool, len(keys)+1-len(e.named))...)
					e.named[len(keys)] = true
				}
				keys = append(keys, code)
				e.at = append(e.at, t)
				e.agent = append(e.agent, agent(i))
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	e.agents = names.dict()
	if e.named != nil {
		e.named = append(e.named, make([]bool, len(keys)-len(e.named))...)
	}
	e.settle(keys, who.top)
	return e
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
	for c := 1; c < len(out); c++ {
		if code, ok := to.Code(from.At(uint32(c))); ok {
			out[c] = code
		}
	}
	return out
}
