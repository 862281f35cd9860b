package sheet

import (
	"bytes"
	"context"
	"math"
	"strconv"
	"strings"
	"time"
)

// odsFile is an OpenDocument spreadsheet. All its sheets stand in one part.
type odsFile struct {
	src   *source
	infos []Info
	part  bool // infos are those that a first look has found
}

const odsContent = "content.xml"

func isODS(s *source) bool {
	if s.zip == nil || s.part(odsContent) == nil {
		return false
	}
	f := s.part("mimetype")
	if f == nil {
		return s.part("META-INF/manifest.xml") != nil
	}
	b, err := s.small(f)
	return err == nil && strings.HasPrefix(string(b), "application/vnd.oasis.opendocument.spreadsheet")
}

func openODS(ctx context.Context, s *source) (reader, error) {
	if f := s.part("META-INF/manifest.xml"); f != nil {
		b, err := s.small(f)
		if err != nil {
			return nil, err
		}
		if bytes.Contains(b, []byte("encryption-data")) {
			return nil, errCrypt
		}
	}
	f := &odsFile{src: s}
	x, err := f.content(silent(ctx))
	if err != nil {
		return nil, err
	}
	hidden, style := map[string]bool{}, ""
	for depth := 0; !f.part; {
		t, err := x.next()
		if err != nil {
			return nil, err
		}
		if t == xmlEnd {
			break
		}
		switch name := string(x.name); {
		case t == xmlText:
		case name == "style" && t == xmlOpen:
			style = x.attrText("name")
		case name == "table-properties" && t == xmlOpen:
			hidden[style] = x.attrText("display") == "false"
		case name == "table" && t == xmlOpen:
			// Tables in cells and in charts are no sheets.
			if depth++; depth == 1 {
				f.infos = append(f.infos, Info{x.attrText("name"), hidden[x.attrText("style-name")]})
				switch x.pass(s.opts.within()) {
				case passedAll:
					depth--
				case passedSome:
					f.part = true
				}
			}
		case name == "table":
			depth--
		}
		if len(f.infos)&1023 == 1023 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	if len(f.infos) == 0 {
		return nil, errNoSheet
	}
	return f, nil
}

func (f *odsFile) sheets() []Info { return f.infos }
func (f *odsFile) more() bool     { return f.part }

func (f *odsFile) content(m *meter) (*xmlScan, error) { return f.src.xml(f.src.part(odsContent), m) }

func (f *odsFile) read(ctx context.Context, i, limit int) (*Grid, error) {
	x, err := f.content(f.src.meter(ctx, int64(f.src.part(odsContent).CompressedSize64)))
	if err != nil {
		return nil, err
	}
	s := &odsScan{x: x, limit: limit}
	s.begin()
	if err := s.sheet(ctx, i); err != nil && err != errEnough {
		return nil, err
	}
	if err := s.spent.spend(s.block); err != nil {
		return nil, err
	}
	out := sheetCells{s.blocks, s.merges, 0}
	return out.join(ctx, newSharedStrings(), f.src.opts.workers(), limit)
}

// odsScan reads the rows of one table.
type odsScan struct {
	cells
	x      *xmlScan
	merges []Range
	spent  budget
	limit  int
	rows   int
	row    int // the row last read
	copies int // cells so far that the file does not write out
	value  []odsCell
}

// odsCell is a cell with a value, kept while its row may have to be repeated.
type odsCell struct {
	col, times int
	num        float64
	form       Form
	text       []byte
	isErr      bool
}

// sheet goes to table i and reads it.
func (s *odsScan) sheet(ctx context.Context, i int) error {
	depth, at := 0, -1
	for {
		t, err := s.x.next()
		if err != nil {
			return err
		}
		switch name := string(s.x.name); {
		case t == xmlEnd:
			if depth > 0 {
				return errCutOff
			}
			return nil
		case t == xmlText:
		case name == "table" && t == xmlOpen:
			if depth++; depth == 1 {
				if at++; at < i && s.x.pass(0) == passedAll {
					depth--
				}
			}
		case name == "table":
			if depth--; depth == 0 && at == i {
				return nil
			}
		case name == "table-row" && t == xmlOpen && depth == 1 && at == i:
			if err := s.tableRow(); err != nil {
				return err
			}
			if s.limit > 0 && s.rows > s.limit {
				return errEnough
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
	}
}

// times is how often an element stands for itself.
func (s *odsScan) times(attr string) int {
	n, err := strconv.Atoi(string(s.x.attr(attr)))
	if err != nil || n < 1 {
		return 1
	}
	return n
}

func (s *odsScan) tableRow() error {
	times := s.times("number-rows-repeated")
	visible := string(s.x.attr("visibility"))
	hidden := visible == "collapse" || visible == "filter"
	s.value = s.value[:0]
	for col := 0; ; {
		t, err := s.x.next()
		if err != nil {
			return err
		}
		name := string(s.x.name)
		if t == xmlEnd {
			return errCutOff
		}
		if t == xmlClose && name == "table-row" {
			break
		}
		if t != xmlOpen || name != "table-cell" && name != "covered-table-cell" {
			continue
		}
		n := s.times("number-columns-repeated")
		if err := s.cell(col, n, name); err != nil {
			return err
		}
		col += min(n, maxColumns)
	}
	if len(s.value) == 0 {
		s.row += times
		return nil
	}
	for n := range times {
		s.row++
		s.rows++
		if err := s.startRow(s.row, hidden, &s.spent); err != nil {
			return err
		}
		for _, c := range s.value {
			s.store(c)
			s.copies += c.times - 1
		}
		if n > 0 {
			s.copies += len(s.value)
		}
		if s.copies > maxCopies {
			return errTooBig
		}
	}
	return nil
}

// maxCopies bounds the cells that are said to be like others: a few bytes may
// stand for any number of them.
const maxCopies = 8 << 20

func (s *odsScan) store(c odsCell) {
	for k := range c.times {
		switch {
		case c.isErr:
			s.block.setError(c.col+k, s.local(c.text))
		case len(c.text) > 0:
			s.text(c.col+k, c.text)
		default:
			s.block.setNum(c.col+k, c.num, c.form)
		}
	}
}

// cell reads the cell that has just been opened and keeps it if it has a value.
func (s *odsScan) cell(col, times int, element string) error {
	x := s.x
	c := odsCell{col: col, times: times, num: nan}
	kind, value := string(x.attr("value-type")), string(x.attr("value"))
	across, down := s.times("number-columns-spanned"), s.times("number-rows-spanned")
	if across > 1 || down > 1 {
		s.merges = append(s.merges, Range{s.row + 1, col + 1, s.row + down, col + across})
	}
	c.isErr = bytes.Equal(x.attr("value-type"), []byte("error")) || bytes.Contains(x.attrs, []byte(`calcext:value-type="error"`))
	switch kind {
	case "float":
		c.setValue(value, FormGeneral)
	case "percentage":
		c.setValue(value, FormPercent)
	case "currency":
		c.setValue(value, FormCurrency)
	case "date":
		c.setDate(string(x.attr("date-value")))
	case "time":
		c.setTime(string(x.attr("time-value")))
	case "boolean":
		c.num, c.form = 0, FormBool
		if isTrue(x.attr("boolean-value")) {
			c.num = 1
		}
	}
	shown := x.attrText("string-value")
	text, err := s.paragraphs(element)
	if err != nil {
		return err
	}
	if kind == "float" { // only what is shown tells truth and money apart
		switch shown := string(text); {
		case shown == "TRUE" && c.num == 1, shown == "FALSE" && c.num == 0:
			c.form = FormBool
		case strings.ContainsAny(shown, currencies):
			c.form = FormCurrency
		}
	}
	if c.num != c.num && kind != "" {
		if c.text = text; len(text) == 0 {
			c.text = []byte(shown)
		}
	}
	if c.num != c.num && len(c.text) == 0 {
		return nil
	}
	if col+times > maxColumns {
		return errColumns
	}
	s.value = append(s.value, c)
	return nil
}

func (c *odsCell) setValue(v string, f Form) {
	if x, err := strconv.ParseFloat(v, 64); err == nil && !math.IsInf(x, 0) {
		c.num, c.form = x, f
	}
}

func (c *odsCell) setDate(v string) {
	for _, layout := range []string{"2006-01-02T15:04:05.999999999", "2006-01-02"} {
		if t, err := time.Parse(layout, v); err == nil {
			c.num, c.form = serialOf(t), FormDate
			return
		}
	}
}

// setTime reads a duration such as PT12H30M05.5S.
func (c *odsCell) setTime(v string) {
	rest, ok := strings.CutPrefix(v, "PT")
	if !ok {
		return
	}
	if d, err := time.ParseDuration(strings.ToLower(rest)); err == nil {
		c.num, c.form = d.Seconds()/86400, FormTime
	}
}

// paragraphs gives the text of a cell up to its end, without notes.
func (s *odsScan) paragraphs(element string) ([]byte, error) {
	var out []byte
	note, inside, any := 0, 0, false
	for {
		t, err := s.x.next()
		if err != nil {
			return nil, err
		}
		name := string(s.x.name)
		switch {
		case t == xmlEnd:
			return nil, errCutOff
		case t == xmlText:
			if inside > 0 && note == 0 {
				out = s.x.appendContent(out)
			}
		case t == xmlClose && name == element:
			return out, nil
		case name == "annotation":
			if note++; t == xmlClose {
				note -= 2
			}
		case name == "p" && t == xmlOpen:
			if inside++; any && note == 0 {
				out = append(out, '\n')
			}
			any = any || note == 0
		case name == "p":
			inside--
		case t != xmlOpen || note > 0:
		case name == "s":
			n := 1
			if c := s.times("c"); c < maxToken {
				n = c
			}
			out = append(out, bytes.Repeat([]byte(" "), n)...)
		case name == "tab":
			out = append(out, '\t')
		case name == "line-break":
			out = append(out, '\n')
		}
		if len(out) > maxToken {
			return nil, errTooBig
		}
	}
}
