package sheet

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"time"
)

// xml2003File is the XML Spreadsheet of Excel 2002 and 2003, which many web
// programs still write, mostly under the name .xls.
type xml2003File struct {
	src   *source
	enc   charset
	infos []Info
	part  bool            // infos are those that a first look has found
	forms map[string]Form // of the styles
}

func isXML2003(s *source) bool {
	b := markup(s)
	return bytes.Contains(b, []byte("urn:schemas-microsoft-com:office:spreadsheet")) &&
		!bytes.Contains(b[:min(len(b), 4096)], []byte("<html")) && bytes.Contains(b, []byte("workbook"))
}

// namedForms are the formats that have a name instead of a code.
var namedForms = map[string]Form{
	"General Date": FormDate, "Long Date": FormDate, "Medium Date": FormDate, "Short Date": FormDate,
	"Long Time": FormTime, "Medium Time": FormTime, "Short Time": FormTime,
	"Currency": FormCurrency, "Euro Currency": FormCurrency, "Percent": FormPercent,
	"General Number": FormGeneral, "Fixed": FormGeneral, "Standard": FormGeneral, "Scientific": FormGeneral,
	"Yes/No": FormGeneral, "True/False": FormGeneral, "On/Off": FormGeneral,
}

func openXML2003(ctx context.Context, s *source) (reader, error) {
	f := &xml2003File{src: s, forms: map[string]Form{}}
	r, enc, err := s.decoded(silent(ctx))
	if err != nil {
		return nil, err
	}
	f.enc = enc
	x := newXMLScan(r)
	style := ""
	for !f.part {
		t, err := x.next()
		if err != nil {
			return nil, err
		}
		if t == xmlEnd {
			break
		}
		switch name := string(x.name); {
		case t == xmlClose && name == "WorksheetOptions":
		case t == xmlText || t == xmlClose:
			if t == xmlText && len(f.infos) > 0 && bytes.Equal(bytes.TrimSpace(x.text), []byte("SheetHidden")) {
				f.infos[len(f.infos)-1].Hidden = true
			}
		case name == "Style":
			style = x.attrText("ID")
		case name == "NumberFormat":
			code := x.attrText("Format")
			form, ok := namedForms[code]
			if !ok {
				form = formOf(code)
			}
			f.forms[style] = form
		case name == "Worksheet":
			f.infos = append(f.infos, Info{Name: x.attrText("Name")})
		case name == "Table":
			f.part = x.pass(s.opts.within()) == passedSome
		}
	}
	if len(f.infos) == 0 {
		return nil, errNoSheet
	}
	return f, nil
}

func (f *xml2003File) sheets() []Info { return f.infos }
func (f *xml2003File) more() bool     { return f.part }

func (f *xml2003File) read(ctx context.Context, i, limit int) (*Grid, error) {
	r, _, err := f.src.decoded(f.src.meter(ctx, f.src.size))
	if err != nil {
		return nil, err
	}
	s := &xml2003Scan{x: newXMLScan(r), styles: f.forms, limit: limit}
	s.begin()
	if err := s.sheet(ctx, i); err != nil {
		return nil, err
	}
	if err := s.spent.spend(s.block); err != nil {
		return nil, err
	}
	out := sheetCells{s.blocks, s.merges, 0}
	return out.join(ctx, newSharedStrings(), f.src.opts.workers(), limit)
}

// xml2003Scan reads the rows of one worksheet.
type xml2003Scan struct {
	cells
	x      *xmlScan
	styles map[string]Form
	merges []Range
	spent  budget
	limit  int
	row    int
	rows   int
}

func (s *xml2003Scan) sheet(ctx context.Context, i int) error {
	at := -1
	for {
		t, err := s.x.next()
		if err != nil {
			return err
		}
		switch name := string(s.x.name); {
		case t == xmlEnd:
			return nil
		case t == xmlOpen && name == "Worksheet":
			at++
		case t == xmlClose && name == "Worksheet" && at == i:
			return nil
		case t == xmlOpen && name == "Table" && at < i:
			s.x.pass(0)
		case t == xmlOpen && name == "Row" && at == i:
			if err := s.tableRow(); err != nil {
				return err
			}
			if s.limit > 0 && s.rows > s.limit {
				return nil
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
	}
}

// index reads a number from an attribute; 0 where it has none.
func (s *xml2003Scan) index(attr string) int {
	n, err := strconv.Atoi(string(s.x.attr(attr)))
	if err != nil || n < 0 || n > 1<<24 {
		return 0
	}
	return n
}

func (s *xml2003Scan) tableRow() error {
	s.row++
	if n := s.index("Index"); n > 0 {
		s.row = n
	}
	span := s.index("Span")
	if err := s.startRow(s.row, s.x.attrTrue("Hidden"), &s.spent); err != nil {
		return err
	}
	rowStyle := s.x.attrText("StyleID")
	for col := 0; ; {
		t, err := s.x.next()
		if err != nil {
			return err
		}
		switch name := string(s.x.name); {
		case t == xmlEnd:
			return errCutOff
		case t == xmlClose && name == "Row":
			if s.block.open {
				s.rows++
			}
			s.row += span // the rows that this one stands for have no cells
			return nil
		case t == xmlOpen && name == "Cell":
			if n := s.index("Index"); n > 0 {
				col = n - 1
			}
			if col >= maxColumns {
				return errColumns
			}
			across, down := s.index("MergeAcross"), s.index("MergeDown")
			if across+down > 0 {
				s.merges = append(s.merges, Range{s.row, col + 1, s.row + down, col + 1 + across})
			}
			if err := s.cell(col, rowStyle); err != nil {
				return err
			}
			col += 1 + across
		}
	}
}

// cell reads the cell that has just been opened.
func (s *xml2003Scan) cell(col int, style string) error {
	if id := s.x.attrText("StyleID"); id != "" {
		style = id
	}
	kind, inside := "", false
	var text []byte
	for {
		t, err := s.x.next()
		if err != nil {
			return err
		}
		switch name := string(s.x.name); {
		case t == xmlEnd:
			return errCutOff
		case t == xmlText:
			if inside {
				text = s.x.appendContent(text)
			}
		case name == "Comment" && t == xmlOpen: // a note has data of its own
			if err := s.x.leave("Comment"); err != nil {
				return err
			}
		case name == "Data":
			if inside = t == xmlOpen; inside {
				kind = string(s.x.attr("Type"))
			}
		case name == "Cell" && t == xmlClose:
			s.put(col, kind, s.styles[style], text)
			return nil
		}
	}
}

func (s *xml2003Scan) put(col int, kind string, form Form, text []byte) {
	if len(text) == 0 {
		return
	}
	switch kind {
	case "Number":
		if v, ok := parseNumber(bytes.TrimSpace(text)); ok {
			s.block.setNum(col, v, form)
			return
		}
	case "DateTime":
		v := strings.TrimSuffix(strings.TrimSpace(string(text)), "Z")
		if t, err := time.Parse("2006-01-02T15:04:05.999999999", v); err == nil {
			d := serialOf(t)
			if d < 1 && d >= 0 || t.Year() == 1899 {
				s.block.setNum(col, d-float64(int(d)), FormTime)
			} else {
				s.block.setNum(col, d, FormDate)
			}
			return
		}
	case "Boolean":
		v := 0.0
		if isTrue(bytes.TrimSpace(text)) {
			v = 1
		}
		s.block.setNum(col, v, FormBool)
		return
	case "Error":
		s.block.setError(col, s.local(text))
		return
	}
	s.text(col, text)
}
