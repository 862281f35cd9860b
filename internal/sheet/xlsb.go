package sheet

import (
	"bufio"
	"context"
	"io"
	"strings"
)

// xlsbFile is a binary workbook ([MS-XLSB]): a package like .xlsx whose parts
// hold records instead of XML.
type xlsbFile struct {
	src      *source
	infos    []Info
	parts    []string
	strings  string
	forms    []Form
	date1904 bool
}

func isXLSB(s *source) bool { return strings.HasSuffix(strings.ToLower(mainPart(s)), "workbook.bin") }

// The records that are read.
const (
	xlsbRow        = 0
	xlsbBlank      = 1
	xlsbRK         = 2
	xlsbError      = 3
	xlsbBool       = 4
	xlsbReal       = 5
	xlsbString     = 6
	xlsbShared     = 7
	xlsbFmlaString = 8
	xlsbFmlaNum    = 9
	xlsbFmlaBool   = 10
	xlsbFmlaError  = 11
	xlsbItem       = 19
	xlsbNumFmt     = 44
	xlsbXF         = 47
	xlsbEndData    = 146
	xlsbBookPr     = 153
	xlsbSheet      = 156
	xlsbMerge      = 177
	xlsbBeginXFs   = 617
	xlsbEndXFs     = 618
)

func openXLSB(_ context.Context, s *source) (reader, error) {
	f := &xlsbFile{src: s}
	main := mainPart(s)
	type entry struct {
		name, id string
		hidden   bool
	}
	var entries []entry
	err := s.records(main, nil, func(id int, b []byte) error {
		switch id {
		case xlsbBookPr:
			f.date1904 = byteAt(b, 0)&1 != 0
		case xlsbSheet:
			rel, n := wideText(from(b, 8))
			name, _ := wideText(from(b, 8+n))
			entries = append(entries, entry{name, rel, le32(b, 0) != 0})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	parts, err := s.workbookParts(main)
	if err != nil {
		return nil, err
	}
	f.strings = parts.strings
	if err := f.styles(parts.styles); err != nil {
		return nil, err
	}
	for _, e := range entries {
		if r := parts.byID[e.id]; r.kind == "worksheet" && s.part(r.target) != nil {
			f.infos = append(f.infos, Info{e.name, e.hidden})
			f.parts = append(f.parts, r.target)
		}
	}
	if len(f.parts) == 0 {
		return nil, errNoSheet
	}
	return f, nil
}

func (f *xlsbFile) sheets() []Info { return f.infos }

func (f *xlsbFile) styles(part string) error {
	codes := map[int]Form{}
	cells := false
	return f.src.records(part, nil, func(id int, b []byte) error {
		switch id {
		case xlsbNumFmt:
			code, _ := wideText(from(b, 2))
			codes[le16(b, 0)] = formOf(code)
		case xlsbBeginXFs:
			cells = true
		case xlsbEndXFs:
			cells = false
		case xlsbXF:
			if cells {
				form, ok := codes[le16(b, 2)]
				if !ok {
					form = builtinForm(le16(b, 2))
				}
				f.forms = append(f.forms, form)
			}
		}
		return nil
	})
}

// records hands the records of a part to do. A part that is missing has none.
func (s *source) records(name string, m *meter, do func(id int, b []byte) error) error {
	part := s.part(name)
	if part == nil {
		return nil
	}
	p, err := s.open(part, m)
	if err != nil {
		return err
	}
	r := bufio.NewReaderSize(p, 64<<10)
	var b []byte
	for {
		id, size, err := recordHead(r)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if size > maxToken {
			return errTooBig
		}
		if cap(b) < size {
			b = make([]byte, size)
		}
		if _, err := io.ReadFull(r, b[:size]); err != nil {
			return errCutOff
		}
		if err := do(id, b[:size]); err == errEnough {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// recordHead reads the id of a record, one byte or two, and its size, up to
// four bytes of seven bits. io.EOF means that there is no further record.
func recordHead(r *bufio.Reader) (id, size int, err error) {
	c, err := r.ReadByte()
	if err != nil {
		return 0, 0, err
	}
	if id = int(c); c&0x80 != 0 {
		if c, err = r.ReadByte(); err != nil {
			return 0, 0, errCutOff
		}
		id = id&0x7f | int(c&0x7f)<<7
	}
	for shift := 0; shift < 28; shift += 7 {
		if c, err = r.ReadByte(); err != nil {
			return 0, 0, errCutOff
		}
		size |= int(c&0x7f) << shift
		if c&0x80 == 0 {
			break
		}
	}
	return id, size, nil
}

// wideText reads a counted UTF-16 text and says how long it is with its count.
func wideText(b []byte) (string, int) {
	n := le32(b, 0)
	if n == 0xffffffff || int64(n)*2 > int64(len(b))-4 {
		return "", min(4, len(b))
	}
	end := 4 + 2*int(n)
	return string(appendUTF16(nil, b[4:end])), end
}

// xlsbScan reads the cells of a sheet.
type xlsbScan struct {
	cells
	merges []Range
	spent  budget
	col    int
	rows   int
}

func (f *xlsbFile) read(ctx context.Context, i, limit int) (*Grid, error) {
	m := f.src.meter(ctx, int64(f.src.part(f.parts[i]).CompressedSize64))
	s := &xlsbScan{cells: cells{forms: f.forms, date1904: f.date1904}}
	s.begin()
	n, data := 0, true
	err := f.src.records(f.parts[i], m, func(id int, b []byte) error {
		if n++; n&8191 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch {
		case id == xlsbEndData:
			data = false
		case id == xlsbMerge:
			s.merges = append(s.merges, Range{int(le32(b, 0)) + 1, int(le32(b, 8)) + 1, int(le32(b, 4)) + 1, int(le32(b, 12)) + 1})
		case data && id <= 18:
			return s.record(id, b, limit)
		}
		return nil
	})
	if err == nil {
		err = s.spent.spend(s.block)
	}
	if err != nil {
		return nil, err
	}
	shared := newSharedStrings()
	if s.need > 0 {
		if err := f.sharedStrings(shared, limit, s.need); err != nil {
			return nil, err
		}
	}
	out := sheetCells{s.blocks, s.merges, s.need}
	return out.join(ctx, shared, f.src.opts.workers(), limit)
}

func (f *xlsbFile) sharedStrings(out *sharedStrings, limit, need int) error {
	return f.src.records(f.strings, nil, func(id int, b []byte) error {
		if id != xlsbItem {
			return nil
		}
		text, _ := wideText(from(b, 1))
		out.add([]byte(text))
		if out.pool.full {
			return errTooBig
		}
		if limit > 0 && out.n >= need {
			return errEnough
		}
		return nil
	})
}

// record stores a row or a cell.
func (s *xlsbScan) record(id int, b []byte, limit int) error {
	if id == xlsbRow {
		if s.block.open {
			s.rows++
		}
		if limit > 0 && s.rows > limit {
			return errEnough
		}
		s.col = -1
		return s.startRow(int(le32(b, 0))+1, byteAt(b, 11)&0x10 != 0, &s.spent)
	}
	style, v := 0, from(b, 8)
	if id <= xlsbFmlaError {
		s.col, style = int(le32(b, 0)), int(le32(b, 4)&0xffffff)
	} else { // the short forms follow the cell before
		s.col++
		style, v = int(le32(b, 0)&0xffffff), from(b, 4)
		id -= xlsbFmlaError
	}
	if s.col < 0 || s.col >= maxColumns {
		return errColumns
	}
	switch id {
	case xlsbRK:
		s.num(s.col, rkNumber(le32(v, 0)), style)
	case xlsbReal, xlsbFmlaNum:
		if x := leFloat(v, 0); x == x {
			s.num(s.col, x, style)
		}
	case xlsbError, xlsbFmlaError:
		s.block.setError(s.col, s.local([]byte(errorText(byteAt(v, 0)))))
	case xlsbBool, xlsbFmlaBool:
		s.block.setNum(s.col, float64(min(byteAt(v, 0), 1)), FormBool)
	case xlsbString, xlsbFmlaString:
		text, _ := wideText(v)
		s.text(s.col, []byte(text))
	case xlsbShared:
		i := le32(v, 0)
		if i > 1<<30 {
			return errDamaged
		}
		s.shared(s.col, int(i))
	}
	return nil
}
