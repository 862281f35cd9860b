package main

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"tallyboard/internal/lang"
)

// compare: the period before beside each value, with difference and change, and
// periods of which a part is missing are marked.
func (h *hand) compare() {
	rows := h.l.T("agg.rows")
	h.tapText(h.l.T("compare.none"))
	h.tapText(h.l.T("compare."))
	then, diff, change := h.l.T("value.p", rows), h.l.T("value.diff.p", rows), h.l.T("value.change.p", rows)
	for _, v := range []string{then, diff, change} {
		h.wait("the value "+v, text(v))
	}
	h.snap("before")
	total := h.copied().row(h.l.T("pivot.total"))
	const values = 4
	for i := values; i+values < len(total); i += values {
		now, was, by := number(total[i]), number(total[i+1]), number(total[i+2])
		if now-was != by || was != number(total[i-values]) || was == 0 {
			h.t.Errorf("after %q come %q: %q − %q is not %q", total[i-values], total[i], total[i], total[i+1], total[i+2])
		}
		if got, want := number(total[i+3]), by/was; got-want > .001 || want-got > .001 {
			h.t.Errorf("the change from %v to %v is %q", was, now, total[i+3])
		}
	}
	h.keys("ctrl+z")
	h.gone(then, text(then))
	h.shownAs()
	h.unit(h.l.T("unit.month"))
	h.says(strings.TrimPrefix(h.l.T("explore.partial", ""), " "))
	h.snap("partial")
}

// number reads a number as it is copied.
func number(s string) float64 {
	factor := 1.
	if t, ok := strings.CutSuffix(s, "%"); ok {
		s, factor = t, .01
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil {
		return 0
	}
	return v * factor
}

// shownAs: in place of each number its difference to the period before, and its
// change; the first period has none.
func (h *hand) shownAs() {
	total := h.l.T("pivot.total")
	plain := h.copied().row(total)
	weeks := len(plain) - 1 // behind them the total
	was := "show."
	for _, as := range []string{"show.diff", "show.diff%"} {
		h.tapText(h.l.T(was))
		h.tapText(h.l.T(as))
		was = as
		h.gone("the list", kind("pickList"))
		h.rest()
		got := h.copied().row(total)
		if got[0] != "" && got[0] != "–" {
			h.t.Errorf("%s: the first week is %q, with nothing before it", as, got[0])
		}
		for i := 1; i < weeks; i++ {
			want := number(plain[i]) - number(plain[i-1])
			if as == "show.diff%" {
				want /= number(plain[i-1])
			}
			if d := number(got[i]) - want; d > .001 || d < -.001 {
				h.t.Errorf("%s: from %s to %s is %q, want %v", as, plain[i-1], plain[i], got[i], want)
			}
		}
		h.snap(strings.ReplaceAll(as, "%", "-share"))
	}
	h.keys("ctrl+z", "ctrl+z")
	h.wait("numbers again", text(h.l.T("show.")))
}

// lastYear: beside each month the same month a year before, from a file of that
// year; the months between the two that have no calls stand there as zero.
func (h *hand) lastYear() {
	file, all := h.yearBefore()
	h.drop(file)
	h.awaitTrace("load")
	h.keys("ctrl+3")
	h.says(h.total(len(all)))
	h.unit(h.l.T("unit.month"))
	h.says(strings.TrimPrefix(h.l.T("explore.partial", ""), " "))
	h.reach("the rows' chip", chip(h.head[cType1])) // away by keyboard, to see the totals
	h.keys("Delete")
	h.gone("the rows' chip", chip(h.head[cType1]))
	calls := map[string]int{}
	for _, r := range all {
		calls[start(r).Format("2006-01")]++
	}
	months := []time.Time{}
	for m := time.Date(2025, 9, 1, 0, 0, 0, 0, time.UTC); m.Year() < 2026 || m.Month() < 12; m = m.AddDate(0, 1, 0) {
		months = append(months, m)
	}
	h.chooseChart("line")
	h.wait("a month without calls, as zero", mark(h.month(months[6]), h.l.T("agg.rows")))
	h.snap("empty-months")

	h.tapText(h.l.T("compare.none"))
	h.tapText(h.l.T("compare.last-year"))
	rows := h.l.T("agg.rows")
	for _, v := range []string{"value.y", "value.diff.y", "value.change.y"} {
		h.wait("the value "+h.l.T(v, rows), text(h.l.T(v, rows)))
	}
	h.snap("beside")
	g := h.copied()
	line := g.rows[len(g.rows)-1][1:]
	const values = 4
	if len(line) < values*len(months) {
		h.t.Fatalf("%d months give %d numbers: %v", len(months), len(line), g)
	}
	for i, m := range months {
		now, was := calls[m.Format("2006-01")], calls[m.AddDate(-1, 0, 0).Format("2006-01")]
		got := line[i*values : (i+1)*values]
		if got[0] != strconv.Itoa(now) {
			h.t.Errorf("%s has %q calls, want %d", m.Format("2006-01"), got[0], now)
		}
		if was == 0 {
			continue
		}
		if number(got[1]) != float64(was) || number(got[2]) != float64(now-was) {
			h.t.Errorf("%s: a year before %q, difference %q, want %d and %d", m.Format("2006-01"), got[1], got[2], was, now-was)
		}
		if d := number(got[3]) - float64(now-was)/float64(was); d > .001 || d < -.001 {
			h.t.Errorf("%s: the change from %d to %d is %q", m.Format("2006-01"), was, now, got[3])
		}
	}
}

// month is how a month is written.
func (h *hand) month(m time.Time) string {
	if h.l == lang.EN {
		return m.Format("Jan 2006")
	}
	return m.Format("2006年1月")
}

// yearBefore is a file of the calls of which two of three were a year before,
// and those of both years.
func (h *hand) yearBefore() (file string, both [][]string) {
	h.t.Helper()
	out := [][]string{h.head}
	for i, r := range h.lines {
		if i%3 == 0 {
			continue
		}
		r = slices.Clone(r)
		r[cStart] = start(r).AddDate(-1, 0, 0).Format("2006-01-02 15:04:05")
		out = append(out, r)
	}
	return h.sheet("last year.csv", out), slices.Concat(h.lines, out[1:])
}
