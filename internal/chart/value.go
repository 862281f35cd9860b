package chart

import (
	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// formatOf is how the numbers of a value of a result are shown.
func formatOf(r *pivot.Result, value int) display.Format {
	if value >= len(r.Values) {
		return display.Format{}
	}
	return r.Values[value].Format(r.Spec.Show)
}

// unit is what the axis says beside its numbers; money and durations carry
// theirs in every number.
func unit(v pivot.ValueInfo, f display.Format, l lang.Lang) string {
	switch {
	case f.Kind != display.Decimal:
		return ""
	case v.Unit == "s": // seconds that a person wants as plain numbers
		return l.T("display.duration.s", "")
	}
	return v.Unit
}

// parts reports whether the values are parts of a whole: counts and sums, also
// as shares of it.
func parts(r *pivot.Result) bool {
	if len(r.Values) != 1 || r.Values[0].Over != nil {
		return false
	}
	if a := r.Values[0].Agg; a != pivot.Count && a != pivot.Sum && a != "" {
		return false
	}
	switch r.Spec.Show {
	case pivot.AsIs, pivot.RowShare, pivot.ColShare, pivot.AllShare, pivot.ParShare:
		return true
	}
	return false
}
