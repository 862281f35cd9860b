package widget

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/ui/theme"
)

// Chip is one small choice in a row of choices: a filter, a level of an axis.
// A click opens it, × takes it away.
type Chip struct {
	control
	text    string
	icon    theme.IconName
	onClose func()
	close   *IconButton
	strong  bool
	widest  float32
	row     *ChipRow // that it can be moved in; nil alone
	moved   float32  // how far the pointer went since it was pressed
}

// NewChip makes a chip; onTap and onClose may be nil.
func NewChip(text string, icon theme.IconName, onTap, onClose func()) *Chip {
	c := &Chip{text: text, icon: icon, onClose: onClose, widest: 260}
	c.tap = onTap
	c.close = NewIconButton(theme.Close, "", func() {
		if c.onClose != nil {
			c.onClose()
		}
	})
	c.close.size = 20
	c.key = func(e *fyne.KeyEvent) bool {
		if c.onClose != nil && (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) {
			c.onClose()
			return true
		}
		return false
	}
	c.bind(c)
	return c
}

// CloseTip names what × does.
func (c *Chip) CloseTip(s string) *Chip {
	c.close.SetTip(s)
	return c
}

// Strong shows the chip as one that is in force: in the accent's soft ground.
func (c *Chip) Strong() *Chip {
	c.strong = true
	return c
}

// Holds reports whether f is the chip or what takes it away.
func (c *Chip) Holds(f fyne.Focusable) bool {
	return f == fyne.Focusable(c) || f == fyne.Focusable(c.close)
}

// SetText changes the words.
func (c *Chip) SetText(s string) {
	c.text = s
	c.Refresh()
}

// Text is the words on the chip.
func (c *Chip) Text() string { return c.text }

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	box, ring, icon, text := newBox(theme.Compact/2), newRing(), newIcon(), newText()
	ring.CornerRadius = theme.Compact/2 + 2
	p := &parts{of: c, objects: []fyne.CanvasObject{box, icon, text, ring, c.close}}
	const side = 10
	lead := func() float32 {
		if c.icon == "" {
			return side
		}
		return side + 16 + 5
	}
	tail := func() float32 {
		if c.onClose == nil {
			return side
		}
		return 26
	}
	p.min = func() fyne.Size {
		w := min(textSize(c.text, theme.Body, false).Width, c.widest)
		return fyne.NewSize(lead()+w+tail(), theme.Compact)
	}
	p.update = func() {
		fill, stroke, ink := theme.Surface, theme.Edge, theme.Text
		if c.strong {
			fill, stroke, ink = theme.AccentSoft, theme.AccentSoft, theme.Accent
		}
		if c.hovered && c.tap != nil {
			if c.strong {
				stroke = theme.Accent
			} else {
				fill = theme.Hover
			}
		}
		if c.disabled {
			ink = theme.Faint
		}
		setBox(box, fill, stroke)
		setIcon(icon, c.icon, ink)
		setText(text, c.text, theme.Body, ink, false)
		c.close.Hidden = c.onClose == nil
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		c.placeRing(ring, s)
		place(icon, side, (s.Height-16)/2, 16, 16)
		_, cut := putText(text, c.text, lead(), 0, s.Width-lead()-tail(), s.Height)
		if cut {
			c.tip = c.text
		}
		place(c.close, s.Width-23, (s.Height-20)/2, 20, 20)
	}
	return p.start()
}

// NewChipBar is a wrapping row of chips and what stands beside them.
func NewChipBar(objects ...fyne.CanvasObject) *fyne.Container {
	return NewFlow(6, objects...)
}
