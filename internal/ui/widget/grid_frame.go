package widget

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/ui/theme"
)

// Frame is a table within what a grid shows. Its header and two of its corners
// can be carried, with the mouse or with the arrow keys.
type Frame struct {
	Table Range // with the header
	Head  Range // the rows of the header; To above From where there is none
	Open  bool  // the table goes on below what is shown: its lower edge is not to be had
}

// FramePart is what of a frame is carried.
type FramePart uint8

const (
	NoPart FramePart = iota
	HeadPart
	TopLeft
	BottomRight
)

// frameParts is the order in which Space goes through them.
var frameParts = []FramePart{HeadPart, TopLeft, BottomRight}

// gridFrame is the frame of a grid and what is being done with it.
type gridFrame struct {
	Frame
	on     bool
	active FramePart // moved by the arrow keys
	over   FramePart // under the pointer
	held   FramePart // being dragged
	grip   int       // row of the header that was taken hold of, from its first
	sent   Place     // what OnFrame was told last
}

// cornerReach is how near the pointer must be to take hold of a corner.
const cornerReach float32 = 9

// SetFrame draws a frame round a table; nil takes it away. OnFrame is told
// while a part of it is carried.
func (g *Grid) SetFrame(f *Frame) {
	if f == nil {
		g.frame = gridFrame{}
	} else {
		g.frame.Frame, g.frame.on = *f, true
	}
	g.repaint()
}

// FrameNow is the frame that is drawn; ok is false where there is none.
func (g *Grid) FrameNow() (f Frame, ok bool) { return g.frame.Frame, g.frame.on }

// Carries tells which part of the frame the arrow keys move.
func (g *Grid) Carries() FramePart { return g.frame.active }

// Carry lets the arrow keys move a part of the frame.
func (g *Grid) Carry(p FramePart) {
	if !g.has(p) {
		p = NoPart
	}
	g.frame.active = p
	g.repaint()
}

// FocusGained implements fyne.Focusable: who comes by keyboard holds the header.
func (g *Grid) FocusGained() {
	if g.frame.on && !g.byMouse && g.frame.active == NoPart {
		g.nextPart()
	}
	g.control.FocusGained()
}

func (g *Grid) has(p FramePart) bool {
	return g.frame.on && p != NoPart && (p != HeadPart || g.frame.Head.To.Row >= g.frame.Head.From.Row)
}

// nextPart goes to the next part that there is.
func (g *Grid) nextPart() {
	f := &g.frame
	for i := range frameParts {
		if p := frameParts[(int(f.active)+i)%len(frameParts)]; g.has(p) {
			f.active = p
			break
		}
	}
	g.repaint()
}

// corner is where a corner of the frame stands on the widget.
func (g *Grid) corner(p FramePart) fyne.Position {
	t := g.frame.Table
	if p == TopLeft {
		return fyne.NewPos(g.columnX(t.From.Col), g.rowY(t.From.Row))
	}
	last := t.To.Row
	if g.frame.Open {
		last = max(g.frame.Head.To.Row, t.From.Row)
	}
	return fyne.NewPos(g.columnX(t.To.Col)+g.view.widths[t.To.Col], g.rowY(last+1))
}

// framed reports whether the frame lies within the model.
func (g *Grid) framed() bool {
	t := g.frame.Table
	return g.frame.on && t.From.Row >= 0 && t.To.Row < g.rows() && t.From.Col >= 0 && t.To.Col < g.cols() && t.From.Row <= t.To.Row && t.From.Col <= t.To.Col
}

// partAt finds the part of the frame under a point.
func (g *Grid) partAt(at fyne.Position) FramePart {
	if !g.framed() || at.Y < g.headHeight()-cornerReach || at.Y > g.headHeight()+g.bodyHeight() {
		return NoPart
	}
	for _, p := range []FramePart{TopLeft, BottomRight} {
		if c := g.corner(p); abs(at.X-c.X) <= cornerReach && abs(at.Y-c.Y) <= cornerReach {
			return p
		}
	}
	cell := g.placeAt(at)
	if h := g.frame.Head; g.has(HeadPart) && cell.Row >= h.From.Row && cell.Row <= h.To.Row && cell.Col >= 0 && cell.Col <= g.frame.Table.To.Col {
		return HeadPart
	}
	return NoPart
}

