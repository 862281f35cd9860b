package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// Split shows two things with a hairline between them that can be dragged, or
// moved with the arrow keys.
type Split struct {
	widget.BaseWidget
	first, second fyne.CanvasObject
	vertical      bool
	offset        float64 // share of the first
	useful        float32 // the most that the second can use, 0 where not known
	moved         bool    // by hand: nothing else moves it then
	handle        *splitHandle
	// OnMoved is told the new share after each move.
	OnMoved func(share float64)
}

// NewSplit puts the two beside each other (vertical: one above the other);
// share is the first one's part of the room.
func NewSplit(vertical bool, share float64, first, second fyne.CanvasObject) *Split {
	s := &Split{first: first, second: second, vertical: vertical, offset: share}
	s.handle = &splitHandle{of: s}
	s.handle.bind(s.handle)
	s.handle.key = s.handle.typed
	s.ExtendBaseWidget(s)
	return s
}

// Share is the first one's part of the room.
func (s *Split) Share() float64 { return s.offset }

// SetShare moves the divider.
func (s *Split) SetShare(share float64) {
	s.offset, s.moved = min(max(share, 0), 1), true
	s.Refresh()
}

// SetUseful tells the most that the second can use. What it cannot use is the
// first one's, as long as nobody has moved the divider.
func (s *Split) SetUseful(most float32) {
	if s.useful != most {
		s.useful = most
		s.Refresh()
	}
}

const splitGrip float32 = 9

// given is the first one's part of some room.
func (s *Split) given(room float32) float32 {
	a := room * float32(s.offset)
	if s.useful > 0 && !s.moved {
		a = max(a, room-s.useful)
	}
	return min(max(a, s.along(s.first.MinSize())), max(room-s.along(s.second.MinSize()), 0))
}

func (s *Split) moveBy(d float32) {
	room := s.along(s.Size()) - splitGrip
	if room <= 0 {
		return
	}
	s.offset = float64(s.given(room) / room)
	low := s.along(s.first.MinSize()) / room
	high := 1 - s.along(s.second.MinSize())/room
	if low > high {
		return
	}
	s.SetShare(min(max(s.offset+float64(d/room), float64(low)), float64(high)))
	if s.OnMoved != nil {
		s.OnMoved(s.offset)
	}
}

func (s *Split) along(z fyne.Size) float32 {
	if s.vertical {
		return z.Height
	}
	return z.Width
}

// CreateRenderer implements fyne.Widget.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	p := &parts{of: s, objects: []fyne.CanvasObject{s.first, s.second, s.handle}}
	p.min = func() fyne.Size {
		a, b := s.first.MinSize(), s.second.MinSize()
		if s.vertical {
			return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height+splitGrip)
		}
		return fyne.NewSize(a.Width+b.Width+splitGrip, max(a.Height, b.Height))
	}
	p.layout = func(z fyne.Size) {
		room := s.along(z) - splitGrip
		a := s.given(room)
		if s.vertical {
			place(s.first, 0, 0, z.Width, a)
			place(s.handle, 0, a, z.Width, splitGrip)
			place(s.second, 0, a+splitGrip, z.Width, room-a)
			return
		}
		place(s.first, 0, 0, a, z.Height)
		place(s.handle, a, 0, splitGrip, z.Height)
		place(s.second, a+splitGrip, 0, room-a, z.Height)
	}
	return p
}

// splitHandle is the divider.
type splitHandle struct {
	control
	of *Split
}

func (h *splitHandle) typed(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		h.of.moveBy(-16)
	case fyne.KeyRight, fyne.KeyDown:
		h.of.moveBy(16)
	default:
		return false
	}
	return true
}

// Dragged implements fyne.Draggable.
func (h *splitHandle) Dragged(e *fyne.DragEvent) {
	if h.of.vertical {
		h.of.moveBy(e.Dragged.DY)
	} else {
		h.of.moveBy(e.Dragged.DX)
	}
}

// DragEnd implements fyne.Draggable.
func (h *splitHandle) DragEnd() {}

// Cursor implements desktop.Cursorable.
func (h *splitHandle) Cursor() desktop.Cursor {
	if h.of.vertical {
		return desktop.VResizeCursor
	}
	return desktop.HResizeCursor
}

// CreateRenderer implements fyne.Widget.
func (h *splitHandle) CreateRenderer() fyne.WidgetRenderer {
	line, grip := newBox(0), newBox(2)
	p := &parts{of: h, objects: []fyne.CanvasObject{line, grip}}
	p.min = func() fyne.Size { return fyne.NewSquareSize(splitGrip) }
	p.update = func() {
		setBox(line, theme.Line, "")
		ink := theme.Edge
		if h.hovered || h.ring() {
			ink = theme.Accent
			setBox(line, theme.Accent, "")
		}
		setBox(grip, ink, "")
	}
	p.layout = func(s fyne.Size) {
		if h.of.vertical {
			place(line, 0, s.Height/2-.5, s.Width, theme.Hair)
			place(grip, s.Width/2-16, s.Height/2-2, 32, 4)
			return
		}
		place(line, s.Width/2-.5, 0, theme.Hair, s.Height)
		place(grip, s.Width/2-2, s.Height/2-16, 4, 32)
	}
	return p.start()
}
