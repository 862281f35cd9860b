package widget

import (
	"strconv"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/table"
)

// firstRows is the first rows of a table as they were understood: the type
// stands above the name of each column, the row of the sheet before them.
type firstRows struct {
	t    *table.Table
	most int
	lang lang.Lang
}

// NewFirstRows makes a model of the first rows of a table, most at the most.
func NewFirstRows(t *table.Table, most int, l lang.Lang) Grouped { return &firstRows{t, most, l} }

// Rows implements Model.
func (m *firstRows) Rows() int { return min(m.most, m.t.Rows) }

// Cols implements Model.
func (m *firstRows) Cols() int { return 1 + len(m.t.Cols) }

// Levels implements Grouped.
func (m *firstRows) Levels() int { return 1 }

// Group implements Grouped.
func (m *firstRows) Group(_, c int) GroupView {
	if c == 0 {
		return GroupView{}
	}
	return GroupView{Title: m.lang.T("type." + m.t.Cols[c-1].Type.String()), Key: strconv.Itoa(c)}
}

// Header implements Model.
func (m *firstRows) Header(c int) HeaderView {
	if c == 0 {
		return HeaderView{Title: m.lang.T("session.row"), Right: true}
	}
	col := m.t.Cols[c-1]
	return HeaderView{Title: col.Name, Right: !col.Type.Coded()}
}

// Cell implements Model.
func (m *firstRows) Cell(r, c int) CellView {
	if c == 0 {
		return CellView{Text: strconv.Itoa(m.t.Origin.At(r).Row), Right: true, Muted: true}
	}
	col := m.t.Cols[c-1]
	return CellView{Text: display.Cell(col, r, m.lang), Right: !col.Type.Coded()}
}
