package report

import (
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
)

// column is one column of a table over a breakdown.
type column struct {
	document.Column
	cell func(line) document.Cell
}

// tabulate makes a table of the lines, with the total as its last row.
func (d *breakdown) tabulate(id, title string, lines []line, total bool, cols ...column) *document.Table {
	t := &document.Table{ID: d.v.b.id(id), Title: title}
	for _, c := range cols {
		t.Columns = append(t.Columns, c.Column)
	}
	whole := lines
	if d.v.b.compact {
		most := onPaper
		if d.dims[0] == dim(logkind.Agent) {
			most = team
		}
		lines = printed(lines, most)
	}
	if len(lines) < len(whole) {
		t.Note = d.v.b.t("report.cut", d.v.b.count(float64(len(lines))), d.v.b.count(float64(len(whole))))
	}
	if total {
		lines = append(lines[:len(lines):len(lines)], d.total)
	}
	for _, l := range lines {
		row := document.Row{Total: len(l.path) == 0, Indent: max(0, l.depth()), Rest: len(l.path) > 0 && l.label().Missing}
		for _, c := range cols {
			row.Cells = append(row.Cells, c.cell(l))
		}
		t.Rows = append(t.Rows, row)
	}
	dropEmpty(t)
	return t
}

// printed is the part of a table that a composed report prints: two levels of a
// tree at most, and no more lines than a page beside charts has room for.
func printed(lines []line, most int) []line {
	const lesser = 4 // lines of the second level under one of the first
	var out []line
	under := 0
	for _, l := range lines {
		switch l.depth() {
		case 0:
			under = 0
		case 1:
			if under++; under > lesser {
				continue
			}
		default:
			continue
		}
		if len(out) < most {
			out = append(out, l)
		}
	}
	return out
}

// nameColumn is the members' names.
func (d *breakdown) nameColumn(title string) column {
	return column{document.Column{Title: title, Format: text, Weight: 3},
		func(l line) document.Cell {
			return document.Cell{Text: d.name(l), Num: nan, Ref: d.ref(l)}
		}}
}

// countColumn is the rows of each member.
func (d *breakdown) countColumn(title string) column {
	return column{document.Column{Title: title, Format: whole, Bar: true},
		func(l line) document.Cell { return document.Cell{Num: l.n, Ref: d.ref(l)} }}
}

// shareColumn is the rows of each member as a share of all.
func (d *breakdown) shareColumn() column {
	return column{document.Column{Title: d.v.b.t("report.share"), Format: percent},
		func(l line) document.Cell { return document.Number(ratio(l.n, d.total.n)) }}
}

// changeColumn is the change of the rows against the period before. better
// says whether more of them is good.
func (d *breakdown) changeColumn(better int) column {
	return column{document.Column{Title: d.v.b.changeTitle(), Help: d.v.b.t("report.change.help", d.v.b.spanName(d.v.before)), Format: signed(percent), Signed: better},
		func(l line) document.Cell { return document.Number(change(l.n, l.before)) }}
}

// changeTitle is what a change is called: against the period before, or against
// the same period of last year.
func (b *Builder) changeTitle() string {
	if b.In.Compare == "last-year" {
		return b.t("report.yearchange")
	}
	return b.t("report.change")
}

// kpiColumn is a KPI of each member, coloured against its standard.
func (d *breakdown) kpiColumn(i int) column {
	k, b := d.kpis[i], d.v.b
	b.levels(k)
	return column{document.Column{Title: d.v.kpiName(k), Help: d.v.kpiText("help", k), Format: k.Format},
		func(l line) document.Cell {
			c := document.Cell{Num: l.vals[i], Tone: tone(k.Judge(l.vals[i], int64(l.bases[i]), d.levels(l, k)))}
			if c.Num == c.Num {
				c.Ref = d.ref(l)
			}
			return c
		}}
}

// kpiColumns are all KPIs of the breakdown.
func (d *breakdown) kpiColumns() []column {
	out := make([]column, len(d.kpis))
	for i := range d.kpis {
		out[i] = d.kpiColumn(i)
	}
	return out
}

// standard is the usual set: name, count, share, change where all together can
// be compared with the period before, and the KPIs.
func (d *breakdown) standard(title, counted string, better int) []column {
	cols := []column{d.nameColumn(title), d.countColumn(counted), d.shareColumn()}
	if c := change(d.total.n, d.total.before); c == c {
		cols = append(cols, d.changeColumn(better))
	}
	return append(cols, d.kpiColumns()...)
}

// counted is what a row of a kind is called when rows are counted.
func (b *Builder) counted(k logkind.Kind) string { return b.t("report.counted." + b.called(k)) }

// unit is what rows of a kind are counted in: 通, calls.
func (b *Builder) unit(k logkind.Kind) string { return b.t("report.unit." + b.called(k)) }

// amount is a number of rows of a kind with its unit.
func (b *Builder) amount(k logkind.Kind, n float64) string {
	key := "report.unit." + b.called(k)
	if n == 1 {
		key += ".one"
	}
	return b.t("report.amount", b.count(n), b.t(key))
}

var (
	percent  = display.Format{Kind: display.Percent, Decimals: 1}
	whole    = display.Format{Kind: display.Count}
	money    = display.Format{Kind: display.Money, Decimals: 2}
	duration = display.Format{Kind: display.Duration}
	text     = display.Format{Kind: display.Text}
)

func decimal(n int) display.Format { return display.Format{Kind: display.Decimal, Decimals: n} }

func signed(f display.Format) display.Format {
	f.Signed = true
	return f
}

// ratio is a/b, NaN where b is nothing.
func ratio(a, b float64) float64 {
	if b == 0 {
		return nan
	}
	return a / b
}

// tone shows a verdict.
func tone(v kpi.Verdict) document.Tone {
	switch v {
	case kpi.Excellent:
		return document.Good
	case kpi.Short:
		return document.Warning
	case kpi.FarShort:
		return document.Bad
	}
	return document.Neutral
}
