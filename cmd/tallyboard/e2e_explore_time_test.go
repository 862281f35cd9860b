package main

import (
	"regexp"
	"slices"
	"strconv"
	"time"

	"tallyboard/internal/lang"
)

// start is when a call began.
func start(r []string) time.Time {
	for _, form := range []string{"2006-01-02 15:04:05", "2006-01-02 15:04", "2006/1/2 15:04:05", "2006/1/2 15:04"} {
		if t, err := time.Parse(form, r[cStart]); err == nil {
			return t
		}
	}
	return time.Time{}
}

// between counts the calls from the first to the last day.
func (h *hand) between(first, last string) int {
	return h.count(func(r []string) bool {
		day := start(r).Format(time.DateOnly)
		return day >= first && day <= last
	})
}

// unit chooses a unit of time over the chart.
func (h *hand) unit(name string) {
	h.t.Helper()
	var at seen
	bar := h.wait("the units of time", kind("Segmented"))
	for _, b := range h.all(kind("Segmented")) {
		if b.W > bar.W { // the units are the longest
			bar = b
		}
	}
	at = h.wait("the unit "+name, func(o seen) bool {
		return o.Kind == "text" && o.Words == name && o.X >= bar.X && o.X+o.W <= bar.X+bar.W && o.Y >= bar.Y && o.Y < bar.Y+bar.H
	})
	h.press(at, "1")
}

// time: each unit by one click, empty periods as zero, weeks as ranges, presets,
// a range that is dragged, moved by keys and typed.
func (h *hand) time() {
	first, last := "9999", ""
	for _, r := range h.lines {
		day := start(r).Format(time.DateOnly)
		first, last = min(first, day), max(last, day)
	}
	span := days([]string{first, last})
	for _, u := range []struct {
		id   string
		most int // columns, with that of totals
	}{{"hour", 25}, {"weekday", 8}, {"day", span + 1}, {"month", 4}, {"quarter", 3}, {"year", 2}, {"week", (span+6)/7 + 1}} {
		h.unit(h.l.T("unit." + u.id))
		h.wait("the sentence by "+u.id, holds(h.l.T("explore.dim", h.head[cStart], h.l.T("func."+u.id))))
		g := h.copied()
		if n := len(g.head) - 1; n > u.most || u.id != "hour" && n != u.most {
			h.t.Errorf("by %s the table has %d columns, want %d: %v", u.id, n, u.most, g.head)
		}
		if got := g.last(h.l.T("pivot.total")); got != strconv.Itoa(len(h.lines)) {
			h.t.Errorf("by %s the total is %q, want %d", u.id, got, len(h.lines))
		}
		h.snap(u.id)
	}
	week := map[lang.Lang]string{lang.ZH: "9月21–27日", lang.EN: "Sep 21–27"}[h.l]
	h.wait("a week as a range", header(week))

	h.tapText(h.l.T("explore.period.all"))
	h.wait("the timeline", kind("Timeline"))
	h.snap("period")
	h.tapText(h.l.T("period.last-week"))
	h.says(h.total(h.between("2026-11-02", "2026-11-08")))

	// By keyboard: the chip of the period opens, all time is taken, and a range.
	chip := h.wait("the chip of the period", holds(map[lang.Lang]string{lang.ZH: "11月2–8日", lang.EN: "Nov 2–8"}[h.l]))
	h.press(chip, "1")
	h.tapText(h.l.T("period.all"))
	h.says(h.total(len(h.lines)))
	h.tapText(h.l.T("explore.period.all"))
	line := h.wait("the timeline", kind("Timeline"))
	h.pull(int(line.X)+11, int(line.Y)+20, int(line.X+line.W/2), int(line.Y)+20)
	h.dates()
	h.snap("dragged")
	before := h.typedDates()
	h.keys("Left")
	h.until("the range one earlier", func() string {
		if d := h.typedDates(); len(d) == 2 && d[0] != before[0] {
			return d[0]
		}
		return ""
	})
	h.dates()

	// The other end, and the whole of it with both ends.
	h.keys("Right")
	h.until("the range as it was", func() string { return yes(slices.Equal(h.typedDates(), before)) })
	line = h.wait("the timeline", kind("Timeline"))
	top := int(line.Y) + 20
	h.pull(int(line.X+line.W)-11, top, int(line.X+line.W*.8), top)
	h.until("an earlier last day", func() string {
		d := h.typedDates()
		return yes(len(d) == 2 && d[0] == before[0] && d[1] < before[1])
	})
	h.dates()
	long := days(h.typedDates())
	h.pull(int(line.X+line.W*.65), top, int(line.X+line.W*.35), top)
	h.until("as many days, earlier", func() string {
		d := h.typedDates()
		return yes(len(d) == 2 && d[0] < before[0] && days(d) == long)
	})
	h.dates()

	fields := h.all(func(o seen) bool { return o.Kind == "Field" })
	for i, day := range []string{"2026-10-05", "2026-10-14"} {
		h.press(fields[i], "1")
		h.keys("ctrl+a")
		h.types(day)
	}
	h.keys("Return")
	h.gone("the timeline", kind("Timeline"))
	h.says(h.total(h.between("2026-10-05", "2026-10-14")))
	h.snap("typed")
}

// days is how many days lie from the first date to the second, both included; 0
// where there are no two dates.
func days(dates []string) int {
	if len(dates) != 2 {
		return 0
	}
	from, err := time.Parse(time.DateOnly, dates[0])
	if err != nil {
		return 0
	}
	to, err := time.Parse(time.DateOnly, dates[1])
	if err != nil {
		return 0
	}
	return int(to.Sub(from).Hours()/24) + 1
}

// dates waits until the sentence counts the rows of the dates that are shown.
func (h *hand) dates() {
	h.t.Helper()
	h.until("the rows of the dates that are shown", func() string {
		d := h.typedDates()
		if len(d) != 2 {
			return ""
		}
		n := h.between(d[0], d[1])
		if n == len(h.lines) || len(h.all(holds(h.total(n)))) == 0 {
			return ""
		}
		return "yes"
	})
}

var isDate = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// typedDates are the dates in the fields.
func (h *hand) typedDates() (out []string) {
	for _, s := range h.all(func(o seen) bool { return o.Typed && isDate.MatchString(o.Words) }) {
		out = append(out, s.Words)
	}
	return out
}
