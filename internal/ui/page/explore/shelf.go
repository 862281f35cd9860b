package explore

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tallyboard/internal/chart"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// shelf is the row of choices: what goes on rows, columns and values, how it is
// shown and drawn.
type shelf struct {
	s       commands
	w       window
	objects []fyne.CanvasObject
	items   []widget.PickItem // the columns that can be picked
	extras  []session.Extra   // those of items that are worked out
	facts   map[string]session.Facts
	show    *widget.Picker
	chart   *widget.Picker
	undo    *widget.IconButton
	redo    *widget.IconButton
	more    func(owner fyne.CanvasObject)
	table   func(owner fyne.CanvasObject)                             // what the table can look like
	look    func(chip fyne.CanvasObject, value int) []widget.MenuItem // what the numbers of a value can look like
	spots   *spots
}

func newShelf(s commands, w window, more func(owner fyne.CanvasObject)) *shelf {
	sh := &shelf{s: s, w: w, more: more, spots: &spots{}}
	sh.show = widget.NewPicker(s.Lang(), func(id string) {
		s.SetView(func(v *session.View) { v.Spec.Show = pivot.Show(id[1:]) })
	}).SetLabel(s.T("explore.show"))
	var shows []widget.PickItem
	for _, x := range pivot.Shows {
		shows = append(shows, widget.PickItem{ID: "s" + string(x), Text: s.T("show." + string(x))})
	}
	sh.show.SetItems(shows)
	sh.chart = widget.NewPicker(s.Lang(), func(id string) {
		s.SetView(func(v *session.View) { v.Chart = chart.Kind(id[1:]) })
	}).SetLabel(s.T("explore.chart"))
	sh.offer(nil)
	sh.undo = widget.NewIconButton(theme.Undo, s.T("explore.undo"), s.Undo)
	sh.redo = widget.NewIconButton(theme.Redo, s.T("explore.redo"), s.Redo)
	return sh
}

// fill shows the current view.
func (sh *shelf) fill() {
	v := sh.s.View()
	rows := axis{sh, "rows", func(p *pivot.Spec) *[]pivot.Dim { return &p.Rows }}
	cols := axis{sh, "cols", func(p *pivot.Spec) *[]pivot.Dim { return &p.Cols }}
	sh.show.SetSelected("s" + string(v.Spec.Show))
	sh.chart.SetSelected("c" + string(v.Chart))
	sh.undo.SetEnabled(sh.s.CanUndo())
	sh.redo.SetEnabled(sh.s.CanRedo())
	var save, more, table *widget.IconButton
	table = widget.NewIconButton(theme.Table, sh.s.T("table.menu"), func() { sh.table(table) })
	more = widget.NewIconButton(theme.More, sh.s.T("explore.more"), func() { sh.more(more) })
	save = widget.NewIconButton(theme.Star, sh.s.T("explore.views"), func() { sh.views(save) })
	sh.objects = []fyne.CanvasObject{
		rows.row(v.Spec, "explore.rows"), cols.row(v.Spec, "explore.cols"), sh.values(v.Spec),
	}
	for _, o := range []fyne.CanvasObject{sh.unit(v.Spec), sh.top(v.Spec), sh.compare(v.Spec)} {
		if o != nil {
			sh.objects = append(sh.objects, o)
		}
	}
	for name, f := range map[string]fyne.Focusable{"show": sh.show, "chart": sh.chart, "undo": sh.undo, "redo": sh.redo, "save": save, "more": more} {
		sh.spots.set(name, f)
	}
	sh.objects = append(sh.objects, sh.show, sh.chart, container.NewHBox(sh.undo, sh.redo, table, save, more))
}

func (sh *shelf) word(key string) fyne.CanvasObject {
	return widget.NewWords(sh.s.T(key), theme.Body, theme.Second)
}

// group is a word and behind it chips, which can be dragged, and what adds one.
func group(word fyne.CanvasObject, chips []*widget.Chip, add fyne.CanvasObject, onMove func(from, to int)) fyne.CanvasObject {
	row := widget.NewChipRow(onMove, add)
	row.SetChips(chips...)
	width := add.MinSize().Width
	for _, c := range chips {
		width += c.MinSize().Width + chipGap
	}
	return container.New(beside{width}, word, row)
}

// chipGap is what stands between two chips.
const chipGap = 6

// beside puts a row of chips behind a word; width is that of the row in one line.
type beside struct{ width float32 }

// MinSize implements fyne.Layout.
func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	w, r := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(w.Width+theme.Gap+b.width, max(w.Height, r.Height))
}

// Layout implements fyne.Layout.
func (b beside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := o[0].MinSize()
	o[0].Move(fyne.NewPos(0, (theme.Compact-w.Height)/2))
	o[0].Resize(w)
	o[1].Move(fyne.NewPos(w.Width+theme.Gap, 0))
	o[1].Resize(fyne.NewSize(s.Width-w.Width-theme.Gap, s.Height))
}

// axis is the chips of one axis.
type axis struct {
	sh   *shelf
	name string
	get  func(*pivot.Spec) *[]pivot.Dim
}

