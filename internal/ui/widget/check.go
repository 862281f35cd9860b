package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tallyboard/internal/ui/theme"
)

// Check is a choice that is on or off: a box to tick and words behind it.
type Check struct {
	control
	text     string
	on       bool
	onChange func(on bool)
}

// NewCheck makes one.
func NewCheck(text string, on bool, onChange func(on bool)) *Check {
	c := &Check{text: text, on: on, onChange: onChange}
	c.tap = func() {
		c.SetOn(!c.on)
		if c.onChange != nil {
			c.onChange(c.on)
		}
	}
	c.bind(c)
	return c
}

// On reports whether it is ticked.
func (c *Check) On() bool { return c.on }

// SetOn ticks it without calling back.
func (c *Check) SetOn(on bool) {
	c.on = on
	c.Refresh()
}

// SetText changes the words.
func (c *Check) SetText(s string) {
	c.text = s
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	box, mark, text, ring := newBox(3), newIcon(), newText(), newRing()
	p := &parts{of: c, objects: []fyne.CanvasObject{box, mark, text, ring}}
	p.min = func() fyne.Size {
		return fyne.NewSize(24+textSize(c.text, theme.Body, false).Width, theme.Row)
	}
	p.update = func() {
		ink, line := theme.Text, theme.Edge
		switch {
		case c.disabled:
			ink = theme.Faint
		case c.hovered:
			line = theme.Accent
		}
		setText(text, c.text, theme.Body, ink, false)
		paintTick(box, mark, c.on, line)
		if c.on && c.disabled {
			setBox(box, theme.Faint, "")
		}
	}
	p.layout = func(s fyne.Size) {
		placeTick(box, mark, 0, s.Height)
		_, cut := putText(text, c.text, 24, 0, s.Width-24, s.Height)
		c.tip = ""
		if cut {
			c.tip = c.text
		}
		c.placeRing(ring, s)
	}
	return p.start()
}

// paintTick shows a box to tick, on or off.
func paintTick(box *canvas.Rectangle, mark *Icon, on bool, line fyne.ThemeColorName) {
	if on {
		setBox(box, theme.Accent, "")
		setIcon(mark, theme.Check, theme.OnAccent)
		return
	}
	setBox(box, theme.Surface, line)
	setIcon(mark, "", theme.OnAccent)
}

// placeTick puts the box at x, in the middle of a height.
func placeTick(box *canvas.Rectangle, mark *Icon, x, height float32) {
	place(box, x, (height-16)/2, 16, 16)
	place(mark, x+1, (height-14)/2, 14, 14)
}
