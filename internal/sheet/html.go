package sheet

import (
	"bytes"
	"context"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// htmlFile is a web page with tables, which many web programs hand out under
// the name .xls. All tables form one sheet, as in Excel, a blank row between
// them.
type htmlFile struct {
	src *source
	enc charset
}

func isHTML(s *source) bool {
	b := markup(s)
	for _, tag := range []string{"<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style"} {
		if bytes.HasPrefix(b, []byte(tag)) {
			return true
		}
	}
	return bytes.Contains(b, []byte("<html")) || bytes.Contains(b, []byte("<table"))
}

func openHTML(ctx context.Context, s *source) (reader, error) {
	f := &htmlFile{src: s}
	r, enc, err := s.decoded(nil)
	if err != nil {
		return nil, err
	}
	f.enc = enc
	z := newHTML(r)
	for n := 0; ; n++ {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return nil, htmlError(z.Err())
			}
			return nil, errWebPage
		case html.StartTagToken:
			if name, _ := z.TagName(); string(name) == "table" {
				return f, nil
			}
		}
		if n&1023 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

func newHTML(r io.Reader) *html.Tokenizer {
	z := html.NewTokenizer(r)
	z.SetMaxBuf(maxToken)
	return z
}

func htmlError(err error) error {
	if err == html.ErrBufferExceeded {
		return errTooBig
	}
	return err
}

func (f *htmlFile) sheets() []Info { return []Info{{}} }

func (f *htmlFile) read(ctx context.Context, _, limit int) (*Grid, error) {
	r, _, err := f.src.decoded(f.src.meter(ctx, f.src.size))
	if err != nil {
		return nil, err
	}
	s := &htmlScan{z: newHTML(r), limit: limit}
	s.begin()
	if err := s.tables(ctx); err != nil && err != errEnough {
		return nil, err
	}
	if err := s.spent.spend(s.block); err != nil {
		return nil, err
	}
	out := sheetCells{s.blocks, s.merges, 0}
	return out.join(ctx, newSharedStrings(), f.src.opts.workers(), limit)
}

// htmlScan reads the tables of a page, forgiving missing end tags.
type htmlScan struct {
	cells
	z      *html.Tokenizer
	merges []Range
	spent  budget
	limit  int
	rows   int

	row    int   // the present row
	col    int   // where the next cell goes
	covers []int // by column: up to which row a cell above reaches down
	depth  int   // tables around the present place
	inCell bool
	plain  bool // the present cell is marked as text
	text   []byte
	hidden bool
	skip   string // inside an element whose text nobody sees
}

func (s *htmlScan) tables(ctx context.Context) error {
	for n := 0; ; n++ {
		if n&1023 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch s.z.Next() {
		case html.ErrorToken:
			if err := s.z.Err(); err != io.EOF {
				return htmlError(err)
			}
			return s.endCell()
		case html.TextToken:
			if s.inCell && s.skip == "" {
				s.text = append(s.text, s.z.Text()...)
				if len(s.text) > maxToken {
					return errTooBig
				}
			}
		case html.StartTagToken:
			if err := s.start(false); err != nil {
				return err
			}
		case html.SelfClosingTagToken:
			if err := s.start(true); err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := s.z.TagName()
			if err := s.end(string(name)); err != nil {
				return err
			}
		}
	}
}

func (s *htmlScan) start(closed bool) error {
	raw, more := s.z.TagName()
	name := string(raw)
	switch name {
	case "table":
		if s.depth++; s.depth == 1 && s.row > 0 {
			s.row++ // a blank row between tables
			s.covers = s.covers[:0]
		}
	case "script", "style":
		if !closed {
			s.skip = name
		}
	case "br", "p", "div":
		if s.inCell {
			s.text = append(s.text, '\v') // a line break, unlike those of the source
		}
	case "tr":
		if s.depth == 1 {
			return s.startRow(more)
		}
	case "td", "th":
		if s.depth > 1 && s.inCell {
			s.text = append(s.text, ' ')
		}
		if s.depth == 1 {
			if err := s.endCell(); err != nil {
				return err
			}
			return s.startCell(more)
		}
	}
	return nil
}

func (s *htmlScan) end(name string) error {
	switch name {
	case s.skip:
		s.skip = ""
	case "table":
		if s.depth--; s.depth <= 0 {
			s.depth = 0
			return s.endCell()
		}
	case "td", "th", "tr":
		if s.depth == 1 {
			return s.endCell()
		}
	}
	return nil
}

// attributes hands the attributes of the present tag to do.
func (s *htmlScan) attributes(more bool, do func(key, value string)) {
	for more {
		var k, v []byte
		k, v, more = s.z.TagAttr()
		do(string(k), string(v))
	}
}

func (s *htmlScan) startRow(more bool) error {
	if err := s.endCell(); err != nil {
		return err
	}
	if s.block.open {
		if s.rows++; s.limit > 0 && s.rows > s.limit {
			return errEnough
		}
	}
	s.row, s.col = s.row+1, 0
	s.hidden = false
	s.attributes(more, func(k, v string) {
		if k == "style" && strings.Contains(strings.ReplaceAll(v, " ", ""), "display:none") {
			s.hidden = true
		}
	})
	return s.cells.startRow(s.row, s.hidden, &s.spent)
}

func (s *htmlScan) startCell(more bool) error {
	if s.row == 0 || s.block.last != uint32(s.row) { // a cell without a row
		if err := s.startRow(false); err != nil {
			return err
		}
	}
	for s.col < len(s.covers) && s.covers[s.col] >= s.row {
		s.col++
	}
	across, down := 1, 1
	s.plain = false
	s.attributes(more, func(k, v string) {
		switch k {
		case "colspan":
			across = span(v)
		case "rowspan":
			down = span(v)
		case "x:str":
			s.plain = true
		case "style":
			s.plain = s.plain || strings.Contains(v, "mso-number-format") && strings.Contains(v, "@")
		}
	})
	if s.col+across > maxColumns {
		return errColumns
	}
	if across > 1 || down > 1 {
		s.merges = append(s.merges, Range{s.row, s.col + 1, s.row + down - 1, s.col + across})
		for len(s.covers) < s.col+across {
			s.covers = append(s.covers, 0)
		}
		for c := s.col; c < s.col+across; c++ {
			s.covers[c] = s.row + down - 1
		}
	}
	s.inCell, s.text = true, s.text[:0]
	return nil
}

func span(v string) int {
	n, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1<<16)
}

// endCell stores the present cell, if there is one.
func (s *htmlScan) endCell() error {
	if !s.inCell {
		return nil
	}
	s.inCell = false
	col := s.col
	s.col++
	if text := s.shown(); len(text) > 0 {
		if v, ok := plainNumber(text); ok && !s.plain {
			s.block.setNum(col, v, FormGeneral)
		} else {
			s.cells.text(col, text)
		}
	}
	return nil
}

// shown is the text of a cell as a browser shows it: runs of white space are
// one blank, no blanks at the ends of lines.
func (s *htmlScan) shown() []byte {
	lines := bytes.Split(s.text, []byte("\v"))
	var out []byte
	for _, l := range lines {
		l = bytes.Join(bytes.Fields(bytes.ReplaceAll(l, []byte("\u00a0"), []byte(" "))), []byte(" "))
		if len(l) == 0 && len(out) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, '\n')
		}
		out = append(out, l...)
	}
	return bytes.TrimRight(out, "\n")
}
