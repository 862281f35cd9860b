package report

import (
	"slices"

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
		if r == "" || c == nil || slices.Contains(amounts, r) && nothing(c, rows) {
			continue
		}
		cols = append(cols, c)
		has = append(has, r)
		t.Columns = append(t.Columns, document.Column{Title: b.roleName(r), Format: columnFormat(r, c)})
	}
	for _, row := range rows[:min(len(rows), kept)] {
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
		t.Rows = append(t.Rows, document.Row{Cells: cells, Place: stands(log.Table, row)})
	}
	b.addList(t, len(rows))
}

// leading are the roles whose cells in a list lead to all rows of the same.
var leading = []logkind.Role{logkind.Customer, logkind.Phone, logkind.OrderID, logkind.Matter, logkind.Agent}

// amounts are the roles whose numbers are money.
var amounts = []logkind.Role{logkind.Amount, logkind.Gross, logkind.Cost, logkind.Requested, logkind.Refund}

// nothing reports whether a column of numbers holds none but 0 in some rows,
// such as what was paid of orders that were not.
func nothing(c *table.Column, rows []int) bool {
	return !c.Type.Coded() && !slices.ContainsFunc(rows, func(r int) bool { return c.Nums[r]*c.Nums[r] > 0 })
}

// addList adds a table with many rows, of which pages show the first ones; all
// is how many there are, of which files hold what is kept.
func (b *Builder) addList(t *document.Table, all int) {
	if len(t.Rows) == 0 {
		return
	}
	t.Printed = listed
	if all > kept {
		t.Note = b.t("report.cutrows", b.count(kept), b.count(float64(all)))
	}
	b.add(t)
}

// stands says where a row of a log is.
func stands(t *table.Table, row int) document.Place {
	p := t.Origin.At(row)
	if p.Row == 0 || p.Source >= len(t.Sources) {
		return document.Place{}
	}
	s := t.Sources[p.Source]
	return document.Place{File: s.File, Sheet: s.Sheet, Row: p.Row}
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
		return display.Format{Kind: display.DateTime, Seconds: c.Seconds()}
	case table.Clock:
		return display.Format{Kind: display.Clock, Seconds: c.Seconds()}
	case table.Duration:
		return duration
	}
	if slices.Contains(amounts, r) || c.Unit == "¥" {
		return money
	}
	return display.Format{Kind: display.Decimal, Decimals: display.AsNeeded, Unit: c.Unit}
}
