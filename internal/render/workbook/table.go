package workbook

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/workbook/xl"
)

// tableWidths is how wide the columns of t want to be, in characters.
func tableWidths(t *document.Table, l lang.Lang, most float64) []float64 {
	cols := exported(t, l)
	out := make([]float64, len(cols))
	for j, c := range cols {
		// The header leaves room for the filter's button.
		w := math.Min(float64(display.Width(c.Title)), 22) + 4
		for i := range t.Rows {
			if i > 2000 {
				break
			}
			if c.at < 0 {
				continue
			}
			x := t.Rows[i].Cells[c.at]
			n := math.Min(float64(display.Width(x.Text))+2, most)
			if x.Text == "" {
				n = float64(display.Width(c.Format.Full(x.Num, l))) + 2.5
				if c.Signed != 0 {
					n += 2
				}
			}
			if j == 0 {
				n += 2 * float64(t.Rows[i].Indent)
			}
			if j > 0 && !numeric(c) && numeric(cols[j-1]) {
				n += 2 // the indent off the number before it
			}
			w = math.Max(w, n)
		}
		if c.Bar {
			w = math.Max(w, 16)
		}
		out[j] = math.Min(math.Max(w, c.least), mostWide)
	}
	return out
}

// column is a column as it is exported.
type column struct {
	document.Column
	at    int // index in the document's table; −1 is for the reader to fill in
	least float64
	tick  bool
}

// exported is the columns of t; a list gets one to tick off and one for who
// takes it.
func exported(t *document.Table, l lang.Lang) []column {
	var out []column
	if t.List {
		out = append(out, column{Column: document.Column{Title: l.T("render.done"), Format: display.Format{Kind: display.Text}}, at: -1, least: 7, tick: true})
	}
	for j, c := range t.Columns {
		out = append(out, column{Column: c, at: j, least: 7})
	}
	if t.List {
		out = append(out, column{Column: document.Column{Title: l.T("render.owner"), Format: display.Format{Kind: display.Text}}, at: -1, least: 12})
	}
	return out
}

const emptyBox = "☐"

// table writes a real Excel table. Total rows at its end stand right under it,
// so that sorting and filtering leave them alone.
func (s *sheet) table(t *document.Table) {
	s.row++
	if t.Title != "" {
		s.span(firstCol, s.last(), t.Title, look{Size: 11, Bold: true, Middle: true})
	}
	cols := exported(t, s.doc.Lang)
	if len(cols) == 0 {
		return
	}
	top := s.row
	s.heads = append(s.heads, top)
	s.header(cols)
	body := len(t.Rows)
	for body > 0 && t.Rows[body-1].Total {
		body--
	}
	for i := range t.Rows {
		s.tableRow(t, cols, i, i == body)
	}
	last := top + body
	if body == 0 {
		last = top + 1
		if len(t.Rows) == 0 {
			s.text(firstCol, s.row, s.t("render.empty"), look{Color: pal.Second})
			s.row++
		}
	}
	if body > 0 {
		s.check(s.f.AddTable(s.name, &excelize.Table{Range: cell(firstCol, top) + ":" + cell(firstCol+len(cols)-1, last),
			Name: s.tables.table(t.ID), ShowRowStripes: new(false)}))
		s.shadeColumns(t, cols, top+1, last)
	}
	if t.List && body > 0 {
		s.tickBoxes(top+1, last)
	}
	s.tableEnd = s.row
	if t.Note != "" {
		s.span(firstCol, s.last(), t.Note, look{Size: 9, Color: pal.Second})
	}
	s.row++
}

func (s *sheet) header(cols []column) {
	unique := newNames()
	most := 1
	for j, c := range cols {
		l := xl.Header
		switch {
		case numeric(c):
			l.Align = "right"
		case c.Format.Kind != display.Text, j > 0 && numeric(cols[j-1]):
			l.Indent = 1 // off the header before it, which ends there
		}
		title := unique.header(c.Title, j+1)
		s.text(firstCol+j, s.row, title, l)
		most = max(most, linesOf(title, s.widths[j]-2.5))
	}
	s.height(s.row, 8+13*float64(min(most, 4)))
	s.row++
}

func numeric(c column) bool {
	return c.Format.Kind != display.Text && c.Format.Kind != display.Date && c.Format.Kind != display.DateTime
}

func (s *sheet) tableRow(t *document.Table, cols []column, i int, firstTotal bool) {
	row := &t.Rows[i]
	lines := 1
	for j, c := range cols {
		l := look{Bottom: thin, Middle: true}
		l.Bold = row.Sub || c.at == 0 && row.Indent == 0 && t.Tree()
		if row.Total {
			l.Bold, l.Fill = true, mix(pal.Surface, pal.Text, .04)
			if firstTotal {
				l.Top = strong
			}
		}
		at := firstCol + j
		switch {
		case c.tick && !row.Total:
			l.Align = "center"
			s.text(at, s.row, emptyBox, l)
		case c.at < 0:
			s.look(at, s.row, at, s.row, l)
		default:
			x := row.Cells[c.at]
			if c.at == 0 {
				l.Indent = row.Indent
			}
			if j > 0 && !numeric(c) && numeric(cols[j-1]) {
				l.Indent = 1 // off the number before it, which ends there
			}
			s.tableCell(at, c, x, l)
			if x.Text != "" {
				lines = max(lines, linesOf(x.Text, s.widths[j]-float64(2*l.Indent)))
			}
		}
	}
	s.height(s.row, math.Max(rowHeight, float64(min(lines, 20))*14+3))
	s.row++
}

