package sheet

import (
	"bytes"
	"context"
	"errors"
	"strconv"
)

// sheetScan reads the part of a sheet; with limit > 0 it may stop early. aside is
// other work, to be done in steps, that must be done when it returns; nil is none.
type sheetScan func(ctx context.Context, i, limit int, m *meter, aside func() (more bool, err error)) (*sheetCells, error)

func (f *xlsxFile) read(ctx context.Context, i, limit int) (*Grid, error) {
	g, err := f.readWith(ctx, i, limit, f.fast)
	if errors.Is(err, errOdd) {
		g, err = f.readWith(ctx, i, limit, f.slow)
	}
	return g, err
}

// readWith reads a sheet by one of the two paths, and the shared strings
// beside it; a first look reads of them only what the cells refer to.
func (f *xlsxFile) readWith(ctx context.Context, i, limit int, scan sheetScan) (*Grid, error) {
	if limit > 0 {
		cells, err := scan(ctx, i, limit, f.src.meter(ctx, 0), nil)
		if err != nil {
			return nil, err
		}
		shared := newSharedStrings()
		if cells.need > 0 {
			r, err := f.openStrings(cells.need, nil)
			if err != nil {
				return nil, err
			}
			if shared, err = r.all(ctx); err != nil {
				return nil, err
			}
		}
		return cells.join(ctx, shared, f.src.opts.workers(), limit)
	}
	m := f.src.meter(ctx, f.packed(f.parts[i])+f.packed(f.strings))
	shared, err := f.openStrings(0, m)
	if err != nil {
		return nil, err
	}
	cells, err := scan(ctx, i, 0, m, func() (bool, error) { return shared.step(ctx) })
	if err != nil {
		return nil, err
	}
	return cells.join(ctx, shared.out, f.src.opts.workers(), 0)
}

// packed is the size of a part in the file.
func (f *xlsxFile) packed(name string) int64 {
	if p := f.src.part(name); name != "" && p != nil {
		return int64(p.CompressedSize64)
	}
	return 0
}

// fast is the path for the XML that nearly all programs write: one goroutine
// after the other unpacks a piece, and parses it.
func (f *xlsxFile) fast(ctx context.Context, i, limit int, m *meter, aside func() (bool, error)) (*sheetCells, error) {
	r, err := f.src.open(f.src.part(f.parts[i]), m)
	if err != nil {
		return nil, err
	}
	if limit > 0 {
		return f.look(ctx, r, limit, r.f.UncompressedSize64 <= mergesWithin)
	}
	var (
		out   sheetCells
		spent budget
		ends  sheetEnds
	)
	scans := make([]*rowScan, f.src.opts.workers())
	parsers := make([]func(piece) ([]*block, error), len(scans))
	for i := range scans {
		s := &rowScan{cells{forms: f.forms, date1904: f.date1904}, &spent}
		scans[i], parsers[i] = s, s.piece
	}
	stream := &pieceStream{cutter: cutter{r: r, size: chunkSize, whole: endOfRows}, trim: func(p *piece) error { return ends.trim(p, &out.merges) }}
	pieces, err := parsePieces(ctx, stream, parsers, aside)
	if err != nil {
		return nil, err
	}
	if !ends.tail {
		return nil, errCutOff
	}
	for _, s := range scans {
		out.need = max(out.need, s.need)
	}
	for _, p := range pieces {
		out.blocks = append(out.blocks, p...)
	}
	return &out, nil
}

// mergesWithin is how large a sheet may be for a first look to go on to the
// merged areas behind its rows, without parsing these: some 10 ms.
const mergesWithin = 16 << 20

// look parses small pieces one after the other until there are enough rows.
// With merges it goes on to the end for the merged areas.
func (f *xlsxFile) look(ctx context.Context, r filler, limit int, merges bool) (*sheetCells, error) {
	s := &rowScan{cells{forms: f.forms, date1904: f.date1904}, &budget{}}
	var out sheetCells
	var ends sheetEnds
	rows := 0
	err := cutStream(ctx, r, lookSize, endOfRows, func(p piece) error {
		if err := ends.trim(&p, &out.merges); err != nil {
			return err
		}
		if rows > limit {
			p.free()
			return nil
		}
		blocks, err := s.piece(p)
		if err != nil {
			return err
		}
		for _, b := range blocks {
			rows += len(b.rowNo)
		}
		out.blocks = append(out.blocks, blocks...)
		if rows > limit && !merges {
			return errEnough
		}
		return nil
	})
	switch {
	case err == errEnough:
		err = nil
	case err == nil && !ends.tail:
		err = errCutOff
	}
	out.need = s.need
	return &out, err
}

// piece parses a piece and gives its buffer back.
func (s *rowScan) piece(p piece) ([]*block, error) {
	defer p.free()
	s.begin()
	if err := s.rows(p.padded(), len(p.b)); err != nil {
		return nil, err
	}
	if err := s.spent.spend(s.block); err != nil {
		return nil, err
	}
	return s.take(), nil
}

func endOfRows(b []byte) int { return lastEnd(b, "</row>") }

// sheetEnds knows which ends of a sheet have been met.
type sheetEnds struct{ head, tail bool }

// trim takes off what stands before the rows in the first piece, and behind
// them in the last.
func (e *sheetEnds) trim(p *piece, merges *[]Range) error {
	b := p.b
	if !e.head {
		e.head = true
		at := bytes.Index(b, []byte("<sheetData"))
		if at < 0 {
			return errOdd
		}
		switch rest := b[at+len("<sheetData"):]; {
		case bytes.HasPrefix(rest, []byte(">")):
			b = rest[1:]
		case bytes.HasPrefix(rest, []byte("/>")):
			p.b, e.tail = b[:0], true
			return tail(b[at:], merges)
		default:
			return errOdd
		}
	}
	rows := lastEnd(b, "</row>")
	if rows == len(b) && rows > 0 {
		p.b = b
		return nil
	}
	// Rows without cells may follow the last row that has an end tag.
	end := bytes.Index(b[rows:], []byte("</sheetData>"))
	if end < 0 {
		return errOdd
	}
	p.b, e.tail = b[:rows+end], true
	return tail(b[rows+end:], merges)
}

// tail reads the merged areas from what follows the rows.
func tail(b []byte, merges *[]Range) error {
	if !bytes.Contains(b, []byte("mergeCell")) {
		return nil
	}
	var x xmlScan
	x.reset(b)
	for {
		t, err := x.next()
		if err != nil || t == xmlEnd {
			return err
		}
		if t == xmlOpen && string(x.name) == "mergeCell" {
			addMerge(merges, x.attr("ref"))
		}
	}
}

// addMerge adds the area A1:B2; what is no area is no merge.
func addMerge(merges *[]Range, ref []byte) {
	from, to, ok := bytes.Cut(ref, []byte(":"))
	if !ok {
		return
	}
	r1, c1 := address(from)
	r2, c2 := address(to)
	if r1 > 0 && c1 > 0 && r2 >= r1 && c2 >= c1 {
		*merges = append(*merges, Range{r1, c1, r2, c2})
	}
}

// address reads A1 as row 1, column 1; what is missing is 0.
func address(b []byte) (row, col int) {
	i := 0
	for i < len(b) && i < 4 && b[i]&^0x20-'A' <= 25 {
		col = col*26 + int(b[i]&^0x20-'A') + 1
		i++
	}
	row, err := strconv.Atoi(string(b[i:]))
	if err != nil || row < 0 || row > 1<<30 {
		return 0, col
	}
	return row, col
}
