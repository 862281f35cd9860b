package workbook

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/render/workbook/xl"
)

// Geometry of a sheet. Column A is a margin; blocks begin in column B.
const (
	firstCol  = 2
	margin    = 2.0   // width of column A, in characters
	rowHeight = 16.5  // points
	pxPerRow  = 20.0  // pixels of such a row, as the library counts when it finds the cells that a picture ends in
	leastWide = 104.0 // characters that the blocks of a sheet span at least
	mostWide  = 46.0  // characters of the widest column; longer words wrap
	pageWide  = 160.0 // characters beyond which paper on its side makes type too small to read
	filler    = 11.0  // width of the columns behind the widest table

	lessWide   = 30.0 // characters of the widest column of words where a sheet is wider than a page
	leastWords = 22.0 // and where that does not do
)

// sheet writes one sheet from the top down.
type sheet struct {
	*book
	name     string
	row      int                     // next free row
	widths   []float64               // of the columns from B, in characters
	titles   map[*chart.Chart]string // what stands before the title of a chart here
	top      int                     // row of the way back to the cover; 0 where there is none
	heads    []int                   // rows of the headers of tables
	tableEnd int                     // the row after the last table
	whole    []span                  // rows that stay on one page, from the top down
	heights  map[int]float64         // of rows, in points; others have the default
	err      error                   // the first error; what follows it does nothing
}

// newSheet plans the columns of a sheet for the tables on it.
func (b *book) newSheet(name string, blocks []document.Block) *sheet {
	s := &sheet{book: b, name: name, row: 2, titles: map[*chart.Chart]string{}}
	sum := 0.0
	for _, most := range []float64{mostWide, lessWide, leastWords} {
		s.widths, sum = nil, 0
		s.plan(blocks, most)
		for _, w := range s.widths {
			sum += w
		}
		if sum <= pageWide {
			break
		}
	}
	for ; sum < leastWide || len(s.widths) < 4; sum += filler {
		s.widths = append(s.widths, filler)
	}
	s.check(b.f.SetColWidth(name, "A", "A", margin))
	for i, w := range s.widths {
		col := xl.Column(firstCol + i)
		s.check(b.f.SetColWidth(name, col, col, w))
	}
	s.check(b.f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: new(false), ZoomScale: new(100.0)}))
	s.height(1, 9)
	return s
}

// plan gives the columns the widths that the tables need. Tables share them: one
// with sentences makes the numbers of the others stand far apart, so words wrap
// beyond most characters.
func (s *sheet) plan(blocks []document.Block, most float64) {
	for _, block := range blocks {
		switch block := block.(type) {
		case *document.Table:
			s.widen(tableWidths(block.InFull(s.doc.Lang), s.doc.Lang, most))
		case *document.Chart:
			if grid := matrixOf(block.Chart); grid != nil {
				s.widen(matrixWidths(grid, s.doc.Lang))
			}
		}
	}
}

func (s *sheet) check(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *sheet) widen(need []float64) {
	for i, w := range need {
		if i == len(s.widths) {
			s.widths = append(s.widths, 0)
		}
		s.widths[i] = math.Max(s.widths[i], w)
	}
}

// last is the column at which the blocks of the sheet end.
func (s *sheet) last() int { return firstCol + len(s.widths) - 1 }

// chars is the width of columns, in characters.
func (s *sheet) chars(from, to int) (sum float64) {
	for c := from; c <= to; c++ {
		sum += s.widths[c-firstCol]
	}
	return sum
}

// pixels is the width of columns as the library counts when it finds the cells
// that a picture ends in; programs draw the picture between those cells.
func (s *sheet) pixels(from, to int) (sum float64) {
	for c := from; c <= to; c++ {
		sum += math.Floor(s.widths[c-firstCol]*8 + .5)
	}
	return sum
}

// text puts words into a cell, as words.
func (s *sheet) text(col, row int, text string, l look) {
	s.check(s.f.SetCellStr(s.name, cell(col, row), xl.Tidy(text)))
	s.look(col, row, col, row, l)
}

// number puts a number into a cell, or None where it is missing.
func (s *sheet) number(col, row int, v float64, f display.Format, l look) {
	if l.Num == "" {
		l.Num = code(f, false)
	}
	if l.Align == "" {
		l.Align = "right"
	}
	if !writable(v, f.Kind) {
		if math.IsNaN(v) {
			l.Color = pal.Second
		}
		s.text(col, row, f.Full(v, s.doc.Lang), l)
		return
	}
	s.check(s.f.SetCellFloat(s.name, cell(col, row), value(v, f.Kind), -1, 64))
	s.look(col, row, col, row, l)
}

func (s *sheet) look(col, row, toCol, toRow int, l look) {
	id, err := s.style(l)
	s.check(err)
	s.check(s.f.SetCellStyle(s.name, cell(col, row), cell(toCol, toRow), id))
}

// span is words over several columns, wrapped, in a row high enough for them.
func (s *sheet) span(from, to int, text string, l look) {
	l.Wrap = true
	s.text(from, s.row, text, l)
	s.look(from, s.row, to, s.row, l)
	if to > from {
		s.check(s.f.MergeCell(s.name, cell(from, s.row), cell(to, s.row)))
	}
	size := l.Size
	if size == 0 {
		size = 10
	}
	lines := linesOf(text, s.chars(from, to)*10/size)
	s.height(s.row, math.Max(rowHeight, float64(lines)*size*1.5+3))
	s.row++
}

func (s *sheet) height(row int, points float64) {
	if s.heights == nil {
		s.heights = map[int]float64{}
	}
	s.heights[row] = math.Min(points, 409)
	s.check(s.f.SetRowHeight(s.name, row, s.heights[row]))
}

// rows sets the height of rows that a picture lies over, so that it ends where
// it is meant to.
func (s *sheet) rows(n int) {
	for range n {
		s.height(s.row, rowHeight)
		s.row++
	}
}

// linesOf is how many lines a text takes in so many characters.
func linesOf(text string, chars float64) int {
	n := 0
	for _, p := range strings.Split(text, "\n") {
		n += max(1, int(math.Ceil((float64(display.Width(p))*1.02-1)/math.Max(chars-1, 1))))
	}
	return n
}
