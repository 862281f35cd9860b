package chart

import (
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Default is the kind that suits a result best.
func Default(r *pivot.Result) Kind {
	a := arrange(r, Column)
	categories, series := len(a.along.Leaves()), len(a.across.Leaves())
	time, inOrder := periodic(a.along), ordered(a.along)
	if len(r.Values) > 1 {
		if series == 1 && formatOf(r, 0) != formatOf(r, 1) && Fits(Combo, r) {
			return Combo
		}
		if time {
			return Line
		}
		return Column
	}
	negative := false
	for _, v := range r.Cells {
		negative = negative || v < 0
	}
	switch {
	case series == 1 && time:
		if categories > 16 || !parts(r) {
			return Line
		}
		return Column
	case series == 1 && inOrder:
		return Column
	case series == 1:
		return Bar
	case time:
		if parts(r) && !negative && series <= 8 && categories <= 14 {
			return Stacked
		}
		if series <= maxSeries {
			return Line
		}
		return Heat
	case inOrder && ordered(a.across):
		return Heat
	case series > 8 || categories*series > 60:
		return Heat
	case parts(r) && !negative:
		return Stacked
	}
	return Column
}

// Fits reports whether a kind can show a result without lying.
func Fits(k Kind, r *pivot.Result) bool { return Unfit(k, r) == "" }

// Unfit is the key of the sentence that says why a kind cannot show a result
// without lying, and what would help; "" where it can.
func Unfit(k Kind, r *pivot.Result) string {
	t := find(k)
	why := "chart.unsuited." + string(k)
	if t.ID != k || t.needs != nil && !t.needs(r) {
		return why
	}
	c := FromPivot(r, k, lang.ZH)
	switch empty := c.empty(t); {
	case empty != "" && empty != "chart.empty":
		return empty
	case t.several && len(c.Series) == 1:
		return "chart.several"
	}
	return ""
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
