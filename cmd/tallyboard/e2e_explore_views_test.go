package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// answer types into the field of a box and takes it.
func (h *hand) answer(words string) {
	h.t.Helper()
	h.wait("the field", func(o seen) bool { return o.Kind == "Field" && o.Layer > 0 })
	h.rest()
	h.keys("ctrl+a")
	h.types(words)
	h.keys("Return")
	h.gone("the field", func(o seen) bool { return o.Kind == "Field" && o.Layer > 0 })
}

// fromStar chooses from the menu of the saved views.
func (h *hand) fromStar(choice string) {
	h.t.Helper()
	h.tapTip(h.l.T("explore.views"), 0)
	h.tapText(choice)
}

// views: every step back and forth, saved by name, doubled, put in order, on the
// dashboard, as text, on next week's file, and there again after a restart.
func (h *hand) views() {
	agent, first := h.head[cAgent], h.l.T("explore.dim", h.head[cStart], h.l.T("func.week"))
	month := h.l.T("explore.dim", h.head[cStart], h.l.T("func.month"))
	h.tapTip(h.l.T("explore.add"), 0)
	h.pick(agent, agent)
	h.unit(h.l.T("unit.month"))
	h.wait("by month", chip(month))
	h.keys("ctrl+z", "ctrl+z")
	h.gone("the agents", chip(agent))
	h.wait("by week", chip(first))
	h.keys("ctrl+y", "ctrl+shift+z")
	h.wait("the agents", chip(agent))
	h.wait("by month", chip(month))

	h.fromStar(h.l.T("explore.save"))
	h.answer("By agent")
	h.tapTip(h.l.T("explore.views"), 0)
	h.wait("the saved view", text("By agent"))
	h.snap("saved")
	h.tapText(h.l.T("explore.views.edit"))
	h.snap("views")
	h.tapTip(h.l.T("explore.views.copy"), 0)
	h.answer("A copy")
	h.wait("the copy", text("A copy"))
	h.rest()
	from, to := h.wait("the copy", text("A copy")), h.wait("the first", text("By agent"))
	x, y := from.middle()
	_, over := to.middle()
	h.pull(x, y, x, over-4)
	h.until("the copy first", func() string {
		a, b := h.all(text("A copy")), h.all(text("By agent"))
		return yes(len(a) > 0 && len(b) > 0 && a[len(a)-1].Y < b[len(b)-1].Y)
	})
	h.snap("ordered")
	h.tapTip(h.l.T("dashboard.put"), 1)
	h.keys("Escape")
	h.gone("the list of views", text("A copy"))
	h.keys("ctrl+5")
	h.wait("the tile", text("By agent"))
	h.rest()
	h.snap("dashboard")
	h.keys("ctrl+3")
	h.wait("the chart", kind("ChartView"))

	h.clearClipboard()
	h.fromStar(h.l.T("explore.copytext"))
	var view string
	h.until("the text of the view", func() string {
		view = h.clipboard()
		return yes(strings.Contains(view, "--rows") && strings.Contains(view, agent))
	})
	h.pasted(strings.Replace(view, "month:", "quarter:", 1))
	h.wait("by quarter", chip(h.l.T("explore.dim", h.head[cStart], h.l.T("func.quarter"))))

	next, rows := h.nextWeek()
	rows += len(h.lines) // one log with the weeks before
	h.drop(next)
	h.awaitTrace("load")
	h.keys("ctrl+3")
	h.says(h.total(rows))
	h.fromStar("By agent")
	h.wait("the same view of next week", chip(month))
	h.wait("the agents of next week", chip(agent))
	h.says(h.total(rows))
	h.snap("next-week")

	h.keys("alt+F4")
	if err := h.cmd.Wait(); err != nil {
		h.t.Errorf("closing the window: %v", err)
	}
	h.launch()
	h.wait("the view that was last", chip(month))
	h.wait("its agents", chip(agent))
	h.snap("again")
}

// nextWeek is a file of the same layout, of the calls a week later.
func (h *hand) nextWeek() (file string, rows int) {
	h.t.Helper()
	out := [][]string{h.head}
	for _, r := range h.lines {
		t := start(r)
		if t.Before(time.Date(2026, 11, 9, 0, 0, 0, 0, time.UTC)) {
			continue
		}
		r = slices.Clone(r)
		r[cStart] = t.AddDate(0, 0, 7).Format("2006-01-02 15:04:05")
		out = append(out, r)
	}
	return h.sheet("next week.csv", out), len(out) - 1
}

// sheet writes lines to a file.
func (h *hand) sheet(name string, lines [][]string) (file string) {
	h.t.Helper()
	file = filepath.Join(h.t.TempDir(), name)
	f, err := os.Create(file)
	if err != nil {
		h.t.Fatal(err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(lines); err != nil {
		h.t.Fatal(err)
	}
	return file
}
