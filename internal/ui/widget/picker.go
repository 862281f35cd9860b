package widget

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
)

// PickItem is one thing to pick.
type PickItem struct {
	ID    string
	Text  string
	Note  string // second line, quiet
	Badge string // at the right: a number of values
	Icon  theme.IconName
	Group string    // heading above the first item of a group; "" none
	Spark []float64 // a small bar chart of how the values are spread
	Also  string    // further words by which search finds it, never shown
	Off   bool      // shown, but cannot be picked; Note says why
	Tip   string    // what it means, while the pointer rests on it
}

// Picker is a button that shows the current choice and drops a searchable list.
type Picker struct {
	control
	// OnPick is told the choice; OnClear, where not nil, adds an ×.
	OnPick  func(id string)
	OnClear func()

	lang     lang.Lang
	label    string // quiet, before the choice
	hint     string // shown while nothing is chosen
	items    []PickItem
	selected string
	close    *IconButton
	popup    *Popup
	bare     bool
}

// NewPicker makes a picker without items.
func NewPicker(l lang.Lang, onPick func(id string)) *Picker {
	p := &Picker{lang: l, OnPick: onPick}
	p.tap = p.Open
	p.key = func(e *fyne.KeyEvent) bool {
		switch {
		case e.Name == fyne.KeyDown:
			p.Open()
		case p.OnClear != nil && (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace):
			p.OnClear()
		default:
			return false
		}
		return true
	}
	p.close = NewIconButton(theme.Close, l.T("widget.clear"), func() {
		if p.OnClear != nil {
			p.OnClear()
		}
	})
	p.close.size = 20
	p.bind(p)
	return p
}

// SetLabel sets the quiet word before the choice.
func (p *Picker) SetLabel(s string) *Picker {
	p.label = s
	p.Refresh()
	return p
}

// SetHint sets the words shown while nothing is chosen.
func (p *Picker) SetHint(s string) *Picker {
	p.hint = s
	p.Refresh()
	return p
}

// Bare leaves the outline out, for a picker inside a line of text or a table.
func (p *Picker) Bare() *Picker {
	p.bare = true
	return p
}

// SetItems sets what can be picked. The choice stays where its id is among them.
func (p *Picker) SetItems(items []PickItem) {
	p.items = items
	p.Refresh()
}

// SetSelected shows a choice without calling back; "" shows the hint.
func (p *Picker) SetSelected(id string) {
	if p.selected != id {
		p.selected = id
		p.Refresh()
	}
}

// Selected is the id of the choice.
func (p *Picker) Selected() string { return p.selected }

func (p *Picker) current() (PickItem, bool) {
	for _, it := range p.items {
		if it.ID == p.selected {
			return it, true
		}
	}
	return PickItem{}, false
}

// Open drops the list.
func (p *Picker) Open() {
	if p.popup != nil || p.disabled {
		return
	}
	p.popup = ShowPicker(p, p.lang, p.items, p.selected, func(id string) {
		p.SetSelected(id)
		if p.OnPick != nil {
			p.OnPick(id)
		}
	})
	p.popup.OnClosed = func() {
		p.popup = nil
		if c := canvasOf(p); c != nil {
			p.byMouse = true
			c.Focus(p)
		}
	}
}

// ShowPicker drops a searchable list under its owner, for buttons that add
// something. It closes itself after a choice.
func ShowPicker(owner fyne.CanvasObject, l lang.Lang, items []PickItem, selected string, onPick func(id string)) *Popup {
	list := newPickList(l, items, selected)
	popup := ShowPopup(owner, list)
	list.onPick = func(id string) {
		popup.Close()
		onPick(id)
	}
	list.onEscape = popup.Close
	popup.onKey = list.typed
	list.focus(canvasOf(owner))
	return popup
}

// CreateRenderer implements fyne.Widget.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	box, ring, icon, chevron := newBox(theme.Radius), newRing(), newIcon(), newIcon()
	label, text := newText(), newText()
	r := &parts{of: p, objects: []fyne.CanvasObject{box, label, icon, text, chevron, ring, p.close}}
	const side = 10
	shown := func() string {
		if it, ok := p.current(); ok {
			return it.Text
		}
		return p.hint
	}
	tail := func() float32 {
		if p.OnClear != nil {
			return 46
		}
		return 28
	}
	lead := func() float32 {
		x := float32(side)
		if p.label != "" {
			x += textSize(p.label, theme.Body, false).Width + 6
		}
		if it, ok := p.current(); ok && it.Icon != "" {
			x += 16 + 5
		}
		return x
	}
	r.min = func() fyne.Size {
		w := min(textSize(shown(), theme.Body, false).Width, 220)
		return fyne.NewSize(lead()+w+1+tail(), theme.Control)
	}
	r.update = func() {
		fill, stroke, ink := theme.Surface, theme.Edge, theme.Text
		it, chosen := p.current()
		if !chosen {
			ink = theme.Second
		}
		if p.bare {
			fill, stroke = "", ""
		}
		switch {
		case p.disabled:
			fill, stroke, ink = theme.Page, theme.Line, theme.Faint
		case p.popup != nil:
			stroke = theme.Accent
		case p.hovered:
			fill = theme.Hover
		}
		setBox(box, fill, stroke)
		setText(label, p.label, theme.Body, theme.Second, false)
		setIcon(icon, it.Icon, theme.Second)
		setText(text, shown(), theme.Body, ink, false)
		setIcon(chevron, theme.ChevronDown, theme.Second)
		p.close.Hidden = p.OnClear == nil || p.disabled
	}
	r.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		p.placeRing(ring, s)
		putText(label, p.label, side, 0, s.Width, s.Height)
		x := lead()
		place(icon, x-21, (s.Height-16)/2, 16, 16)
		_, cut := putText(text, shown(), x, 0, s.Width-x-tail(), s.Height)
		p.tip = ""
		if cut {
			p.tip = shown()
		}
		cx := s.Width - 24
		if p.OnClear != nil {
			place(p.close, s.Width-24, (s.Height-20)/2, 20, 20)
			cx -= 18
		}
		place(chevron, cx, (s.Height-16)/2, 16, 16)
	}
	return r.start()
}
