package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
)

// valuePopup is a value list with a button that takes it over.
type valuePopup struct {
	widget.BaseWidget
	list  *ValueList
	apply *Button
}

// ShowValueList drops a value list under its owner. onDone gets one tick a
// value when the person takes it over, by the button or by Enter; Enter while
// something is searched for takes only what was found. Escape leaves it.
func ShowValueList(owner fyne.CanvasObject, l lang.Lang, values []ListValue, onDone func(on []bool)) *Popup {
	v := &valuePopup{list: NewValueList(l, values)}
	v.list.search.SetPlaceHolder(l.T("widget.search.values"))
	v.ExtendBaseWidget(v)
	var popup *Popup
	done := func() {
		popup.Close()
		onDone(v.list.On())
	}
	v.apply = NewButton(l.T("widget.apply"), "", Primary, done)
	v.list.OnSubmit = func() {
		if (!v.list.Searching() || v.list.OnlyFound()) && !v.apply.Disabled() {
			done()
		}
	}
	v.list.OnChanged = func([]bool) { v.apply.SetEnabled(v.list.ticked() > 0) }
	popup = ShowPopup(owner, v)
	v.list.OnEscape = popup.Close
	popup.canvas.Focus(v.list.search)
	return popup
}

// Tapped keeps clicks between the parts from closing the popup.
func (v *valuePopup) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements fyne.Widget.
func (v *valuePopup) CreateRenderer() fyne.WidgetRenderer {
	line := newBox(0)
	p := &parts{of: v, objects: []fyne.CanvasObject{v.list, line, v.apply}}
	const pad = 10
	foot := func() float32 { return v.apply.MinSize().Height + 2*pad }
	p.min = func() fyne.Size {
		return v.list.MinSize().AddWidthHeight(2*pad, pad+foot())
	}
	p.update = func() { setBox(line, theme.Line, "") }
	p.layout = func(s fyne.Size) {
		f, m := foot(), v.apply.MinSize()
		place(v.list, pad, pad, s.Width-2*pad, s.Height-pad-f)
		place(line, 0, s.Height-f, s.Width, theme.Hair)
		place(v.apply, s.Width-pad-m.Width, s.Height-pad-m.Height, m.Width, m.Height)
	}
	return p.start()
}
