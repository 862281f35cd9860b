package explore

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// filters are the chips of what is left out.
type filters struct {
	s       commands
	objects []fyne.CanvasObject
	add     *widget.Chip
	shelf   *shelf
}

func newFilters(s commands, sh *shelf) *filters {
	return &filters{s: s, shelf: sh}
}

// fill shows the filters of the current view: first the period, then the
// others, the two ends of a range as one.
func (f *filters) fill() {
	var objects []fyne.CanvasObject
	now, rest := f.s.ViewPeriod()
	if now.Column != "" {
		chip := f.periodChip(now)
		f.shelf.spots.set("period", chip)
		objects = append(objects, chip)
	}
	for n := 0; len(rest) > 0; n++ {
		group := []pivot.Filter{rest[0]}
		if isEnd(rest[0]) {
			for _, o := range rest[1:] {
				if isEnd(o) && o.Column == rest[0].Column {
					group = append(group, o)
				}
			}
		}
		rest = slices.DeleteFunc(slices.Clone(rest), func(o pivot.Filter) bool { return has(group, o) })
		chip := f.chip(group)
		f.shelf.spots.set(item("filters", n), chip)
		objects = append(objects, chip)
	}
	f.add = widget.NewChip(f.s.T("explore.filter.add"), theme.Plus, f.choose, nil)
	f.shelf.spots.set(adding("filters"), f.add)
	objects = append(objects, f.add)
	// The word stays beside what is first, wherever the line ends.
	objects[0] = container.New(beside{objects[0].MinSize().Width}, f.shelf.word("explore.filters"), objects[0])
	f.objects = objects
}

func (f *filters) chip(group []pivot.Filter) *widget.Chip {
	text := session.FilterText(group[0], f.s.Lang())
	if len(group) == 2 {
		lo, hi := ends(group)
		text = f.s.T("filter.between", f.shelf.title(group[0].Column), lo, hi)
	}
	var chip *widget.Chip
	chip = widget.NewChip(text, theme.Filter, func() { f.edit(chip, group[0].Column, group) },
		func() { f.put(group, nil) }).Strong()
	return chip
}

// isEnd reports whether a filter is one end of a range.
func isEnd(f pivot.Filter) bool {
	return f.Func == pivot.Plain && (f.Op == pivot.Ge || f.Op == pivot.Le)
}

// ends is from where to where a range reaches; "" is open.
func ends(group []pivot.Filter) (from, to string) {
	for _, f := range group {
		switch {
		case f.Op == pivot.Ge && len(f.Values) == 1:
			from = f.Values[0]
		case f.Op == pivot.Le && len(f.Values) == 1:
			to = f.Values[0]
		}
	}
	return from, to
}

func has(group []pivot.Filter, f pivot.Filter) bool {
	return slices.ContainsFunc(group, func(o pivot.Filter) bool { return o.String() == f.String() })
}

// put takes filters away and puts others in their place.
func (f *filters) put(old, next []pivot.Filter) {
	f.s.SetView(func(v *session.View) {
		at := slices.IndexFunc(v.Spec.Where, func(o pivot.Filter) bool { return has(old, o) })
		v.Spec.Where = slices.DeleteFunc(v.Spec.Where, func(o pivot.Filter) bool { return has(old, o) })
		if at < 0 || at > len(v.Spec.Where) {
			at = len(v.Spec.Where)
		}
		v.Spec.Where = slices.Insert(v.Spec.Where, at, next...)
	})
}

// choose asks for the column to filter on, then for what to keep of it.
func (f *filters) choose() {
	widget.ShowPicker(f.add, f.s.Lang(), f.shelf.items, "", func(column string) { f.edit(f.add, column, nil) })
}

// edit asks what to keep of a column, in the way of its type; was is the filter
// that is changed, empty for a new one.
func (f *filters) edit(owner fyne.CanvasObject, column string, was []pivot.Filter) {
	if len(was) > 0 && was[0].Func != pivot.Plain {
		f.tick(owner, was[0], was)
		return
	}
	switch t := f.shelf.typeOf(column); t {
	case table.Time:
		f.time(owner, column, was)
	case table.Bool:
		f.tick(owner, pivot.Filter{Column: column, Op: pivot.Eq}, was)
	default:
		if t == table.Text {
			newForm(f, owner, column, t, was)
			return
		}
		f.s.Prepare(column, func(session.Facts) { // the form tells the least and the greatest
			f.shelf.learn()
			newForm(f, owner, column, t, was)
		})
	}
}

// time offers the ways to choose among times.
func (f *filters) time(owner fyne.CanvasObject, column string, was []pivot.Filter) {
	unit := func(fn pivot.Func) func() {
		return func() { f.tick(owner, pivot.Filter{Column: column, Func: fn, Op: pivot.Eq}, was) }
	}
	widget.DropMenu(owner, []widget.MenuItem{
		{Text: f.s.T("explore.filter.period"), Icon: theme.TypeTime, Do: func() { f.periods(owner, column) }},
		{Text: f.s.T("func.weekday"), Icon: theme.List, Do: unit(pivot.Weekday)},
		{Text: f.s.T("func.hour"), Icon: theme.TypeClock, Do: unit(pivot.Hour)},
		{Text: f.s.T("func.week"), Icon: theme.List, Do: unit(pivot.Week)},
		{Text: f.s.T("func.month"), Icon: theme.List, Do: unit(pivot.Month)},
	})
}

// tick drops the list of a column's values.
func (f *filters) tick(owner fyne.CanvasObject, w pivot.Filter, was []pivot.Filter) {
	if len(was) > 0 {
		w = was[0]
	}
	f.s.ColumnValues(w.Column, w.Func, func(values []session.ValueCount) {
		widget.ShowValueList(owner, f.s.Lang(), listed(values, w, f.s.Lang()), func(on []bool) {
			f.put(was, chosen(values, on, w))
		})
	})
}
