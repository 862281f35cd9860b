package widget

import (
	"sort"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

const (
	lineHeight = float32(17) // of words that go on
	mostLines  = 4           // of one cell; what is longer is cut there
	mostTall   = 5000        // rows are measured up to here: further down each has one line
)

// gridHeights is how high rows are, where words go on in further lines. Without
// wrapping all are equally high and nothing is kept.
type gridHeights struct {
	wrap   bool
	ends   []float64 // where each row ends, from the top of the first
	titles float32   // of the row of column titles; 0 is one line
}

// SetWrap lets words that are too long for their column go on in further lines,
// in cells and titles, instead of being cut. Numbers are never broken.
func (g *Grid) SetWrap(on bool) {
	if g.heights.wrap == on {
		return
	}
	g.heights.wrap = on
	g.measureRows()
	g.scrollTo(g.view.top, g.view.frac)
	g.Refresh()
}

// measureRows finds the height of each row anew.
func (g *Grid) measureRows() {
	h := &g.heights
	h.ends, h.titles = h.ends[:0], 0
	if !h.wrap || g.model == nil {
		h.ends = nil
		return
	}
	var words []int
	for c := range g.view.widths {
		v := g.model.Header(c)
		h.titles = max(h.titles, headerHeight+lineHeight*float32(len(g.titleLines(c, v))-1))
		if !v.Right {
			words = append(words, c)
		}
	}
	y := 0.
	for r := range min(g.model.Rows(), mostTall) {
		most := 1
		for _, c := range words {
			most = max(most, len(g.cellLines(c, g.model.Cell(r, c))))
		}
		y += float64(theme.Row + lineHeight*float32(most-1))
		h.ends = append(h.ends, y)
	}
}

// titleLines is the title of a column in the lines that it takes.
func (g *Grid) titleLines(c int, v HeaderView) []string {
	room := g.view.widths[c] - 2*cellPad
	if v.Sort != Unsorted {
		room -= 14
	}
	return g.broken(v.Title, room, theme.Small, true)
}

// cellLines is the words of a cell in the lines that they take; a number has one.
func (g *Grid) cellLines(c int, v CellView) []string {
	room := g.view.widths[c] - 2*cellPad - float32(v.Indent)*indentStep
	if v.Fold != NoFold {
		room -= foldBox
	}
	if v.Right {
		return []string{v.Text}
	}
	return g.broken(v.Text, room, theme.Body, v.Bold || v.Total)
}

func (g *Grid) broken(text string, room, size float32, bold bool) []string {
	// No letter is wider than it is high, so that short words need no measuring.
	if !g.heights.wrap || float32(len(text))*size <= room {
		return []string{text}
	}
	m := picture.Standard()
	lines := page.Break(text, float64(max(room, size)), float64(size), bold, m)
	if len(lines) > mostLines {
		lines = lines[:mostLines]
		lines[mostLines-1] = chart.Cut(m, lines[mostLines-1]+"…", float64(size), bold, float64(room))
	}
	return lines
}

// titleHeight is the height of the row of column titles.
func (g *Grid) titleHeight() float32 { return max(headerHeight, g.heights.titles) }

// rowTop is where a row begins, from the top of the first.
func (g *Grid) rowTop(r int) float64 {
	tall := g.heights.ends
	switch {
	case r <= 0:
		return 0
	case r <= len(tall):
		return tall[r-1]
	case len(tall) > 0:
		return tall[len(tall)-1] + float64(r-len(tall))*float64(theme.Row)
	}
	return float64(r) * float64(theme.Row)
}

func (g *Grid) rowHeight(r int) float32 { return float32(g.rowTop(r+1) - g.rowTop(r)) }

// rowAt is the row that a distance from the top of the first falls into.
func (g *Grid) rowAt(y float64) int {
	tall := g.heights.ends
	if n := len(tall); n > 0 {
		if y < tall[n-1] {
			return sort.Search(n, func(i int) bool { return tall[i] > y })
		}
		return n + int((y-tall[n-1])/float64(theme.Row))
	}
	return int(y / float64(theme.Row))
}

// scrolled is how far the first row is scrolled off.
func (g *Grid) scrolled() float64 { return g.rowTop(g.view.top) + float64(g.view.frac) }

// scrollToY puts what is so far below the top of the first row at the top, as
// far as the model goes.
func (g *Grid) scrollToY(y float64) {
	y = max(min(y, g.rowTop(g.rows())-float64(g.bodyHeight())), 0)
	g.view.top = g.rowAt(y)
	if g.view.frac = float32(y - g.rowTop(g.view.top)); g.view.frac < .01 {
		g.view.frac = 0
	}
	room := max(g.contentWidth()-g.bodyWidth(), 0)
	g.view.left = min(max(g.view.left, 0), room)
}
