package report

import (
	"path/filepath"
	"slices"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// behind lists the table rows of the period that pass the filters.
func (v *view) behind(where ...pivot.Filter) []int {
	if v.b.err != nil {
		return nil
	}
	rows, err := v.b.In.Engine.Behind(v.b.ctx, v.log(), pivot.Spec{Where: append(v.during(v.period), where...)}, nil, nil)
	v.b.err = err
	return rows
}

// rowList adds a list to work through whose lines are rows of the log, with the
// columns of those roles that the log has, and where each row stands.
func (b *Builder) rowList(v *view, id, title string, rows []int, roles ...logkind.Role) {
	if len(rows) == 0 {
		return
	}
	log := v.log()
	t := &document.Table{ID: b.id(id), Title: title, List: true}
	var cols []*table.Column
	var has []logkind.Role
	for _, r := range roles {
		c := log.Col(r)
		if r == "" || c == nil {
			continue
		}
		cols = append(cols, c)
		has = append(has, r)
		t.Columns = append(t.Columns, document.Column{Title: b.roleName(r), Format: columnFormat(r, c)})
	}
	t.Columns = append(t.Columns, document.Column{Title: b.t("report.place"), Format: text, Weight: 2})
	for _, row := range rows[:min(len(rows), listed)] {
		var cells []document.Cell
		for i, c := range cols {
			if !c.Type.Coded() {
				cells = append(cells, document.Number(c.Nums[row]))
				continue
			}
			cell := words(c.Dict.At(c.Codes[row]))
			if c.Codes[row] != 0 && slices.Contains(leading, has[i]) {
				cell.Ref = v.ref(is(dim(has[i]), pivot.Label{Text: cell.Text}))
			}
			cells = append(cells, cell)
		}
		cells = append(cells, words(b.place(log.Table, row)))
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	if len(rows) > listed {
		t.Note = b.t("report.cutrows", b.count(listed), b.count(float64(len(rows))))
	}
	b.add(t)
}

// leading are the roles whose cells in a list lead to all rows of the same.
var leading = []logkind.Role{logkind.Customer, logkind.Phone, logkind.OrderID, logkind.Matter}

// amounts are the roles whose numbers are money.
var amounts = []logkind.Role{logkind.Amount, logkind.Cost, logkind.Requested, logkind.Refund}

// place says where a row stands: file, sheet and row number. A sheet that is
// named like its file is not said.
func (b *Builder) place(t *table.Table, row int) string {
	p := t.Origin.At(row)
	if p.Row == 0 || p.Source >= len(t.Sources) {
		return ""
	}
	s := t.Sources[p.Source]
	if s.Sheet == "" || s.Sheet == strings.TrimSuffix(s.File, filepath.Ext(s.File)) {
		return b.t("report.place.file", s.File, p.Row)
	}
	return b.t("report.place.sheet", s.File, s.Sheet, p.Row)
}

// columnFormat shows a column's numbers by what they are.
func columnFormat(r logkind.Role, c *table.Column) display.Format {
	switch c.Type {
	case table.Text, table.Bool:
		return text
	case table.Time:
		if c.DateOnly {
			return display.Format{Kind: display.Date}
		}
		return display.Format{Kind: display.DateTime}
	case table.Clock:
		return display.Format{Kind: display.Clock}
	case table.Duration:
		return duration
	}
	if slices.Contains(amounts, r) || c.Unit == "¥" {
		return money
	}
	return display.Format{Kind: display.Decimal, Decimals: display.AsNeeded, Unit: c.Unit}
}
