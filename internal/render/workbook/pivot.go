package workbook

import (
	"github.com/xuri/excelize/v2"

	"tallyboard/internal/logkind"
	"tallyboard/internal/render/workbook/xl"
	"tallyboard/internal/table"
)

// fields are the columns of a log that a pivot table begins with.
type fields struct {
	row, col, filter *table.Column // col and filter may be nil
	sum              *table.Column // nil counts count
	count            *table.Column
}

// Roles that make good fields, the best first.
var (
	rowRoles    = []logkind.Role{logkind.Type1, logkind.Region, logkind.Category, logkind.Cause, logkind.Product, logkind.Problem, logkind.Course, logkind.Agent}
	colRoles    = []logkind.Role{logkind.Agent, logkind.Channel, logkind.Stage, logkind.Resolved, logkind.Rating, logkind.Status, logkind.Applicant, logkind.Passed}
	filterRoles = []logkind.Role{logkind.Shop, logkind.Channel, logkind.Stage, logkind.Category, logkind.Resolved, logkind.Status}
)

// mostItems is how many different values an axis is useful with.
const (
	mostItems  = 60
	mostAcross = 16
)

// pivotFields chooses the fields; nil where the log has none that suit. No
// column is used twice, which Excel would repair.
func pivotFields(l *logkind.Log) *fields {
	if l.Table.Rows == 0 {
		return nil
	}
	used := map[*table.Column]bool{}
	pick := func(roles []logkind.Role, most int) *table.Column {
		for _, r := range roles {
			if c := l.Col(r); c != nil && !used[c] && c.Type.Coded() && c.Dict.Len() > 1 && c.Dict.Len() <= most {
				used[c] = true
				return c
			}
		}
		return nil
	}
	f := &fields{row: pick(rowRoles, mostItems)}
	if f.row == nil {
		return nil
	}
	f.col = pick(colRoles, mostAcross)
	f.filter = pick(filterRoles, mostItems)
	if c := l.Col(logkind.Amount); c != nil && c.Type == table.Number && !used[c] {
		f.sum = c
		return f
	}
	// Counting counts cells with content, so the fullest column gives the rows.
	least := l.Table.Rows + 1
	for _, c := range l.Table.Cols {
		if used[c] {
			continue
		}
		blanks := 0
		for i := range l.Table.Rows {
			if c.Blank(i) {
				blanks++
			}
		}
		if blanks < least {
			f.count, least = c, blanks
		}
	}
	if f.count == nil {
		return nil
	}
	return f
}

// pivotTable puts a native pivot table on the data; Excel fills it when the
// file is opened.
func (b *book) pivotTable(d *dataSheet, ref string) error {
	f := pivotFields(d.log)
	head := func(c *table.Column) string {
		for i := range d.cols {
			if d.cols[i].Column == c {
				return d.cols[i].head
			}
		}
		return ""
	}
	s := &sheet{book: b, name: d.pivot, row: 2, widths: []float64{28, 14, 14, 14, 14, 14, 14, 14}}
	s.check(b.f.SetColWidth(d.pivot, "A", "A", margin))
	for i, w := range s.widths {
		s.check(b.f.SetColWidth(d.pivot, xl.Column(firstCol+i), xl.Column(firstCol+i), w))
	}
	s.check(b.f.SetColWidth(d.pivot, xl.Column(firstCol+len(s.widths)), xl.Column(firstCol+24), 14))
	s.span(firstCol, s.last(), b.t("render.pivot.title", d.name), look{Size: 16, Bold: true, Middle: true})
	s.rule()
	s.span(firstCol, s.last(), b.t("render.pivot.hint"), look{Size: 9, Color: pal.Second})
	s.check(b.print(d.pivot, true))
	if s.err != nil {
		return s.err
	}
	o := &excelize.PivotTableOptions{
		DataRange:       d.name + "!" + ref,
		PivotTableRange: d.pivot + "!" + cell(firstCol, 8) + ":" + cell(firstCol+6, 30),
		Name:            b.tables.table("pivot"),
		Rows:            []excelize.PivotTableField{{Data: head(f.row), DefaultSubtotal: true}},
		RowGrandTotals:  true, ColGrandTotals: true, ShowDrill: true, ShowRowHeaders: true, ShowColHeaders: true,
		PivotTableStyleName: "PivotStyleLight16",
	}
	if f.col != nil {
		o.Columns = []excelize.PivotTableField{{Data: head(f.col), DefaultSubtotal: true}}
	}
	if f.filter != nil {
		o.Filter = []excelize.PivotTableField{{Data: head(f.filter)}}
	}
	if f.sum != nil {
		o.Data = []excelize.PivotTableField{{Data: head(f.sum), Name: b.t("render.pivot.sum", head(f.sum)), Subtotal: "Sum", NumFmt: 4}}
	} else {
		o.Data = []excelize.PivotTableField{{Data: head(f.count), Name: b.t("render.pivot.count"), Subtotal: "Count", NumFmt: 3}}
	}
	return b.f.AddPivotTable(o)
}
