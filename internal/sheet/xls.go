package sheet

import (
	"bytes"
	"context"
)

// xlsFile is a BIFF8 workbook ([MS-XLS]): Excel 97 to 2003.
type xlsFile struct {
	src      *source
	book     []byte // the workbook stream
	infos    []Info
	offsets  []int // of the sheets in book
	forms    []Form
	date1904 bool
	strings  [][]byte // the record of shared strings with its continuations
}

func isXLS(s *source) bool {
	return s.cfb != nil && (s.cfb.has("Workbook") || s.cfb.has("Book"))
}

// The records that are read.
const (
	biffFormula  = 0x06
	biffEOF      = 0x0a
	biff1904     = 0x22
	biffFilePass = 0x2f
	biffContinue = 0x3c
	biffSheet    = 0x85
	biffMulRK    = 0xbd
	biffRString  = 0xd6
	biffXF       = 0xe0
	biffMerged   = 0xe5
	biffSST      = 0xfc
	biffLabelSST = 0xfd
	biffNumber   = 0x203
	biffLabel    = 0x204
	biffBoolErr  = 0x205
	biffString   = 0x207
	biffRow      = 0x208
	biffRK       = 0x27e
	biffFormat   = 0x41e
	biffBOF      = 0x809
)

func openXLS(_ context.Context, s *source) (reader, error) {
	if !s.cfb.has("Workbook") {
		return nil, errOldXLS // Excel 5 and 95 call the stream Book
	}
	book, err := s.cfb.stream("Workbook")
	if err != nil {
		return nil, err
	}
	f := &xlsFile{src: s, book: book}
	if err := f.globals(); err != nil {
		return nil, err
	}
	if len(f.infos) == 0 {
		return nil, errNoSheet
	}
	return f, nil
}

func (f *xlsFile) sheets() []Info { return f.infos }

// biffRecords walks over the records of a stream.
type biffRecords struct {
	b  []byte
	at int
}

// next gives the next record; ok is false at the end of the stream.
func (r *biffRecords) next() (id int, body []byte, ok bool) {
	if r.at+4 > len(r.b) {
		return 0, nil, false
	}
	id, n := le16(r.b, r.at), le16(r.b, r.at+2)
	end := r.at + 4 + n
	if end > len(r.b) {
		return 0, nil, false
	}
	body = r.b[r.at+4 : end]
	r.at = end
	return id, body, true
}

// continued gives the records that continue the last one.
func (r *biffRecords) continued(first []byte) [][]byte {
	out := [][]byte{first}
	for le16(r.b, r.at) == biffContinue && r.at+4 <= len(r.b) {
		_, b, ok := r.next()
		if !ok {
			break
		}
		out = append(out, b)
	}
	return out
}

// globals reads what stands before the sheets.
func (f *xlsFile) globals() error {
	r := biffRecords{b: f.book}
	codes := map[int]Form{}
	var styles []int
	for first := true; ; first = false {
		id, b, ok := r.next()
		if !ok {
			return errCutOff
		}
		if first && (id != biffBOF || le16(b, 0) != 0x600) {
			return errOldXLS
		}
		switch id {
		case biffFilePass:
			if err := f.decrypt(b); err != nil {
				return err
			}
			r.b = f.book
		case biff1904:
			f.date1904 = le16(b, 0) == 1
		case biffSheet:
			if byteAt(b, 5) == 0 { // neither a chart nor a macro
				name, _ := biffText(from(b, 7), int(byteAt(b, 6)))
				f.infos = append(f.infos, Info{Name: name, Hidden: byteAt(b, 4)&3 != 0})
				f.offsets = append(f.offsets, int(le32(b, 0)))
			}
		case biffFormat:
			code, _ := biffText(from(b, 4), le16(b, 2))
			codes[le16(b, 0)] = formOf(code)
		case biffXF:
			styles = append(styles, le16(b, 2))
		case biffSST:
			f.strings = r.continued(b)
		case biffEOF:
			for _, id := range styles {
				form, ok := codes[id]
				if !ok {
					form = builtinForm(id)
				}
				f.forms = append(f.forms, form)
			}
			return nil
		}
	}
}

// biffText reads n characters behind a byte of flags.
func biffText(b []byte, n int) (string, bool) {
	if len(b) < 1 {
		return "", false
	}
	wide := b[0]&1 != 0
	b = b[1:]
	if wide {
		n *= 2
	}
	if n > len(b) {
		return "", false
	}
	if wide {
		return string(appendUTF16(nil, b[:n])), true
	}
	return string(appendLatin(nil, b[:n])), true
}

func (f *xlsFile) read(ctx context.Context, i, limit int) (*Grid, error) {
	s := &xlsScan{cells: cells{forms: f.forms, date1904: f.date1904}, hidden: map[int]bool{}}
	s.begin()
	if err := s.sheet(ctx, f.book, f.offsets[i], limit); err != nil {
		return nil, err
	}
	need := 0
	if limit > 0 {
		need = s.need
	}
	shared := newSharedStrings()
	if s.need > 0 {
		if err := biffStrings(ctx, f.strings, shared, need); err != nil {
			return nil, err
		}
	}
	out := sheetCells{s.blocks, s.merges, s.need}
	return out.join(ctx, shared, f.src.opts.workers(), limit)
}

// isBIFF knows the workbooks of Excel 2 to 4, which have no wrapping.
func isBIFF(head []byte) bool {
	for _, bof := range []string{"\x09\x00\x04\x00", "\x09\x02\x06\x00", "\x09\x04\x06\x00", "\x09\x08\x08\x00", "\x09\x08\x10\x00"} {
		if bytes.HasPrefix(head, []byte(bof)) {
			return true
		}
	}
	return false
}
