package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
)

// Use says what a row of a sheet is taken for. Its name is the key
// "ingest.use.USE".
type Use string

const (
	UseAbove  Use = "above"  // a title or note above the header
	UseHeader Use = "header" // the header, or one of its rows
	UseData   Use = "data"
	UseLeft   Use = "left"  // totals, a repeated header, a note
	UseOther  Use = "other" // another table of the sheet, or outside the chosen area
)

// Peek is the first rows of a sheet as they stand in the file, with what each
// is taken for: the preview in which a person moves the header.
type Peek struct {
	File    File
	Columns []string // letters
	Names   []string // of all sheet columns of the table, in place; "" beside it
	Rows    []PeekRow
	Merges  []sheet.Range
	Area    sheet.Range // the table with its header, as far as it was looked at
	More    bool        // the sheet goes on below
	Log     *Log        // these rows, typed; nil in a look at later rows
}

// PeekRow is one row of a Peek.
type PeekRow struct {
	No    int // sheet row number
	Cells []string
	Use   Use
}

// PeekAt reads the first rows of a sheet. Options count as for Open: with
// another Header, Area, Sheet or Table it shows what would come of it.
func PeekAt(ctx context.Context, path string, o Options, rows int) (*Peek, error) {
	return withSheet(ctx, path, o, rows, func(f File, g *sheet.Grid, o Options) (*Peek, error) {
		p, b, err := peek(f, g, o, 0, g.Rows())
		if err != nil {
			return nil, err
		}
		p.More = g.Rows() == rows
		p.Log, err = buildLog(ctx, []*block{b}, o)
		return p, err
	})
}

// FirstLook is PeekAt for what has only just been dropped, within 50 ms for any
// file: where all sheets stand in one part, as in ods, File.Sheets ends with the
// first long one, and the whole reading may choose another.
func FirstLook(ctx context.Context, path string, o Options, rows int) (*Peek, error) {
	o.look = true
	return PeekAt(ctx, path, o, rows)
}

// moment is the size in bytes from which on reading a file takes longer than a
// person notices.
const moment = 4 << 20

// LookAhead is the FirstLook at the first of the files that takes more than a
// moment to read whole; nil where there is none. What is the matter with a file
// is for the whole reading to say.
func LookAhead(ctx context.Context, paths []string, o Options, rows int) *Peek {
	for _, path := range sheet.Files(paths) {
		if st, err := os.Stat(path); err != nil || st.Size() < moment {
			continue
		}
		if p, err := FirstLook(ctx, path, o, rows); err == nil {
			return p
		}
	}
	return nil
}

// PeekAround reads the rows of a sheet within reach of one of its rows, given
// by its number. What each is taken for is as in a whole reading, but for what
// the rows below it would tell.
func PeekAround(ctx context.Context, path string, o Options, row, reach int) (*Peek, error) {
	return withSheet(ctx, path, o, row+reach, func(f File, g *sheet.Grid, o Options) (*Peek, error) {
		from, _ := slices.BinarySearch(g.RowNo, uint32(max(1, row-reach)))
		end, _ := slices.BinarySearch(g.RowNo, uint32(row+reach)+1)
		p, _, err := peek(f, g, o, from, end)
		if p != nil {
			p.More = end < g.Rows() || g.Rows() == row+reach
		}
		return p, err
	})
}

// withSheet reads the first rows of the sheet that the options choose.
func withSheet(ctx context.Context, path string, o Options, rows int, use func(File, *sheet.Grid, Options) (*Peek, error)) (p *Peek, err error) {
	o = o.forFile(path)
	book, err := sheet.Open(ctx, path, sheet.Options{Password: o.Password, Progress: o.Progress, Look: o.look})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	placed, err := o.placeAgain(ctx, book)
	if err != nil {
		return nil, err
	}
	i, alike, err := pickSheet(ctx, book, o)
	if err != nil {
		return nil, err
	}
	g, err := book.Read(ctx, i, rows)
	if err != nil {
		return nil, err
	}
	if g.Rows() == 0 {
		return nil, fault.New("ingest.empty", filepath.Base(path))
	}
	f := File{Path: path, Format: book.Format, Encoding: book.Encoding, Sheet: book.Sheets[i].Name, Sheets: book.Sheets, Choice: o.chosen(), Placed: placed, From: nan, To: nan}
	for _, k := range alike {
		f.Alike = append(f.Alike, book.Sheets[k].Name)
	}
	return use(f, g, o)
}

// peek shows the stored rows from … end−1 of a grid.
func peek(f File, g *sheet.Grid, o Options, from, end int) (*Peek, *block, error) {
	p := &Peek{Columns: letters(0, len(g.Cols)), Names: make([]string, len(g.Cols)), Rows: make([]PeekRow, max(0, end-from)), Merges: slices.Clone(g.Merges)}
	for i := range p.Rows { // before merged cells are filled
		row := PeekRow{No: int(g.RowNo[from+i]), Use: UseOther, Cells: make([]string, len(g.Cols))}
		for c := range row.Cells {
			row.Cells[c] = cellText(g, from+i, c)
		}
		p.Rows[i] = row
	}
	b, err := pickTable(f, g, o)
	if err != nil {
		return nil, nil, err
	}
	p.File, p.Area = b.file, b.extent()
	for _, c := range b.cols {
		p.Names[b.left+c] = b.names[c]
	}
	uses := b.uses()
	for i := range p.Rows {
		if u, ok := uses[p.Rows[i].No]; ok {
			p.Rows[i].Use = u
		}
	}
	return p, b, nil
}

// extent is where the block's header and data stand on its sheet.
func (b *block) extent() sheet.Range {
	var a sheet.Range
	if n := len(b.cols); n > 0 {
		a.Col1, a.Col2 = b.left+b.cols[0]+1, b.left+b.cols[n-1]+1
	}
	a.Row1 = b.file.HeaderRow - max(0, b.file.HeaderRows-1)
	if n := len(b.rows); n > 0 {
		if b.bare {
			a.Row1 = int(b.grid.RowNo[b.rows[0].first])
		}
		a.Row2 = int(b.grid.RowNo[b.rows[n-1].end-1])
	}
	a.Row2 = max(a.Row2, a.Row1)
	return a
}

// uses tells by sheet row what the rows of the block are taken for.
func (b *block) uses() map[int]Use {
	uses := map[int]Use{}
	for _, no := range b.grid.RowNo {
		uses[int(no)] = UseHeader
	}
	for _, s := range b.rows {
		for r := s.first; r < s.end; r++ {
			uses[int(b.grid.RowNo[r])] = UseData
		}
	}
	for _, w := range b.gone.Items {
		switch {
		case w.Row == 0:
		case w.Kind == WarnAbove:
			uses[w.Row] = UseAbove
		case w.Kind == WarnOutside:
			uses[w.Row] = UseOther
		default:
			uses[w.Row] = UseLeft
		}
	}
	return uses
}
