package main

import (
	"slices"

	"tallyboard/internal/lang"
)

// column gives the cells of a column that are in sight, from the top.
func (h *hand) column(col int) (out []string) {
	for _, s := range h.all(cellOf(func(o seen) bool { return o.Cell.Row >= 0 && o.Cell.Col == col })) {
		out = append(out, s.Words)
	}
	return out
}

// columnIs waits until a column reads as it has to.
func (h *hand) columnIs(what string, col int, ok func([]string) bool) {
	h.t.Helper()
	h.until(what, func() string {
		if c := h.column(col); len(c) > 0 && ok(c) {
			return "yes"
		}
		return ""
	})
}

// falls reports whether numbers never rise; the last is their total.
func falls(words []string) bool {
	n := words[:max(len(words)-1, 0)]
	return len(n) > 1 && slices.IsSortedFunc(n, func(a, b string) int { return int(number(b) - number(a)) })
}

// tableMenu chooses from the menu of the table.
func (h *hand) tableMenu(key string) {
	h.t.Helper()
	h.tapTip(h.l.T("table.menu"), 0)
	h.tapText(h.l.T(key))
}

// inGrid counts the pixels of a colour in the table.
func (h *hand) inGrid(rgb uint32) (n int) {
	h.rest()
	g := h.wait("the table", kind("Grid"))
	img := h.screen()
	dx, dy := h.origin()
	for y := int(g.Y) + dy; y < int(g.Y+g.H)+dy; y++ {
		for x := int(g.X) + dx; x < int(g.X+g.W)+dx; x++ {
			if r, gr, b, _ := img.At(x, y).RGBA(); r>>8<<16|gr>>8<<8|b>>8 == rgb {
				n++
			}
		}
	}
	return n
}

// table: levels that open and close, subtotals, totals, grounds, colours.
func (h *hand) table() {
	total := h.l.T("pivot.total")
	h.tapTip(h.l.T("explore.add"), 0)
	h.pick(h.head[cType2], h.head[cType2])
	types, _ := h.byRows(cType1)
	open := h.wait("the first type", cellAt(0, 0))
	if open.Words != types[0] {
		h.t.Errorf("the first row is %q, want %q", open.Words, types[0])
	}
	h.snap("levels")
	h.pressAt(int(open.X)+16, int(open.Y+open.H/2), "1") // its triangle
	h.wait("the second type under the first", cellOf(func(o seen) bool { return o.Cell.Row == 1 && o.Words == types[1] }))
	h.tap("the first type", cellAt(0, 0))
	h.keys("Right") // opens it again
	h.gone("the second type under the first", cellOf(func(o seen) bool { return o.Cell.Row == 1 && o.Cell.Col == 0 && o.Words == types[1] }))

	sum := h.l.T("pivot.subtotal", types[0])
	h.tableMenu("table.subtotals.below")
	h.wait("the subtotal below", cell(sum))
	h.snap("below")
	h.tableMenu("table.subtotals.none")
	h.gone("the subtotal", cell(sum))
	h.keys("ctrl+z", "ctrl+z")
	h.tapTip(h.l.T("table.menu"), 0)
	h.snap("menu")
	h.tapText(h.l.T("table.close", h.head[cType1]))
	h.columnIs("every type closed", 0, func(c []string) bool { return len(c) == len(types)+1 })
	h.tableMenu("table.totalrow")
	h.columnIs("no row of totals", 0, func(c []string) bool { return !slices.Contains(c, total) })
	h.keys("ctrl+z")
	h.wait("the row of totals", cell(total))

	bar := map[string]uint32{"light": 0xD3E0FA, "dark": 0x2B3F66}[h.desk.theme]
	before := h.inGrid(bar)
	h.tableMenu("table.ground.bars")
	if now := h.inGrid(bar); now <= before {
		h.t.Errorf("%d pixels are bars, without them %d", now, before)
	}
	h.snap("bars")
	h.tableMenu("table.ground.scale")
	h.snap("scale")
	h.keys("ctrl+z", "ctrl+z")

	bad := map[string]uint32{"light": 0xC4372F, "dark": 0xEE7B73}[h.desk.theme]
	h.tapText(h.l.T("agg.rows"))
	h.tapText(h.l.T("table.standard"))
	h.wait("the standard", kind("Field"))
	h.types("60")
	h.snap("standard")
	h.keys("Return")
	h.gone("the form", func(o seen) bool { return o.Kind == "Field" && o.Layer > 0 })
	if n := h.inGrid(bad); n == 0 {
		h.t.Error("nothing below the standard is coloured")
	}
	h.snap("coloured")
}

