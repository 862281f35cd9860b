package chart

import (
	"math"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

func identity(l pivot.Label) string {
	switch {
	case l.Other:
		return "\x01"
	case l.Missing:
		return "\x02"
	}
	return l.Text
}

// side is the names of some members of an axis.
type side struct {
	names, full, keys []string
	outer, inner      []string // nil where there is one level
	rest, partial     []bool
	times             []float64 // nil where they are none
}

// sideOf names leaves of an axis; an axis without dimensions has one without a
// name.
func sideOf(a pivot.Axis, leaves []int, l lang.Lang) side {
	var s side
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
		rest, partial := false, false
		for d, lab := range path {
			names = append(names, levels[d][k])
			full = append(full, LabelFull(a.Dims[d], lab, l))
			key = append(key, identity(lab))
			rest, partial = rest || lab.Other, partial || lab.Partial
		}
		s.names = append(s.names, strings.Join(names, " › "))
		if n := len(names) - 1; n > 0 {
			s.outer, s.inner = append(s.outer, strings.Join(names[:n], " › ")), append(s.inner, names[n])
		}
		s.full = append(s.full, strings.Join(full, " › "))
		s.keys = append(s.keys, Key(strings.Join(dim, " › "), strings.Join(key, "\x03")))
		s.rest, s.partial = append(s.rest, rest), append(s.partial, partial)
		if len(path) == 1 && periodic(a) {
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
