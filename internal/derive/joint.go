package derive

import (
	"slices"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// jointly are the columns that tell of a customer's contacts one after the other.
// With Params.Joint they run through all logs of contacts: who called after a
// chat came a second time.
var jointly = []logkind.Role{VisitStart, VisitNumber, Gap, DayContacts, DayBefore, FirstContact, Returned, SolvedFirst, Burst}

// joint is the contacts of several logs in one.
type joint struct {
	d     *Deriver    // of the one log
	first map[int]int // of each log, by its place: its first row there
	names []string    // of the logs
}

// make makes a column: over all logs of contacts where that is wished and the
// log is one of them.
func (d *Deriver) make(c Derived, w *work) *table.Column {
	if !slices.Contains(jointly, c.Role) {
		return c.Make(w)
	}
	j := d.together()
	from, ok := j.first[w.index]
	if !ok {
		return c.Make(w)
	}
	j.d.add(0, c)
	col := j.d.logs[0].Col(c.Role)
	if col == nil {
		return nil
	}
	out := *col
	if col.Type.Coded() {
		out.Codes = col.Codes[from : from+w.rows()]
	} else {
		out.Nums = col.Nums[from : from+w.rows()]
	}
	return &out
}

// Together names the logs whose contacts are counted together; none where each
// log is counted by itself.
func (d *Deriver) Together() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.together().names
}

func (d *Deriver) together() *joint {
	if d.joint == nil {
		d.joint = &joint{}
		if d.params.Joint {
			d.joint = d.joinContacts()
		}
	}
	return d.joint
}

// joinContacts puts the rows of the logs in which customers get in touch behind
// each other: of those that know customers by the same role. Logs that know no
// times of day are counted by themselves beside logs that do.
func (d *Deriver) joinContacts() *joint {
	j := &joint{first: map[int]int{}}
	who, list := jointLogs(d.logs)
	if len(list) < 2 {
		return j
	}
	rows := 0
	for _, i := range list {
		rows += d.logs[i].Table.Rows
	}
	times, customers, types := make([]float64, 0, rows), newNames(), newNames()
	codes, kinds := make([]uint32, 0, rows), make([]uint32, 0, rows)
	solved, known := make([]float64, 0, rows), false
	for _, i := range list {
		l := d.logs[i]
		j.first[i] = len(times)
		j.names = append(j.names, l.Name)
		times = append(times, timeOf(l).Nums...)
		customer, kind := customers.of(d.work(i).inShops(l.Col(who), d.sharedShops() != nil)), types.of(l.Col(logkind.Type1))
		resolved := l.Col(logkind.Resolved)
		known = known || resolved != nil
		for row := range l.Table.Rows {
			codes, kinds = append(codes, customer(row)), append(kinds, kind(row))
			s := 1.0 // where a log does not say what was resolved, no return is enough
			if resolved != nil {
				s = resolved.Num(row)
			}
			solved = append(solved, s)
		}
	}
	when := table.NumColumn("time", table.Time, times)
	when.DateOnly = timeOf(d.logs[list[0]]).DateOnly
	all := &logkind.Log{Kind: logkind.Inbound, Roles: logkind.Roles{logkind.Time: "time", logkind.Customer: "customer", logkind.Type1: "type1"},
		Table: table.New(when, &table.Column{Name: "customer", Type: table.Text, Codes: codes, Dict: customers.dict()},
			&table.Column{Name: "type1", Type: table.Text, Codes: kinds, Dict: types.dict()})}
	if known {
		all.Table = all.Table.With(table.BoolColumn("resolved", d.lang.T("derive.yes"), d.lang.T("derive.no"), solved))
		all.Roles[logkind.Resolved] = "resolved"
	}
	p := d.params
	p.Joint = false
	j.d = New([]*logkind.Log{all}, p, d.lang)
	return j
}

// jointLogs are the places of the logs whose contacts can be counted together,
// and the role that tells their customers apart: the one that most logs know.
func jointLogs(logs []*logkind.Log) (who logkind.Role, list []int) {
	for _, r := range []logkind.Role{logkind.Customer, logkind.Phone} {
		var dated, clocked []int
		for i, l := range logs {
			c := l.Col(r)
			if l.Kind != logkind.Inbound && l.Kind != logkind.Chat || c == nil || !c.Type.Coded() || timeOf(l) == nil {
				continue
			}
			if timeOf(l).DateOnly {
				dated = append(dated, i)
			} else {
				clocked = append(clocked, i)
			}
		}
		if len(clocked) == 0 {
			clocked = dated
		}
		if len(clocked) > len(list) {
			who, list = r, clocked
		}
	}
	return who, list
}
