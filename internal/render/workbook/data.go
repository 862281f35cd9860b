package workbook

import (
	"math"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/display"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/workbook/xl"
	"tallyboard/internal/table"
)

// mostRows is how many rows of data a sheet takes under its header.
const mostRows = 1_048_575

// dataSheet is a sheet with rows from up to to of a log.
type dataSheet struct {
	name     string
	pivot    string // name of the sheet with its pivot table; "" none
	log      *logkind.Log
	from, to int
	cols     []dataColumn
}

// whole reports whether the sheet holds all rows of its log.
func (d *dataSheet) whole() bool { return d.from == 0 && d.to == d.log.Table.Rows }

// dataSheets names the data sheets of logs: one for each, or several where one
// is too short, and a sheet for the pivot table of the most telling log that
// has the fields for one.
func (b *book) dataSheets(logs []*logkind.Log) []*dataSheet {
	var out []*dataSheet
	for _, l := range logs {
		name := l.Name
		if name == "" {
			name = b.t("render.data")
		}
		if len(l.Table.Cols) == 0 {
			continue
		}
		if b.names.holds(name) { // by the part of the report about this log
			name = b.t("render.datasheet", name)
		}
		for from := 0; from == 0 || from < l.Table.Rows; from += b.most {
			out = append(out, &dataSheet{name: b.names.sheet(name), log: l, from: from, to: min(from+b.most, l.Table.Rows)})
		}
	}
	var best *dataSheet
	for _, d := range out {
		if d.whole() && pivotFields(d.log) != nil && (best == nil || weight(d) > weight(best)) {
			best = d
		}
	}
	if best != nil {
		best.pivot = b.names.sheet(b.t("render.pivot"))
	}
	return out
}

// weight is how much a log is worth a pivot table: contacts before other kinds,
// long before short.
func weight(d *dataSheet) int {
	if d.log.Kind.Contact() {
		return d.to + mostRows
	}
	return d.to
}

// dataSheet writes what stands around the rows: header, table, pivot table,
// widths, print setup. The rows are put in when the file is written.
func (b *book) dataSheet(d *dataSheet) (err error) {
	if d.cols, err = b.dataColumns(d.log.Table, d.from, d.to); err != nil {
		return err
	}
	d.cols = d.cols[:min(len(d.cols), excelize.MaxColumns)]
	wide := 0.0
	for j, c := range d.cols {
		name := xl.Column(j + 1)
		if err := b.f.SetCellStr(d.name, cell(j+1, 1), c.head); err != nil {
			return err
		}
		header := xl.Header
		header.Align = c.align
		id, err := b.style(header)
		if err != nil {
			return err
		}
		if err := b.f.SetCellStyle(d.name, cell(j+1, 1), cell(j+1, 1), id); err != nil {
			return err
		}
		if err := b.f.SetColWidth(d.name, name, name, c.width); err != nil {
			return err
		}
		wide += c.width
	}
	if err := b.f.SetRowHeight(d.name, 1, 30); err != nil {
		return err
	}
	ref := "A1:" + cell(len(d.cols), max(d.to-d.from+1, 2))
	if err := b.f.AddTable(d.name, &excelize.Table{Range: ref, Name: b.tables.table("data"), ShowRowStripes: new(false)}); err != nil {
		return err
	}
	// Ids are text and mean to be.
	if err := b.f.AddIgnoredErrors(d.name, ref, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	if d.pivot != "" {
		if err := b.pivotTable(d, ref); err != nil {
			return err
		}
	}
	if err := b.print(d.name, wide > 110); err != nil {
		return err
	}
	if err := b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoteSheet(d.name) + "!$1:$1", Scope: d.name}); err != nil {
		return err
	}
	return b.f.SetPanes(d.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// dataColumn is a column of a data sheet.
type dataColumn struct {
	*table.Column
	head  string
	kind  display.Kind
	style int
	align string
	width float64
}

// dataColumns chooses heads, formats and widths from the first rows.
func (b *book) dataColumns(t *table.Table, from, to int) (out []dataColumn, err error) {
	unique := newNames()
	for j, c := range t.Cols {
		d := dataColumn{Column: c, head: unique.header(c.Name, j+1)}
		l := look{}
		switch c.Type {
		case table.Number:
			d.kind, l.Num, l.Align = display.Decimal, "General", "right"
		case table.Time:
			d.kind, l.Num = display.DateTime, "yyyy-mm-dd hh:mm:ss"
			if c.DateOnly {
				d.kind, l.Num = display.Date, "yyyy-mm-dd"
			}
		case table.Clock:
			d.kind, l.Num, l.Align = display.Clock, "hh:mm:ss", "right"
		case table.Duration:
			d.kind, l.Num, l.Align = display.Duration, "[h]:mm:ss", "right"
		default:
			d.kind, l.Num = display.Text, "@"
		}
		d.align = l.Align
		if d.style, err = b.style(l); err != nil {
			return nil, err
		}
		d.width = d.measure(from, min(to, from+500))
		out = append(out, d)
	}
	return out, nil
}

func (c *dataColumn) measure(from, to int) float64 {
	w := math.Min(float64(display.Width(c.head)), 20) + 4
	for i := from; i < to; i++ {
		s := ""
		switch {
		case c.Type.Coded():
			s = c.Dict.At(c.Codes[i])
		case c.kind == display.DateTime:
			s = "2026-11-02 09:03:00"
		case !math.IsNaN(c.Nums[i]):
			s = display.Format{Kind: c.kind, Decimals: display.AsNeeded}.Bare(c.Nums[i], "")
		}
		w = math.Max(w, float64(display.Width(s))+2)
	}
	return math.Min(math.Max(w, 8), mostWide)
}
