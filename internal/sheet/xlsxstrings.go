package sheet

import (
	"bytes"
	"context"
	"io"
	"unicode/utf8"
)

// sharedStrings are the texts of a workbook in the order of their part. The
// pool has each different text once; some writers repeat them.
type sharedStrings struct {
	pool *pool
	n    int
	// codes gives the code in pool of each index plus one; nil while that is
	// the code.
	codes []uint32
	wait  [][]byte // texts of the present piece that are not added yet
	buf   []byte
	rich  xmlScan
}

func newSharedStrings() *sharedStrings { return &sharedStrings{pool: newPool()} }

// add appends one decoded text.
func (s *sharedStrings) add(b []byte) {
	s.flush()
	s.put(s.pool.code(b))
}

// later appends a text that stays where it is until the next flush, and does so
// then.
func (s *sharedStrings) later(b []byte) {
	if !utf8.Valid(b) {
		s.add(b)
		return
	}
	if s.wait = append(s.wait, b); len(s.wait) == batch {
		s.flush()
	}
}

func (s *sharedStrings) flush() {
	var codes [batch]uint32
	s.pool.raws(s.wait, codes[:])
	for _, c := range codes[:len(s.wait)] {
		s.put(c)
	}
	s.wait = s.wait[:0]
}

// put appends the text of a code.
func (s *sharedStrings) put(c uint32) {
	s.n++
	if s.codes == nil && int(c) != s.n {
		s.codes = identity(s.n - 1)
	}
	if s.codes != nil {
		s.codes = append(s.codes, c)
	}
}

// stringsReader reads the shared strings of a workbook piece by piece.
type stringsReader struct {
	f     *xlsxFile
	need  int // how many are wanted at least; 0 is all
	m     *meter
	out   *sharedStrings
	cut   *cutter
	first bool
}

// openStrings begins to read the shared strings: all, or at least the first need
// where need > 0.
func (f *xlsxFile) openStrings(need int, m *meter) (*stringsReader, error) {
	r := &stringsReader{f: f, need: need, m: m, out: newSharedStrings(), first: true}
	part := f.src.part(f.strings)
	if f.strings == "" || part == nil {
		return r, nil
	}
	size := asideSize
	if need > 0 {
		size = lookSize
	}
	p, err := f.src.open(part, m)
	if err != nil {
		return nil, err
	}
	r.cut = &cutter{r: p, size: size, whole: func(b []byte) int { return lastEnd(b, "</si>") }}
	return r, nil
}

// step reads a piece, and says whether there are more. What the fast way does not
// know is read by the slow way, at once.
func (r *stringsReader) step(ctx context.Context) (more bool, err error) {
	if r.cut == nil {
		return false, nil
	}
	p, last, err := r.cut.next(ctx)
	if err != nil {
		return false, err
	}
	err = r.piece(p)
	if err == errOdd {
		src, err := r.f.src.open(r.f.src.part(r.f.strings), nil)
		if err != nil {
			return false, err
		}
		r.out = newSharedStrings()
		return false, r.out.slow(ctx, src, r.need)
	}
	return err == nil && !last && (r.need == 0 || r.out.n < r.need), err
}

// piece reads whole elements, in the first piece what stands before them too.
func (r *stringsReader) piece(p piece) error {
	defer p.free()
	b := p.b
	if r.first {
		r.first = false
		at := bytes.Index(b, []byte("<si"))
		if !bytes.Contains(b, []byte("<sst")) || at < 0 {
			return errOdd
		}
		if r.need == 0 {
			part := r.f.src.part(r.f.strings)
			r.out.reserve(b, int(min(part.UncompressedSize64, 40*part.CompressedSize64)))
		}
		b = b[at:]
	}
	if err := r.out.items(b); err != nil {
		return err
	}
	if r.out.pool.full {
		return errTooBig
	}
	return nil
}

// all reads on to the end.
func (r *stringsReader) all(ctx context.Context) (*sharedStrings, error) {
	for {
		if more, err := r.step(ctx); err != nil || !more {
			return r.out, err
		}
	}
}

