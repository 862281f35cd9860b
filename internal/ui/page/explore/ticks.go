package explore

import (
	"slices"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// listed is the values of a column to tick, as a filter has them.
func listed(values []session.ValueCount, w pivot.Filter, l lang.Lang) []widget.ListValue {
	most := int64(1)
	for _, x := range values {
		most = max(most, x.Count)
	}
	out := make([]widget.ListValue, len(values))
	for i, x := range values {
		on := true
		switch {
		case w.Op == pivot.Ne:
			on = !slices.Contains(w.Values, x.Text)
		case w.Op == pivot.Eq && len(w.Values) > 0:
			on = slices.Contains(w.Values, x.Text)
		}
		out[i] = widget.ListValue{Text: x.Label, Count: number(int(x.Count), l), Share: float64(x.Count) / float64(most), On: on, Muted: x.Text == ""}
	}
	return out
}

// chosen is the filter for what was ticked: the shorter of the list of those
// kept and of those left out; none where all are kept.
func chosen(values []session.ValueCount, ticks []bool, w pivot.Filter) []pivot.Filter {
	var on, off []string
	for i, x := range values {
		if ticks[i] {
			on = append(on, x.Text)
		} else {
			off = append(off, x.Text)
		}
	}
	if len(off) == 0 {
		return nil
	}
	w.Op, w.Values = pivot.Eq, on
	if len(off) < len(on) {
		w.Op, w.Values = pivot.Ne, off
	}
	return []pivot.Filter{w}
}
