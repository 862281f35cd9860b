package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// valueRow is one line of a value list: tick, words, count with its bar, and
// under the pointer a link that leaves only this one.
type valueRow struct {
	widget.BaseWidget
	of   *ValueList
	line int
	only *Button
	over bool
	cut  bool
}

func newValueRow(v *ValueList) *valueRow {
	r := &valueRow{of: v}
	r.only = NewButton(v.words.only, "", Link, func() { r.of.toggle(r.line, true) })
	r.ExtendBaseWidget(r)
	return r
}

func (r *valueRow) set(line int) {
	if line != r.line {
		hideTip(r) // it tells of the line that was here
	}
	r.line = line
	r.Refresh()
}

func (r *valueRow) value() ListValue {
	if r.line >= len(r.of.shown) {
		return ListValue{}
	}
	return r.of.values[r.of.shown[r.line]]
}

// Tapped implements fyne.Tappable.
func (r *valueRow) Tapped(*fyne.PointEvent) { r.of.toggle(r.line, false) }

// MouseIn implements desktop.Hoverable.
func (r *valueRow) MouseIn(*desktop.MouseEvent) {
	r.over = true
	if r.cut {
		showTip(r, r.value().Text)
	}
	r.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (r *valueRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *valueRow) MouseOut() {
	r.over = false
	hideTip(r)
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *valueRow) CreateRenderer() fyne.WidgetRenderer {
	ground, tick, check, bar := newBox(theme.Unit), newBox(3), newIcon(), newBox(2)
	text, count := newText(), newText()
	count.Alignment = fyne.TextAlignTrailing
	p := &parts{of: r, objects: []fyne.CanvasObject{ground, bar, tick, check, text, count, r.only}}
	p.min = func() fyne.Size { return fyne.NewSize(120, theme.Row) }
	p.update = func() {
		v := r.value()
		fill := fyne.ThemeColorName("")
		if r.over || r.line == r.of.list.current {
			fill = theme.Hover
		}
		setBox(ground, fill, "")
		setBox(bar, theme.Bar, "")
		bar.Hidden = v.Share <= 0
		paintTick(tick, check, v.On, theme.Edge)
		ink := theme.Text
		if v.Muted {
			ink = theme.Second
		}
		setText(text, v.Text, theme.Body, ink, false)
		setText(count, v.Count, theme.Small, theme.Second, false)
		r.only.Hidden = !r.over
	}
	p.layout = func(s fyne.Size) {
		v := r.value()
		place(ground, 0, 0, s.Width, s.Height)
		placeTick(tick, check, 6, s.Height)
		const barWide = 56
		right := s.Width - 8
		w, _ := putText(count, v.Count, right-90, 0, 90, s.Height)
		right -= max(w, 40) + 8
		place(bar, right-barWide, s.Height/2-3, max(barWide*float32(min(v.Share, 1)), 2), 6)
		right -= barWide + 8
		if !r.only.Hidden {
			m := r.only.MinSize()
			place(r.only, right-m.Width, (s.Height-m.Height)/2, m.Width, m.Height)
			right -= m.Width + 4
		}
		_, r.cut = putText(text, v.Text, 30, 0, right-30, s.Height)
	}
	return p.start()
}
