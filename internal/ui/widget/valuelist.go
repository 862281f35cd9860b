package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
)

// ListValue is one value that can be ticked.
type ListValue struct {
	Text  string
	Count string  // how many rows have it, for people
	Share float64 // of the most frequent value, 0 to 1: a small bar; 0 none
	On    bool
	Muted bool // blank, the rest
}

// ValueList is the values of a column with a tick each: searched by typing
// (pinyin too), all, none, the others, or only one.
type ValueList struct {
	widget.BaseWidget
	// OnChanged is told after every change, with one tick a value.
	OnChanged func(on []bool)
	// OnSubmit is told that Enter was pressed, OnEscape that Escape was.
	OnSubmit, OnEscape func()

	words  valueWords
	values []ListValue
	shown  []int
	find   *finder
	search *input
	list   *lines
	links  []*Button
	lang   lang.Lang
}

type valueWords struct{ only, nothing string }

// NewValueList makes a list; the values keep their order.
func NewValueList(l lang.Lang, values []ListValue) *ValueList {
	v := &ValueList{values: append([]ListValue(nil), values...), find: newFinder(), lang: l}
	v.words = valueWords{l.T("widget.only"), l.T("widget.nothing")}
	v.search = newInput(l.T("widget.search"))
	v.search.OnChanged = v.filter
	v.search.onKey = v.typed
	v.search.onSpace = func() bool {
		if v.search.Text != "" || v.list.current < 0 {
			return false
		}
		v.toggle(v.list.current, false)
		return true
	}
	v.list = newLines(theme.Row, func() lineRow { return newValueRow(v) })
	v.links = []*Button{
		NewButton(l.T("widget.all"), "", Link, func() { v.each(func(bool) bool { return true }) }),
		NewButton(l.T("widget.none"), "", Link, func() { v.each(func(bool) bool { return false }) }),
		NewButton(l.T("widget.invert"), "", Link, func() { v.each(func(on bool) bool { return !on }) }),
	}
	v.ExtendBaseWidget(v)
	v.filter("")
	return v
}

// On tells which values are ticked.
func (v *ValueList) On() []bool {
	out := make([]bool, len(v.values))
	for i := range v.values {
		out[i] = v.values[i].On
	}
	return out
}

// Searching reports whether something was typed that hides values.
func (v *ValueList) Searching() bool { return len(v.shown) < len(v.values) }

// OnlyFound ticks what the search has found and nothing else; where it has found
// nothing, all stays and it is false.
func (v *ValueList) OnlyFound() bool {
	if len(v.shown) == 0 {
		return false
	}
	for i := range v.values {
		v.values[i].On = false
	}
	v.each(func(bool) bool { return true })
	return true
}

// Focusable is what takes the keyboard: the search field.
func (v *ValueList) Focusable() fyne.Focusable { return v.search }

func (v *ValueList) filter(typed string) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	v.shown = v.shown[:0]
	for i := range v.values {
		if v.find.rank(v.values[i].Text, typed) > 0 {
			v.shown = append(v.shown, i)
		}
	}
	current := -1
	if typed != "" && len(v.shown) > 0 {
		current = 0
	}
	v.list.reset(len(v.shown), current)
	v.Refresh()
}

// each changes the values that the search shows.
func (v *ValueList) each(f func(on bool) bool) {
	for _, i := range v.shown {
		v.values[i].On = f(v.values[i].On)
	}
	v.changed()
}

// toggle switches one line; only leaves it alone.
func (v *ValueList) toggle(line int, only bool) {
	if line < 0 || line >= len(v.shown) {
		return
	}
	at := v.shown[line]
	if only {
		for i := range v.values {
			v.values[i].On = i == at
		}
	} else {
		v.values[at].On = !v.values[at].On
	}
	v.changed()
}

func (v *ValueList) changed() {
	v.list.Refresh()
	v.Refresh()
	if v.OnChanged != nil {
		v.OnChanged(v.On())
	}
}

// typed moves through the lines while the search field has the keyboard. Space
// ticks the line it is on, as long as nothing is typed.
func (v *ValueList) typed(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		v.list.move(min(v.list.current+1, len(v.shown)-1))
	case fyne.KeyUp:
		v.list.move(max(v.list.current-1, 0))
	case fyne.KeyPageDown:
		v.list.move(min(v.list.current+v.list.visible(), len(v.shown)-1))
	case fyne.KeyPageUp:
		v.list.move(max(v.list.current-v.list.visible(), 0))
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.OnSubmit != nil {
			v.OnSubmit()
		}
	case fyne.KeyEscape:
		if v.OnEscape != nil {
			v.OnEscape()
		}
	}
}

func (v *ValueList) ticked() (n int) {
	for i := range v.values {
		if v.values[i].On {
			n++
		}
	}
	return n
}

// CreateRenderer implements fyne.Widget.
func (v *ValueList) CreateRenderer() fyne.WidgetRenderer {
	none, count := newText(), newText()
	none.Alignment, count.Alignment = fyne.TextAlignCenter, fyne.TextAlignTrailing
	p := &parts{of: v, objects: []fyne.CanvasObject{none, v.list, v.search, count}}
	for _, l := range v.links {
		p.objects = append(p.objects, l)
	}
	p.min = func() fyne.Size {
		n := min(max(len(v.values), 3), pickMostRows)
		return fyne.NewSize(300, theme.Control+theme.Row+float32(n)*v.list.tall+16)
	}
	p.update = func() {
		setText(none, v.words.nothing, theme.Body, theme.Second, false)
		none.Hidden = len(v.shown) > 0
		setText(count, v.lang.T("widget.ticked", v.ticked(), len(v.values)), theme.Small, theme.Second, false)
	}
	p.layout = func(s fyne.Size) {
		place(v.search, 0, 0, s.Width, theme.Control)
		x, y := float32(-4), theme.Control+4
		for _, l := range v.links {
			m := l.MinSize()
			place(l, x, y, m.Width, m.Height)
			x += m.Width + 4
		}
		putText(count, v.lang.T("widget.ticked", v.ticked(), len(v.values)), x, y, s.Width-x, theme.Row-4)
		top := y + theme.Row
		place(v.list, 0, top, s.Width, s.Height-top)
		putText(none, v.words.nothing, 0, top, s.Width, s.Height-top)
	}
	return p.start()
}