// reserve makes room for as many strings as size bytes will hold if all are like
// those of the first piece.
func (s *sharedStrings) reserve(b []byte, size int) {
	const tags = len("<si><t></t></si>")
	here := bytes.Count(b, []byte("<si>"))
	n := int(float64(here) / float64(len(b)) * float64(size))
	s.pool.reserve(n+n/16, size-n*tags)
}

// items parses whole <si> elements as nearly all programs write them; anything
// else is odd and left to slow.
func (s *sharedStrings) items(b []byte) error {
	defer s.flush()
	for i := 0; i < len(b); {
		rest := b[i:]
		if c := b[i]; c == '\n' || c == '\r' || c == ' ' || c == '\t' {
			i++
			continue
		}
		text, ok := bytes.CutPrefix(rest, []byte("<si><t>"))
		if !ok {
			text, ok = bytes.CutPrefix(rest, []byte(`<si><t xml:space="preserve">`))
		}
		if ok {
			n := bytes.IndexByte(text, '<')
			if n >= 0 && bytes.HasPrefix(text[n:], []byte("</t></si>")) {
				s.plain(text[:n])
				i += len(rest) - len(text) + n + len("</t></si>")
				continue
			}
		}
		switch {
		case bytes.HasPrefix(rest, []byte("<si>")):
			n := bytes.Index(rest, []byte("</si>"))
			if n < 0 {
				return errOdd
			}
			if err := s.item(rest[:n+5]); err != nil {
				return err
			}
			i += n + 5
		case bytes.HasPrefix(rest, []byte("<si/>")):
			s.add(nil)
			i += 5
		case bytes.HasPrefix(rest, []byte("</sst>")):
			i += 6
		default:
			return errOdd
		}
	}
	return nil
}

// lastEnd is the length of b up to behind the last mark, 0 where it has none.
func lastEnd(b []byte, mark string) int {
	if k := bytes.LastIndex(b, []byte(mark)); k >= 0 {
		return k + len(mark)
	}
	return 0
}

// plain adds a text that has no markup in it.
func (s *sharedStrings) plain(b []byte) {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 && bytes.IndexByte(b, '_') < 0 {
		s.later(b)
		return
	}
	s.buf = unescapeOffice(appendXML(s.buf[:0], b))
	s.add(s.buf)
}

// item parses one <si> with runs, attributes or phonetics.
func (s *sharedStrings) item(b []byte) error {
	s.rich.reset(b)
	if _, err := s.rich.next(); err != nil {
		return err
	}
	var err error
	if s.buf, err = appendRuns(s.buf[:0], &s.rich, "si"); err != nil {
		return err
	}
	if s.rich.i < s.rich.n {
		return errOdd // an <si> inside another
	}
	s.add(s.buf)
	return nil
}

// slow reads any XML that says the same.
func (s *sharedStrings) slow(ctx context.Context, r io.Reader, need int) error {
	r, err := asUTF8(r)
	if err != nil {
		return err
	}
	x := newXMLScan(r)
	for need == 0 || s.n < need {
		t, err := x.next()
		if t == xmlEnd || err != nil {
			return err
		}
		if t != xmlOpen || string(x.name) != "si" {
			continue
		}
		if s.buf, err = appendRuns(s.buf[:0], x, "si"); err != nil {
			return err
		}
		s.add(s.buf)
		if s.pool.full {
			return errTooBig
		}
		if s.n&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// appendRuns joins the texts of the element that x has just opened, up to its
// end: those of all runs, without the phonetic ones.
func appendRuns(dst []byte, x *xmlScan, end string) ([]byte, error) {
	inText, phonetic := false, false
	for {
		t, err := x.next()
		if err != nil {
			return dst, err
		}
		switch t {
		case xmlEnd:
			return dst, errCutOff
		case xmlOpen, xmlClose:
			switch string(x.name) {
			case "t":
				inText = t == xmlOpen
			case "rPh":
				phonetic = t == xmlOpen
			case end:
				if t == xmlClose {
					return unescapeOffice(dst), nil
				}
			}
		case xmlText:
			if inText && !phonetic {
				dst = x.appendContent(dst)
			}
		}
		if len(dst) > maxToken {
			return dst, errTooBig
		}
	}
}
