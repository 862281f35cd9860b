package chart

import (
	"math"
	"sort"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Default is the kind that suits a result best.
func Default(r *pivot.Result) Kind {
	a := arrange(r, Column, lang.ZH)
	categories, series := len(a.along.names), len(a.across.names)
	if len(r.Values) > 1 {
		if series == 1 && ValueFormat(r, 0) != ValueFormat(r, 1) && Fits(Combo, r) {
			return Combo
		}
		if a.along.time {
			return Line
		}
		return Column
	}
	negative := false
	for _, v := range r.Cells {
		negative = negative || v < 0
	}
	switch {
	case series == 1 && a.along.time:
		if categories > 16 || !parts(r) {
			return Line
		}
		return Column
	case series == 1 && a.along.ordered:
		return Column
	case series == 1:
		return Bar
	case a.along.time:
		if parts(r) && !negative && series <= 8 && categories <= 14 {
			return Stacked
		}
		if series <= maxSeries {
			return Line
		}
		return Heat
	case a.along.ordered && a.across.ordered:
		return Heat
	case series > 8 || categories*series > 60:
		return Heat
	case parts(r) && !negative:
		return Stacked
	}
	return Column
}

// Fits reports whether a kind can show a result without lying.
func Fits(k Kind, r *pivot.Result) bool {
	t := find(k)
	if t.ID != k {
		return false
	}
	if t.needs != nil && !t.needs(r) {
		return false
	}
	c := FromPivot(r, k, lang.ZH)
	return c.empty(t) == "" || c.empty(t) == "chart.empty"
}

// additive is the need of types that stack or share.
func additive(r *pivot.Result) bool { return parts(r) }

// severalValues is the need of types that set values against each other.
func severalValues(r *pivot.Result) bool { return len(r.Values) > 1 }

// byDay is the need of the calendar.
func byDay(r *pivot.Result) bool { return suitsAlong(Calendar, r.Rows) || suitsAlong(Calendar, r.Cols) }

// byProvince is the need of the map.
func byProvince(r *pivot.Result) bool { return suitsAlong(Map, r.Rows) || suitsAlong(Map, r.Cols) }

// byValue sets what the kinds with a role for each value need.
func byValue(c *Chart, r *pivot.Result, kind Kind) {
	if kind == Combo {
		for i := range c.Series {
			c.Series[i].Second = i > 0 && len(r.Values) > 1 && i%len(r.Values) > 0
		}
	}
}

// limit keeps the number of series within what colours can tell apart.
func (c *Chart) limit(kind Kind) {
	switch kind {
	case Column, Stacked, Line, Area, Percent, Bar:
	default:
		return
	}
	if len(c.Series) <= maxSeries {
		return
	}
	size := make([]float64, len(c.Series))
	order := make([]int, len(c.Series))
	for i := range c.Series {
		order[i] = i
		for _, v := range c.Series[i].Values {
			if !math.IsNaN(v) {
				size[i] += math.Abs(v)
			}
		}
	}
	sort.SliceStable(order, func(a, b int) bool {
		i, j := order[a], order[b]
		if c.Series[i].Other != c.Series[j].Other {
			return c.Series[j].Other
		}
		return size[i] > size[j]
	})
	keep := map[int]bool{}
	for _, i := range order[:maxSeries-1] {
		keep[i] = true
	}
	var kept, cut []Series
	for i, s := range c.Series {
		if keep[i] {
			kept = append(kept, s)
		} else {
			cut = append(cut, s)
		}
	}
	c.Series = kept
	if !c.Parts {
		c.Omitted = len(cut)
		return
	}
	c.Series = append(c.Series, c.summed(cut))
}

// summed is the sum of several series as one.
func (c *Chart) summed(list []Series) Series {
	out := Series{Name: display.Other(language(c.Lang)), Other: true}
	for j := range c.Categories {
		sum := math.NaN()
		for _, s := range list {
			if v := s.value(j); !math.IsNaN(v) {
				if math.IsNaN(sum) {
					sum = 0
				}
				sum += v
			}
		}
		out.Values = append(out.Values, sum)
		out.Cells = append(out.Cells, Cell{-1, -1, 0})
	}
	return out
}