// arrange: sorted by a header, put in another order by dragging and by keys,
// frozen, of another width.
func (h *hand) arrange() {
	types, _ := h.byRows(cType1)
	first := h.wait("the first week", cellOf(func(o seen) bool { return o.Cell.Row == -1 && o.Cell.Col == 1 }))
	h.press(first, "1")
	h.columnIs("the first week, largest first", 1, falls)
	h.press(first, "1")
	h.columnIs("smallest first", 1, func(c []string) bool { return !falls(c) && number(c[0]) < number(c[1]) })
	h.snap("sorted")
	h.keys("ctrl+z", "ctrl+z")
	h.columnIs("as before", 0, func(c []string) bool { return c[0] == types[0] })

	third := h.wait("the third type", cellAt(2, 0))
	top := h.wait("the first type", cellAt(0, 0))
	x, y := third.middle()
	h.pull(x, y, x, int(top.Y)+3)
	h.columnIs("the third type first", 0, func(c []string) bool { return c[0] == types[2] && c[1] == types[0] })
	h.wait("what says so", text(h.l.T("table.manual", h.head[cType1])))
	h.snap("by-hand")
	h.tap("the first row", cellAt(0, 0))
	h.keys("alt+Down")
	h.columnIs("one down by keys", 0, func(c []string) bool { return c[0] == types[0] && c[1] == types[2] })
	h.keys("ctrl+z", "ctrl+z")
	h.columnIs("as before", 0, func(c []string) bool { return slices.Equal(c[:len(types)], types) })

	edge := int(first.X + first.W)
	mid := int(first.Y + first.H/2)
	h.pull(edge-1, mid, edge+60, mid)
	h.until("the column wider", func() string {
		if l := h.all(cellOf(func(o seen) bool { return o.Cell.Row == -1 && o.Cell.Col == 1 })); len(l) > 0 && l[0].W > first.W+40 {
			return "yes"
		}
		return ""
	})
	h.unit(h.l.T("unit.day"))
	h.wait("a day", header(h.dayHead()))
	h.menuOf("the header of the first day", cellOf(func(o seen) bool { return o.Cell.Row == -1 && o.Cell.Col == 1 }), h.l.T("table.freeze"))
	h.tap("a cell", cellAt(0, 2))
	h.keys("ctrl+Right")
	h.wait("the total, at the right end", header(h.l.T("pivot.total")))
	h.wait("the frozen day", header(h.dayHead()))
	h.gone("the day after it", cellOf(func(o seen) bool { return o.Cell.Row == -1 && o.Cell.Col == 2 }))
	h.snap("frozen")

	h.tapTip(h.l.T("explore.more"), 0)
	h.tapText(h.l.T("explore.swap"))
	h.wait("a type as a column", header(types[0]))
	h.columnIs("the days in their order, none left out", 0, func(c []string) bool { return c[0] == h.dayHead() })
	nth := func(n int) test { return cellOf(func(o seen) bool { return o.Cell.Row == -1 && o.Cell.Col == n }) }
	a, b := h.wait("the first column", nth(1)), h.wait("the third", nth(3))
	x, y = b.middle()
	h.pull(x, y, int(a.X)+4, y)
	h.until("the third type first", func() string {
		if l := h.all(cellOf(func(o seen) bool { return o.Cell.Row == -1 && o.Cell.Col == 1 })); len(l) > 0 && l[0].Words == b.Words {
			return "yes"
		}
		return ""
	})
	h.snap("columns-by-hand")
}

// dayHead is the header of the first day.
func (h *hand) dayHead() string {
	if h.l == lang.EN {
		return "Sep 21"
	}
	return "9月21日"
}
