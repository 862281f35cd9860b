package ingest

import (
	"context"
	"errors"
	"path/filepath"

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
	UseOther  Use = "other" // another table of the sheet
)

// Peek is the first rows of a sheet as they stand in the file, with what each
// is taken for: the preview in which a person moves the header.
type Peek struct {
	File    File
	Columns []string // letters
	Names   []string // of all sheet columns of the table, in place; "" beside it
	Rows    []PeekRow
}

// PeekRow is one row of a Peek.
type PeekRow struct {
	No    int // sheet row number
	Cells []string
	Use   Use
}

// PeekAt reads the first rows of a sheet. Options count as for Open: with
// another Header, Sheet or Table it shows what would come of it.
func PeekAt(ctx context.Context, path string, o Options, rows int) (p *Peek, err error) {
	o = o.forFile(path)
	book, err := sheet.Open(ctx, path, sheet.Options{Password: o.Password})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
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
	f := File{Path: path, Format: book.Format, Encoding: book.Encoding, Sheet: book.Sheets[i].Name, Sheets: book.Sheets, From: nan, To: nan}
	for _, k := range alike {
		f.Alike = append(f.Alike, book.Sheets[k].Name)
	}
	return peek(f, g, o)
}

func peek(f File, g *sheet.Grid, o Options) (*Peek, error) {
	raw := make([]PeekRow, g.Rows()) // before merged cells are filled
	for r := range raw {
		raw[r] = PeekRow{No: int(g.RowNo[r]), Use: UseOther}
		for c := range g.Cols {
			raw[r].Cells = append(raw[r].Cells, cellText(g, r, c))
		}
	}
	b, err := pickTable(f, g, o)
	if err != nil {
		return nil, err
	}
	p := &Peek{File: b.file, Columns: letters(0, len(g.Cols)), Names: make([]string, len(g.Cols)), Rows: raw}
	for _, c := range b.cols {
		p.Names[b.left+c] = b.names[c]
	}
	uses := b.uses()
	for i := range p.Rows {
		if u, ok := uses[p.Rows[i].No]; ok {
			p.Rows[i].Use = u
		}
	}
	return p, nil
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
		if w.Row == 0 {
			continue
		}
		uses[w.Row] = UseLeft
		if w.Kind == WarnAbove {
			uses[w.Row] = UseAbove
		}
	}
	return uses
}
