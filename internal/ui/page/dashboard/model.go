package dashboard

import (
	"math"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/ui/widget"
)

// model shows a table in the grid.
type model struct {
	t    *document.Table
	lang lang.Lang
}

// Rows implements widget.Model.
func (m *model) Rows() int { return len(m.t.Rows) }

// Cols implements widget.Model.
func (m *model) Cols() int { return len(m.t.Columns) }

// Header implements widget.Model.
func (m *model) Header(c int) widget.HeaderView {
	col := m.t.Columns[c]
	return widget.HeaderView{Title: col.Title, Right: col.Format.Kind != display.Text}
}

// Cell implements widget.Model.
func (m *model) Cell(r, c int) widget.CellView {
	row, col := m.t.Rows[r], m.t.Columns[c]
	cell := row.Cells[c]
	v := widget.CellView{Text: cell.Text, Total: row.Total, Tone: cell.Tone}
	if c == 0 {
		v.Indent = row.Indent
	}
	if col.Format.Kind != display.Text {
		v.Right = true
		if v.Text == "" {
			v.Text = col.Format.Full(cell.Num, m.lang)
			v.Muted = math.IsNaN(cell.Num)
		}
	}
	return v
}
