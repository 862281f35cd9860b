package ingest

import (
	"slices"

	"tallyboard/internal/sheet"
)

// Area is one table of a sheet: a rectangle of cells, 1-based and inclusive.
type Area struct {
	Row1, Col1, Row2, Col2 int
	Header                 int      // sheet row of its header; 0 where there is none
	Names                  []string // its column names
	Rows                   int      // rows of data
}

// box is an area in stored rows and grid columns, the ends not included.
type box struct{ row, endRow, col, endCol int }

// findBoxes finds the tables of a sheet: beside each other with a blank column
// between them, and under each other with a blank row and a header of its own
// between them. Nearly always there is one.
func findBoxes(g *sheet.Grid) []box {
	var boxes []box
	for _, b := range besides(g) {
		boxes = append(boxes, unders(g, b)...)
	}
	return boxes
}

// minTable is the least width and height of a table that stands beside another.
const minTable = 2

// besides splits a sheet at blank columns where both sides are tables of their
// own: sides that fill the same rows are one table with a gap in it, unless both
// have the same header, as where a long list is set in several columns.
func besides(g *sheet.Grid) []box {
	all := box{0, g.Rows(), 0, len(g.Cols)}
	var sides []box
	first := 0
	for c := 0; c <= len(g.Cols); c++ {
		if c < len(g.Cols) && (g.Cols[c].Text != nil || g.Cols[c].Num != nil) {
			continue
		}
		if c > first {
			sides = append(sides, box{0, g.Rows(), first, c})
		}
		first = c + 1
	}
	if len(sides) < 2 {
		return []box{all}
	}
	used := make([][]bool, len(sides))
	for i := range sides {
		used[i] = usedRows(g, sides[i])
	}
	out := sides[:1]
	for i, s := range sides[1:] {
		last := &out[len(out)-1]
		if s.endCol-s.col < minTable || last.endCol-last.col < minTable || alike(used[i], used[i+1]) && !sameHeader(g, *last, s) {
			last.endCol = s.endCol
			continue
		}
		out = append(out, s)
	}
	if len(out) == 1 {
		return []box{all}
	}
	for i := range out {
		out[i] = shrink(g, out[i])
	}
	return slices.DeleteFunc(out, func(b box) bool { return b.endRow-b.row < minTable })
}

// sameHeader reports whether one of the first rows says the same words on both
// sides.
func sameHeader(g *sheet.Grid, a, b box) bool {
	n := a.endCol - a.col
	if b.endCol-b.col != n {
		return false
	}
	for r := range min(g.Rows(), headerRows) {
		same := 0
		for c := range n {
			left, right := cellText(g, r, a.col+c), cellText(g, r, b.col+c)
			if left != right || left != "" && classify(g, r, a.col+c) != word {
				same = 0
				break
			}
			if left != "" {
				same++
			}
		}
		if same >= minTable && same*5 >= n*4 {
			return true
		}
	}
	return false
}

// usedRows tells which rows of a box hold a value.
func usedRows(g *sheet.Grid, b box) []bool {
	used := make([]bool, g.Rows())
	for c := b.col; c < b.endCol; c++ {
		for r, code := range g.Cols[c].Text {
			used[r] = used[r] || code != 0
		}
		for r, v := range g.Cols[c].Num {
			used[r] = used[r] || v == v
		}
	}
	return used
}

// alike reports whether two sides fill nearly the same rows.
func alike(a, b []bool) bool {
	both, any := 0, 0
	for r := range a {
		if a[r] && b[r] {
			both++
		}
		if a[r] || b[r] {
			any++
		}
	}
	return both*10 >= any*9
}

// shrink cuts a box to the rows between its first and last value.
func shrink(g *sheet.Grid, b box) box {
	used := usedRows(g, b)
	for b.row < b.endRow && !used[b.row] {
		b.row++
	}
	for b.endRow > b.row && !used[b.endRow-1] {
		b.endRow--
	}
	return b
}

// mostGaps is how many blank rows are looked at: where there are more, they
// part rows, not tables.
const mostGaps = 100

