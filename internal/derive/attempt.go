package derive

import (
	"slices"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// attempt numbers the attempts at each matter of an outbound log. A matter is
// what its own column says; else an order, else a customer with a reason. A row
// that names none is a matter of its own.
var attempt = Derived{
	Role: Attempt,
	Type: table.Number,
	Fits: attempts,
	Make: func(w *work) *table.Column {
		out := make([]float64, w.rows())
		for i := range out {
			out[i] = 1
		}
		w.byMatter().each(func(g group) {
			for i, r := range g.rows {
				out[r] = float64(i + 1)
			}
		})
		return table.NumColumn("", table.Number, out)
	},
}

// matterSolved is, on a matter's first attempt, whether any attempt solved it.
var matterSolved = Derived{
	Role: MatterSolved,
	Type: table.Bool,
	Fits: func(l *logkind.Log) bool { return attempts(l) && l.Has(logkind.Resolved) },
	Make: func(w *work) *table.Column {
		resolved := w.log().Col(logkind.Resolved)
		out := w.missing()
		for i := range out {
			out[i] = resolved.Num(i)
		}
		w.byMatter().each(func(g group) {
			solved := 0.0
			for _, r := range g.rows {
				if resolved.Num(int(r)) == 1 {
					solved = 1
				}
				out[r] = table.Missing
			}
			out[g.rows[0]] = solved
		})
		return w.bool(out)
	},
}

// attempts reports whether the rows of a log are attempts.
func attempts(l *logkind.Log) bool { return l.Kind == logkind.Outbound }

// matterTries is, on a matter's first attempt, how many attempts it took.
var matterTries = Derived{
	Role: MatterTries,
	Type: table.Number,
	Fits: attempts,
	Make: func(w *work) *table.Column {
		out := make([]float64, w.rows())
		for i := range out {
			out[i] = 1
		}
		w.byMatter().each(func(g group) {
			for _, r := range g.rows {
				out[r] = table.Missing
			}
			out[g.rows[0]] = float64(len(g.rows))
		})
		return table.NumColumn("", table.Number, out)
	},
}

// byMatter gathers the rows of each matter in time order; in row order where
// the log knows no times.
func (w *work) byMatter() *order {
	if w.matters != nil {
		return w.matters
	}
	log := w.log()
	var times []float64
	if c := timeOf(log); c != nil {
		times = c.Nums
	} else {
		times = make([]float64, w.rows())
	}
	keys, top := matterKeys(log)
	w.matters = orderBy(keys, top, times)
	return w.matters
}

// matterKeys numbers the matters of a log, 0 for rows that name none.
func matterKeys(l *logkind.Log) (keys []uint32, top int) {
	for _, r := range []logkind.Role{logkind.Matter, logkind.OrderID} {
		if c := l.Col(r); c != nil && c.Type.Coded() {
			return c.Codes, c.Dict.Len()
		}
	}
	who := customerOf(l)
	if who == nil {
		return make([]uint32, l.Table.Rows), 0
	}
	for _, r := range []logkind.Role{logkind.Cause, logkind.Type1} {
		if c := l.Col(r); c != nil && c.Type.Coded() {
			return pairs(who.Codes, c.Codes)
		}
	}
	return who.Codes, who.Dict.Len()
}

// pairs numbers the different pairs of two codes; 0 where the first is missing.
func pairs(a, b []uint32) (keys []uint32, n int) {
	const dense = 1 << 24 // pairs that are told apart by a plain list
	keys = make([]uint32, len(a))
	if len(a) == 0 {
		return keys, 0
	}
	width := uint64(slices.Max(b)) + 1
	if all := width * (uint64(slices.Max(a)) + 1); all <= dense {
		seen := make([]uint32, all)
		for i, x := range a {
			if x == 0 {
				continue
			}
			p := uint64(x)*width + uint64(b[i])
			if seen[p] == 0 {
				n++
				seen[p] = uint32(n)
			}
			keys[i] = seen[p]
		}
		return keys, n
	}
	seen := map[uint64]uint32{}
	for i, x := range a {
		if x == 0 {
			continue
		}
		p := uint64(x)*width + uint64(b[i])
		k, ok := seen[p]
		if !ok {
			n++
			k = uint32(n)
			seen[p] = k
		}
		keys[i] = k
	}
	return keys, n
}
