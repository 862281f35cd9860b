package explore

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/pivot"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// chartMenu answers a right click on the chart: what a click on a mark offers,
// and beside the marks what can be done at that place of the axis.
func (p *Page) chartMenu(ref *chart.Ref, pos fyne.Position) {
	if ref != nil && ref.Series >= 0 {
		p.mark(*ref, pos)
		return
	}
	var items []widget.MenuItem
	if ref != nil {
		if row, col, value, ok := p.cellAt(*ref); ok {
			items = append(items, p.noteItem(row, col, value, true))
		}
	}
	if p.zoomed != "" {
		items = append(items, widget.MenuItem{Text: p.s.T("explore.zoom.back"), Icon: theme.Expand, Do: p.s.ZoomOut})
	}
	if p.chart.Chart() != nil {
		items = append(items, p.withChart()...)
	}
	if len(items) > 0 {
		widget.ShowMenu(p.chart, pos, items)
	}
}

// cellAt is the cell that a mark shows, or with Series −1 that of the first
// series that has one there.
func (p *Page) cellAt(ref chart.Ref) (row, col []pivot.Label, value int, ok bool) {
	c := p.chart.Chart()
	if c == nil || p.model == nil {
		return nil, nil, 0, false
	}
	for i := range c.Series {
		if cells := c.Series[i].Cells; (ref.Series < 0 || i == ref.Series) && ref.Category < len(cells) {
			if at := cells[ref.Category]; at.Row >= 0 && at.Col >= 0 {
				r := p.model.r
				return r.Rows.Members[at.Row].Path, r.Cols.Members[at.Col].Path, at.Value, true
			}
		}
	}
	return nil, nil, 0, false
}

// noteItem offers to write a remark at a cell, or at its time alone.
func (p *Page) noteItem(row, col []pivot.Label, value int, atTime bool) widget.MenuItem {
	return widget.MenuItem{Text: p.s.T("explore.note"), Icon: theme.Note, Do: func() {
		p.w.AskName(p.s.T("explore.note"), p.s.T("explore.note.hint"), "", func(text string) { p.s.AddNote(row, col, value, atTime, text) })
	}}
}

// noteMenu offers what can be done with a remark.
func (p *Page) noteMenu(i int, pos fyne.Position) {
	c := p.chart.Chart()
	if c == nil || i >= len(c.Notes) {
		return
	}
	n := c.Notes[i]
	items := []widget.MenuItem{{Text: p.s.T("explore.note.edit"), Icon: theme.Edit, Do: func() {
		p.w.AskName(p.s.T("explore.note.edit"), p.s.T("explore.note.hint"), n.Text, func(text string) { p.s.EditNote(n.ID, text) })
	}}}
	if n.X != 0 || n.Y != 0 {
		items = append(items, widget.MenuItem{Text: p.s.T("explore.note.reset"), Icon: theme.Undo, Do: func() { p.s.MoveNote(n.ID, 0, 0) }})
	}
	items = append(items, widget.MenuItem{Text: p.s.T("explore.note.remove"), Icon: theme.Trash, Danger: true, Do: func() { p.s.RemoveNote(n.ID) }})
	widget.ShowMenu(p.chart, pos, items)
}