// takeFrame takes hold of the part under the pointer; true where there is one
// that nothing but carrying is meant by.
func (g *Grid) takeFrame(at fyne.Position) bool {
	f := &g.frame
	f.held = g.partAt(at)
	f.active = f.held
	if f.held == NoPart {
		return false
	}
	f.sent = nowhere
	f.grip = g.placeAt(at).Row - f.Head.From.Row
	g.repaint()
	return f.held != HeadPart
}

// dragFrame carries the held part to the pointer, and tells of each new cell.
func (g *Grid) dragFrame(pos fyne.Position) {
	g.pointer.dragged = true
	head, foot := g.scrollTowards(pos)
	y := min(max(pos.Y, head), foot-1) - head + g.view.frac
	line := g.view.top + int(y/theme.Row+.5) // the gap between rows that is nearest
	switch g.frame.held {
	case HeadPart:
		g.sendFrame(Place{Row: g.view.top + int(y/theme.Row) - g.frame.grip, Col: g.frame.Table.From.Col})
	case TopLeft:
		g.sendFrame(Place{Row: line, Col: g.columnSlot(pos.X)})
	case BottomRight:
		g.sendFrame(Place{Row: line - 1, Col: g.columnSlot(pos.X) - 1})
	}
}

// sendFrame tells that the held or active part is to be at a cell.
func (g *Grid) sendFrame(at Place) {
	f := &g.frame
	part := f.held
	if part == NoPart {
		part = f.active
	}
	t := f.Table
	at.Row = min(max(at.Row, 0), g.rows()-1)
	at.Col = min(max(at.Col, g.view.pinned), g.cols()-1)
	switch part {
	case HeadPart:
		at.Row = min(at.Row, g.rows()-1-(f.Head.To.Row-f.Head.From.Row))
	case TopLeft:
		at.Row, at.Col = min(at.Row, t.To.Row), min(at.Col, t.To.Col)
	case BottomRight:
		at.Row, at.Col = max(at.Row, t.From.Row), max(at.Col, t.From.Col)
		if f.Open {
			at.Row = t.To.Row
		}
	}
	if at == f.sent || at == f.place(part) || g.OnFrame == nil {
		return
	}
	f.sent = at
	g.OnFrame(part, at)
}

// place is the cell at which a part of the frame stands.
func (f *Frame) place(p FramePart) Place {
	switch p {
	case HeadPart:
		return Place{f.Head.From.Row, f.Table.From.Col}
	case TopLeft:
		return f.Table.From
	}
	return f.Table.To
}

// frameKey moves the active part with the arrow keys; Space goes to the next
// and Escape back to the cells.
func (g *Grid) frameKey(e *fyne.KeyEvent) bool {
	f := &g.frame
	if !g.framed() || f.active == NoPart {
		return false
	}
	at := f.place(f.active)
	switch e.Name {
	case fyne.KeyUp:
		at.Row--
	case fyne.KeyDown:
		at.Row++
	case fyne.KeyLeft:
		at.Col--
	case fyne.KeyRight:
		at.Col++
	case fyne.KeySpace:
		g.nextPart()
		return true
	case fyne.KeyEscape:
		g.Carry(NoPart)
		return true
	default:
		return false
	}
	f.held, f.sent = NoPart, nowhere
	g.sendFrame(at)
	if f.active == BottomRight && !f.Open {
		g.reveal(Place{f.Table.To.Row, f.Table.To.Col})
	} else if f.active != BottomRight {
		g.reveal(Place{min(max(at.Row, 0), g.rows()-1), f.Table.From.Col})
	}
	return true
}
