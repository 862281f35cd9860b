package explore

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// tableMenu drops what the whole table can look like.
func (p *Page) tableMenu(owner fyne.CanvasObject) {
	s, v := p.s, p.s.View()
	k := v.Table
	check := func(key string, on, off bool, change func(*document.Look)) widget.MenuItem {
		return widget.MenuItem{Text: s.T(key), Checked: on, Disabled: off, Do: func() { p.look(change) }}
	}
	subtotals := func(key string, to document.Subtotals) widget.MenuItem {
		return check(key, k.Subtotals == to, max(len(v.Spec.Rows), len(v.Spec.Cols)) < 2, func(k *document.Look) { k.Subtotals = to })
	}
	ground := func(key string, to document.Ground) widget.MenuItem {
		return check(key, k.Ground == to, false, func(k *document.Look) { k.Ground = to })
	}
	items := []widget.MenuItem{
		check("table.totalrow", !k.NoTotalRow, len(v.Spec.Rows) == 0, func(k *document.Look) { k.NoTotalRow = !k.NoTotalRow }),
		check("table.totalcol", !k.NoTotalCol, len(v.Spec.Cols) == 0, func(k *document.Look) { k.NoTotalCol = !k.NoTotalCol }), {},
		subtotals("table.subtotals", document.Above), subtotals("table.subtotals.below", document.Below), subtotals("table.subtotals.none", document.NoSubtotals), {},
		ground("table.ground", document.TotalBars), ground("table.ground.bars", document.Bars), ground("table.ground.scale", document.Scale), ground("table.ground.none", document.NoGround), {},
		check("table.wrap", k.Wrap, false, func(k *document.Look) { k.Wrap = !k.Wrap }),
		check("table.unfreeze", false, k.Freeze == 0, func(k *document.Look) { k.Freeze = 0 }),
		check("table.widths", false, len(k.Widths) == 0, func(k *document.Look) { k.Widths = nil }),
	}
	items = append(items, p.foldItems()...)
	items = append(items, widget.MenuItem{}, widget.MenuItem{Text: s.T("explore.copytable"), Icon: theme.Copy, Do: p.copyTable},
		widget.MenuItem{Text: s.T("table.copypicture"), Icon: theme.Copy, Do: p.copyPicture})
	widget.DropMenu(owner, items)
}

// copyPicture copies the table as it looks, for a chat.
func (p *Page) copyPicture() {
	if p.model != nil {
		p.w.CopyImage(p.grid.Picture(2))
	}
}

// foldItems open and close whole levels of the rows.
func (p *Page) foldItems() []widget.MenuItem {
	if p.model == nil || len(p.model.r.Rows.Dims) < 2 {
		return nil
	}
	dims := p.model.r.Rows.Dims
	items := []widget.MenuItem{{}, {Text: p.s.T("table.open"), Icon: theme.Expand, Do: func() { p.model.foldAll(len(dims), false); p.folded() }}}
	for d := range dims[:len(dims)-1] {
		items = append(items, widget.MenuItem{Text: p.s.T("table.close", dims[d].Title), Icon: theme.Collapse,
			Do: func() { p.model.foldAll(d, true); p.folded() }})
	}
	return items
}

// headMenu answers a right click on a header.
func (p *Page) headMenu(col int, pos fyne.Position) {
	s, m, spec := p.s, p.model, p.s.View().Spec
	key, sorted := m.orderKey(col), m.heads[col].Sort
	every := func(desc bool) func() {
		return func() {
			s.SetView(func(v *session.View) {
				clearOrders(&v.Spec, v.Spec.Rows)
				v.Spec.SortBy, v.Spec.Desc = key, desc
			})
		}
	}
	items := []widget.MenuItem{
		{Text: s.T("table.desc"), Icon: theme.SortDown, Checked: sorted == widget.Descending, Do: every(true)},
		{Text: s.T("table.asc"), Icon: theme.SortUp, Checked: sorted == widget.Ascending, Do: every(false)},
		{Text: s.T("table.unsort"), Disabled: sorted == widget.Unsorted || col == 0, Do: func() {
			s.SetView(func(v *session.View) {
				clearOrders(&v.Spec, v.Spec.Rows)
				v.Spec.SortBy, v.Spec.Desc = "", false
			})
		}},
	}
	if len(spec.Rows) > 1 {
		items = append(items, widget.MenuItem{})
		for _, d := range spec.Rows {
			title := session.DimText(d, p.shelf.title(d.Column), s.Lang())
			for _, desc := range []bool{true, false} {
				text, icon := "table.level.desc", theme.SortDown
				if !desc {
					text, icon = "table.level.asc", theme.SortUp
				}
				items = append(items, widget.MenuItem{Text: s.T(text, title), Icon: icon, Do: func() { p.setOrder(pivot.Order{Dim: d, By: key, Desc: desc}) }})
			}
		}
	}
	items = append(items, widget.MenuItem{})
	if m.isLeaf(col) {
		move := func(key string, icon theme.IconName, by int) widget.MenuItem {
			axis, path := m.r.Cols, m.r.Cols.Members[m.cols[col-1].Member].Path
			return widget.MenuItem{Text: s.T(key), Icon: icon, Note: "Alt+" + map[int]string{-1: "←", 1: "→"}[by], Disabled: !movable(axis, path),
				Do: func() { p.shiftAmong(axis, path, p.colSiblings(path), by, widget.Place{Col: col}) }}
		}
		items = append(items, move("table.left", theme.ChevronLeft, -1), move("table.right", theme.ChevronRight, 1))
	}
	if col > 0 {
		_, value := m.at(col)
		items = append(items,
			widget.MenuItem{Text: s.T("table.freeze"), Checked: m.look.Freeze == col, Do: func() { p.look(func(k *document.Look) { k.Freeze = col }) }},
			widget.MenuItem{Text: s.T("table.unfreeze"), Disabled: m.look.Freeze == 0, Do: func() { p.look(func(k *document.Look) { k.Freeze = 0 }) }},
			widget.MenuItem{Text: s.T("table.fit"), Do: func() { p.grid.AutoSize(col) }}, widget.MenuItem{},
			widget.MenuItem{Text: s.T("table.format"), Icon: theme.TypeNumber, Do: func() { p.shelf.askFormat(p.grid, value) }},
			widget.MenuItem{Text: s.T("table.standard"), Icon: theme.Check, Do: func() { p.askStandard(p.grid, value) }})
	}
	widget.ShowMenu(p.grid, pos, items)
}

