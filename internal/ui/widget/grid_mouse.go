package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/ui/theme"
)

// gridBar names a scroll bar.
type gridBar uint8

const (
	noBar gridBar = iota
	verticalBar
	horizontalBar
)

func barOf(vertical bool) gridBar {
	if vertical {
		return verticalBar
	}
	return horizontalBar
}

// gridPointer is what the pointer is about.
type gridPointer struct {
	over     Place   // cell under it
	edge     int     // 1 + column whose right edge is under it; 0 none
	resizing int     // 1 + column that is being resized; 0 none
	bar      gridBar // under it or being dragged
	grip     float32 // where the thumb was taken hold of
	down     bool    // the button is pressed on a cell
	from     Place   // where it was pressed
	dragged  bool
}

const edgeReach = 5

// edgeAt finds the column whose right edge is under a point of the header.
func (g *Grid) edgeAt(at fyne.Position) int {
	if at.Y >= g.headHeight() {
		return 0
	}
	for c := range g.view.widths {
		x := g.columnX(c) + g.view.widths[c]
		if c >= g.pinned() && x < g.pinnedWidth() {
			continue
		}
		if d := at.X - x; d > -edgeReach && d < edgeReach {
			return c + 1
		}
	}
	return 0
}

func (g *Grid) barAt(at fyne.Position) gridBar {
	for _, v := range []bool{true, false} {
		if track, _, ok := g.thumb(v); ok && track.has(at) {
			return barOf(v)
		}
	}
	return noBar
}

