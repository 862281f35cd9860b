package explore

import (
	"slices"

	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// wireTable lets the table answer the mouse and the keyboard.
func (p *Page) wireTable() {
	p.grid = widget.NewGrid(nil)
	p.grid.SetPinned(1)
	p.grid.Headings = true
	p.grid.OnSort = p.sort
	p.grid.OnOpen = func(at widget.Place) { p.behind(at) }
	p.grid.OnMenu = p.cellMenu
	p.grid.OnFold = func(row int) { p.model.fold(row); p.folded() }
	p.grid.OnFoldGroup = func(level, col int) { p.model.foldGroup(level, col); p.folded() }
	p.grid.OnResize = func(col int, width float32) {
		p.look(func(k *document.Look) { *k = k.WithWidth(p.model.sortKey(col), float64(width)) })
	}
	p.grid.OnMoveRow = p.moveRow
	p.grid.OnMoveColumn = p.moveColumn
	p.grid.OnMoveGroup = p.moveGroup
	p.grid.OnShift = p.shift
}

// folded shows the table after something was opened or closed in it.
func (p *Page) folded() {
	p.grid.Update()
	p.fit()
	p.s.SetFolded(p.model.folded, p.model.foldedCols)
}

// look changes how the table looks; it can be undone.
func (p *Page) look(change func(*document.Look)) {
	p.s.SetView(func(v *session.View) { change(&v.Table) })
}

// bigTable is the number of cells beyond which a table is prepared in the
// background: below it takes less than a frame.
const bigTable = 20_000

// table puts the result into the grid. Where the result is the one that is
// there already only its looks are others, and the place in it stays.
func (p *Page) table(r *pivot.Result) {
	l, before, look, judge := p.s.Lang(), p.model, p.s.View().Table, p.s.TableJudge()
	if len(r.Cells) <= bigTable {
		p.showTable(newModel(r, l, before, look, judge))
		return
	}
	var next *model
	p.s.Work("table", func() { next = newModel(r, l, before, look, judge) }, func() { p.showTable(next) })
}

func (p *Page) showTable(m *model) {
	// The same question of files that were read again is looked at where it was.
	same := p.model != nil && (p.model.r == m.r || p.model.r.Spec.String() == m.r.Spec.String())
	p.model = m
	p.grid.SetPinned(1 + m.look.Freeze)
	p.grid.SetWrap(m.look.Wrap)
	if same {
		p.grid.Replace(m)
	} else {
		p.grid.SetModel(m)
	}
	p.fit()
	p.follow()
}

// fit leaves the room that the table cannot use to the chart.
func (p *Page) fit() {
	const least = 8 * theme.Row
	p.split.SetUseful(max(p.grid.Needs(), least) + theme.Gap + 2*theme.Unit)
}

// sort sorts all levels of the rows by the column of a clicked header: from the
// greatest, then from the least, then no more. Of labels it is only turned round.
func (p *Page) sort(col int) {
	if p.model == nil || len(p.model.r.Rows.Dims) == 0 {
		return
	}
	key := p.model.orderKey(col)
	was := p.model.heads[col].Sort
	p.s.SetView(func(v *session.View) {
		clearOrders(&v.Spec, v.Spec.Rows)
		v.Spec.SortBy, v.Spec.Desc = key, was == widget.Unsorted
		switch {
		case col == 0:
			v.Spec.SortBy, v.Spec.Desc = "", was == widget.Ascending
		case was == widget.Ascending:
			v.Spec.SortBy, v.Spec.Desc = "", false
		}
	})
}

// clearOrders drops what single dimensions are ordered by, and by hand.
func clearOrders(s *pivot.Spec, dims []pivot.Dim) {
	for _, d := range dims {
		s.SetOrder(pivot.Order{Dim: d})
	}
}

// cursor is where the keyboard was, for the table after.
type cursor struct {
	line string // key of the line; "" none
	col  string // key of the column
}

// keep remembers the cell that the keyboard is on until the next table is there.
func (p *Page) keep(at widget.Place) {
	p.cursor = cursor{line: p.model.line(at.Row).Key, col: p.model.sortKey(at.Col)}
}

// follow puts the keyboard back on the cell where it was.
func (p *Page) follow() {
	c := p.cursor
	p.cursor = cursor{}
	if c.line == "" {
		return
	}
	row := slices.IndexFunc(p.model.shown, func(i int) bool {
		return p.model.lines[i].Key == c.line && p.model.lines[i].Kind != document.Sum
	})
	for col := range p.model.Cols() {
		if row >= 0 && p.model.sortKey(col) == c.col {
			at := widget.Place{Row: row, Col: col}
			p.grid.Select(widget.Range{From: at, To: at})
			return
		}
	}
}
