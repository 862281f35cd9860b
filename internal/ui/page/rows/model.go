package rows

import (
	"slices"
	"strconv"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/widget"
)

// model shows rows in a grid: the place first, then the columns that the figure
// is made of, those that play a role, and the others.
type model struct {
	rows *session.Rows
	lang lang.Lang
	cols []*table.Column
}

// places are the columns before those of the table: file and row.
const places = 2

func newModel(r *session.Rows, l lang.Lang) *model {
	m := &model{rows: r, lang: l}
	for _, h := range r.Front {
		m.cols = append(m.cols, r.Log.Table.Column(h))
	}
	played := map[string]bool{}
	for _, h := range r.Log.Roles {
		played[table.Fold(h)] = true
	}
	for _, want := range []bool{true, false} {
		for _, c := range r.Log.Table.Cols {
			if played[table.Fold(c.Name)] == want && !slices.Contains(r.Front, c.Name) {
				m.cols = append(m.cols, c)
			}
		}
	}
	return m
}

// Rows implements widget.Model.
func (m *model) Rows() int { return len(m.rows.Shown) }

// Cols implements widget.Model.
func (m *model) Cols() int { return len(m.cols) + places }

// Header implements widget.Model.
func (m *model) Header(c int) widget.HeaderView {
	switch c {
	case 0:
		return widget.HeaderView{Title: m.lang.T("session.file")}
	case 1:
		return widget.HeaderView{Title: m.lang.T("session.row"), Right: true, Width: m.numberWidth()}
	}
	col := m.cols[c-places]
	h := widget.HeaderView{Title: col.Name, Right: !col.Type.Coded()}
	if look := m.rows.Look; look.Sort == col.Name {
		h.Sort = widget.Ascending
		if look.Desc {
			h.Sort = widget.Descending
		}
	}
	return h
}

// numberWidth has room for the number of the last row.
func (m *model) numberWidth() float32 {
	last := 0
	if n := len(m.rows.Index); n > 0 {
		last = m.rows.Log.Table.Origin.At(m.rows.Index[n-1]).Row
	}
	return float32(40 + 8*len(strconv.Itoa(last)))
}

// Cell implements widget.Model.
func (m *model) Cell(r, c int) widget.CellView {
	row := m.rows.Shown[r]
	if c < places {
		p := m.rows.Log.Table.Origin.At(row)
		if c == 1 {
			return widget.CellView{Text: strconv.Itoa(p.Row), Right: true, Muted: true, Link: true, Tip: m.lang.T("rows.infile.tip")}
		}
		return widget.CellView{Text: m.source(p).File, Muted: true}
	}
	col := m.cols[c-places]
	return widget.CellView{Text: display.Cell(col, row, m.lang), Right: !col.Type.Coded()}
}

func (m *model) source(p table.Place) table.Source {
	if t := m.rows.Log.Table; p.Source < len(t.Sources) {
		return t.Sources[p.Source]
	}
	return table.Source{}
}

// spot is where a cell stands in its file.
func (m *model) spot(at widget.Place) (session.Spot, bool) {
	if at.Row < 0 || at.Row >= m.Rows() {
		return session.Spot{}, false
	}
	p := m.rows.Log.Table.Origin.At(m.rows.Shown[at.Row])
	src := m.source(p)
	return session.Spot{Path: src.Path, Sheet: src.Sheet, Row: p.Row, Name: m.header(at.Col)}, src.Path != ""
}

// header names the column that a grid column shows; "" for those of places.
func (m *model) header(c int) string {
	if c < places {
		return ""
	}
	return m.cols[c-places].Name
}
