package main

import (
	"sort"
	"strconv"
	"strings"
	"time"

	"tallyboard/internal/display"
)

// byRows are the values of a column with their rows, the most first.
func (h *hand) byRows(col int) (names []string, rows map[string]int) {
	rows = map[string]int{}
	for _, r := range h.lines {
		if rows[r[col]]++; rows[r[col]] == 1 {
			names = append(names, r[col])
		}
	}
	sort.Slice(names, func(a, b int) bool { return rows[names[a]] > rows[names[b]] })
	return names, rows
}

// addFilter asks for a filter on a column, by the keyboard alone.
func (h *hand) addFilter(col int) {
	h.t.Helper()
	h.keys("ctrl+f")
	h.wait("the columns", kind("pickList"))
	h.types(h.head[col])
	h.wait("the column", inList(h.head[col]))
	h.rest()
	h.keys("Return")
	h.gone("the columns", kind("pickList"))
}

// apply takes over what a popup asks.
func (h *hand) apply() { h.t.Helper(); h.tapText(h.l.T("explore.filter.apply")) }

// filterChip opens the chip of the only filter.
func (h *hand) filterChip(col int) {
	h.t.Helper()
	h.tap("the chip of the filter", h.filtered(col))
}

// filtered is the chip of the filter on a column.
func (h *hand) filtered(col int) test {
	return func(o seen) bool {
		return o.Kind == "text" && o.Words != h.head[col] && strings.Contains(o.Words, h.head[col])
	}
}

// filter: every way to keep some rows; the sentence counts what is left.
func (h *hand) filter() {
	all := len(h.lines)
	regions, rows := h.byRows(cRegion)
	first, n := regions[0], rows[regions[0]]

	h.addFilter(cRegion)
	h.wait("the values", kind("ValueList"))
	h.snap("values")
	h.types(first)
	h.wait("how many rows it has", text(strconv.Itoa(n)))
	h.keys("Return") // only what was found
	h.says(h.total(n))
	h.wait("the chip", text(h.l.T("filter.is", h.head[cRegion], first)))
	h.snap("one")

	h.filterChip(cRegion)
	h.tapText(h.l.T("widget.invert"))
	h.apply()
	h.says(h.total(all - n))
	h.wait("the chip of the others", text(h.l.T("filter.isnot", h.head[cRegion], first)))

	h.filterChip(cRegion)
	h.tapText(h.l.T("widget.none"))
	h.wait("nothing ticked", text(h.l.T("widget.ticked", 0, len(regions))))
	h.tapText(regions[1])
	h.tapText(regions[2])
	h.wait("two ticked", text(h.l.T("widget.ticked", 2, len(regions))))
	h.apply()
	h.says(h.total(rows[regions[1]] + rows[regions[2]]))

	h.filterChip(cRegion)
	h.tapText(h.l.T("explore.filter.best"))
	h.wait("how many", func(o seen) bool { return o.Typed && o.Words == "10" })
	h.snap("best")
	h.keys("ctrl+a")
	h.types("3")
	h.keys("Return")
	best := 0
	for _, r := range regions {
		if rows[r] >= rows[regions[2]] {
			best += rows[r]
		}
	}
	h.says(h.total(best))

	h.filterChip(cRegion)
	h.tapText(h.l.T("explore.filter.contains"))
	part := string([]rune(first)[:2])
	h.types(part)
	h.keys("Return")
	h.says(h.total(h.count(func(r []string) bool { return strings.Contains(r[cRegion], part) })))
	h.tapTip(h.l.T("explore.undo"), 0)
	h.says(h.total(best))
	h.tapTip(h.l.T("explore.redo"), 0)
	h.reach("the chip of the filter", h.filtered(cRegion))
	h.keys("Delete")
	h.says(h.total(all))

	h.addFilter(cRating) // a range of numbers
	h.wait("from where", kind("Field"))
	h.snap("range")
	h.types("2")
	h.keys("Tab")
	h.types("3")
	h.keys("Return")
	h.says(h.total(h.count(func(r []string) bool { return r[cRating] == "2" || r[cRating] == "3" })))
	h.keys("ctrl+z")
	h.says(h.total(all))

	h.addFilter(cStart) // days of the week
	h.tapText(h.l.T("func.weekday"))
	list := h.wait("the days", kind("ValueList"))
	day := func(n float64) string { return display.Label("weekday", "", n, 0, h.l) }
	for n := 1.; n < 7; n++ {
		inside := func(o seen) bool { return o.X > list.X && o.Layer == list.Layer }
		a, b := h.wait("a day", func(o seen) bool { return inside(o) && text(day(n))(o) }), h.wait("the next", func(o seen) bool { return inside(o) && text(day(n+1))(o) })
		if a.Y >= b.Y {
			h.t.Errorf("%s stands before %s", b.Words, a.Words)
		}
	}
	h.tapText(h.l.T("widget.none"))
	h.wait("nothing ticked", text(h.l.T("widget.ticked", 0, 7)))
	h.tapText(day(1))
	h.wait("Monday ticked", text(h.l.T("widget.ticked", 1, 7)))
	h.snap("weekday")
	h.apply()
	h.says(h.total(h.count(func(r []string) bool { return start(r).Weekday() == time.Monday })))
	h.keys("ctrl+z")
	h.says(h.total(all))

	h.addFilter(cOrder) // what is blank
	h.wait("the values", kind("ValueList"))
	h.tapText(h.l.T("widget.none"))
	values := h.distinct(cOrder) + 1
	h.wait("nothing ticked", text(h.l.T("widget.ticked", 0, values)))
	h.tapText(h.l.T("display.blank"))
	h.wait("blank ticked", text(h.l.T("widget.ticked", 1, values)))
	h.apply()
	blank := h.count(func(r []string) bool { return r[cOrder] == "" })
	h.says(h.total(blank))
	h.wait("the chip of blanks", text(h.l.T("filter.blank", h.head[cOrder])))
	h.filterChip(cOrder)
	h.tapText(h.l.T("widget.invert"))
	h.apply()
	h.says(h.total(all - blank))
	h.wait("the chip of what is not blank", text(h.l.T("filter.notblank", h.head[cOrder])))
	h.snap("not-blank")
}

