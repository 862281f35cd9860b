package widget

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/ui/theme"
)

// ButtonKind is how much a button asks for attention.
type ButtonKind uint8

const (
	Plain   ButtonKind = iota // outlined
	Primary                   // filled with the accent: one a screen
	Quiet                     // no outline until the pointer is over it
	Link                      // reads as a link in a sentence
	Danger                    // outlined, in the colour of what cannot be taken back
)

// Button is a push button with words, an icon, or both.
type Button struct {
	control
	text string
	icon theme.IconName
	kind ButtonKind
}

// NewButton makes a button; icon may be "".
func NewButton(text string, icon theme.IconName, kind ButtonKind, onTap func()) *Button {
	b := &Button{text: text, icon: icon, kind: kind}
	b.tap = onTap
	b.bind(b)
	return b
}

// SetText changes the words.
func (b *Button) SetText(s string) {
	b.text = s
	b.Refresh()
}

// SetIcon changes the icon; "" takes it away.
func (b *Button) SetIcon(i theme.IconName) {
	b.icon = i
	b.Refresh()
}

// Text is the words on the button.
func (b *Button) Text() string { return b.text }

func (b *Button) colors() (fill, stroke, ink fyne.ThemeColorName) {
	switch b.kind {
	case Primary:
		fill, ink = theme.Accent, theme.OnAccent
		if b.hovered {
			fill = theme.AccentHover
		}
	case Quiet:
		ink = theme.Text
		if b.hovered {
			fill = theme.Hover
		}
	case Link:
		ink = theme.Accent
		if b.hovered {
			fill = theme.AccentSoft
		}
	case Danger:
		fill, stroke, ink = theme.Surface, theme.Edge, theme.Bad
		if b.hovered {
			fill = theme.BadSoft
		}
	default:
		fill, stroke, ink = theme.Surface, theme.Edge, theme.Text
		if b.hovered {
			fill = theme.Hover
		}
	}
	if b.disabled {
		ink = theme.Faint
		if fill != "" {
			fill, stroke = theme.Page, theme.Line
		}
	}
	return fill, stroke, ink
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	box, ring, icon, text := newBox(theme.Radius), newRing(), newIcon(), newText()
	p := &parts{of: b, objects: []fyne.CanvasObject{box, icon, text, ring}}
	pad := func() float32 {
		if b.kind == Link {
			return theme.Unit
		}
		return 12
	}
	p.min = func() fyne.Size {
		w := 2 * pad()
		if b.text != "" {
			w += textSize(b.text, theme.Body, b.kind == Primary).Width
		}
		if b.icon != "" {
			w += theme.IconBox
		}
		if b.text != "" && b.icon != "" {
			w += 6
		}
		h := theme.Control
		if b.kind == Link {
			h = theme.Row - 4
		}
		return fyne.NewSize(w, h)
	}
	p.update = func() {
		fill, stroke, ink := b.colors()
		setBox(box, fill, stroke)
		setIcon(icon, b.icon, ink)
		setText(text, b.text, theme.Body, ink, b.kind == Primary)
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		b.placeRing(ring, s)
		used := p.min().Width - 2*pad()
		x := max((s.Width-used)/2, pad())
		if b.icon != "" {
			place(icon, x, (s.Height-theme.IconBox)/2, theme.IconBox, theme.IconBox)
			x += theme.IconBox + 6
		}
		putText(text, b.text, x, 0, s.Width-x-pad()/2, s.Height)
	}
	return p.start()
}

// IconButton is a small square button that says its name in a tip. It can be
// a switch: SetOn.
type IconButton struct {
	control
	icon theme.IconName
	on   bool
	size float32
}

// NewIconButton makes one; tip names what it does.
func NewIconButton(icon theme.IconName, tip string, onTap func()) *IconButton {
	b := &IconButton{icon: icon, size: theme.Control}
	b.tap, b.tip = onTap, tip
	b.bind(b)
	return b
}

// Small makes it as high as a chip.
func (b *IconButton) Small() *IconButton {
	b.size = theme.Compact
	return b
}

// SetOn shows the switch on or off.
func (b *IconButton) SetOn(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

// SetIcon changes the icon.
func (b *IconButton) SetIcon(i theme.IconName) {
	b.icon = i
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	box, ring, icon := newBox(theme.Radius), newRing(), newIcon()
	p := &parts{of: b, objects: []fyne.CanvasObject{box, icon, ring}}
	p.min = func() fyne.Size { return fyne.NewSquareSize(b.size) }
	p.update = func() {
		fill, ink := fyne.ThemeColorName(""), theme.Second
		switch {
		case b.disabled:
			ink = theme.Faint
		case b.on:
			fill, ink = theme.AccentSoft, theme.Accent
		case b.hovered:
			fill, ink = theme.Hover, theme.Text
		}
		setBox(box, fill, "")
		setIcon(icon, b.icon, ink)
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		b.placeRing(ring, s)
		i := min(theme.IconBox, b.size-8)
		place(icon, (s.Width-i)/2, (s.Height-i)/2, i, i)
	}
	return p.start()
}
