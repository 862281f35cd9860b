package data

import (
	"strconv"

	"fyne.io/fyne/v2"

	"tallyboard/internal/display"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/ui/widget"
)

// preview is the first rows as they were understood.
type preview struct {
	s       commands
	content fyne.CanvasObject
	grid    *widget.Grid
}

// previewRows is how many rows are shown.
const previewRows = 500

func newPreview(s commands) *preview {
	g := widget.NewGrid(nil)
	return &preview{s: s, grid: g, content: g}
}

func (p *preview) fill(l *ingest.Log) { p.grid.SetModel(&firstRows{l, p.s.Lang()}) }

// firstRows implements widget.Model.
type firstRows struct {
	l    *ingest.Log
	lang lang.Lang
}

// Rows implements widget.Model.
func (m *firstRows) Rows() int { return min(previewRows, m.l.Table.Rows) }

// Cols implements widget.Model.
func (m *firstRows) Cols() int { return 1 + len(m.l.Table.Cols) }

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
