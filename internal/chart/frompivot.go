package chart

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// How much one chart shows. Series are told apart by colour: what is beyond is
// summed up where it is parts of a whole, and counted at the foot where it is
// not. Of categories the greatest are kept, of times the latest.
const (
	maxSeries     = 12
	maxRows       = 400 // of a heat map, or panels
	maxCategories = 400
	maxTimes      = 1000
)

// FromPivot turns a result into a chart of a kind; "" takes Default. Along the
// axis go the rows, or the columns where only they have an order; a second row
// level with few members becomes the series. Cells leads each mark back.
func FromPivot(r *pivot.Result, kind Kind, l lang.Lang) *Chart {
	if kind == "" {
		kind = Default(r)
	}
	a := arrange(r, kind)
	c := &Chart{Kind: kind, Lang: string(l), Parts: parts(r), Format: formatOf(r, 0), Time: periodic(a.along), Ordered: ordered(a.along)}
	if len(r.Values) > 0 {
		c.Unit = unit(r.Values[0], c.Format, l)
	}
	along, across := a.along.Leaves(), a.across.Leaves()
	along, c.OmittedCategories = a.mostImportant(r, along, across, c.Time || c.Ordered)
	s := sideOf(a.along, along, l)
	c.Categories, c.Full, c.Keys, c.Rest, c.Times, c.Partial = s.names, s.full, s.keys, s.rest, s.times, s.partial

	c.Outer, c.Leaf = s.outer, s.inner

	kept, cut := a.chosen(r, kind, along, across)
	names := sideOf(a.across, kept, l)
	for i, m := range kept {
		for v := range r.Values {
			c.Series = append(c.Series, a.series(r, along, m, v, names, i, l))
		}
	}
	switch {
	case len(cut) > 0 && c.Parts:
		c.Series = append(c.Series, a.rest(r, along, cut, l))
	case len(cut) > 0:
		c.Omitted = len(cut)
	}
	byValue(c, r, kind)
	return c
}

// arrangement says how the members of a result become categories and series.
// Members are indices into along.Members and across.Members.
type arrangement struct {
	along, across pivot.Axis
	cell          func(category, series int) (row, col int) // −1 where there is none
}

// at is the number of a mark; NaN where there is none.
func (a *arrangement) at(r *pivot.Result, category, series, value int) float64 {
	row, col := a.cell(category, series)
	if row < 0 || col < 0 {
		return math.NaN()
	}
	return r.At(row, col, value)
}

// mostImportant keeps what a chart has room for of the categories, in order.
func (a *arrangement) mostImportant(r *pivot.Result, along, across []int, inOrder bool) (kept []int, omitted int) {
	switch {
	case inOrder && len(along) > maxTimes:
		return along[len(along)-maxTimes:], len(along) - maxTimes
	case inOrder || len(along) <= maxCategories:
		return along, 0
	}
	size := make([]float64, len(along))
	for i, m := range along {
		for _, s := range across {
			if v := a.at(r, m, s, 0); !math.IsNaN(v) {
				size[i] += math.Abs(v)
			}
		}
	}
	kept, _ = greatest(along, size, maxCategories)
	return kept, len(along) - maxCategories
}

// chosen keeps what a kind can tell apart of the series, in order.
func (a *arrangement) chosen(r *pivot.Result, kind Kind, along, across []int) (kept, cut []int) {
	most := maxRows
	switch kind {
	case Column, Stacked, Line, Area, Percent, Bar, Combo:
		most = maxSeries
	}
	if len(across) <= most {
		return across, nil
	}
	size := make([]float64, len(across))
	for i, s := range across {
		for _, m := range along {
			if v := a.at(r, m, s, 0); !math.IsNaN(v) {
				size[i] += math.Abs(v)
			}
		}
		if path := a.across.Members[s].Path; len(path) > 0 && path[len(path)-1].Other {
			size[i] = -1 // it goes into the rest
		}
	}
	return greatest(across, size, most-1)
}

// greatest splits a list into its n greatest and the others, both in order.
func greatest(list []int, size []float64, n int) (kept, cut []int) {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(size[j], size[i]) })
	keep := make([]bool, len(list))
	for _, i := range order[:n] {
		keep[i] = true
	}
	for i, m := range list {
		if keep[i] {
			kept = append(kept, m)
		} else {
			cut = append(cut, m)
		}
	}
	return kept, cut
}

// series makes one value of a member a series.
func (a *arrangement) series(r *pivot.Result, along []int, member, value int, names side, i int, l lang.Lang) Series {
	title := r.Values[value].Title
	out := Series{Name: names.names[i], Key: names.keys[i], Other: names.rest[i]}
	switch {
	case out.Name == "":
		out.Name, out.Key = title, Key("\x01value", title)
		if len(r.Values) == 1 {
			out.Key = ""
		}
	case len(r.Values) > 1:
		out.Name += " · " + title
		out.Key += "\x00" + title
	}
	for _, m := range along {
		row, col := a.cell(m, member)
		out.Values = append(out.Values, a.at(r, m, member, value))
		out.Cells = append(out.Cells, Cell{row, col, value})
	}
	if f := formatOf(r, value); value > 0 && f != formatOf(r, 0) {
		out.Format = &f
		out.Unit = unit(r.Values[value], f, l)
	}
	return out
}

