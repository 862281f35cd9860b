package chart

import (
	"math"

	"tallyboard/internal/display"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// ValueFormat is how the numbers of a value of a result are shown.
func ValueFormat(r *pivot.Result, value int) display.Format {
	if value >= len(r.Values) {
		return display.Format{}
	}
	switch r.Spec.Show {
	case pivot.RowShare, pivot.ColShare, pivot.AllShare, pivot.ParShare:
		return display.Format{Kind: display.Percent, Decimals: 1}
	case pivot.DiffShare:
		return display.Format{Kind: display.Percent, Decimals: 1, Signed: true}
	case pivot.Rank:
		return display.Format{Kind: display.Count}
	case pivot.Index:
		return display.Format{Kind: display.Decimal, Decimals: 2}
	}
	f := plainFormat(r, value)
	f.Signed = r.Spec.Show == pivot.Diff
	return f
}

// plainFormat is the format of a value before Show.
func plainFormat(r *pivot.Result, value int) display.Format {
	v := r.Values[value]
	switch {
	case v.Ratio:
		return display.Format{Kind: display.Percent, Decimals: 1}
	case v.Agg == pivot.Count || v.Agg == pivot.Distinct:
		if v.Over == nil {
			return display.Format{Kind: display.Count}
		}
	case v.Type == table.Text || v.Type == table.Bool:
		if v.Agg == pivot.First || v.Agg == pivot.Last {
			return display.Format{Kind: display.Text}
		}
	case v.Type == table.Duration:
		return display.Format{Kind: display.Duration}
	case v.Type == table.Time:
		return display.Format{Kind: display.DateTime}
	case v.Type == table.Clock:
		return display.Format{Kind: display.Clock}
	}
	kind := display.Decimal
	switch v.Unit {
	case "¥", "￥", "元", "$", "€", "£":
		kind = display.Money
	}
	if whole(r, value) {
		return display.Format{Kind: kind, Unit: v.Unit}
	}
	return display.Format{Kind: kind, Decimals: 2, Unit: v.Unit}
}

// whole reports whether all numbers of a value are whole.
func whole(r *pivot.Result, value int) bool {
	for i := value; i < len(r.Raw); i += len(r.Values) {
		if v := r.Raw[i]; v != math.Trunc(v) && !math.IsNaN(v) {
			return false
		}
	}
	return true
}

// unit is what the axis says beside its numbers; money and durations carry
// theirs in every number.
func unit(v pivot.ValueInfo, f display.Format) string {
	if f.Kind != display.Decimal {
		return ""
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
