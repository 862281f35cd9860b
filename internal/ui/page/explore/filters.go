package explore

import (
	"slices"

	"fyne.io/fyne/v2"

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
		showValues(owner, f.s, w, values, func(next pivot.Filter, all bool) {
			f.s.SetView(func(v *session.View) {
				switch {
				case all && at >= 0:
					v.Spec.Where = slices.Delete(v.Spec.Where, at, at+1)
				case all:
				case at >= 0:
					v.Spec.Where[at] = next
				default:
					v.Spec.Where = append(v.Spec.Where, next)
				}
			})
		})
	})
}
