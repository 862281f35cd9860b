// Package derive adds columns to logs that follow from the others: the number
// of a visit, the gap to the customer's contact before, the first contact on a
// matter, whether the customer returned, paid within some days … One file an
// idea. Once added they are ordinary columns: pivots, reports and Explore use
// them like any other, under a role of their own (@visit_number).
//
// It stands beside pivot in the river, works on codes and sorted row numbers,
// and knows nothing of pivots, reports or screens.
package derive

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Params are the settings that definitions depend on.
type Params struct {
	Days   int    // D: a return counts within this many days; a matter that rests longer is a new one
	Times  int    // N: so many contacts within Window are urging
	Window int    // W: minutes
	Pay    int    // days within which an order or a payment after a contact is its fruit
	Gap    int    // G: minutes; contacts of a customer less than this apart are one visit
	Credit string // which contact an order is credited to: one of Credits
	Joint  bool   // a customer's contacts are counted over all logs, not log by log
}

// Credits are the rules by which an order is credited to a contact: the last
// before payment, the first, or the last before the order was placed (before
// payment where none came before the order). The first is usual.
var Credits = []string{"last", "first", "order"}

// Countings are the words for Joint: each log by itself, or all together.
var Countings = []string{"each", "together"}

// Default is D = 7 days (3 for payments), N = 3 contacts within W = 30 minutes,
// G = 30 minutes.
func Default() Params {
	return Params{Days: 7, Pay: 3, Times: 3, Window: 30, Gap: 30, Credit: "last"}
}

// ParamNames are the names that Set knows.
var ParamNames = []string{"D", "N", "W", "G", "credit", "contacts"}

// Set applies D, N, W, G, credit and contacts as people write them; ok is false
// for a value that is neither a number above zero nor one of the words.
func (p *Params) Set(name, value string) (ok bool) {
	switch name {
	case "credit":
		p.Credit = value
		return slices.Contains(Credits, value)
	case "contacts":
		p.Joint = value == Countings[1]
		return slices.Contains(Countings, value)
	case "D", "N", "W", "G":
	default:
		return true // a parameter of something else
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 {
		return false
	}
	switch name {
	case "D":
		p.Days, p.Pay = n, n
	case "N":
		p.Times = n
	case "W":
		p.Window = n
	case "G":
		p.Gap = n
	}
	return true
}

// Derived is one entry of the catalogue. Its header is the text "derive.ROLE",
// its definition "derive.ROLE.help".
type Derived struct {
	Role logkind.Role
	Type table.Type                                       // of the column
	Fits func(*logkind.Log) bool                          // whether the log has what it is made from
	With func(log *logkind.Log, logs []*logkind.Log) bool // whether the logs beside it have the rest; nil asks for nothing
	Step bool                                             // a step of other figures, which says nothing by itself
	Make func(*work) *table.Column                        // nil where no row can be joined
}

// Deriver adds derived columns to a set of logs and keeps the sorted orders
// that several columns share. It is safe for use by several goroutines.
type Deriver struct {
	mu     sync.Mutex // held while columns are made
	shown  atomic.Pointer[[]*logkind.Log]
	logs   []*logkind.Log // replaced as a whole, never changed: others may be reading
	params Params
	lang   lang.Lang
	works  map[int]*work
	joint  *joint // logs whose contacts are counted together; nil before it was looked for

	shopsOnce  once[map[string]string] // by file
	sharedOnce once[map[string]bool]   // shops
}

// New starts from logs, which it does not change. Columns whose role a log
// already has are kept as they are.
func New(logs []*logkind.Log, p Params, l lang.Lang) *Deriver {
	d := &Deriver{params: p, lang: l, works: map[int]*work{}}
	d.put(slices.Clone(logs))
	return d
}

// Logs are the logs with everything that was added so far, in the order given.
// It does not wait for what is being added.
func (d *Deriver) Logs() []*logkind.Log { return *d.shown.Load() }

func (d *Deriver) put(logs []*logkind.Log) {
	d.logs = logs
	d.shown.Store(&logs)
}

// Need adds the columns of the given roles to every log that allows them; none
// given means all. It waits for what is being added, unless nothing is missing.
// The error is the context's only.
func (d *Deriver) Need(ctx context.Context, roles ...logkind.Role) error {
	if !d.lacks(roles) {
		return ctx.Err()
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	defer d.rest()
	for i := range d.logs {
		for _, c := range Catalogue {
			if len(roles) > 0 && !slices.Contains(roles, c.Role) {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			d.add(i, c)
		}
	}
	return ctx.Err()
}

// lacks reports whether some log allows a column of the roles and has none; no
// roles are all of them.
func (d *Deriver) lacks(roles []logkind.Role) bool {
	for _, c := range Catalogue {
		if len(roles) > 0 && !slices.Contains(roles, c.Role) {
			continue
		}
		if slices.ContainsFunc(d.Logs(), func(l *logkind.Log) bool { return !l.Has(c.Role) && c.Fits(l) }) {
			return true
		}
	}
	return false
}

// NeedOn is Need for one of the logs, with its progress; progress may be nil.
func (d *Deriver) NeedOn(ctx context.Context, index int, progress func(done, of int64), roles ...logkind.Role) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	defer d.rest()
	done := 0
	for _, c := range Catalogue {
		if !slices.Contains(roles, c.Role) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		d.add(index, c)
		if done++; progress != nil {
			progress(int64(done), int64(len(roles)))
		}
	}
	return ctx.Err()
}

// rest gives up what only the making of columns needs.
func (d *Deriver) rest() {
	for _, w := range d.works {
		w.spare, w.steps = nil, nil
	}
	if d.joint != nil && d.joint.d != nil {
		d.joint.d.rest()
	}
}

// Complete is New, Need of everything, Logs.
func Complete(ctx context.Context, logs []*logkind.Log, p Params, l lang.Lang) ([]*logkind.Log, error) {
	d := New(logs, p, l)
	err := d.Need(ctx)
	return d.Logs(), err
}

// work is what the columns of a log share.
func (d *Deriver) work(i int) *work {
	if d.works[i] == nil {
		d.works[i] = &work{d: d, index: i}
	}
	return d.works[i]
}

func (d *Deriver) add(i int, c Derived) {
	log := d.logs[i]
	if log.Has(c.Role) || !c.Fits(log) {
		return
	}
	col := d.make(c, d.work(i))
	if col == nil {
		return
	}
	col.Name = freeName(log.Table, Title(c.Role, d.lang))
	out := *log
	out.Table = log.Table.With(col)
	out.Roles = maps.Clone(log.Roles)
	if out.Roles == nil {
		out.Roles = logkind.Roles{}
	}
	out.Roles[c.Role] = col.Name
	logs := slices.Clone(d.logs)
	logs[i] = &out
	d.put(logs)
}

// freeName avoids a header that the sheet itself has.
func freeName(t *table.Table, name string) string {
	for n := 2; ; n++ {
		if t.Column(name) == nil {
			return name
		}
		name = name + " " + strconv.Itoa(n)
	}
}
