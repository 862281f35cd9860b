package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tallyboard/internal/chart"
)

// pasted shows the view of a text, as a person pastes it.
func (h *hand) pasted(view string) {
	h.t.Helper()
	h.tapTip(h.l.T("explore.views"), 0)
	h.tapText(h.l.T("explore.pastetext"))
	h.wait("where the text goes", kind("Field"))
	h.paste(view)
	h.keys("Return")
	h.gone("the box", func(o seen) bool { return o.Kind == "Field" && o.Layer > 0 })
	h.rest()
}

// chooseChart takes a type of chart from the list.
func (h *hand) chooseChart(k chart.Kind) {
	h.t.Helper()
	pickers := h.all(func(o seen) bool { return o.Kind == "Picker" && o.Layer == 0 })
	h.press(pickers[len(pickers)-1], "1")
	h.pick(chartTitle(k, h), chartTitle(k, h))
	h.gone("the list", kind("pickList"))
	h.rest()
}

func chartTitle(k chart.Kind, h *hand) string {
	i := slices.IndexFunc(chart.Catalogue, func(t chart.Type) bool { return t.ID == k })
	return chart.Catalogue[i].Title(h.l)
}

// viewFor is a view that a type of chart can show; c is the headers.
func viewFor(k chart.Kind, c []string) string {
	time, types, region := "week:'"+c[cStart]+"'", "'"+c[cType1]+"'", "'province:"+c[cRegion]+"'"
	switch k {
	case "bullet":
		return fmt.Sprintf("--rows '%s' --value 'count:%s' --value 'count:%s'", c[cAgent], c[cOrder], c[cRating])
	case "combo", "scatter":
		return fmt.Sprintf("--rows '%s' --value count --value 'share:%s'", c[cAgent], c[cResolved])
	case "funnel", "donut", "pareto", "bar":
		return "--rows " + types + " --sort value --desc"
	case "map":
		return "--rows " + region
	case "calendar":
		return "--rows day:'" + c[cStart] + "'"
	case "heat":
		return "--rows weekday:'" + c[cStart] + "' --cols hour:'" + c[cStart] + "'"
	}
	return "--rows " + types + " --cols " + time
}

// charts: every type shows what fits it, with marks that answer; the legend, a
// stretch that is looked at closer, lines and remarks.
func (h *hand) charts() {
	for i, t := range chart.Catalogue {
		if !wholeSession() && i%4 != 1 {
			continue
		}
		if i < 3 { // some from the list, the others with the text
			h.pasted(viewFor(t.ID, h.head))
			h.chooseChart(t.ID)
		} else {
			h.pasted(viewFor(t.ID, h.head) + " --chart " + string(t.ID))
		}
		h.gone("why it cannot be drawn", holds(h.l.T("chart.unsuited."+string(t.ID))))
		if marks := h.all(mark("")); len(marks) == 0 {
			h.t.Errorf("%s: the chart has no marks", t.ID)
		}
		h.snap(string(t.ID))
	}
	h.pasted(viewFor("stacked", h.head))
	h.chooseChart("stacked")
	types, _ := h.byRows(cType1)
	name := legend(types[1])
	n := len(h.all(mark("")))
	h.tap("the legend", name)
	h.until("one series fewer", func() string { return yes(len(h.all(mark(""))) < n) })
	h.snap("without")
	h.rest()
	at := h.wait("the legend", legend(types[0]))
	x, y := at.middle()
	single := func() bool {
		l := h.all(mark(""))
		return len(l) > 0 && !slices.ContainsFunc(l, func(o seen) bool { return o.Cell.Col != l[0].Cell.Col })
	}
	h.until("one series alone", func() string {
		h.point(x, y)
		time.Sleep(doubleClick) // the click before was on the legend too
		h.must("xdotool", "click", "--repeat", "2", "--delay", "90", "1")
		for end := time.Now().Add(10 * doubleClick); time.Now().Before(end); time.Sleep(doubleClick / 10) {
			if single() {
				return "yes"
			}
		}
		return "" // a busy machine took them for two clicks, which undo each other
	})
	h.snap("alone")
	alone := h.all(mark(""))[0].Cell.Col
	h.tap("the legend", name)
	h.until("two series", func() string { return yes(len(h.all(mark(""))) > 8) })

	marks := h.all(func(o seen) bool { return mark("")(o) && o.Cell.Col == alone })
	last := marks[len(marks)-1]
	plot := h.wait("the chart", kind("ChartView"))
	h.pull(int(marks[3].X)-6, int(plot.Y+plot.H/2), int(last.X+last.W)+6, int(plot.Y+plot.H/2)+4)
	zoomed := holds(strings.Split(h.l.T("explore.zoom", "\x00", ""), "\x00")[0])
	closer := func() string { return yes(len(h.all(mark(""))) < len(marks)*2) }
	all := func() string { return yes(len(h.all(mark(""))) == len(marks)*2) }
	h.until("fewer weeks", closer)
	h.wait("what says so", zoomed)
	h.snap("closer")
	h.keys("ctrl+z")
	h.gone("the chip of the stretch", zoomed)
	h.until("all weeks", all)
	h.keys("ctrl+y")
	h.until("fewer weeks again", closer)
	h.press(h.wait("the chip of the stretch", zoomed), "1")
	h.gone("the chip", zoomed)
	h.until("all weeks again", all)
}

// doubleClick is within which two clicks are one.
const doubleClick = 500 * time.Millisecond

func yes(ok bool) string {
	if ok {
		return "yes"
	}
	return ""
}

// drawOn: the mean, a target that is typed, a remark that is typed and dragged.
func (h *hand) drawOn() {
	h.pasted("--rows week:'" + h.head[cStart] + "'")
	h.tapTip(h.l.T("explore.more"), 0)
	h.snap("menu")
	h.tapText(h.l.T("explore.line.mean"))
	h.rest()
	h.snap("mean")
	h.tapTip(h.l.T("explore.more"), 0)
	h.tapText(h.l.T("explore.line.aim"))
	h.wait("the target", kind("Field"))
	h.types("420")
	h.keys("Return")
	h.rest()
	h.snap("target")

	h.press(h.wait("a mark", mark("")), "3")
	h.tapText(h.l.T("explore.note"))
	h.wait("the words", kind("Field"))
	h.types("New promotion")
	h.keys("Return")
	note := func(o seen) bool { return o.In == "ChartView" && strings.Contains(o.Words, "New promotion") }
	h.wait("the remark", note)
	h.snap("note")
	var words seen
	for _, o := range h.all(note) {
		if o.W*o.H > words.W*words.H {
			words = o
		}
	}
	x, y := words.middle()
	h.pull(x, y, x+140, y+30)
	h.until("the remark elsewhere", func() string {
		return yes(slices.ContainsFunc(h.all(note), func(o seen) bool { return o.X > words.X+80 }))
	})
	h.snap("note-moved")
	h.keys("ctrl+z", "ctrl+z")
	h.gone("the remark", note)
}
