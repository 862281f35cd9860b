package derive

import (
	"math"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// work is what the columns of one log share: its customers' contacts in order.
type work struct {
	d     *Deriver
	index int

	matters *order // by matter and time

	spare []float64 // of the last column of truth, for the next column to begin with

	ordersOnce   once[*orderEvents]
	contactsOnce once[*contactEvents]
	claimsOnce   once[*claims]
	steps        []uint8 // while columns are made

	shopOnce once[*table.Column]
	crowds   map[crowdKey]*crowd
}

// once computes a value at its first call.
type once[T any] struct {
	done  bool
	value T
}

func (o *once[T]) get(make func() T) T {
	if !o.done {
		o.done, o.value = true, make()
	}
	return o.value
}

func (w *work) log() *logkind.Log { return w.d.logs[w.index] }

func (w *work) rows() int { return w.log().Table.Rows }

// times are the times of the log's rows.
func (w *work) times() []float64 { return timeOf(w.log()).Nums }

// byCustomer gathers the rows of each customer in time order, those of each shop
// by themselves.
func (w *work) byCustomer() *order { return w.by(w.who()) }

// byJoined gathers the rows of each customer as the logs beside it know them.
func (w *work) byJoined() *order { return w.by(w.joined()) }

// by gathers the rows of each of the log's customers, as a crowd tells them apart.
func (w *work) by(c *crowd) *order {
	return c.orderOnce.get(func() *order { return orderBy(c.codes, c.top, w.times()) })
}

// bool makes a truth column with the words of the language. It takes vals: they
// must not be used any more.
func (w *work) bool(vals []float64) *table.Column {
	w.spare = vals
	return table.BoolColumn("", w.d.lang.T("derive.yes"), w.d.lang.T("derive.no"), vals)
}

// missing is a column of nothing yet.
func (w *work) missing() []float64 {
	out := w.spare
	w.spare = nil
	if len(out) != w.rows() {
		out = make([]float64, w.rows())
	}
	for i := range out {
		out[i] = table.Missing
	}
	return out
}

// customerOf is the column that tells customers apart; nil where none does.
func customerOf(l *logkind.Log) *table.Column {
	for _, r := range []logkind.Role{logkind.Customer, logkind.Phone} {
		if c := l.Col(r); c != nil && c.Type.Coded() {
			return c
		}
	}
	return nil
}

// When is the role of the column that says when a row of the log happened; ""
// where none does.
func When(l *logkind.Log) logkind.Role {
	roles := []logkind.Role{logkind.Time}
	switch l.Kind {
	case logkind.Order:
		roles = []logkind.Role{logkind.OrderTime, logkind.Time, logkind.PayTime}
	case logkind.Review:
		roles = []logkind.Role{logkind.ReviewTime, logkind.Time, logkind.ContactTime}
	}
	for _, r := range roles {
		if c := l.Col(r); c != nil && c.Type == table.Time {
			return r
		}
	}
	return ""
}

// timeOf is the column of When; nil where there is none.
func timeOf(l *logkind.Log) *table.Column { return l.Col(When(l)) }

// contacts reports whether the log's rows are contacts of known customers at
// known times.
func contacts(l *logkind.Log) bool {
	return (l.Kind.Contact() || l.Kind == logkind.Generic) && customerOf(l) != nil && timeOf(l) != nil
}

// clocked is contacts at known times of day.
func clocked(l *logkind.Log) bool { return contacts(l) && !timeOf(l).DateOnly }

// dayOf is the first second of the day of a time.
func dayOf(t float64) float64 { return math.Floor(t/day) * day }

const (
	minute = 60
	day    = 86400
)
