package report

import (
	"slices"
	"sort"

	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// narrowed is the part of a log that lies in a period. A report asks dozens of
// pivots about one week of a year; on the part each costs a fiftieth.
type narrowed struct {
	from, to int   // the rows, where they follow each other
	rows     []int // else, which they are
	cols     map[*table.Column]*table.Column
	of       *logkind.Log // the log that log was made from
	log      *logkind.Log
}

type narrowKey struct {
	index    int
	from, to float64
}

// within is the log with the rows of a period only; nil where nothing is gained
// by that, or the engine does not read the tables of this process.
func (v *view) within(p pivot.Period) *logkind.Log {
	if v.time == "" || p.All() || !pivot.Local(v.b.In.Engine) {
		return nil
	}
	log := v.log()
	key := narrowKey{v.index, p.From, p.To}
	n := v.b.narrowed[key]
	if n == nil {
		n = &narrowed{cols: map[*table.Column]*table.Column{}}
		n.find(log.Col(v.time).Nums, p)
		v.b.narrowed[key] = n
	}
	if n.of != log {
		n.of, n.log = log, n.take(log)
	}
	return n.log
}

// runFew is run over the rows of the period, for pivots of many members of few
// rows: their rows are put together first, so that members need not be told
// apart in all the others.
func (v *view) runFew(spec pivot.Spec) *pivot.Result {
	if !pivot.Local(v.b.In.Engine) {
		return v.run(v.period, spec)
	}
	n := narrowed{rows: v.behind(spec.Where...)}
	all := v.log()
	if 2*len(n.rows) > all.Table.Rows {
		return v.run(v.period, spec)
	}
	spec.Where = nil
	few := *all
	few.Table = &table.Table{Rows: len(n.rows), Sources: all.Table.Sources}
	for _, name := range spec.Columns() {
		if c := all.Find(name); c != nil {
			few.Table.Cols = append(few.Table.Cols, n.column(c))
		}
	}
	return v.ask(&few, spec)
}

// find settles which rows lie in the period: a stretch, where the log is in
// order of time.
func (n *narrowed) find(times []float64, p pivot.Period) {
	if sort.Float64sAreSorted(times) && (len(times) == 0 || times[0] == times[0]) {
		n.from = sort.SearchFloat64s(times, p.From)
		n.to = sort.SearchFloat64s(times, p.To)
		return
	}
	n.rows = []int{}
	for i, t := range times {
		if t >= p.From && t < p.To {
			n.rows = append(n.rows, i)
		}
	}
}

// take makes the narrowed log; columns that were narrowed before are kept.
func (n *narrowed) take(log *logkind.Log) *logkind.Log {
	out := *log
	t := &table.Table{Rows: n.to - n.from, Sources: log.Table.Sources}
	if n.rows != nil {
		t.Rows = len(n.rows)
	}
	for _, c := range log.Table.Cols {
		if n.cols[c] == nil {
			n.cols[c] = n.column(c)
		}
		t.Cols = append(t.Cols, n.cols[c])
	}
	out.Table = t
	return &out
}

func (n *narrowed) column(c *table.Column) *table.Column {
	out := *c
	if c.Type.Coded() {
		out.Codes = pick(n, c.Codes)
	} else {
		out.Nums = pick(n, c.Nums)
	}
	return &out
}

func pick[T any](n *narrowed, list []T) []T {
	if n.rows == nil {
		return slices.Clip(list[n.from:n.to])
	}
	out := make([]T, len(n.rows))
	for i, r := range n.rows {
		out[i] = list[r]
	}
	return out
}
