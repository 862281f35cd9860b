package workbook

import (
	"math"
	"slices"
)

// Sheets of a report fit the width of the page, whatever font a program has for
// their columns. They say where pages begin, so that a full page does not cut
// through a chart; a program that fits pages and heeds no breaks cuts as before.

// What is left of A4 between the margins, in points.
const (
	paperShort = 595.3
	paperLong  = 841.9
	sideEdges  = 2 * .4 * 72
	endEdges   = (.7 + .65) * 72
)

// Programs differ a little in how wide a column and how high a row is.
const paperSlack = .98

// defaultHeight is the height in points of a row that nobody set.
const defaultHeight = 15

// wideChars is the width in characters beyond which a sheet lies on its side,
// leastScale how far one may be shrunk to stand upright on a single page instead.
const (
	wideChars  = 118.0
	leastScale = .68
)

// lies reports whether paper is turned for the sheet: where it is wide, unless it
// stands on one page upright and does not on its side.
func (s *sheet) lies() bool {
	if s.chars(firstCol, s.last()) <= wideChars {
		return false
	}
	upright := s.points()*leastScale <= paperShort-sideEdges && len(s.pageStarts(s.page(false))) == 0
	return !upright || len(s.pageStarts(s.page(true))) == 0
}

// page is the height that a page has room for, in points of the sheet, which is
// shrunk to the width of the page.
func (s *sheet) page(landscape bool) float64 {
	w, h := paperShort-sideEdges, paperLong-endEdges
	if landscape {
		w, h = paperLong-sideEdges, paperShort-endEdges
	}
	return paperSlack * h * math.Max(1, s.points()/w)
}

// breaks says where pages begin, so that no chart, row of tiles or head of a
// table is torn apart, and gives the rows at which they begin.
func (s *sheet) breaks(landscape bool) (starts []int) {
	starts = s.pageStarts(s.page(landscape))
	for _, row := range starts {
		s.check(s.f.InsertPageBreak(s.name, cell(1, row)))
	}
	return starts
}

// head is the row of the last table's header; 0 where there is no table.
func (s *sheet) head() int {
	if len(s.heads) == 0 {
		return 0
	}
	return s.heads[len(s.heads)-1]
}

// goesOn reports whether the last table goes on to another page. Among other
// tables it must be the end of the sheet, too: what followed on pages of its own
// would stand under its header.
func (s *sheet) goesOn(starts []int) bool {
	inside := func(row int) bool { return row > s.head() && row < s.tableEnd }
	behind := func(row int) bool { return row >= s.tableEnd }
	return s.head() > 0 && slices.ContainsFunc(starts, inside) && (len(s.heads) == 1 || !slices.ContainsFunc(starts, behind))
}

// points is the width of the sheet as programs print it: characters of seven
// pixels, and the edges of each cell.
func (s *sheet) points() float64 {
	sum := margin*7 + 5
	for _, w := range s.widths {
		sum += w*7 + 5
	}
	return sum * .75
}

// span is rows that stay on one page.
type span struct{ from, to int }

// pageStarts lists the rows at which pages begin, but for the first one. The
// header of the last table of a sheet stands on every page under it.
func (s *sheet) pageStarts(page float64) []int {
	const most = 1000 // Excel keeps 1,026
	head := 0.0
	if s.head() > 0 {
		head = s.heightOf(s.head())
	}
	var out []int
	y := 0.0
	turn := func(row int) {
		out = append(out, row)
		y = 0
		if s.head() > 0 && row > s.head() {
			y = head
		}
	}
	next := 0
	for row := 1; row <= s.row && len(out) < most; row++ {
		for next < len(s.whole) && s.whole[next].from < row {
			next++
		}
		need := s.heightOf(row)
		if next < len(s.whole) && s.whole[next].from == row {
			all := 0.0
			for r := row; r <= s.whole[next].to; r++ {
				all += s.heightOf(r)
			}
			if all <= page {
				need = all
			}
		}
		if y > 0 && y+need > page {
			turn(row)
		}
		y += s.heightOf(row)
	}
	return out
}

func (s *sheet) heightOf(row int) float64 {
	if h, ok := s.heights[row]; ok {
		return h
	}
	return defaultHeight
}
