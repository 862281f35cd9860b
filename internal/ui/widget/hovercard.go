package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// hoverCard is a small card beside the pointer: a bold title and lines.
type hoverCard struct {
	widget.BaseWidget
	title string
	lines []string
}

func newHoverCard() *hoverCard {
	h := &hoverCard{}
	h.ExtendBaseWidget(h)
	h.Hide()
	return h
}

// set changes the words; without any the card goes away.
func (h *hoverCard) set(title string, lines []string) {
	h.title, h.lines = title, lines
	if title == "" && len(lines) == 0 {
		h.Hide()
		return
	}
	h.Show()
	h.Refresh()
}

// stand puts the card beside a point, inside a room.
func (h *hoverCard) stand(at fyne.Position, room fyne.Size) {
	const away = 14
	m := h.MinSize()
	x, y := at.X+away, at.Y+away
	if x+m.Width > room.Width-4 {
		x = at.X - away - m.Width
	}
	if y+m.Height > room.Height-4 {
		y = at.Y - away - m.Height
	}
	place(h, min(max(x, 4), max(room.Width-m.Width-4, 4)), min(max(y, 4), max(room.Height-m.Height-4, 4)), m.Width, m.Height)
}

const cardWidth = 300

// CreateRenderer implements fyne.Widget.
func (h *hoverCard) CreateRenderer() fyne.WidgetRenderer {
	box, title := newBox(theme.Radius), newText()
	var texts []*canvas.Text
	p := &parts{of: h}
	p.min = func() fyne.Size {
		s := textSize(h.title, theme.Body, true)
		s.Height += 2
		for _, l := range h.lines {
			z := textSize(l, theme.Small, false)
			s = fyne.NewSize(max(s.Width, z.Width), s.Height+z.Height)
		}
		return fyne.NewSize(min(s.Width, cardWidth)+24, s.Height+16)
	}
	p.update = func() {
		setBox(box, theme.Surface, theme.Edge)
		box.Shadow.Color, box.Shadow.BlurRadius, box.Shadow.Offset = theme.Color(theme.Shade), 6, fyne.NewPos(0, 2)
		setText(title, h.title, theme.Body, theme.Text, true)
		p.objects = append(p.objects[:0], box, title)
		for len(texts) < len(h.lines) {
			texts = append(texts, newText())
		}
		for i, l := range h.lines {
			setText(texts[i], l, theme.Small, theme.Second, false)
			p.objects = append(p.objects, texts[i])
		}
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		y, w := float32(8), s.Width-24
		t := textSize("M", theme.Body, true).Height
		putText(title, h.title, 12, y, w, t)
		y += t + 2
		for i := range h.lines {
			z := textSize("M", theme.Small, false).Height
			putText(texts[i], h.lines[i], 12, y, w, z)
			y += z
		}
	}
	return p.start()
}
