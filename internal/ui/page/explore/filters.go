package explore

import (
	"slices"

	"fyne.io/fyne/v2"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// filters are the chips of what is left out.
type filters struct {
	s       commands
	content *fyne.Container
}

func newFilters(s commands) *filters { return &filters{s: s, content: widget.NewFlow(theme.Gap)} }

// fill shows the filters of the current view.
func (f *filters) fill() {
	v := f.s.View()
	objects := []fyne.CanvasObject{widget.NewWords(f.s.T("explore.filters"), theme.Body, theme.Second)}
	for i, w := range v.Spec.Where {
		var chip *widget.Chip
		chip = widget.NewChip(session.FilterText(w, f.s.Lang()), theme.Filter, func() { f.edit(chip, w, i) },
			func() {
				f.s.SetView(func(v *session.View) { v.Spec.Where = slices.Delete(v.Spec.Where, i, i+1) })
			}).Strong()
		objects = append(objects, chip)
	}
	var add *widget.Chip
	add = widget.NewChip(f.s.T("explore.filter.add"), theme.Plus, func() { f.choose(add) }, nil)
	f.content.Objects = append(objects, add)
	f.content.Refresh()
}

// choose asks for the column to filter on, then for its values.
func (f *filters) choose(owner fyne.CanvasObject) {
	sh := shelf{s: f.s}
	sh.columns()
	widget.ShowPicker(owner, f.s.Lang(), sh.items, "", func(id string) {
		fn := pivot.Plain
		switch sh.typeOf(id) {
		case table.Time:
			fn = pivot.Week
		case table.Clock:
			fn = pivot.Hour
		}
		f.edit(owner, pivot.Filter{Column: id, Func: fn, Op: pivot.Eq}, -1)
	})
}

// edit shows the values of a filter's column to choose among; at is its place
// in the view, −1 for a new one.
func (f *filters) edit(owner fyne.CanvasObject, w pivot.Filter, at int) {
	f.s.ColumnValues(w.Column, w.Func, func(values []session.ValueCount) {
		widget.ShowValueList(owner, f.s.Lang(), listed(values, w, f.s.Lang()), func(on []bool) {
			next, all := chosen(values, on, w)
			f.put(next, at, all)
		})
	})
}

// put sets the filter at a place of the view, −1 a new one; gone takes it away.
func (f *filters) put(next pivot.Filter, at int, gone bool) {
	f.s.SetView(func(v *session.View) {
		switch {
		case gone && at >= 0:
			v.Spec.Where = slices.Delete(v.Spec.Where, at, at+1)
		case gone:
		case at >= 0:
			v.Spec.Where[at] = next
		default:
			v.Spec.Where = append(v.Spec.Where, next)
		}
	})
}

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

// chosen is what was ticked: the shorter of the list of those kept and of those
// left out.
func chosen(values []session.ValueCount, ticks []bool, w pivot.Filter) (f pivot.Filter, all bool) {
	var on, off []string
	for i, x := range values {
		if ticks[i] {
			on = append(on, x.Text)
		} else {
			off = append(off, x.Text)
		}
	}
	w.Op, w.Values = pivot.Eq, on
	if len(off) < len(on) {
		w.Op, w.Values = pivot.Ne, off
	}
	return w, len(off) == 0
}
