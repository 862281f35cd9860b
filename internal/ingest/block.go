package ingest

import (
	"path/filepath"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// block is the table found on one sheet of one file, still in raw cells.
type block struct {
	file     File
	grid     *sheet.Grid
	left     int      // sheet columns to the left of the grid
	names    []string // of all columns of the grid
	cols     []int    // grid columns that belong to the table
	ignored  []int    // grid columns without header and without values
	rows     []span   // stored rows that are data
	count    int      // rows in all
	kind     logkind.Kind
	warnings fault.List
	gone     fault.List // rows left out
	bare     bool       // no header: columns named A, B …
}

// span is a run of stored rows, from first up to but not including end.
type span struct{ first, end int }

// newBlock finds the table of a grid that stands left columns from the edge
// of its sheet.
func newBlock(f File, g *sheet.Grid, left int, o Options) *block {
	b := &block{file: f, grid: g, left: left}
	h := headerOf(g, left, o)
	b.names = h.names
	b.bare = h.none()
	b.file.HeaderSure = h.sure
	if h.rival >= 0 && (h.rival < h.first || h.rival > h.last) {
		b.file.HeaderRival = int(g.RowNo[h.rival])
	}
	first := 0
	if b.bare {
		b.warn(fault.Warning{Kind: WarnNoHeader}, -1, -1)
	} else {
		first = h.last + 1
		b.file.HeaderRow, b.file.HeaderRows = int(g.RowNo[h.last]), h.last-h.first+1
	}
	fillMerged(g, first)
	for c := range g.Cols {
		switch {
		case !b.bare && b.headed(h, c):
			b.cols = append(b.cols, c)
		case b.hasValues(c, first):
			b.cols = append(b.cols, c)
			if !b.bare {
				b.warn(fault.Warning{Kind: WarnUnnamed}, -1, c)
			}
		default:
			b.ignored = append(b.ignored, c)
		}
	}
	b.file.LeftOut.Blank = g.Blank
	if n := b.hidden(first); n > 0 {
		b.warn(fault.Warning{Kind: WarnHidden, Count: n}, -1, -1)
	}
	b.leaveOut(h, first)
	for _, s := range b.rows {
		b.count += s.end - s.first
	}
	b.file.Rows = b.count
	return b
}

// hidden counts the data rows that a filter or a hand hides on the sheet: they
// count all the same.
func (b *block) hidden(first int) (n int) {
	for _, no := range b.grid.Hidden {
		if i, ok := slices.BinarySearch(b.grid.RowNo, no); ok && i >= first {
			n++
		}
	}
	return n
}

// headed reports whether the header names column c.
func (b *block) headed(h header, c int) bool {
	for r := h.first; r <= h.last; r++ {
		if cleanWord(cellText(b.grid, r, c)) != "" {
			return true
		}
	}
	return false
}

func (b *block) hasValues(c, first int) bool {
	col := &b.grid.Cols[c]
	for _, code := range tail(col.Text, first) {
		if code != 0 {
			return true
		}
	}
	for _, v := range tail(col.Num, first) {
		if v == v {
			return true
		}
	}
	return false
}

func tail[T any](s []T, first int) []T {
	if first >= len(s) {
		return nil
	}
	return s[first:]
}

// fillMerged repeats the value of areas merged over several rows in each of
// their rows, from stored row first on: a merged name stands for all of them.
func fillMerged(g *sheet.Grid, first int) {
	rowAt := map[int]int(nil)
	for _, m := range g.Merges {
		if m.Row2 <= m.Row1 || m.Col1 < 1 || m.Col1 > len(g.Cols) {
			continue
		}
		if rowAt == nil {
			rowAt = make(map[int]int, len(g.RowNo))
			for i, no := range g.RowNo {
				rowAt[int(no)] = i
			}
		}
		top, ok := rowAt[m.Row1]
		if !ok || top < first {
			continue
		}
		c := &g.Cols[m.Col1-1]
		for r := top + 1; r < len(g.RowNo) && int(g.RowNo[r]) <= m.Row2; r++ {
			if c.Text != nil && c.Text[r] == 0 {
				c.Text[r] = c.Text[top]
			}
			if c.Num != nil && c.Num[r] != c.Num[r] {
				c.Num[r] = c.Num[top]
			}
			if c.Form != nil {
				c.Form[r] = c.Form[top]
			}
		}
	}
}

// source is where the block's rows stand.
func (b *block) source() table.Source {
	return table.Source{File: filepath.Base(b.file.Path), Path: b.file.Path, Sheet: b.file.Sheet}
}

// warn notes something about the block at a stored row and a grid column;
// row < 0 and col < 0 stand for the whole.
func (b *block) warn(w fault.Warning, row, col int) {
	list := &b.warnings
	if ClassOf(w.Kind) == Left {
		list = &b.gone
	}
	list.Add(b.place(w, row, col))
}

func (b *block) place(w fault.Warning, row, col int) fault.Warning {
	w.File, w.Sheet = filepath.Base(b.file.Path), b.file.Sheet
	if row >= 0 {
		w.Row = int(b.grid.RowNo[row])
	}
	if col >= 0 {
		w.Col, w.Name = b.left+col+1, b.names[col]
	}
	return w
}
