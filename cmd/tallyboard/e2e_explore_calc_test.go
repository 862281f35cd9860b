package main

import (
	"math"
	"strconv"
)

// calculated: a ready-made ratio, and one of two values with a name and a format
// of its own; both are computed from totals.
func (h *hand) calculated() {
	add, total := h.l.T("explore.add"), h.l.T("pivot.total")
	rate := h.l.T("kpi.resolved_rate")
	h.tapTip(add, 2)
	h.wait("the values to choose from", kind("pickList"))
	h.snap("metrics")
	h.types(rate)
	h.rest()
	h.keys("Return")
	h.wait("its chip", text(rate))
	yes, no := 0, 0
	for _, r := range h.lines {
		switch r[cResolved] {
		case "是", "Yes", "yes", "已解决":
			yes++
		case "":
		default:
			no++
		}
	}
	want := float64(yes) / float64(yes+no)
	if got := number(h.copied().last(total)); math.Abs(got-want) > .0005 {
		h.t.Errorf("the share of all is %v, of the rows %v", got, want)
	}
	h.snap("rate")

	h.tapTip(add, 2)
	h.tapText(h.l.T("explore.calc.new"))
	h.wait("the form", kind("Segmented"))
	h.snap("form")
	pickers := h.all(func(o seen) bool { return o.Kind == "Picker" && o.Layer > 0 })
	if len(pickers) != 2 {
		h.t.Fatalf("the form has %d choices of values, want 2", len(pickers))
	}
	h.press(pickers[1], "1")
	h.pick(h.l.T("explore.calc.number"), h.l.T("explore.calc.number"))
	fields := func(o seen) bool { return o.Kind == "Field" }
	h.spot("the fields for a number and a name", fields, 1)
	h.press(h.all(fields)[0], "1")
	h.keys("ctrl+a")
	h.types("8")
	h.press(h.all(fields)[1], "1")
	h.types("A week")
	h.snap("form-filled")
	h.keys("Return")
	h.wait("the chip of the new value", text("A week"))
	if got := number(h.copied().last(total)); got != float64(len(h.lines))/8 {
		h.t.Errorf("an eighth of all is %v, want %v", got, len(h.lines)/8)
	}

	h.tapText("A week")
	h.tapText(h.l.T("table.format"))
	h.tapText(h.l.T("table.format.0.00"))
	h.keys("ctrl+Home")
	h.tap("the grid", cell(total))
	h.keys("End")
	h.wait("two decimals", cell(strconv.Itoa(len(h.lines)/8)+".00"))
	h.snap("two-decimals")
	h.reach("the value", text("A week")) // away by keyboard
	h.keys("Delete")
	h.gone("the value", text("A week"))
}