// rest is the sum of several members as one series.
func (a *arrangement) rest(r *pivot.Result, along, cut []int, l lang.Lang) Series {
	out := Series{Name: display.Other(l), Other: true}
	for _, m := range along {
		sum, some := 0.0, false
		for _, s := range cut {
			if v := a.at(r, m, s, 0); !math.IsNaN(v) {
				sum, some = sum+v, true
			}
		}
		if !some {
			sum = math.NaN()
		}
		out.Values = append(out.Values, sum)
		out.Cells = append(out.Cells, Cell{-1, -1, 0})
	}
	return out
}

// arrange chooses what goes along the axis.
func arrange(r *pivot.Result, kind Kind) arrangement {
	single := find(kind).single
	if len(r.Rows.Dims) == 2 && len(r.Cols.Dims) == 0 && len(r.Values) == 1 && !single {
		if a, ok := nested(r, kind); ok {
			return a
		}
	}
	if single {
		// The other side counts as a whole: its grand total, which is right for
		// means too.
		one := pivot.Axis{Members: make([]pivot.Member, 1)}
		row, col := len(r.Rows.Members)-1, len(r.Cols.Members)-1
		if len(r.Rows.Dims) == 0 || !suitsAlong(kind, r.Rows) && suitsAlong(kind, r.Cols) {
			return arrangement{r.Cols, one, func(c, _ int) (int, int) { return row, c }}
		}
		return arrangement{r.Rows, one, func(c, _ int) (int, int) { return c, col }}
	}
	if columnsAlong(r, kind) {
		return arrangement{r.Cols, r.Rows, func(c, s int) (int, int) { return s, c }}
	}
	return arrangement{r.Rows, r.Cols, func(c, s int) (int, int) { return c, s }}
}

// suitsAlong reports whether an axis has the members that a kind is made for.
func suitsAlong(k Kind, a pivot.Axis) bool {
	switch k {
	case Calendar:
		return len(a.Dims) == 1 && a.Dims[0].Func == pivot.Day
	case Map:
		return len(a.Dims) == 1 && mostlyProvinces(a)
	}
	return len(a.Dims) > 0
}

// columnsAlong reports whether the columns go along the axis: where only they
// have an order, and in heat maps, which look like the table.
func columnsAlong(r *pivot.Result, kind Kind) bool {
	switch {
	case len(r.Rows.Dims) == 0:
		return len(r.Cols.Dims) > 0
	case len(r.Cols.Dims) == 0:
		return false
	case kind == Heat:
		return !periodic(r.Rows) || periodic(r.Cols)
	}
	return ordered(r.Cols) && !ordered(r.Rows) || periodic(r.Cols) && !periodic(r.Rows)
}

// nested makes series of the second row level, where it has few members.
func nested(r *pivot.Result, kind Kind) (arrangement, bool) {
	type at struct{ outer, inner string }
	place := map[at]int{}
	outer := pivot.Axis{Dims: r.Rows.Dims[:1]}
	inner := pivot.Axis{Dims: r.Rows.Dims[1:]}
	seen := map[at]bool{}
	for _, m := range r.Rows.Leaves() {
		path := r.Rows.Members[m].Path
		k := at{identity(path[0]), identity(path[1])}
		place[k] = m
		if o := (at{outer: k.outer}); !seen[o] {
			seen[o] = true
			outer.Members = append(outer.Members, pivot.Member{Path: path[:1]})
		}
		if i := (at{inner: k.inner}); !seen[i] {
			seen[i] = true
			inner.Members = append(inner.Members, pivot.Member{Path: path[1:2]})
		}
	}
	// A tree whose branches share no leaves is a list of names, not a grid.
	tree := len(outer.Members) > 1 && len(place) == len(inner.Members)
	if tree || len(inner.Members) > maxSeries && kind != Heat || len(place)*3 < len(outer.Members)*len(inner.Members) {
		return arrangement{}, false
	}
	col := r.Cols.Leaves()[0]
	along, across := outer, inner
	swap := ordered(inner) && !ordered(outer)
	if swap {
		along, across = inner, outer
	}
	return arrangement{along, across, func(c, s int) (int, int) {
		k := at{identity(along.Members[c].Path[0]), identity(across.Members[s].Path[0])}
		if swap {
			k.outer, k.inner = k.inner, k.outer
		}
		if m, ok := place[k]; ok {
			return m, col
		}
		return -1, -1
	}}, true
}
