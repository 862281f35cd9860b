package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// Dialog is a card in the middle of the dimmed window that waits for an answer.
// Escape and × leave it.
type Dialog struct {
	widget.BaseWidget
	// OnClosed is called once after it went away, however it did.
	OnClosed func()

	canvas  fyne.Canvas
	title   string
	content fyne.CanvasObject
	actions []fyne.CanvasObject
	close   *IconButton
	layer   *tipLayer
	least   float32
}

// ShowDialog shows content under a title, with buttons at its foot, the one
// that answers last. closeTip names what × does. Give the keyboard to a field
// of the content after this.
func ShowDialog(c fyne.Canvas, title string, content fyne.CanvasObject, closeTip string, actions ...fyne.CanvasObject) *Dialog {
	d := &Dialog{canvas: c, title: title, content: content, actions: actions, layer: newTipLayer(), least: 440}
	d.close = NewIconButton(theme.Close, closeTip, d.Close).Small()
	d.ExtendBaseWidget(d)
	hideTips(c)
	c.Overlays().Add(d)
	d.Resize(c.Size())
	c.Focus(d)
	return d
}

func (d *Dialog) tips() *tipLayer { return d.layer }

// Close takes the dialog away.
func (d *Dialog) Close() {
	if d.canvas == nil {
		return
	}
	c := d.canvas
	d.canvas = nil
	d.layer.stop()
	c.Overlays().Remove(d)
	if d.OnClosed != nil {
		d.OnClosed()
	}
}

// Tapped keeps clicks from what is below.
func (d *Dialog) Tapped(*fyne.PointEvent) {}

// FocusGained implements fyne.Focusable.
func (d *Dialog) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (d *Dialog) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (d *Dialog) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: Esc leaves, and Enter answers, unless that
// would do what cannot be taken back.
func (d *Dialog) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		d.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if n := len(d.actions); n > 0 {
			if b, ok := d.actions[n-1].(*Button); ok && b.kind == Primary {
				b.Tapped(&fyne.PointEvent{})
			}
		}
	}
}

// TypedShortcut keeps the shortcuts of the window from what is below.
func (d *Dialog) TypedShortcut(fyne.Shortcut) {}

// CreateRenderer implements fyne.Widget.
func (d *Dialog) CreateRenderer() fyne.WidgetRenderer {
	shade, box, title := newBox(0), newBox(10), newText()
	p := &parts{of: d, objects: []fyne.CanvasObject{shade, box, title, d.close, d.content}}
	p.objects = append(p.objects, d.actions...)
	p.objects = append(p.objects, d.layer)
	const side = 20
	foot := func() (w, h float32) {
		for _, a := range d.actions {
			m := a.MinSize()
			w, h = w+m.Width+theme.Gap, max(h, m.Height)
		}
		return w, h
	}
	p.min = func() fyne.Size { return fyne.Size{} }
	p.update = func() {
		setBox(shade, theme.Scrim, "")
		setBox(box, theme.Surface, theme.Line)
		box.Shadow.Color, box.Shadow.BlurRadius, box.Shadow.Offset = theme.Color(theme.Shade), 16, fyne.NewPos(0, 4)
		setText(title, d.title, theme.Lead, theme.Text, true)
	}
	p.layout = func(s fyne.Size) {
		place(shade, 0, 0, s.Width, s.Height)
		place(d.layer, 0, 0, s.Width, s.Height)
		fw, fh := foot()
		m := d.content.MinSize()
		w := min(max(m.Width+2*side, fw+2*side, d.least), s.Width-32)
		d.content.Resize(fyne.NewSize(w-2*side, m.Height)) // text wraps to the width first
		m = d.content.MinSize()
		h := side + 24 + 12 + m.Height + side
		if fh > 0 {
			h += fh + theme.Pad
		}
		h = min(h, s.Height-32)
		x, y := (s.Width-w)/2, (s.Height-h)*.42
		place(box, x, y, w, h)
		putText(title, d.title, x+side, y+side-4, w-2*side-theme.Compact, 28)
		place(d.close, x+w-side-theme.Compact+6, y+side-3, theme.Compact, theme.Compact)
		top := y + side + 24 + 12
		bottom := y + h - side
		ax := x + w - side - fw + theme.Gap
		for _, a := range d.actions {
			z := a.MinSize()
			place(a, ax, bottom-fh+(fh-z.Height)/2, z.Width, z.Height)
			ax += z.Width + theme.Gap
		}
		if fh > 0 {
			bottom -= fh + theme.Pad
		}
		place(d.content, x+side, top, w-2*side, bottom-top)
	}
	return p.start()
}