// unders splits a box where, after a blank row, a header of another table
// stands: words over numbers, in a column that held numbers above.
func unders(g *sheet.Grid, b box) []box {
	var out []box
	start, gaps := b.row, 0
	for r := b.row + 1; r < b.endRow && gaps < mostGaps; r++ {
		if g.RowNo[r] <= g.RowNo[r-1]+1 {
			continue
		}
		gaps++
		if h := newHeader(g, b, start, r); h > 0 && isTable(g, box{start, r, b.col, b.endCol}) {
			out = append(out, box{start, r, b.col, b.endCol})
			start, r = r, h
		}
	}
	return append(out, box{start, b.endRow, b.col, b.endCol})
}

// isTable reports whether a box holds a header with data under it, and not
// just titles.
func isTable(g *sheet.Grid, b box) bool {
	h := findHeader(b.grid(g), b.col, 0)
	return !h.none() && b.endRow-b.row-h.last-1 >= minTable
}

// newHeader gives the stored row behind the header of a table that begins at
// row r, maybe under a title; 0 where none does.
func newHeader(g *sheet.Grid, b box, start, r int) int {
	if r-start < minTable {
		return 0
	}
	for h := r; h < min(r+2, b.endRow-1); h++ {
		words, values := 0, 0
		for c := b.col; c < b.endCol; c++ {
			switch classify(g, h, c) {
			case word:
				words++
			case value:
				values++
			}
		}
		if words == 1 && values == 0 && h == r {
			continue // a title
		}
		if words < minTable || values > 0 || repeats(g, b, start, h) {
			return 0
		}
		if contrasts(g, b, start, r, h) {
			return h + 1
		}
		return 0
	}
	return 0
}

// repeats reports whether row h says what one of the first rows of the table
// above says: the same header again, not another table's.
func repeats(g *sheet.Grid, b box, start, h int) bool {
	for r := start; r < min(start+mostHeaderRows+2, h); r++ {
		same, n := 0, 0
		for c := b.col; c < b.endCol; c++ {
			if s := cellText(g, h, c); s != "" {
				n++
				if s == cellText(g, r, c) {
					same++
				}
			}
		}
		if same*5 >= n*4 {
			return true
		}
	}
	return false
}

// contrasts reports whether some word of row h stands over values and under
// values, and none over words of a column that was all words above.
func contrasts(g *sheet.Grid, b box, start, end, h int) bool {
	strong := 0
	for c := b.col; c < b.endCol; c++ {
		if classify(g, h, c) != word {
			continue
		}
		above := mostlyValues(g, c, max(start, end-20), end)
		below := mostlyValues(g, c, h+1, min(h+21, b.endRow))
		if below && (above || !anyCell(g, c, start, end)) {
			strong++
		}
	}
	return strong > 0
}

func mostlyValues(g *sheet.Grid, c, first, end int) bool {
	values, n := 0, 0
	for r := first; r < end; r++ {
		switch classify(g, r, c) {
		case value:
			values++
			n++
		case word:
			n++
		}
	}
	return n > 0 && values*2 > n
}

func anyCell(g *sheet.Grid, c, first, end int) bool {
	for r := first; r < end; r++ {
		if classify(g, r, c) != blank {
			return true
		}
	}
	return false
}

// grid gives the cells of a box as a grid of their own, sharing memory.
func (b box) grid(g *sheet.Grid) *sheet.Grid {
	if b == (box{0, g.Rows(), 0, len(g.Cols)}) {
		return g
	}
	out := &sheet.Grid{Name: g.Name, RowNo: g.RowNo[b.row:b.endRow], Strings: g.Strings, Hidden: g.Hidden}
	for _, c := range g.Cols[b.col:b.endCol] {
		out.Cols = append(out.Cols, sheet.Column{Text: between(c.Text, b.row, b.endRow), Num: between(c.Num, b.row, b.endRow), Form: between(c.Form, b.row, b.endRow), AllForm: c.AllForm})
	}
	for _, m := range g.Merges {
		if m.Col1 > b.col && m.Col2 <= b.endCol {
			m.Col1, m.Col2 = m.Col1-b.col, m.Col2-b.col
			out.Merges = append(out.Merges, m)
		}
	}
	if n := len(out.RowNo); n > 0 && g.Blank > 0 {
		out.Blank = int(out.RowNo[n-1]-out.RowNo[0]) + 1 - n
	}
	return out
}

func between[T any](s []T, first, end int) []T {
	if s == nil {
		return nil
	}
	return s[first:end]
}