func (s *sheet) tableCell(col int, c column, x document.Cell, l look) {
	if x.Tone != document.Neutral && !(c.Scale && x.Text == "") { // on a shade its mark says it
		l.Color = toneColor(x.Tone)
	}
	if x.Format != nil && writable(x.Num, x.Format.Kind) {
		l.Num, l.Align = marked(code(*x.Format, false), toneMark(x.Tone)), "left"
		s.number(col, s.row, x.Num, *x.Format, l)
		return
	}
	if x.Text != "" || c.Format.Kind == display.Text {
		if numeric(c) && strings.TrimSpace(x.Text) == "" { // a heading without numbers
			s.look(col, s.row, col, s.row, l)
			return
		}
		if numeric(c) {
			l.Align = "right"
		} else {
			l.Wrap = true
		}
		s.text(col, s.row, toneMark(x.Tone)+x.Text, l)
		return
	}
	if x.Tone != document.Neutral {
		l.Num = marked(code(c.Format, false), toneMark(x.Tone))
	}
	if c.Signed != 0 {
		l.Num = code(c.Format, true)
		if x.Tone == document.Neutral && !math.IsNaN(x.Num) {
			l.Color = signColor(x.Num, c.Signed)
		}
	}
	if !numeric(c) {
		l.Align, l.Indent = "left", max(l.Indent, 1)
	}
	s.number(col, s.row, x.Num, c.Format, l)
}

// shadeColumns draws data bars and colour scales behind leaves.
func (s *sheet) shadeColumns(t *document.Table, cols []column, from, to int) {
	for j, c := range cols {
		if c.at < 0 || !c.Bar && !c.Scale {
			continue
		}
		area := leaves(t, firstCol+j, from, to)
		if c.Bar {
			o := excelize.ConditionalFormatOptions{Type: "data_bar", Criteria: "=",
				MinType: barMin(t, c.at), MinValue: "0", MaxType: "max", BarColor: "#" + hex(mix(pal.Surface, pal.Accent, .35)), BarSolid: true}
			if c.Span != nil && c.Span[1] > 0 && c.Span[0] >= 0 {
				o.MaxType, o.MaxValue = "num", number(value(c.Span[1], c.Format.Kind))
			}
			s.check(s.f.SetConditionalFormat(s.name, area, []excelize.ConditionalFormatOptions{o}))
		}
		if c.Scale {
			s.check(s.f.SetConditionalFormat(s.name, area, []excelize.ConditionalFormatOptions{scaleOf(t, c)}))
		}
	}
}

// mostAreas is how many stretches of leaves get their shades one by one.
const mostAreas = 400

// leaves is the cells of a column that sum up no others, as ranges.
func leaves(t *document.Table, col, from, to int) string {
	var areas []string
	for r := from; r <= to; r++ {
		if plain(t, r-from) {
			continue
		}
		first := r
		for r < to && !plain(t, r+1-from) {
			r++
		}
		areas = append(areas, cell(col, first)+":"+cell(col, r))
	}
	if len(areas) == 0 || len(areas) > mostAreas {
		return cell(col, from) + ":" + cell(col, to)
	}
	return strings.Join(areas, " ")
}

// plain reports whether a row has neither bars nor shades.
func plain(t *document.Table, row int) bool {
	return row < len(t.Rows) && (t.Rows[row].Sub || t.Rows[row].Rest)
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// barMin begins bars at nothing where no number is below it.
func barMin(t *document.Table, col int) string {
	if low(t, col) < 0 {
		return "min"
	}
	return "num"
}

func low(t *document.Table, col int) float64 {
	v := math.Inf(1)
	for _, r := range t.Rows {
		if !r.Total && !r.Sub && !r.Rest && r.Cells[col].Text == "" {
			v = math.Min(v, nothing(r.Cells[col].Num, v))
		}
	}
	return v
}

func nothing(v, instead float64) float64 {
	if math.IsNaN(v) {
		return instead
	}
	return v
}

// scaleOf is one hue from light to dark, or two about nothing where there are
// numbers below it. It stops where dark text on it could still be read. Columns
// that share a scale have its ends in common.
func scaleOf(t *document.Table, c column) excelize.ConditionalFormatOptions {
	seq, div := pal.Sequential, pal.Diverging
	o := excelize.ConditionalFormatOptions{Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max",
		MinColor: "#" + hex(seq[0]), MaxColor: "#" + hex(seq[2])}
	below := low(t, c.at)
	if c.Span != nil {
		below = c.Span[0]
	}
	if below < 0 {
		o.Type, o.MidType, o.MidValue = "3_color_scale", "num", "0"
		o.MinColor, o.MidColor, o.MaxColor = "#"+hex(mix(div[0], pal.Surface, .35)), "#"+hex(pal.Surface), "#"+hex(mix(div[len(div)-1], pal.Surface, .25))
	}
	if c.Span != nil && c.Span[1] > c.Span[0] {
		o.MinType, o.MinValue = "num", number(value(c.Span[0], c.Format.Kind))
		o.MaxType, o.MaxValue = "num", number(value(c.Span[1], c.Format.Kind))
	}
	return o
}

// tickBoxes lets the first column of a list be ticked from a menu.
func (s *sheet) tickBoxes(from, to int) {
	dv := excelize.NewDataValidation(true)
	dv.Sqref = cell(firstCol, from) + ":" + cell(firstCol, to)
	s.check(dv.SetDropList([]string{emptyBox, "☑"}))
	s.check(s.f.AddDataValidation(s.name, dv))
}
