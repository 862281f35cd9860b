package ingest

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// Kinds of warnings about an area that a person chose.
const (
	WarnOutside     = "ingest.outside"     // a row outside the chosen area
	WarnOutsideCols = "ingest.outsidecols" // columns outside the chosen area
)

// TablePlace is where a person put the table on its sheet, remembered for later
// files of the same layout.
type TablePlace struct {
	Choice FileOptions // without the last row of its Area: the next file has more rows
	File   string      // the file's name without digits: a table without a header is known by it
}

// PlaceOf is what is remembered of a choice for a file; nil where nothing was
// chosen.
func PlaceOf(path string, c FileOptions) *TablePlace {
	c.Area.Row2 = 0
	if c == (FileOptions{}) {
		return nil
	}
	return &TablePlace{Choice: c, File: skeleton(path)}
}

// skeleton is a file's name without digits and signs, the same for the exports
// of two weeks.
func skeleton(path string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, baseName(path))
}

// inArea makes a block of the area that a person chose. What stands outside is
// left out, and told.
func inArea(f File, g *sheet.Grid, o Options) (*block, error) {
	x := areaBox(g, o.Area)
	if x.row >= x.endRow || x.col >= x.endCol {
		return nil, fault.New("ingest.noarea", filepath.Base(f.Path))
	}
	if o.Header > 0 && !x.holds(g, o.Header) {
		o.Header = 0
	}
	b := newBlock(f, x.grid(g), x.col, o)
	for r := range g.Rows() {
		if r < x.row || r >= x.endRow {
			b.file.LeftOut.Outside++
			b.gone.Add(fault.Warning{Kind: WarnOutside, File: filepath.Base(f.Path), Sheet: f.Sheet, Row: int(g.RowNo[r]), Text: rowText(g, r)})
		}
	}
	if n := len(g.Cols) - (x.endCol - x.col); n > 0 {
		b.warn(fault.Warning{Kind: WarnOutsideCols, Count: n, Args: []any{n}}, -1, -1)
	}
	return b, nil
}

// areaBox is the part of a grid that an area covers; a side of 0 is the grid's.
func areaBox(g *sheet.Grid, a sheet.Range) box {
	x := box{0, g.Rows(), max(0, a.Col1-1), len(g.Cols)}
	if a.Row1 > 0 {
		x.row, _ = slices.BinarySearch(g.RowNo, uint32(a.Row1))
	}
	if a.Row2 > 0 {
		x.endRow, _ = slices.BinarySearch(g.RowNo, uint32(a.Row2)+1)
	}
	if a.Col2 > 0 {
		x.endCol = min(x.endCol, a.Col2)
	}
	return x
}

// headerOf finds the header of a grid, with as many rows as a person chose.
func headerOf(g *sheet.Grid, left int, o Options) header {
	h := findHeader(g, left, o.Header)
	if o.HeaderRows > 0 && !h.none() {
		h.first, h.sure = max(0, h.last-o.HeaderRows+1), 1
		t := lookAt(g)
		t.left = left
		h.names = t.headerNames(h)
	}
	return h
}

// explicit reports whether a person has chosen, for this file and now, how it
// is read; "as it is found" is a choice too.
func (o Options) explicit(path string) bool {
	if _, ok := o.PerFile[path]; ok {
		return true
	}
	if _, ok := o.PerFile[filepath.Base(path)]; ok {
		return true
	}
	return o.chosen() != FileOptions{}
}

// chosen is what is chosen for the file that the options hold for.
func (o Options) chosen() FileOptions {
	return FileOptions{Sheet: o.Sheet, Header: o.Header, HeaderRows: o.HeaderRows, Table: o.Table, AllSheets: o.AllSheets, Area: o.Area}
}

func (o *Options) choose(f FileOptions) {
	o.Sheet, o.Header, o.HeaderRows, o.Table, o.AllSheets, o.Area = f.Sheet, f.Header, f.HeaderRows, f.Table, f.AllSheets, f.Area
}

// keptPlace is a remembered place with the headers that were found there.
type keptPlace struct {
	headers []string
	place   *TablePlace
}

// places lists the remembered places in a fixed order.
func (o Options) places() (out []keptPlace) {
	all, ok := o.Layouts.(AllLayouts)
	if !ok {
		return nil
	}
	for headers, l := range all.All() {
		if l.Place != nil {
			out = append(out, keptPlace{headers, l.Place})
		}
	}
	slices.SortFunc(out, func(a, b keptPlace) int { return slices.Compare(a.headers, b.headers) })
	return out
}

// placeAgain puts the table of a file where a person put that of an earlier one,
// if exactly the same headers stand there; it reports whether it did.
func (o *Options) placeAgain(ctx context.Context, book *sheet.Book) (bool, error) {
	if o.explicit(book.Path) {
		return false, nil
	}
	for _, kept := range o.places() {
		for _, i := range kept.place.sheets(book) {
			g, err := book.Read(ctx, i, firstLook)
			if err != nil || g.Rows() == 0 {
				if ctx.Err() != nil {
					return false, ctx.Err()
				}
				continue // reading it whole says why
			}
			c := kept.place.Choice
			try := Options{}
			try.choose(c)
			b, err := pickTable(File{Path: book.Path}, g, try)
			if err == nil && b.matches(kept) {
				if c.Sheet = ""; len(book.Sheets) > 1 {
					c.Sheet = book.Sheets[i].Name
				}
				o.choose(c)
				return c != FileOptions{}, nil
			}
		}
	}
	return false, nil
}

// sheets are those of a book on which the place may be: the one of its name, or,
// where all sheets are read together, any of them.
func (p *TablePlace) sheets(book *sheet.Book) (out []int) {
	for i, s := range book.Sheets {
		if len(book.Sheets) == 1 || p.Choice.AllSheets && !s.Hidden || table.Fold(s.Name) == table.Fold(p.Choice.Sheet) {
			out = append(out, i)
		}
	}
	return out
}

// matches reports whether a block has the headers that were found at a place.
func (b *block) matches(k keptPlace) bool {
	if b.bare && skeleton(b.file.Path) != k.place.File || len(b.cols) != len(k.headers) {
		return false
	}
	for i, c := range b.cols {
		if table.Fold(b.names[c]) != k.headers[i] {
			return false
		}
	}
	return true
}
