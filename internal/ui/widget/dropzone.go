package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// DropZone is the large dashed area that asks for files, with a button for
// those who do not drag. The drop itself comes from the window; SetActive
// lights the area while something hovers over it.
type DropZone struct {
	control
	title, hint string
	actions     []fyne.CanvasObject
	active      bool
}

// NewDropZone makes one; a click anywhere on it calls onTap.
func NewDropZone(title, hint string, onTap func(), actions ...fyne.CanvasObject) *DropZone {
	d := &DropZone{title: title, hint: hint, actions: actions}
	d.tap = onTap
	d.bind(d)
	return d
}

// SetActive lights the area up.
func (d *DropZone) SetActive(on bool) {
	if d.active != on {
		d.active = on
		d.Refresh()
	}
}

// SetTexts changes the words.
func (d *DropZone) SetTexts(title, hint string) {
	d.title, d.hint = title, hint
	d.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (d *DropZone) CreateRenderer() fyne.WidgetRenderer {
	box, disc, ring := newBox(10), newBox(32), newRing()
	icon, title, hint := newIcon(), newText(), newText()
	title.Alignment, hint.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
	var edge color.NRGBA
	dashes := newInk(func(c *picture.Painter, w, h float64) {
		c.Path(roundRect(1, 1, w-2, h-2, 10), true, chart.Style{Stroke: edge, Width: 1.5, Dash: 6})
	})
	p := &parts{of: d, objects: append([]fyne.CanvasObject{box, dashes, disc, icon, title, hint, ring}, d.actions...)}
	p.min = func() fyne.Size { return fyne.NewSize(320, 220) }
	p.update = func() {
		fill, discFill, ink, line := theme.Surface, theme.AccentSoft, theme.Accent, theme.Edge
		switch {
		case d.active:
			fill, discFill, ink, line = theme.AccentSoft, theme.Accent, theme.OnAccent, theme.Accent
		case d.hovered:
			line = theme.Accent
		}
		edge = theme.Color(line)
		setBox(box, fill, "")
		setBox(disc, discFill, "")
		setIcon(icon, theme.Import, ink)
		setText(title, d.title, theme.Title, theme.Text, true)
		setText(hint, d.hint, theme.Body, theme.Second, false)
		canvas.Refresh(dashes)
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		place(dashes, 0, 0, s.Width, s.Height)
		d.placeRing(ring, s)
		var aw, ah float32
		for _, a := range d.actions {
			m := a.MinSize()
			aw, ah = aw+m.Width+theme.Gap, max(ah, m.Height)
		}
		height := 64 + 16 + 30 + 24 + float32(0)
		if ah > 0 {
			height += 20 + ah
		}
		y := max((s.Height-height)/2, 8)
		place(disc, (s.Width-64)/2, y, 64, 64)
		place(icon, (s.Width-30)/2, y+17, 30, 30)
		y += 64 + 16
		putText(title, d.title, 16, y, s.Width-32, 30)
		putText(hint, d.hint, 16, y+30, s.Width-32, 24)
		y += 54 + 20
		x := (s.Width - aw + theme.Gap) / 2
		for _, a := range d.actions {
			m := a.MinSize()
			place(a, x, y+(ah-m.Height)/2, m.Width, m.Height)
			x += m.Width + theme.Gap
		}
	}
	return p.start()
}
