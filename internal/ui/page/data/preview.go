package data

import (
	"strconv"

	"tallyboard/internal/display"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/ui/widget"
)

// previewRows is how many rows are shown.
const previewRows = 500

// firstRows is the first rows of a log as they were understood: the type stands
// above the name of each column.
type firstRows struct {
	l    *ingest.Log
	lang lang.Lang
}

// Rows implements widget.Model.
func (m *firstRows) Rows() int { return min(previewRows, m.l.Table.Rows) }

// Cols implements widget.Model.
func (m *firstRows) Cols() int { return 1 + len(m.l.Table.Cols) }

// Levels implements widget.Grouped.
func (m *firstRows) Levels() int { return 1 }

// Group implements widget.Grouped.
func (m *firstRows) Group(_, c int) widget.GroupView {
	if c == 0 {
		return widget.GroupView{}
	}
	return widget.GroupView{Title: m.lang.T("type." + m.l.Table.Cols[c-1].Type.String()), Key: strconv.Itoa(c)}
}

// Header implements widget.Model.
func (m *firstRows) Header(c int) widget.HeaderView {
	if c == 0 {
		return widget.HeaderView{Title: m.lang.T("session.row"), Right: true}
	}
	col := m.l.Table.Cols[c-1]
	return widget.HeaderView{Title: col.Name, Right: !col.Type.Coded()}
}

// Cell implements widget.Model.
func (m *firstRows) Cell(r, c int) widget.CellView {
	if c == 0 {
		return widget.CellView{Text: strconv.Itoa(m.l.Table.Origin.At(r).Row), Right: true, Muted: true}
	}
	col := m.l.Table.Cols[c-1]
	return widget.CellView{Text: display.Cell(col, r, m.lang), Right: !col.Type.Coded()}
}

func number(n int, l lang.Lang) string {
	return display.Format{Kind: display.Count}.Full(float64(n), l)
}

func idOf(row int) string { return strconv.Itoa(row) }

func rowOf(id string) int {
	n, err := strconv.Atoi(id)
	if err != nil {
		return 0
	}
	return n
}
