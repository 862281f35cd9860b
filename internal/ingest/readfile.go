package ingest

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
)

// readFile reads the chosen sheet of a file, or all of its layout, and finds
// the chosen table on each.
func readFile(ctx context.Context, path string, o Options, progress func(done, total int64)) (blocks []*block, err error) {
	o = o.forFile(path)
	book, err := sheet.Open(ctx, path, sheet.Options{Password: o.Password, Progress: progress})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	placed, err := o.placeAgain(ctx, book)
	if err != nil {
		return nil, err
	}
	chosen, alike, err := pickSheet(ctx, book, o)
	if err != nil {
		return nil, err
	}
	read := []int{chosen}
	if o.AllSheets {
		read = append(read, alike...)
		slices.Sort(read)
	}
	for _, i := range read {
		g, err := book.Read(ctx, i, o.Preview)
		if err != nil {
			return nil, err
		}
		if g.Rows() == 0 {
			if i == chosen {
				return nil, fault.New("ingest.empty", filepath.Base(path))
			}
			continue
		}
		if last := int(g.RowNo[g.Rows()-1]); o.Header > last && o.Preview == 0 {
			return nil, fault.New("ingest.headerrow", filepath.Base(path), o.Header, last)
		}
		f := File{Path: path, Format: book.Format, Encoding: book.Encoding, Sheet: book.Sheets[i].Name, Sheets: book.Sheets, Choice: o.chosen(), Placed: placed, From: nan, To: nan}
		for _, k := range alike {
			f.Alike = append(f.Alike, book.Sheets[k].Name)
		}
		b, err := pickTable(f, g, o)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, b)
	}
	if o.guessed() && !slices.ContainsFunc(blocks, func(b *block) bool { return b.count > 0 }) {
		return nil, fault.New("ingest.norows", filepath.Base(path))
	}
	return blocks, nil
}

// guessed reports whether the whole file was read and no person chose its
// header or table: a choice that leaves no rows must stay there to be changed.
func (o Options) guessed() bool {
	return o.Preview == 0 && o.Header == 0 && o.Table == 0 && o.Area == sheet.Range{}
}

// pickTable makes a block of the chosen table of a sheet, or of the one that
// looks most like a log.
func pickTable(f File, g *sheet.Grid, o Options) (*block, error) {
	if o.Area != (sheet.Range{}) {
		return inArea(f, g, o)
	}
	boxes := findBoxes(g)
	if len(boxes) < 2 {
		if o.Table > 1 {
			return nil, fault.New("ingest.notable", filepath.Base(f.Path), o.Table)
		}
		return newBlock(f, g, 0, o), nil
	}
	if o.Table > len(boxes) {
		return nil, fault.New("ingest.notable", filepath.Base(f.Path), o.Table)
	}
	var best *block
	for i, x := range boxes {
		own := o
		if !x.holds(g, o.Header) {
			own.Header = 0
		}
		b := newBlock(f, x.grid(g), x.col, own)
		f.Tables = append(f.Tables, b.area(x, g))
		b.file.Table = i + 1
		switch {
		case o.Table == i+1:
			best = b
		case o.Table > 0:
		case best == nil, own.Header > 0 && best.file.HeaderRow != own.Header, own.Header == o.Header && likeLog(b) > likeLog(best):
			best = b
		}
	}
	best.file.Tables = f.Tables
	best.warn(fault.Warning{Kind: WarnTables, Count: len(boxes) - 1, Args: []any{len(boxes), best.file.Table}}, -1, -1)
	return best, nil
}

// holds reports whether a sheet row lies in the box.
func (x box) holds(g *sheet.Grid, row int) bool {
	return row > 0 && row >= int(g.RowNo[x.row]) && row <= int(g.RowNo[x.endRow-1])
}

// area describes the block's table on its sheet.
func (b *block) area(x box, g *sheet.Grid) Area {
	a := Area{Row1: int(g.RowNo[x.row]), Row2: int(g.RowNo[x.endRow-1]), Col1: x.col + 1, Col2: x.endCol, Header: b.file.HeaderRow, Rows: b.count}
	for _, c := range b.cols {
		a.Names = append(a.Names, b.names[c])
	}
	return a
}