// MouseIn implements desktop.Hoverable.
func (g *Grid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (g *Grid) MouseMoved(e *desktop.MouseEvent) {
	bar, edge, over := g.barAt(e.Position), g.edgeAt(e.Position), g.placeAt(e.Position)
	if _, _, heading := g.groupAt(e.Position); heading || bar != noBar {
		edge, over = 0, nowhere
	}
	p := &g.pointer
	part := g.partAt(e.Position)
	if bar == p.bar && edge == p.edge && over == p.over && part == g.frame.over {
		return
	}
	p.bar, p.edge, p.over, g.frame.over = bar, edge, over, part
	g.tipFor(over)
	g.repaint()
}

// MouseOut implements desktop.Hoverable.
func (g *Grid) MouseOut() {
	g.pointer.over, g.pointer.edge, g.pointer.bar = nowhere, 0, noBar
	g.frame.over = NoPart
	hideTip(g)
	g.repaint()
}

// tipFor shows the full text of what is cut, or the words given for it.
func (g *Grid) tipFor(p Place) {
	hideTip(g)
	if p.Col < 0 || g.pointer.edge > 0 {
		return
	}
	at, size := g.cellBox(p)
	text := ""
	if p.Row < 0 {
		h := g.model.Header(p.Col)
		if text = h.Tip; text == "" && textSize(h.Title, theme.Small, true).Width > size.Width-2*cellPad {
			text = h.Title
		}
	} else {
		v := g.model.Cell(p.Row, p.Col)
		room := size.Width - 2*cellPad - float32(v.Indent)*indentStep
		if size.Height > theme.Row && !v.Right {
			room *= size.Height / theme.Row
		}
		if text = v.Tip; text == "" && textSize(v.Text, theme.Body, v.Bold || v.Total).Width > room {
			text = v.Text
		}
	}
	showTipAt(g, text, at, size)
}

// Cursor implements desktop.Cursorable.
func (g *Grid) Cursor() desktop.Cursor {
	p := g.pointer
	switch {
	case g.frame.over == HeadPart:
		return desktop.VResizeCursor
	case g.frame.over != NoPart:
		return desktop.CrosshairCursor
	case p.edge > 0 || p.resizing > 0:
		return desktop.HResizeCursor
	case p.bar != noBar || p.over.Col < 0:
		return desktop.DefaultCursor
	case p.over.Row < 0:
		if g.OnSort != nil {
			return desktop.PointerCursor
		}
	case g.model.Cell(p.over.Row, p.over.Col).Link:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseDown implements desktop.Mouseable.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	hideTip(g)
	g.grabFocus()
	p := &g.pointer
	p.dragged, p.down = false, false
	if b := g.barAt(e.Position); b != noBar {
		g.takeBar(b, e.Position)
		return
	}
	if e.Button == desktop.MouseButtonPrimary && g.takeFrame(e.Position) {
		return
	}
	if edge := g.edgeAt(e.Position); edge > 0 {
		p.resizing = edge
		return
	}
	if level, s, ok := g.onGroupFold(e.Position); ok {
		if g.OnFoldGroup != nil {
			g.OnFoldGroup(level, s.from)
		}
		return
	}
	at := g.placeAt(e.Position)
	if at.Col < 0 {
		return
	}
	p.down, p.from = true, at
	if e.Button == desktop.MouseButtonPrimary {
		g.startMove(at, e.Position)
	}
	if at.Row < 0 || g.onFold(at, e.Position) {
		return
	}
	if e.Button == desktop.MouseButtonSecondary && g.sel.on && g.sel.rng().Contains(at) {
		return
	}
	if e.Modifier&fyne.KeyModifierShift != 0 && g.sel.on {
		g.sel.focus = at
	} else {
		g.sel = gridSelection{on: true, anchor: at, focus: at}
	}
	g.selected()
}

// MouseUp implements desktop.Mouseable.
func (g *Grid) MouseUp(e *desktop.MouseEvent) {
	p := &g.pointer
	was := *p
	p.down = false
	g.endResize()
	g.frame.held = NoPart
	if !was.down || was.dragged {
		g.repaint()
		return
	}
	at := g.placeAt(e.Position)
	if at != was.from || at.Col < 0 {
		return
	}
	switch {
	case e.Button == desktop.MouseButtonSecondary:
		if g.OnMenu != nil {
			g.OnMenu(at, e.AbsolutePosition)
		}
	case at.Row < 0:
		if _, _, heading := g.groupAt(e.Position); !heading && g.OnSort != nil {
			g.OnSort(at.Col)
		}
	case g.onFold(at, e.Position):
		if g.OnFold != nil {
			g.OnFold(at.Row)
		}
	case g.model.Cell(at.Row, at.Col).Link && e.Modifier == 0 && g.OnOpen != nil:
		g.OnOpen(at)
	}
}

// onFold reports whether a point is on the triangle of a row.
func (g *Grid) onFold(at Place, pos fyne.Position) bool {
	if at.Row < 0 {
		return false
	}
	v := g.model.Cell(at.Row, at.Col)
	if v.Fold == NoFold {
		return false
	}
	x := pos.X - g.columnX(at.Col) - cellPad - float32(v.Indent)*indentStep
	return x > -6 && x < foldBox
}

// Tapped is taken so that a click is not the business of what lies below; the
// work is done when the button goes down and up.
func (g *Grid) Tapped(*fyne.PointEvent) {}

// TappedSecondary is taken for the same reason.
func (g *Grid) TappedSecondary(*fyne.PointEvent) {}

// DoubleTapped fits a column to its cells, or opens a cell.
func (g *Grid) DoubleTapped(e *fyne.PointEvent) {
	if edge := g.edgeAt(e.Position); edge > 0 {
		g.AutoSize(edge - 1)
		return
	}
	if at := g.placeAt(e.Position); at.Row >= 0 && at.Col >= 0 && g.OnOpen != nil && g.barAt(e.Position) == noBar {
		if v := g.model.Cell(at.Row, at.Col); !v.Link && !g.onFold(at, e.Position) {
			g.OnOpen(at)
		}
	}
}

// Dragged implements fyne.Draggable: scroll bars, column widths, selecting.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	p := &g.pointer
	switch {
	case g.frame.held != NoPart:
		g.dragFrame(e.Position)
	case p.resizing > 0:
		c := p.resizing - 1
		p.dragged = true
		g.SetColumnWidth(c, e.Position.X-g.columnX(c))
	case p.bar != noBar && !p.down:
		g.dragBar(e.Position)
	case p.down && g.move.ready:
		g.dragMove(e.Position, e.Dragged)
	case p.down && p.from.Row >= 0:
		p.dragged = true
		g.dragSelect(e.Position)
	}
}

// DragEnd implements fyne.Draggable.
func (g *Grid) DragEnd() {
	p := &g.pointer
	g.endResize()
	p.down, p.bar = false, noBar
	g.frame.held = NoPart
	g.endMove()
	g.repaint()
}

// endResize tells of the width that a column was drawn to. The button comes up
// before the drag ends, so that either may be the first to see it.
func (g *Grid) endResize() {
	p := &g.pointer
	c := p.resizing - 1
	p.resizing = 0
	if c >= 0 && p.dragged && g.OnResize != nil {
		g.OnResize(c, g.view.widths[c])
	}
}

// scrollTowards scrolls a step where a drag has left the cells at one side, and
// gives where they begin and end from top to bottom.
func (g *Grid) scrollTowards(pos fyne.Position) (head, foot float32) {
	head, foot = g.headHeight(), g.headHeight()+g.bodyHeight()
	switch {
	case pos.Y < head:
		g.scrollBy(0, -theme.Row)
	case pos.Y > foot:
		g.scrollBy(0, theme.Row)
	}
	switch {
	case pos.X < g.pinnedWidth() && g.view.left > 0:
		g.scrollBy(-24, 0)
	case pos.X > g.bodyWidth():
		g.scrollBy(24, 0)
	}
	return head, foot
}

// dragSelect moves the end of the selection and scrolls at the edges.
func (g *Grid) dragSelect(pos fyne.Position) {
	head, foot := g.scrollTowards(pos)
	pos.Y = min(max(pos.Y, head), foot-1)
	pos.X = min(max(pos.X, 0), g.bodyWidth()-1)
	if at := g.placeAt(pos); at.Row >= 0 && at.Col >= 0 && at != g.sel.focus {
		g.sel.focus = at
		g.selected()
	}
}

// takeBar takes hold of a thumb, or jumps to where the track was clicked.
func (g *Grid) takeBar(b gridBar, at fyne.Position) {
	_, thumb, _ := g.thumb(b == verticalBar)
	g.pointer.bar = b
	if b == verticalBar {
		g.pointer.grip = at.Y - thumb.y
	} else {
		g.pointer.grip = at.X - thumb.x
	}
	if !thumb.has(at) {
		g.pointer.grip = thumb.h / 2
		if b == horizontalBar {
			g.pointer.grip = thumb.w / 2
		}
		g.dragBar(at)
	}
}

func (g *Grid) dragBar(at fyne.Position) {
	vertical := g.pointer.bar == verticalBar
	track, thumb, ok := g.thumb(vertical)
	if !ok {
		return
	}
	if vertical {
		share := float64(at.Y-g.pointer.grip-track.y) / float64(track.h-thumb.h)
		g.scrollToY(min(max(share, 0), 1) * (g.rowTop(g.rows()) - float64(g.bodyHeight())))
	} else {
		share := (at.X - g.pointer.grip - track.x) / (track.w - thumb.w)
		g.view.left = share * (g.contentWidth() - g.bodyWidth())
		g.scrollTo(g.view.top, g.view.frac)
	}
	g.repaint()
}

// Scrolled implements fyne.Scrollable. One notch of a wheel is three rows.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	hideTip(g)
	dx, dy := -e.Scrolled.DX*wheel, -e.Scrolled.DY*wheel
	if dx == 0 && g.shift() {
		dx, dy = dy, 0
	}
	g.scrollBy(dx, dy)
	over := g.placeAt(e.Position)
	if g.pointer.bar != noBar {
		over = nowhere
	}
	g.pointer.over = over
}

// wheel turns Fyne's 10 units a notch into three rows.
const wheel = 3 * 28 / 25.
