package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// Card is a surface with a hairline round it.
type Card struct {
	widget.BaseWidget
	content fyne.CanvasObject
	pad     float32
	fill    fyne.ThemeColorName
	stroke  fyne.ThemeColorName
	radius  float32
}

// NewCard puts content on a card.
func NewCard(content fyne.CanvasObject) *Card {
	return newCard(content, theme.Pad, theme.Surface, theme.Line, theme.Radius)
}

// NewTightCard is a card whose content goes to its edge: a grid, a list.
func NewTightCard(content fyne.CanvasObject) *Card {
	return newCard(content, theme.Hair, theme.Surface, theme.Line, theme.Radius)
}

// NewPanel fills the ground behind content without an outline: side bars and
// tool bars.
func NewPanel(content fyne.CanvasObject, pad float32) *Card {
	return newCard(content, pad, theme.Surface, "", 0)
}

func newCard(content fyne.CanvasObject, pad float32, fill, stroke fyne.ThemeColorName, radius float32) *Card {
	c := &Card{content: content, pad: pad, fill: fill, stroke: stroke, radius: radius}
	c.ExtendBaseWidget(c)
	return c
}

// SetContent changes what is on the card.
func (c *Card) SetContent(o fyne.CanvasObject) {
	c.content = o
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	box := newBox(c.radius)
	p := &parts{of: c, objects: []fyne.CanvasObject{box, c.content}}
	p.min = func() fyne.Size { return c.content.MinSize().AddWidthHeight(2*c.pad, 2*c.pad) }
	p.update = func() {
		p.objects[1] = c.content
		setBox(box, c.fill, c.stroke)
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		place(c.content, c.pad, c.pad, s.Width-2*c.pad, s.Height-2*c.pad)
	}
	return p.start()
}

// Section is the heading of a part of a page: a title, a quiet sentence behind
// it, and things to do at the right.
type Section struct {
	widget.BaseWidget
	title, note string
	size        float32
	actions     []fyne.CanvasObject
}

// NewSection makes the heading of a part.
func NewSection(title, note string, actions ...fyne.CanvasObject) *Section {
	return newSection(title, note, theme.Lead, actions)
}

// NewHeading makes the heading of a page.
func NewHeading(title, note string, actions ...fyne.CanvasObject) *Section {
	return newSection(title, note, theme.Title, actions)
}

func newSection(title, note string, size float32, actions []fyne.CanvasObject) *Section {
	s := &Section{title: title, note: note, size: size, actions: actions}
	s.ExtendBaseWidget(s)
	return s
}

// SetTexts changes title and note.
func (s *Section) SetTexts(title, note string) {
	s.title, s.note = title, note
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Section) CreateRenderer() fyne.WidgetRenderer {
	title, note := newText(), newText()
	p := &parts{of: s, objects: append([]fyne.CanvasObject{title, note}, s.actions...)}
	actions := func() (w, h float32) {
		for _, a := range s.actions {
			if a.Visible() {
				m := a.MinSize()
				w, h = w+m.Width+theme.Gap, max(h, m.Height)
			}
		}
		return w, h
	}
	p.min = func() fyne.Size {
		t := textSize(s.title, s.size, true)
		aw, ah := actions()
		return fyne.NewSize(min(t.Width, 160)+aw, max(t.Height, ah))
	}
	p.update = func() {
		setText(title, s.title, s.size, theme.Text, true)
		setText(note, s.note, theme.Body, theme.Second, false)
	}
	p.layout = func(size fyne.Size) {
		aw, _ := actions()
		w, _ := putText(title, s.title, 0, 0, size.Width-aw, size.Height)
		x := w + 12
		drop := (textSize("M", s.size, true).Height - textSize("M", theme.Body, false).Height) / 6
		putText(note, s.note, x, drop, size.Width-aw-x, size.Height)
		x = size.Width
		for i := len(s.actions) - 1; i >= 0; i-- {
			if a := s.actions[i]; a.Visible() {
				m := a.MinSize()
				x -= m.Width
				place(a, x, (size.Height-m.Height)/2, m.Width, m.Height)
				x -= theme.Gap
			}
		}
	}
	return p.start()
}
