package widget

import (
	"math"

	"fyne.io/fyne/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

const (
	headerHeight float32 = 32
	groupHeight  float32 = 26
	cellPad      float32 = 10
	indentStep   float32 = 16
	foldBox      float32 = 16
	leastColumn  float32 = 44
	mostColumn   float32 = 320 // by itself; the person may go further
	barThick     float32 = 10  // scroll bars
	barRoom      float32 = 32  // beside a number, for its data bar
	sampleRows           = 200 // looked at for the width of a column
)

// gridView is what part of the model is seen. The first row is an integer, so
// that the last of a million rows is as exact as the first.
type gridView struct {
	top    int     // first visible row
	frac   float32 // how much of it is scrolled off
	left   float32 // how much of the unpinned columns is scrolled off
	widths []float32
	pinned int
}

// fitColumns gives every column the width that its header or first cells want.
func (g *Grid) fitColumns() {
	g.view.widths = nil
	if g.model == nil {
		return
	}
	g.view.widths = make([]float32, g.model.Cols())
	for c := range g.view.widths {
		g.view.widths[c] = g.fitting(c)
	}
	g.measureRows()
}

// fitting is the width that the model asks for, else what the cells want.
func (g *Grid) fitting(c int) float32 {
	if w := g.model.Header(c).Width; w > 0 {
		return max(w, leastColumn)
	}
	return min(g.wanted(c, 0, sampleRows), mostColumn)
}

// wanted is the width that shows all of the header and of n cells from a row on.
func (g *Grid) wanted(c, from, n int) float32 {
	f := picture.Standard()
	h := g.model.Header(c)
	w := float32(f.Width(h.Title, float64(theme.Small), true)) + 2*cellPad
	if h.Sort != Unsorted || g.OnSort != nil { // room for the arrow
		w += 16
	}
	if m, ok := g.model.(Grouped); ok && g.alone(m, c) {
		w = max(w, float32(f.Width(m.Group(m.Levels()-1, c).Title, float64(theme.Small), true))+2*cellPad)
	}
	for r := from; r < min(from+n, g.model.Rows()); r++ {
		v := g.model.Cell(r, c)
		cw := float32(f.Width(v.Text, float64(theme.Body), v.Bold || v.Total)) + 2*cellPad + float32(v.Indent)*indentStep
		if v.Fold != NoFold {
			cw += foldBox
		}
		if v.Bar != 0 {
			cw += barRoom
		}
		if v.Tone != document.Neutral && v.Right {
			cw += toneRoom
		}
		w = max(w, cw)
	}
	return max(w+2, leastColumn)
}

// SetColumnWidth sets the width of a column, in Fyne units.
func (g *Grid) SetColumnWidth(c int, w float32) {
	g.view.widths[c] = max(w, leastColumn)
	g.measureRows()
	g.scrollBy(0, 0)
	g.repaint()
}

// ColumnWidth is the width of a column, in Fyne units.
func (g *Grid) ColumnWidth(c int) float32 { return g.view.widths[c] }

// AutoSize gives a column the width that its header and visible cells want.
func (g *Grid) AutoSize(c int) {
	w := g.wanted(c, g.view.top, max(g.page()+1, sampleRows))
	g.SetColumnWidth(c, w)
	if g.OnResize != nil {
		g.OnResize(c, w)
	}
}

// leastScrolling is the room that columns which do not scroll leave the others.
const leastScrolling = 96

// pinned is the number of columns that do not scroll: as many as asked for that
// leave room for others, the first in any case.
func (g *Grid) pinned() int {
	n, w := min(g.view.pinned, len(g.view.widths)), float32(0)
	for c := range n {
		w += g.view.widths[c]
		if c > 0 && w+leastScrolling > g.Size().Width && g.Size().Width > 0 {
			return c
		}
	}
	return n
}

// pinnedWidth is the width of the columns that do not scroll.
func (g *Grid) pinnedWidth() (w float32) {
	for c := range g.pinned() {
		w += g.view.widths[c]
	}
	return w
}

func (g *Grid) contentWidth() (w float32) {
	for _, c := range g.view.widths {
		w += c
	}
	return w
}

// levels is the number of headings above the column titles.
func (g *Grid) levels() int {
	if m, ok := g.model.(Grouped); ok {
		return m.Levels()
	}
	return 0
}

// headHeight is the height of all header rows.
func (g *Grid) headHeight() float32 { return g.titleHeight() + float32(g.levels())*groupHeight }

// Needs is the height at which all rows are in sight, in whole fours of rows, so
// that a row more or less moves nothing beside the table.
func (g *Grid) Needs() float32 {
	const step = 4 * theme.Row
	rows := math.Ceil(g.rowTop(g.rows())/float64(step)) * float64(step)
	return g.headHeight() + float32(rows) + barThick
}

// bodyHeight is the room for rows.
func (g *Grid) bodyHeight() float32 {
	h := g.Size().Height - g.headHeight()
	if g.contentWidth() > g.Size().Width {
		h -= barThick
	}
	return max(h, 0)
}

// page is the number of rows that are seen whole.
func (g *Grid) page() int {
	return max(g.rowAt(g.rowTop(g.view.top)+float64(g.bodyHeight())+.5)-g.view.top, 1)
}

// scrollTo puts a row at the top, as far as the model goes.
func (g *Grid) scrollTo(top int, frac float32) { g.scrollToY(g.rowTop(top) + float64(frac)) }

func (g *Grid) bodyWidth() float32 {
	w := g.Size().Width
	if g.rowTop(g.rows()) > float64(g.bodyHeight()) {
		w -= barThick
	}
	return w
}

// scrollBy moves the view by a distance in Fyne units.
func (g *Grid) scrollBy(dx, dy float32) {
	g.view.left += dx
	g.scrollToY(g.scrolled() + float64(dy))
	g.repaint()
}

// ScrollToRow brings a row into sight, in the middle where it was not.
func (g *Grid) ScrollToRow(r int) {
	if r < g.view.top || r >= g.view.top+g.page() {
		g.scrollTo(r-g.page()/2, 0)
	}
	g.repaint()
}

// reveal brings a cell just into sight.
func (g *Grid) reveal(p Place) {
	switch foot := g.rowTop(p.Row+1) - float64(g.bodyHeight()); {
	case p.Row < g.view.top || p.Row == g.view.top && g.view.frac > 0:
		g.scrollTo(p.Row, 0)
	case foot > g.scrolled()+.5:
		top := g.rowAt(foot)
		if g.rowTop(top) < foot-.5 {
			top++ // whole rows from the top
		}
		g.scrollTo(top, 0)
	}
	if pinned := g.pinned(); p.Col >= pinned {
		x := float32(0)
		for c := pinned; c < p.Col; c++ {
			x += g.view.widths[c]
		}
		room := g.bodyWidth() - g.pinnedWidth()
		g.view.left = max(min(g.view.left, x), x+g.view.widths[p.Col]-room)
		g.scrollTo(g.view.top, g.view.frac)
	}
	g.repaint()
}

// columnX is where a column begins on the widget.
func (g *Grid) columnX(col int) float32 {
	x := float32(0)
	for c := range col {
		x += g.view.widths[c]
	}
	if col >= g.pinned() {
		x -= g.view.left
	}
	return x
}

// columnAt finds the column under x; −1 where there is none.
func (g *Grid) columnAt(x float32) int {
	pinned := g.pinnedWidth()
	if x >= pinned {
		x += g.view.left
	}
	for c, w := range g.view.widths {
		if x < w {
			return c
		}
		x -= w
	}
	return -1
}

// rowY is where a row begins on the widget.
func (g *Grid) rowY(row int) float32 {
	return g.headHeight() + float32(g.rowTop(row)-g.rowTop(g.view.top)) - g.view.frac
}

// placeAt finds the cell under a point; Row −1 is the header, Col −1 nothing.
func (g *Grid) placeAt(at fyne.Position) Place {
	p := Place{Row: -1, Col: g.columnAt(at.X)}
	if at.X > g.bodyWidth() {
		p.Col = -1
	}
	if at.Y < g.headHeight() {
		return p
	}
	p.Row = g.rowAt(g.scrolled() + float64(at.Y-g.headHeight()))
	if p.Row >= g.rows() || at.Y > g.headHeight()+g.bodyHeight() {
		return nowhere
	}
	return p
}

var nowhere = Place{Row: -1, Col: -1}

// cellBox is where a cell stands on the widget.
func (g *Grid) cellBox(p Place) (fyne.Position, fyne.Size) {
	if p.Row < 0 {
		return fyne.NewPos(g.columnX(p.Col), g.headHeight()-g.titleHeight()), fyne.NewSize(g.view.widths[p.Col], g.titleHeight())
	}
	return fyne.NewPos(g.columnX(p.Col), g.rowY(p.Row)), fyne.NewSize(g.view.widths[p.Col], g.rowHeight(p.Row))
}