// rowItems are what can be done with the row of a heading.
func (p *Page) rowItems(row int) []widget.MenuItem {
	m := p.model
	x := m.line(row)
	path := m.r.Rows.Members[x.Member].Path
	var items []widget.MenuItem
	if len(path) > 0 && x.Kind != document.Sum {
		move := func(key string, icon theme.IconName, by int) widget.MenuItem {
			return widget.MenuItem{Text: p.s.T(key), Icon: icon, Note: "Alt+" + map[int]string{-1: "↑", 1: "↓"}[by], Disabled: !movable(m.r.Rows, path),
				Do: func() { p.shiftAmong(m.r.Rows, path, p.rowSiblings(path), by, widget.Place{Row: row}) }}
		}
		items = append(items, move("table.up", theme.ChevronUp, -1), move("table.down", theme.ChevronDown, 1))
	}
	if cols := m.r.Spec.Cols; len(cols) > 0 {
		by := func(desc bool) func() {
			return func() {
				p.s.SetView(func(v *session.View) {
					for _, d := range v.Spec.Cols {
						v.Spec.SetOrder(pivot.Order{Dim: d, By: pivot.SortKey("value", path), Desc: desc})
					}
				})
			}
		}
		items = append(items, widget.MenuItem{Text: p.s.T("table.columns.desc"), Icon: theme.SortDown, Do: by(true)},
			widget.MenuItem{Text: p.s.T("table.columns.asc"), Icon: theme.SortUp, Do: by(false)})
	}
	return items
}

// askOrder asks how the members of one dimension stand.
func (sh *shelf) askOrder(owner fyne.CanvasObject, d pivot.Dim) {
	s := sh.s
	spec := s.View().Spec
	o := spec.OrderOf(d)
	set := func(by string, desc bool) func() {
		return func() {
			s.SetView(func(v *session.View) { v.Spec.SetOrder(pivot.Order{Dim: d, By: by, Desc: desc}) })
		}
	}
	items := []widget.MenuItem{
		{Text: s.T("table.order.follow"), Checked: o.By == "" && len(o.First) == 0, Do: set("", false)},
		{Text: s.T("table.order.az"), Icon: theme.SortUp, Checked: o.By == "label" && !o.Desc, Do: set("label", false)},
		{Text: s.T("table.order.za"), Icon: theme.SortDown, Checked: o.By == "label" && o.Desc, Do: set("label", true)},
		{Text: s.T("table.order.column"), Icon: theme.List, Checked: o.By != "" && o.By != "label", Do: func() {
			widget.ShowPicker(owner, s.Lang(), sh.orderKeys(d), o.By, func(key string) { set(key, true)() })
		}},
		{Text: s.T("table.order.turn"), Icon: theme.Swap, Disabled: o.By == "", Do: set(o.By, !o.Desc)},
	}
	if len(o.First) > 0 {
		items = append(items, widget.MenuItem{}, widget.MenuItem{Text: s.T("table.auto"), Icon: theme.Undo, Do: set(o.By, o.Desc)})
	}
	widget.DropMenu(owner, items)
}

// mostKeys is how many columns a dimension can be sorted by, to choose from.
const mostKeys = 400

// orderKeys are what a dimension can be sorted by: each value, of all and of
// each member of the other axis.
func (sh *shelf) orderKeys(d pivot.Dim) []widget.PickItem {
	r, _ := sh.s.Result()
	if r == nil {
		return nil
	}
	other, dims := r.Cols, r.Spec.Cols
	for _, c := range r.Spec.Cols {
		if c == d {
			other, dims = r.Rows, r.Spec.Rows
		}
	}
	var items []widget.PickItem
	n := len(other.Members)
	for i := range n {
		m := other.Members[(i+n-1)%n] // the total first
		for i, v := range r.Values {
			name := v.Value.Bare().String()
			if i == 0 {
				name = "value" // whatever it becomes
			}
			key := pivot.SortKey(name, m.Path)
			items = append(items, widget.PickItem{ID: key, Text: session.KeyText(r.Spec, key, dims, sh.s.Lang()), Icon: theme.TypeNumber})
		}
		if len(items) > mostKeys {
			break
		}
	}
	return items
}
