package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// control is what everything operable shares: pointer, focus, keyboard, tip.
type control struct {
	widget.BaseWidget
	self     fyne.Widget
	tap      func()
	tip      string
	key      func(*fyne.KeyEvent) bool // first look at keys; true when taken
	hovered  bool
	focused  bool
	byMouse  bool // focus came from a click: no ring
	disabled bool
}

// bind must be called once by every constructor with the widget itself.
func (c *control) bind(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// ring reports whether the focus ring is to be seen.
func (c *control) ring() bool { return c.focused && !c.byMouse }

// SetTip sets the words shown when the pointer rests on the widget.
func (c *control) SetTip(s string) { c.tip = s }

// Tip is the words shown when the pointer rests on the widget.
func (c *control) Tip() string { return c.tip }

// SetEnabled switches the widget on or off. One that is off shows itself pale
// and takes neither pointer nor keyboard.
func (c *control) SetEnabled(on bool) {
	if c.disabled == !on {
		return
	}
	c.disabled = !on
	c.self.Refresh()
}

// Disabled implements fyne.Disableable, by which Tab passes it over.
func (c *control) Disabled() bool { return c.disabled }

// Enable implements fyne.Disableable.
func (c *control) Enable() { c.SetEnabled(true) }

// Disable implements fyne.Disableable.
func (c *control) Disable() { c.SetEnabled(false) }

// Tapped implements fyne.Tappable.
func (c *control) Tapped(*fyne.PointEvent) {
	if c.disabled {
		return
	}
	hideTip(c.self)
	c.grabFocus()
	if c.tap != nil {
		c.tap()
	}
}

// grabFocus takes the keyboard after a click, without a ring.
func (c *control) grabFocus() {
	f, ok := c.self.(fyne.Focusable)
	if !ok {
		return
	}
	if cv := canvasOf(c.self); cv != nil && cv.Focused() != f {
		c.byMouse = true
		cv.Focus(f)
	}
}

// HandFocus gives the keyboard of a widget to the one that has taken its place on
// a canvas, with a ring only where that had one. The canvas is told, since it
// does not know yet what was never painted.
func HandFocus(c fyne.Canvas, from, to fyne.Focusable) {
	was, ok := from.(interface{ ring() bool })
	if x, yes := to.(interface{ focusByMouse() }); ok && yes && !was.ring() {
		x.focusByMouse()
	}
	c.Focus(to)
}

func (c *control) focusByMouse() { c.byMouse = true }

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(e *desktop.MouseEvent) {
	c.hovered = true
	showTip(c.self, c.tip)
	c.self.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() {
	c.hovered = false
	hideTip(c.self)
	c.self.Refresh()
}

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() {
	c.focused = true
	c.self.Refresh()
}

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() {
	c.focused, c.byMouse = false, false
	c.self.Refresh()
}

// TypedRune implements fyne.Focusable.
func (c *control) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: Enter and Space act as a click.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	if c.disabled {
		return
	}
	if c.byMouse {
		c.byMouse = false
		c.self.Refresh()
	}
	if c.key != nil && c.key(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.tap != nil {
			c.tap()
		}
	case fyne.KeyEscape:
		leave(c.self)
	}
}

// Cursor implements desktop.Cursorable.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled || c.tap == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// newRing makes the focus ring; placeRing puts it round a control.
func newRing() *canvas.Rectangle {
	r := newBox(theme.Radius + 2)
	r.Hide()
	return r
}

func (c *control) placeRing(r *canvas.Rectangle, s fyne.Size) {
	if !c.ring() {
		r.Hide()
		return
	}
	setBox(r, "", theme.Ring)
	r.StrokeWidth = 2
	place(r, -2, -2, s.Width+4, s.Height+4)
	r.Show()
}
