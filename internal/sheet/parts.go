package sheet

import (
	"archive/zip"
	"hash/crc32"
	"io"
	"path"
	"strings"
	"sync/atomic"
)

// part finds a part of a package by its name, which is not case-sensitive.
func (s *source) part(name string) *zip.File {
	if name == "" {
		return nil // else an entry called "/" would do
	}
	for _, f := range s.zip.File {
		if strings.EqualFold(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"), name) {
			return f
		}
	}
	return nil
}

// A part that unpacks to more than bombSize and to more than bombRatio times
// what it takes in the file is no sheet: real ones stay under 50 times.
const (
	bombSize  = 64 << 20
	bombRatio = 400
	// maxSmallPart bounds the parts that describe a workbook.
	maxSmallPart = 128 << 20
)

// partReader unpacks a part, and at its end checks length and CRC. It is read
// either as a filler or as an io.Reader.
type partReader struct {
	f      *zip.File
	unpack filler
	packed atomic.Int64 // bytes taken from the file
	sum    uint32
	n      int64

	out  []byte // what Read has in stock: out[at:end]
	at   int
	end  int
	done bool
}

// open starts to unpack a part; m may be nil.
func (s *source) open(f *zip.File, m *meter) (*partReader, error) {
	at, err := f.DataOffset()
	if err != nil {
		return nil, err
	}
	p := &partReader{f: f}
	var raw io.Reader = io.NewSectionReader(s.r, at, int64(f.CompressedSize64))
	if m != nil {
		raw = m.reader(raw)
	}
	raw = &countReader{raw, &p.packed}
	switch f.Method {
	case zip.Deflate:
		p.unpack = newInflater(raw)
	case zip.Store:
		p.unpack = plainFiller{raw}
	default:
		return nil, errDamaged
	}
	return p, nil
}

func (p *partReader) fill(out []byte, n int) (int, bool, error) {
	end, done, err := p.unpack.fill(out, n)
	if err != nil {
		return end, done, err
	}
	p.sum = crc32.Update(p.sum, crc32.IEEETable, out[n:end])
	p.n += int64(end - n)
	if p.n > bombSize && p.n/bombRatio > p.packed.Load() {
		return end, false, errBomb
	}
	if done && (uint64(p.n) != p.f.UncompressedSize64 || p.f.CRC32 != 0 && p.sum != p.f.CRC32) {
		return end, false, errDamaged
	}
	return end, done, nil
}

func (p *partReader) Read(b []byte) (int, error) {
	for p.at == p.end {
		if p.done {
			return 0, io.EOF
		}
		if p.out == nil {
			p.out = make([]byte, 2*window+outSlack)
		}
		keep := min(p.end, window)
		copy(p.out, p.out[p.end-keep:p.end])
		var err error
		p.at = keep
		if p.end, p.done, err = p.fill(p.out, keep); err != nil {
			p.end = p.at
			return 0, err
		}
	}
	n := copy(b, p.out[p.at:p.end])
	p.at += n
	return n, nil
}

type countReader struct {
	r io.Reader
	n *atomic.Int64
}

func (c *countReader) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n.Add(int64(n))
	return n, err
}

// small unpacks a part of bounded size into memory.
func (s *source) small(f *zip.File) ([]byte, error) {
	if f.UncompressedSize64 > maxSmallPart {
		return nil, errBomb
	}
	r, err := s.open(f, nil)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// xml starts to read a part as XML; m may be nil.
func (s *source) xml(f *zip.File, m *meter) (*xmlScan, error) {
	r, err := s.open(f, m)
	if err != nil {
		return nil, err
	}
	text, err := asUTF8(r)
	if err != nil {
		return nil, err
	}
	return newXMLScan(text), nil
}

// scan reads a part as XML; do gets each token.
func (s *source) scan(f *zip.File, do func(*xmlScan, xmlToken) error) error {
	r, err := s.open(f, nil)
	if err != nil {
		return err
	}
	src, err := asUTF8(io.LimitReader(r, maxSmallPart))
	if err != nil {
		return err
	}
	x := newXMLScan(src)
	for {
		t, err := x.next()
		if t == xmlEnd || err != nil {
			return err
		}
		if err := do(x, t); err == errEnough {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// relation is one line of a .rels part.
type relation struct{ id, kind, target string }

// relations reads what a part refers to; the targets are names of parts. The
// kind is the last word of the type, which is the same in both dialects.
func (s *source) relations(of string) (out []relation, err error) {
	dir, base := path.Split(of)
	f := s.part(dir + "_rels/" + base + ".rels")
	if f == nil {
		return nil, nil
	}
	err = s.scan(f, func(x *xmlScan, t xmlToken) error {
		if t == xmlOpen && string(x.name) == "Relationship" && x.attrText("TargetMode") != "External" {
			out = append(out, relation{x.attrText("Id"), path.Base(x.attrText("Type")), target(dir, x.attrText("Target"))})
		}
		return nil
	})
	return out, err
}

// workbookParts are the parts that a workbook refers to.
type workbookParts struct {
	byID            map[string]relation
	strings, styles string // names; "" where the workbook does without
}

// workbookParts finds what the main part of a workbook, xlsx or xlsb, refers to.
func (s *source) workbookParts(main string) (workbookParts, error) {
	p := workbookParts{byID: map[string]relation{}}
	rels, err := s.relations(main)
	for _, r := range rels {
		p.byID[r.id] = r
		switch r.kind {
		case "sharedStrings":
			p.strings = r.target
		case "styles":
			p.styles = r.target
		}
	}
	return p, err
}

// target resolves a reference against the folder of the part that has it.
func target(dir, ref string) string {
	ref = strings.ReplaceAll(ref, `\`, "/")
	if strings.HasPrefix(ref, "/") {
		return strings.TrimPrefix(path.Clean(ref), "/")
	}
	return strings.TrimPrefix(path.Clean("/"+dir+ref), "/")
}
