package chart

import (
	"strings"

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
		levels[d] = a.LabelsOf(leaves, d, l)
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
			full = append(full, a.Dims[d].FullLabel(lab, l))
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