// marks: a click on a mark leads in, crumbs lead back; a mark or a cell can be
// left out, and the keyboard walks from mark to mark.
func (h *hand) marks() {
	types, rows := h.byRows(cType1)
	kept, all := types[0], len(h.lines)
	week := func(r []string) bool {
		t := start(r)
		return !t.Before(time.Date(2026, 11, 9, 0, 0, 0, 0, time.UTC))
	}
	inWeek := h.count(func(r []string) bool { return r[cType1] == kept && week(r) })

	m := h.wait("the mark", mark(kept, thousands(inWeek)))
	x, y := m.middle()
	h.point(x, y)
	h.wait("its card", holds(thousands(inWeek)))
	h.snap("card")
	h.press(m, "1")
	h.snap("menu")
	h.tapText(h.l.T("explore.only.of", kept))
	h.says(h.total(rows[kept]))
	h.wait("the way back", text(h.l.T("explore.crumbs.all")))
	h.snap("only")

	h.press(h.wait("the mark alone", mark(kept, thousands(inWeek))), "1")
	h.snap("menu-alone")
	weekName := h.all(func(o seen) bool { return o.Layer > 0 && strings.HasPrefix(o.Words, kept+" · ") })
	if len(weekName) == 0 {
		h.t.Fatal("the menu does not say of what it is")
	}
	_, name, _ := strings.Cut(weekName[0].Words, " · ")
	h.tapText(h.l.T("explore.only.of", name))
	h.says(h.total(inWeek))
	h.tapText(kept) // one crumb back
	h.says(h.total(rows[kept]))
	h.tapText(h.l.T("explore.crumbs.all"))
	h.says(h.total(all))
	h.gone("the way back", text(h.l.T("explore.crumbs.all")))

	h.press(h.wait("the mark to leave out", mark(kept, thousands(inWeek))), "1")
	h.tapText(h.l.T("explore.exclude"))
	h.says(h.total(all - rows[kept]))
	h.menuOf("the second type's cell", cell(types[1]), h.l.T("explore.exclude"))
	h.says(h.total(all - rows[kept] - rows[types[1]]))
	h.keys("ctrl+z")
	h.says(h.total(all - rows[kept]))
	h.keys("ctrl+z")
	h.says(h.total(all))

	h.tap("the grid", cell(kept))
	h.keys("shift+Tab")
	h.rest()
	h.keys("Left")
	h.wait("the card of the last mark", func(o seen) bool { return o.Kind == "hoverCard" })
	h.keys("Left", "Return")
	h.wait("its menu", text(h.l.T("explore.behind")))
	h.snap("menu-by-keys")
	h.keys("Escape")
	h.gone("its menu", text(h.l.T("explore.behind")))
}
