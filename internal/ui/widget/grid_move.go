package widget

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/ui/theme"
)

// gridMove is a column or row being carried to another place.
type gridMove struct {
	on     bool
	ready  bool // something was taken hold of that may be moved
	column bool
	group  int // 1 + level of the heading whose columns are carried; 0 is a column
	from   int
	slot   int     // before which it would land
	moved  float32 // how far the pointer went since it was pressed
}

// startMove takes hold of the column of a header, of all columns under a
// heading, or of the row of a cell in the first column, where those may be moved.
func (g *Grid) startMove(at Place, pos fyne.Position) {
	g.move = gridMove{}
	level, heading, ok := g.groupAt(pos)
	switch {
	case ok:
		if g.OnMoveGroup != nil {
			g.move = gridMove{ready: true, column: true, group: level + 1, from: heading.from, slot: heading.from}
		}
	case at.Row < 0 && g.OnMoveColumn != nil:
		g.move = gridMove{ready: true, column: true, from: at.Col, slot: at.Col}
	case at.Row >= 0 && at.Col == 0 && g.OnMoveRow != nil:
		g.move = gridMove{ready: true, from: at.Row, slot: at.Row}
	}
}

// dragMove follows the pointer with what was taken hold of.
func (g *Grid) dragMove(pos fyne.Position, by fyne.Delta) {
	m := &g.move
	m.moved += abs(by.DX) + abs(by.DY)
	if m.moved < unsteady {
		return
	}
	m.on, g.pointer.dragged = true, true
	if m.column {
		m.slot = g.columnSlot(pos.X)
	} else {
		foot := g.headHeight() + g.bodyHeight()
		switch {
		case pos.Y < g.headHeight():
			g.scrollBy(0, -theme.Row)
		case pos.Y > foot:
			g.scrollBy(0, theme.Row)
		}
		y := min(max(pos.Y, g.headHeight()), foot)
		at := g.scrolled() + float64(y-g.headHeight())
		m.slot = g.rowAt(at)
		if at > (g.rowTop(m.slot)+g.rowTop(m.slot+1))/2 {
			m.slot++
		}
		m.slot = min(m.slot, g.rows())
	}
	g.repaint()
}

// columnSlot finds between which columns x lies.
func (g *Grid) columnSlot(x float32) int {
	for c := range g.view.widths {
		if x < g.columnX(c)+g.view.widths[c]/2 {
			return c
		}
	}
	return len(g.view.widths)
}

// endMove puts down what was carried and tells.
func (g *Grid) endMove() {
	m := g.move
	g.move = gridMove{}
	if !m.on || m.slot == m.from || m.slot == m.from+1 {
		return
	}
	to := m.slot
	if to > m.from {
		to--
	}
	switch {
	case m.group > 0:
		g.OnMoveGroup(m.group-1, m.from, to)
	case m.column:
		g.OnMoveColumn(m.from, to)
	default:
		g.OnMoveRow(m.from, to)
	}
}

// moveCaret shows where what is carried would land.
func (g *gridPainter) moveCaret() {
	m := g.move
	if !m.on || m.slot == m.from || m.slot == m.from+1 {
		return
	}
	if !m.column {
		y := float64(g.rowY(m.slot))
		g.p.Rect(0, y-1, g.w, 2, chart.Style{Fill: g.c.accent})
		return
	}
	x := float64(g.contentWidth() - g.view.left)
	if m.slot < g.cols() {
		x = float64(g.columnX(m.slot))
	}
	g.p.Rect(x-1, 0, 2, g.h, chart.Style{Fill: g.c.accent})
}