// row is the levels of the axis, which can be dragged into another order.
func (a axis) row(p pivot.Spec, word string) fyne.CanvasObject {
	var chips []*widget.Chip
	for i, d := range *a.get(&p) {
		var chip *widget.Chip
		chip = widget.NewChip(session.DimText(d, a.sh.title(d.Column), a.sh.s.Lang()), typeIcon(a.sh.typeOf(d.Column)),
			func() { a.menu(chip, i) },
			func() {
				a.change(func(ds []pivot.Dim) []pivot.Dim { return slices.Delete(slices.Clone(ds), i, i+1) })
			})
		a.sh.spots.set(item(a.name, i), chip)
		chips = append(chips, chip)
	}
	var add *widget.IconButton
	add = widget.NewIconButton(theme.Plus, a.sh.s.T("explore.add"), func() {
		widget.ShowPicker(add, a.sh.s.Lang(), a.sh.items, "", func(id string) {
			a.sh.place(id, func(d pivot.Dim) {
				a.change(func(ds []pivot.Dim) []pivot.Dim { return append(slices.Clone(ds), d) })
			})
		})
	}).Small()
	a.sh.spots.set(adding(a.name), add)
	return group(a.sh.word(word), chips, add, func(from, to int) {
		a.sh.spots.next = item(a.name, to)
		a.change(func(ds []pivot.Dim) []pivot.Dim { return moved(ds, from, to) })
	})
}

// moved takes an element to another place.
func moved[T any](list []T, from, to int) []T {
	x := list[from]
	return slices.Insert(slices.Delete(slices.Clone(list), from, from+1), to, x)
}

func (a axis) change(f func([]pivot.Dim) []pivot.Dim) {
	a.sh.s.SetView(func(v *session.View) {
		list := a.get(&v.Spec)
		*list = f(*list)
		if slices.ContainsFunc(*list, func(d pivot.Dim) bool { return d.Func.Periodic() }) && a.sh.clock(&v.Spec) != nil {
			v.Spec.FillTime = true
		}
		inOrder(&v.Spec)
	})
}

// inOrder lets rows along time stand in their order, all of them, after the rows
// have become others: the greatest few of what was there before mean nothing now.
func inOrder(p *pivot.Spec) {
	if !cuttable(*p) {
		p.Top = 0
	}
	if n := len(p.Rows); n > 0 && p.Rows[n-1].Func.Periodic() {
		p.SortBy, p.Desc = "", false
	}
}

// menu offers what can be done with one level: another unit, another column,
// another place.
func (a axis) menu(chip *widget.Chip, i int) {
	s := a.sh.s
	view := s.View()
	dims := *a.get(&view.Spec)
	d := dims[i]
	var items []widget.MenuItem
	for _, f := range funcsFor(a.sh.typeOf(d.Column), a.sh.known(d.Column).Places) {
		items = append(items, widget.MenuItem{Text: s.T("func." + string(f)), Checked: f == d.Func, Do: func() {
			a.set(i, pivot.Dim{Column: d.Column, Func: f, Width: widthFor(f, a.sh.typeOf(d.Column), a.sh.known(d.Column))})
		}})
	}
	items = append(items, widget.MenuItem{},
		widget.MenuItem{Text: s.T("explore.other"), Icon: theme.Swap, Do: func() {
			widget.ShowPicker(chip, s.Lang(), a.sh.items, d.Column, func(id string) { a.sh.place(id, func(d pivot.Dim) { a.set(i, d) }) })
		}},
		widget.MenuItem{Text: s.T("table.order"), Icon: theme.SortDown, Do: func() { a.sh.askOrder(chip, d) }},
		widget.MenuItem{Text: s.T("explore.left"), Icon: theme.ChevronLeft, Disabled: i == 0, Do: func() { a.swap(i, i-1) }},
		widget.MenuItem{Text: s.T("explore.right"), Icon: theme.ChevronRight, Disabled: i == len(dims)-1, Do: func() { a.swap(i, i+1) }},
		widget.MenuItem{Text: s.T("explore.across"), Icon: theme.Swap, Do: func() { a.across(i) }})
	widget.DropMenu(chip, items)
}

func (a axis) set(i int, d pivot.Dim) {
	a.change(func(ds []pivot.Dim) []pivot.Dim { ds[i] = d; return ds })
}

func (a axis) swap(i, k int) {
	a.sh.spots.next = item(a.name, k)
	a.change(func(ds []pivot.Dim) []pivot.Dim { ds[i], ds[k] = ds[k], ds[i]; return ds })
}

// across moves a level to the other axis.
func (a axis) across(i int) {
	a.sh.s.SetView(func(v *session.View) {
		from := a.get(&v.Spec)
		to := &v.Spec.Cols
		if to == from {
			to = &v.Spec.Rows
		}
		d := (*from)[i]
		a.sh.spots.next = item(map[string]string{"rows": "cols", "cols": "rows"}[a.name], len(*to))
		*from = slices.Delete(slices.Clone(*from), i, i+1)
		*to = append(slices.Clone(*to), d)
		inOrder(&v.Spec)
	})
}

// funcsFor lists what can be made of a column for an axis; places are the units
// of a column of addresses.
func funcsFor(t table.Type, places bool) []pivot.Func {
	switch t {
	case table.Time:
		return []pivot.Func{pivot.Hour, pivot.Weekday, pivot.Day, pivot.Week, pivot.WeekSun, pivot.ISOWeek, pivot.Month, pivot.Quarter, pivot.Year}
	case table.Clock:
		return []pivot.Func{pivot.Hour}
	case table.Number, table.Duration:
		return []pivot.Func{pivot.Plain, pivot.Band}
	}
	if places {
		return []pivot.Func{pivot.Plain, pivot.Province, pivot.City}
	}
	return []pivot.Func{pivot.Plain}
}
