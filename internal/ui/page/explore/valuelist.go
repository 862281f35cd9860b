package explore

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// valueList is the values of a column with a tick each.
type valueList struct {
	values []session.ValueCount
	on     map[string]bool
	shown  []int
	list   *fynewidget.List
}

const listWidth, listHeight = 300, 320

// showValues lets a filter's values be chosen; done gets the filter, and
// whether it keeps everything.
func showValues(owner fyne.CanvasObject, s commands, w pivot.Filter, values []session.ValueCount, done func(f pivot.Filter, all bool)) {
	v := &valueList{values: values, on: map[string]bool{}}
	for _, x := range values {
		switch {
		case w.Op == pivot.Ne:
			v.on[x.Text] = !slices.Contains(w.Values, x.Text)
		case w.Op == pivot.Eq && len(w.Values) > 0:
			v.on[x.Text] = slices.Contains(w.Values, x.Text)
		default:
			v.on[x.Text] = true
		}
	}
	v.find("")
	v.list = fynewidget.NewList(func() int { return len(v.shown) },
		func() fyne.CanvasObject {
			return container.NewBorder(nil, nil, nil, widget.NewWords("", theme.Small, theme.Second), fynewidget.NewCheck("", nil))
		},
		func(id fynewidget.ListItemID, o fyne.CanvasObject) {
			x := v.values[v.shown[id]]
			box := o.(*fyne.Container).Objects
			check := box[0].(*fynewidget.Check)
			check.OnChanged = nil
			check.Text = x.Label
			check.SetChecked(v.on[x.Text])
			check.OnChanged = func(on bool) { v.on[x.Text] = on }
			check.Refresh()
			box[1].(*widget.Words).SetText(number(int(x.Count), s.Lang()))
		})
	search := fynewidget.NewEntry()
	search.SetPlaceHolder(s.T("explore.filter.search"))
	search.OnChanged = func(word string) { v.find(word); v.list.Refresh(); v.list.ScrollToTop() }
	all := func(f func(was bool) bool) func() {
		return func() {
			for _, i := range v.shown {
				t := v.values[i].Text
				v.on[t] = f(v.on[t])
			}
			v.list.Refresh()
		}
	}
	var pop *widget.Popup
	apply := func() {
		pop.Close()
		f, keepAll := v.filter(w)
		done(f, keepAll)
	}
	search.OnSubmitted = func(string) { // only what was found
		for _, x := range v.values {
			v.on[x.Text] = false
		}
		all(func(bool) bool { return true })()
		apply()
	}
	quick := container.NewHBox(
		widget.NewButton(s.T("explore.filter.all"), "", widget.Link, all(func(bool) bool { return true })),
		widget.NewButton(s.T("explore.filter.none"), "", widget.Link, all(func(bool) bool { return false })),
		widget.NewButton(s.T("explore.filter.invert"), "", widget.Link, all(func(was bool) bool { return !was })),
		layout.NewSpacer(),
		widget.NewButton(s.T("explore.filter.apply"), "", widget.Primary, apply))
	box := container.NewBorder(search, quick, nil, nil, v.list)
	sized := container.New(layout.NewGridWrapLayout(fyne.NewSize(listWidth, listHeight)), box)
	pop = widget.ShowPopup(owner, container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Gap, theme.Gap), sized))
}

func (v *valueList) find(word string) {
	v.shown = v.shown[:0]
	for i, x := range v.values {
		if strings.Contains(strings.ToLower(x.Label), strings.ToLower(word)) {
			v.shown = append(v.shown, i)
		}
	}
}

// filter is what was chosen: the shorter of the list of those kept and of those
// left out.
func (v *valueList) filter(w pivot.Filter) (f pivot.Filter, all bool) {
	var on, off []string
	for _, x := range v.values {
		if v.on[x.Text] {
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
