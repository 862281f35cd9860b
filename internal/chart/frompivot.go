package chart

import (
	"math"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// maxSeries is how many series are told apart by colour; the rest are summed
// up where they are parts of a whole, and named at the foot where they are not.
const maxSeries = 12

// FromPivot turns a result into a chart of a kind; "" takes Default. Along the
// axis go the rows, or the columns where only they have an order; a second row
// level with few members becomes the series. Cells leads each mark back.
func FromPivot(r *pivot.Result, kind Kind, l lang.Lang) *Chart {
	if kind == "" {
		kind = Default(r)
	}
	s := arrange(r, kind, l)
	c := &Chart{Kind: kind, Lang: string(l), Parts: parts(r), Format: ValueFormat(r, 0)}
	if len(r.Values) > 0 {
		c.Unit = unit(r.Values[0], c.Format)
	}
	c.Categories, c.Full, c.Keys, c.Rest = s.along.names, s.along.full, s.along.keys, s.along.rest
	c.Time, c.Ordered, c.Times = s.along.time, s.along.ordered, s.along.times
	for i, name := range s.across.names {
		for v := range r.Values {
			c.Series = append(c.Series, s.series(r, i, v, name))
		}
	}
	byValue(c, r, kind)
	c.limit(kind)
	return c
}

// side is the members of one side of a chart.
type side struct {
	names, full, keys []string
	rest              []bool
	times             []float64
	time, ordered     bool
}

// shape says how the members of a result become categories and series.
type arrangement struct {
	along, across side
	cell          func(category, series int) (row, col int) // −1 where there is none
}

func (s *arrangement) series(r *pivot.Result, i, v int, name string) Series {
	out := Series{Name: name, Key: s.across.keys[i], Other: s.across.rest[i]}
	title := r.Values[v].Title
	switch {
	case name == "":
		out.Name, out.Key = title, Key("\x01value", title)
		if len(r.Values) == 1 {
			out.Key = ""
		}
	case len(r.Values) > 1:
		out.Name = name + " · " + title
		out.Key += "\x00" + title
	}
	for j := range s.along.names {
		row, col := s.cell(j, i)
		value := math.NaN()
		if row >= 0 && col >= 0 {
			value = r.At(row, col, v)
		}
		out.Values = append(out.Values, value)
		out.Cells = append(out.Cells, Cell{row, col, v})
	}
	if f := ValueFormat(r, v); v > 0 && f != ValueFormat(r, 0) {
		out.Format = &f
		out.Unit = unit(r.Values[v], f)
	}
	return out
}

// arrange chooses what goes along the axis.
func arrange(r *pivot.Result, kind Kind, l lang.Lang) arrangement {
	rows, cols := r.Rows.Leaves(), r.Cols.Leaves()
	if len(r.Rows.Dims) == 2 && len(r.Cols.Dims) == 0 && len(r.Values) == 1 && !find(kind).single {
		if a, ok := nested(r, kind, l); ok {
			return a
		}
	}
	down, right := sideOf(r.Rows, l), sideOf(r.Cols, l)
	if find(kind).single {
		// The other side counts as a whole: its grand total, which is right for
		// means too.
		one := sideOf(pivot.Axis{Members: make([]pivot.Member, 1)}, l)
		row, col := len(r.Rows.Members)-1, len(r.Cols.Members)-1
		if len(r.Rows.Dims) == 0 || !suitsAlong(kind, r.Rows) && suitsAlong(kind, r.Cols) {
			return arrangement{right, one, func(c, _ int) (int, int) { return row, cols[c] }}
		}
		return arrangement{down, one, func(c, _ int) (int, int) { return rows[c], col }}
	}
	if columnsAlong(r, kind) {
		return arrangement{right, down, func(c, s int) (int, int) { return rows[s], cols[c] }}
	}
	return arrangement{down, right, func(c, s int) (int, int) { return rows[c], cols[s] }}
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
func nested(r *pivot.Result, kind Kind, l lang.Lang) (arrangement, bool) {
	type at struct{ outer, inner string }
	place := map[at]int{}
	outer := pivot.Axis{Dims: r.Rows.Dims[:1]}
	inner := pivot.Axis{Dims: r.Rows.Dims[1:]}
	seen := map[string]bool{}
	for _, m := range r.Rows.Leaves() {
		path := r.Rows.Members[m].Path
		if len(path) < 2 {
			return arrangement{}, false
		}
		a, b := identity(path[0]), identity(path[1])
		place[at{a, b}] = m
		if !seen["a"+a] {
			seen["a"+a] = true
			outer.Members = append(outer.Members, pivot.Member{Path: path[:1]})
		}
		if !seen["b"+b] {
			seen["b"+b] = true
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
	return arrangement{sideOf(along, l), sideOf(across, l), func(c, s int) (int, int) {
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

func identity(l pivot.Label) string {
	switch {
	case l.Other:
		return "\x01"
	case l.Missing:
		return "\x02"
	}
	return l.Text
}

// sideOf names the leaves of an axis; an axis without dimensions has one
// without a name.
func sideOf(a pivot.Axis, l lang.Lang) side {
	s := side{time: periodic(a), ordered: ordered(a)}
	leaves := a.Leaves()
	if len(a.Dims) == 0 {
		for range leaves {
			s.names, s.full, s.keys, s.rest = append(s.names, ""), append(s.full, ""), append(s.keys, ""), append(s.rest, false)
		}
		return s
	}
	levels := make([][]string, len(a.Dims))
	for d := range a.Dims {
		levels[d] = levelNames(a, leaves, d, l)
	}
	dim := make([]string, len(a.Dims))
	for d := range a.Dims {
		dim[d] = a.Dims[d].Title
	}
	for k, m := range leaves {
		path := a.Members[m].Path
		var names, full, key []string
		rest := false
		for d, lab := range path {
			names = append(names, levels[d][k])
			full = append(full, LabelFull(a.Dims[d], lab, l))
			key = append(key, identity(lab))
			rest = rest || lab.Other
		}
		s.names = append(s.names, strings.Join(names, " › "))
		s.full = append(s.full, strings.Join(full, " › "))
		s.keys = append(s.keys, Key(strings.Join(dim, " › "), strings.Join(key, "\x03")))
		s.rest = append(s.rest, rest)
		if len(path) == 1 && s.time {
			s.times = append(s.times, path[0].Num)
		}
	}
	if len(s.times) != len(s.names) {
		s.times = nil
	}
	return s
}

func levelNames(a pivot.Axis, leaves []int, d int, l lang.Lang) []string {
	labels := make([]pivot.Label, len(leaves))
	for k, m := range leaves {
		labels[k] = a.Members[m].Path[d]
	}
	return Labels(a.Dims[d], labels, l)
}

// LabelText is the text of one member of a dimension for people.
func LabelText(d pivot.DimInfo, m pivot.Label, l lang.Lang) string {
	return Labels(d, []pivot.Label{m}, l)[0]
}

// LabelFull is LabelText with everything said: year and weekday of a date.
func LabelFull(d pivot.DimInfo, m pivot.Label, l lang.Lang) string {
	if special := blankOrOther(m, l); special != "" {
		return special
	}
	return display.FullLabel(string(d.Func), m.Text, m.Num, d.Width, l)
}

// Labels are the texts of the members of a dimension that stand on one axis:
// dates have their year where there is more than one.
func Labels(d pivot.DimInfo, members []pivot.Label, l lang.Lang) []string {
	texts, nums := make([]string, len(members)), make([]float64, len(members))
	for i, m := range members {
		texts[i], nums[i] = m.Text, m.Num
		if m.Missing || m.Other {
			nums[i] = math.NaN()
		}
	}
	out := display.Labels(string(d.Func), texts, nums, d.Width, l)
	for i, m := range members {
		if special := blankOrOther(m, l); special != "" {
			out[i] = special
		}
	}
	return out
}

func blankOrOther(m pivot.Label, l lang.Lang) string {
	switch {
	case m.Other:
		return display.Other(l)
	case m.Missing:
		return display.Blank(l)
	}
	return ""
}

func periodic(a pivot.Axis) bool {
	return len(a.Dims) == 1 && a.Dims[0].Func.Periodic()
}

// ordered reports whether the members of an axis have an order of their own.
func ordered(a pivot.Axis) bool {
	if len(a.Dims) != 1 {
		return false
	}
	switch f := a.Dims[0].Func; f {
	case pivot.Hour, pivot.Weekday, pivot.Band:
		return true
	default:
		return f.Periodic()
	}
}
