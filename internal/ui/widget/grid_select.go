package widget

import (
	"strings"

	"fyne.io/fyne/v2"
)

// gridSelection is one rectangle: where it began and where the cursor is.
type gridSelection struct {
	on            bool
	anchor, focus Place
}

func (s gridSelection) rng() Range {
	a, b := s.anchor, s.focus
	return Range{
		From: Place{min(a.Row, b.Row), min(a.Col, b.Col)},
		To:   Place{max(a.Row, b.Row), max(a.Col, b.Col)},
	}
}

func (s *gridSelection) clamp(rows, cols int) {
	if rows == 0 || cols == 0 {
		*s = gridSelection{}
		return
	}
	for _, p := range []*Place{&s.anchor, &s.focus} {
		p.Row, p.Col = min(p.Row, rows-1), min(p.Col, cols-1)
	}
}

// Contains reports whether a cell lies in the range.
func (r Range) Contains(p Place) bool {
	return p.Row >= r.From.Row && p.Row <= r.To.Row && p.Col >= r.From.Col && p.Col <= r.To.Col
}

// Cells is the number of cells in the range.
func (r Range) Cells() int { return (r.To.Row - r.From.Row + 1) * (r.To.Col - r.From.Col + 1) }

// Selection is the selected rectangle; ok is false where nothing is.
func (g *Grid) Selection() (sel Range, ok bool) { return g.sel.rng(), g.sel.on }

// Select selects a range and brings its end into sight.
func (g *Grid) Select(r Range) {
	g.sel = gridSelection{on: true, anchor: r.From, focus: r.To}
	g.sel.clamp(g.rows(), g.cols())
	g.reveal(g.sel.focus)
	g.selected()
}

// SelectAll selects every cell and stays where it is.
func (g *Grid) SelectAll() {
	if g.rows() == 0 || g.cols() == 0 {
		return
	}
	g.sel = gridSelection{on: true, focus: Place{g.rows() - 1, g.cols() - 1}}
	g.selected()
}

// selected tells the world.
func (g *Grid) selected() {
	g.repaint()
	if g.OnSelect != nil {
		g.OnSelect(g.sel.rng())
	}
}

// copyAtOnce is how many cells are copied without leaving the event.
const copyAtOnce = 50_000

// Copy puts the selection on the clipboard as cells that Excel takes: tabs
// between columns, a line a row, the column titles first where more than one
// cell is selected. Large selections are gathered piece by piece, so that the
// window stays alive.
func (g *Grid) Copy() {
	if !g.sel.on || g.model == nil {
		return
	}
	r := g.sel.rng()
	cols := g.copiedColumns(r)
	var b strings.Builder
	line := func(text func(c int) string) {
		for i, c := range cols {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(tsvCell(text(c)))
		}
		b.WriteByte('\n')
	}
	if r.Cells() > 1 {
		g.copyTitles(line)
	}
	m, row := g.model, r.From.Row
	step := max(copyAtOnce/len(cols), 1)
	piece := func() {
		end := min(row+step, r.To.Row+1)
		for ; row < end; row++ {
			line(func(c int) string { return copied(m, row, c) })
		}
	}
	finish := func() {
		s := b.String()
		if r.Cells() == 1 {
			s = strings.TrimSuffix(s, "\n")
		}
		fyne.CurrentApp().Clipboard().SetContent(s)
	}
	if r.Cells() <= copyAtOnce {
		piece()
		finish()
		return
	}
	go func() {
		for row <= r.To.Row {
			fyne.DoAndWait(piece)
		}
		fyne.Do(finish)
	}()
}

// copied is what a cell is on the clipboard.
func copied(m Model, row, col int) string {
	if c, ok := m.(Copied); ok {
		return c.CopyCell(row, col)
	}
	return m.Cell(row, col).Text
}

// copiedColumns are those of a range, and before them the headings of the rows
// where several cells are copied from a grid that has such.
func (g *Grid) copiedColumns(r Range) []int {
	var cols []int
	if g.Headings && r.Cells() > 1 && r.From.Col > 0 {
		cols = append(cols, 0)
	}
	for c := r.From.Col; c <= r.To.Col; c++ {
		cols = append(cols, c)
	}
	return cols
}

// copyTitles writes a line for each level of headings, and the column titles.
func (g *Grid) copyTitles(line func(text func(c int) string)) {
	if m, ok := g.model.(Grouped); ok {
		for l := range m.Levels() {
			line(func(c int) string { return m.Group(l, c).Title })
		}
	}
	line(func(c int) string { return g.model.Header(c).Title })
}

// tsvCell quotes a text that holds tabs, breaks or quotes, as Excel does.
func tsvCell(s string) string {
	if !strings.ContainsAny(s, "\t\n\r\"") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
