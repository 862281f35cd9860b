package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/ui/theme"
)

// Segmented is a choice of one among a few, all in sight. The arrow keys move
// the choice.
type Segmented struct {
	control
	options  []string
	selected int
	over     int
	onChange func(i int)
}

// NewSegmented makes one with the first option chosen.
func NewSegmented(options []string, onChange func(i int)) *Segmented {
	s := &Segmented{options: options, onChange: onChange, over: -1}
	s.key = s.typed
	s.bind(s)
	return s
}

// Selected is the index of the choice; −1 where there is none.
func (s *Segmented) Selected() int { return s.selected }

// SetSelected moves the choice without calling back; −1 chooses nothing.
func (s *Segmented) SetSelected(i int) {
	s.selected = i
	s.Refresh()
}

// SetOptions changes the words, for instance after a change of language.
func (s *Segmented) SetOptions(options []string) {
	s.options = options
	s.Refresh()
}

func (s *Segmented) choose(i int) {
	if i < 0 || i >= len(s.options) || i == s.selected || s.disabled {
		return
	}
	s.selected = i
	s.Refresh()
	if s.onChange != nil {
		s.onChange(i)
	}
}

func (s *Segmented) typed(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.choose(s.selected - 1)
	case fyne.KeyRight, fyne.KeyDown:
		s.choose(s.selected + 1)
	default:
		return false
	}
	return true
}

func (s *Segmented) segment(i int) float32 {
	return textSize(s.options[i], theme.Body, true).Width + 24
}

func (s *Segmented) at(x float32) int {
	for i := range s.options {
		if x -= s.segment(i); x < 2 {
			return i
		}
	}
	return len(s.options) - 1
}

// Tapped implements fyne.Tappable.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	s.grabFocus()
	s.choose(s.at(e.Position.X))
}

// MouseMoved implements desktop.Hoverable.
func (s *Segmented) MouseMoved(e *desktop.MouseEvent) {
	if i := s.at(e.Position.X); i != s.over {
		s.over = i
		s.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (s *Segmented) MouseOut() {
	s.over = -1
	s.control.MouseOut()
}

// Cursor implements desktop.Cursorable.
func (s *Segmented) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	box, thumb, ring := newBox(theme.Radius), newBox(theme.Radius-1), newRing()
	var texts []*canvas.Text
	p := &parts{of: s}
	p.min = func() fyne.Size {
		w := float32(4)
		for i := range s.options {
			w += s.segment(i)
		}
		return fyne.NewSize(w, theme.Control)
	}
	p.update = func() {
		p.objects = append(p.objects[:0], box, thumb)
		setBox(box, theme.Hover, theme.Line)
		setBox(thumb, theme.Surface, theme.Edge)
		thumb.Hidden = s.selected < 0 || s.selected >= len(s.options)
		for len(texts) < len(s.options) {
			texts = append(texts, newText())
		}
		for i, o := range s.options {
			ink := theme.Second
			switch {
			case s.disabled:
				ink = theme.Faint
			case i == s.selected:
				ink = theme.Text
			case i == s.over:
				ink = theme.Accent
			}
			setText(texts[i], o, theme.Body, ink, i == s.selected)
			p.objects = append(p.objects, texts[i])
		}
		p.objects = append(p.objects, ring)
	}
	p.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		s.placeRing(ring, size)
		x := float32(2)
		for i := range s.options {
			w := s.segment(i)
			if i == s.selected {
				place(thumb, x, 2, w, size.Height-4)
			}
			texts[i].Alignment = fyne.TextAlignCenter
			putText(texts[i], s.options[i], x, 0, w, size.Height)
			x += w
		}
	}
	return p.start()
}
