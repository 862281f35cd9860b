package pivot

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"tallyboard/internal/table"
)

// alongTime computes differences and running totals: along the columns where a
// level of theirs is time, else along such a level of the rows, else along the
// members of the innermost level as they stand.
func (v *viewer) alongTime(rows, cols *tree) {
	w := walk{viewer: v, tree: cols, axis: v.Cols, level: timeLevel(cols)}
	if w.level < 0 {
		if level := timeLevel(rows); level >= 0 || cols.depth() == 0 {
			w.tree, w.axis, w.level, w.byRow = rows, v.Rows, level, true
		}
	}
	if w.timed = w.level >= 0; !w.timed {
		w.level = w.tree.depth() - 1
	}
	for i, x := range v.Raw {
		if v.Cells[i] = math.NaN(); v.Spec.Show == Running {
			v.Cells[i] = x
		}
	}
	if w.level < 0 {
		return
	}
	across := len(v.Cols.Members)
	if !w.byRow {
		across = len(v.Rows.Members)
	}
	for _, chain := range w.chains() {
		for c := range across {
			for k := range v.Values {
				w.along(chain, c, k)
			}
		}
	}
}

// walk is a way along one level of one axis.
type walk struct {
	*viewer
	*tree
	axis  Axis
	level int
	timed bool // members have an order of their own, that of time
	byRow bool

	earliest float64 // of all members
	cut      bool    // Top cut members off: a period that is not there may have rows
}

func (w *walk) cell(member, across, value int) int {
	if w.byRow {
		return w.index(member, across, value)
	}
	return w.index(across, member, value)
}

func (w *walk) num(member int) float64 { return w.axis.Members[member].Path[w.level].Num }

// along computes one chain of cells.
func (w *walk) along(chain []int, across, value int) {
	sum := math.NaN()
	for i, m := range chain {
		at := w.cell(m, across, value)
		x := w.Raw[at]
		if w.Spec.Show == Running {
			if sum != sum {
				sum = x
			} else if x == x {
				sum += x
			}
			w.Cells[at] = sum
			continue
		}
		before := math.NaN()
		switch {
		case i > 0 && w.follows(chain[i-1], m):
			before = w.Raw[w.cell(chain[i-1], across, value)]
		case w.cut:
		case i > 0 || w.timed && w.num(m) > w.earliest:
			before = w.empty[value] // that period has no rows
		}
		w.Cells[at] = x - before
		if w.Spec.Show == DiffShare {
			w.Cells[at] = ratio(x-before, math.Abs(before))
		}
	}
}

// follows reports whether no period lies between two members.
func (w *walk) follows(a, b int) bool {
	next := w.levels[w.level].next
	return !w.timed || next == nil || next(w.num(a)) == w.num(b)
}

// timeLevel is the innermost level along time, −1 where there is none.
func timeLevel(t *tree) int {
	for i := len(t.levels) - 1; i >= 0; i-- {
		c := t.levels[i].coding
		typ := t.levels[i].info.Type
		if c.next != nil || t.levels[i].info.Func == Plain && (typ == table.Time || typ == table.Clock) {
			return i
		}
	}
	return -1
}

// chains lists the members that differ only in the level, in the order of time
// or else of display. Blank and the rest of a top are in none.
func (w *walk) chains() [][]int {
	byRest := map[string]int{}
	var out [][]int
	w.earliest = math.Inf(1)
	for i, m := range w.axis.Members {
		w.cut = w.cut || len(m.Path) > w.level && m.Path[w.level].Other
		if len(m.Path) <= w.level || m.Path[w.level].Missing || m.Path[w.level].Other {
			continue
		}
		w.earliest = min(w.earliest, w.num(i))
		var rest strings.Builder
		for d, l := range m.Path {
			if d != w.level {
				rest.WriteString(l.key())
			}
			rest.WriteByte(0)
		}
		at, ok := byRest[rest.String()]
		if !ok {
			at = len(out)
			byRest[rest.String()] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], i)
	}
	if w.timed {
		for _, chain := range out {
			slices.SortFunc(chain, func(a, b int) int { return cmp.Compare(w.num(a), w.num(b)) })
		}
	}
	return out
}

// key tells labels of one level apart.
func (l Label) key() string {
	switch {
	case l.Missing:
		return "\x01"
	case l.Other:
		return "\x02"
	}
	return l.Text
}
