package sheet

import (
	"cmp"
	"slices"
)

// blank reports whether stored row r holds no value.
func (g *Grid) blank(r int) bool {
	for c := range g.Cols {
		k := &g.Cols[c]
		if k.Text != nil && k.Text[r] != 0 || k.Num != nil && k.Num[r] == k.Num[r] {
			return false
		}
	}
	return true
}

// dropBlank takes out stored rows whose cells all turned out to be empty text.
func (g *Grid) dropBlank() {
	keep := make([]int, 0, len(g.RowNo))
	for r := range g.RowNo {
		if !g.blank(r) {
			keep = append(keep, r)
		}
	}
	if len(keep) < len(g.RowNo) {
		g.pick(keep)
	}
}

// sortRows puts rows in the order of their numbers. Of two rows with one
// number the later wins cell by cell.
func (g *Grid) sortRows() {
	order := make([]int, len(g.RowNo))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(g.RowNo[a], g.RowNo[b]) })
	g.pick(order)
	keep := order[:0]
	for r := range g.RowNo {
		if n := len(keep); n > 0 && g.RowNo[keep[n-1]] == g.RowNo[r] {
			g.merge(keep[n-1], r)
			continue
		}
		keep = append(keep, r)
	}
	g.pick(keep)
	slices.Sort(g.Hidden)
	g.Hidden = slices.Compact(g.Hidden)
}

// merge writes the values of row from over those of row to.
func (g *Grid) merge(to, from int) {
	for c := range g.Cols {
		k := &g.Cols[c]
		text := k.Text != nil && k.Text[from] != 0
		num := k.Num != nil && k.Num[from] == k.Num[from]
		if !text && !num {
			continue
		}
		if k.Text != nil {
			k.Text[to] = k.Text[from]
		}
		if k.Num != nil {
			k.Num[to] = k.Num[from]
		}
		if k.Form != nil {
			k.Form[to] = k.Form[from]
		}
	}
}

// pick leaves the given stored rows, in the given order.
func (g *Grid) pick(rows []int) {
	g.RowNo = pick(g.RowNo, rows)
	for c := range g.Cols {
		k := &g.Cols[c]
		k.Text, k.Num, k.Form = pick(k.Text, rows), pick(k.Num, rows), pick(k.Form, rows)
	}
}

func pick[T any](s []T, rows []int) []T {
	if s == nil {
		return nil
	}
	out := make([]T, len(rows))
	for i, r := range rows {
		out[i] = s[r]
	}
	return out
}

// trim drops columns without any value behind the last that has one, and the
// empty halves of the others.
func (g *Grid) trim() {
	last := 0
	for c := range g.Cols {
		k := &g.Cols[c]
		if !slices.ContainsFunc(k.Text, func(v uint32) bool { return v != 0 }) {
			k.Text = nil
		}
		if !slices.ContainsFunc(k.Num, func(v float64) bool { return v == v }) {
			k.Num = nil
		}
		if k.Text != nil || k.Num != nil {
			last = c + 1
		} else {
			*k = Column{}
		}
	}
	g.Cols = g.Cols[:last]
}

// head leaves the first n stored rows.
func (g *Grid) head(n int) {
	if len(g.RowNo) <= n {
		return
	}
	g.RowNo = g.RowNo[:n]
	for c := range g.Cols {
		k := &g.Cols[c]
		if k.Text != nil {
			k.Text = k.Text[:n]
		}
		if k.Num != nil {
			k.Num = k.Num[:n]
		}
		if k.Form != nil {
			k.Form = k.Form[:n]
		}
	}
	g.trim()
	if n > 0 {
		g.Blank = int(g.RowNo[n-1]-g.RowNo[0]) + 1 - n
	}
}
