package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// Popup is a card above the window that a click outside or Escape takes away.
// It stays inside the window whatever its anchor.
type Popup struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	content fyne.CanvasObject
	anchor  fyne.Position // top left of what it belongs to, on the canvas
	over    fyne.Size     // size of what it belongs to; the card does not cover it
	layer   *tipLayer
	cardAt  fyne.Position
	card    fyne.Size
	// OnClosed is called once after the popup went away, however it did.
	OnClosed func()
	// onKey gets the keys while nothing in the popup has the keyboard.
	onKey func(*fyne.KeyEvent)
}

// ShowPopup shows content next to owner, as wide as it asks to be but no less
// than the owner.
func ShowPopup(owner, content fyne.CanvasObject) *Popup {
	c := shownOn(owner) // before its place is asked for
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(owner)
	return showPopup(c, content, at, owner.Size())
}

// showPopup shows nothing where there is no canvas: what it belongs to is gone.
func showPopup(c fyne.Canvas, content fyne.CanvasObject, at fyne.Position, over fyne.Size) *Popup {
	p := &Popup{canvas: c, content: content, anchor: at, over: over, layer: newTipLayer()}
	p.ExtendBaseWidget(p)
	if c == nil {
		return p
	}
	hideTips(c)
	c.Overlays().Add(p)
	p.Resize(c.Size())
	c.Focus(p)
	return p
}

func (p *Popup) tips() *tipLayer { return p.layer }

// Close takes the popup away.
func (p *Popup) Close() {
	if p.canvas == nil {
		return
	}
	c := p.canvas
	p.canvas = nil
	p.layer.stop()
	c.Overlays().Remove(p)
	if p.OnClosed != nil {
		p.OnClosed()
	}
}

func (p *Popup) outside(at fyne.Position) bool {
	d := at.Subtract(p.cardAt)
	return d.X < 0 || d.Y < 0 || d.X >= p.card.Width || d.Y >= p.card.Height
}

// Tapped implements fyne.Tappable.
func (p *Popup) Tapped(e *fyne.PointEvent) {
	if p.outside(e.Position) {
		p.Close()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (p *Popup) TappedSecondary(e *fyne.PointEvent) { p.Tapped(e) }

// FocusGained implements fyne.Focusable.
func (p *Popup) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (p *Popup) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (p *Popup) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (p *Popup) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.Close()
		return
	}
	if p.onKey != nil {
		p.onKey(e)
	}
}

// TypedShortcut keeps the shortcuts of the window from what is below.
func (p *Popup) TypedShortcut(fyne.Shortcut) {}

// fit places the card: below its anchor where there is room, else above, and
// always inside the window.
func (p *Popup) fit(window fyne.Size) {
	const edge, gap = 8, 4
	want := p.content.MinSize()
	w := min(max(want.Width, p.over.Width), window.Width-2*edge)
	below := window.Height - edge - (p.anchor.Y + p.over.Height + gap)
	above := p.anchor.Y - gap - edge
	h := want.Height
	y := p.anchor.Y + p.over.Height + gap
	if h > below {
		if above > below {
			h = min(h, above)
			y = p.anchor.Y - gap - h
		} else {
			h = below
		}
	}
	// Hardly any room on either side, or not all that a menu needs: cover the anchor.
	if _, rigid := p.content.(*menu); h < 80 || rigid && h < want.Height {
		h = min(want.Height, window.Height-2*edge)
		y = min(max(p.anchor.Y, edge), window.Height-edge-h)
	}
	x := min(max(p.anchor.X, edge), max(window.Width-edge-w, edge))
	p.cardAt, p.card = fyne.NewPos(x, y), fyne.NewSize(w, h)
}

// CreateRenderer implements fyne.Widget.
func (p *Popup) CreateRenderer() fyne.WidgetRenderer {
	box := newBox(theme.Radius)
	r := &parts{of: p, objects: []fyne.CanvasObject{box, p.content, p.layer}}
	r.min = func() fyne.Size { return fyne.Size{} }
	r.update = func() {
		setBox(box, theme.Surface, theme.Edge)
		box.Shadow.Color = theme.Color(theme.Shade)
		box.Shadow.BlurRadius = 8
		box.Shadow.Offset = fyne.NewPos(0, 2)
	}
	r.layout = func(s fyne.Size) {
		p.fit(s)
		place(box, p.cardAt.X, p.cardAt.Y, p.card.Width, p.card.Height)
		place(p.content, p.cardAt.X, p.cardAt.Y, p.card.Width, p.card.Height)
		place(p.layer, 0, 0, s.Width, s.Height)
	}
	return r.start()
}
