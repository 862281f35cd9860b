package main

import (
	"strconv"

	"tallyboard/internal/lang"
)

// typed is what finds the column of regions: initials in pinyin, or letters.
func (h *hand) typed() string {
	if h.l == lang.ZH {
		return "khdq"
	}
	return "prov"
}

// chip is a chip over the chart.
func chip(s string) test { return text(s) }

// dropdowns: a column is found by a few letters, offered with what is known of
// it, added, moved, taken away, by mouse and by keyboard; the sentence follows.
func (h *hand) dropdowns() {
	add, region := h.l.T("explore.add"), h.head[cRegion]
	h.tapTip(add, 0)
	h.wait("the search", kind("pickList"))
	h.snap("columns")
	h.types(h.typed())
	h.wait("how many different regions there are", text(strconv.Itoa(h.distinct(cRegion))))
	h.snap("found")
	h.keys("Return")
	h.wait("the chip", chip(region))
	h.says(region + " × ")
	h.snap("two-levels")

	from, to := h.wait("the new level", chip(region)), h.wait("the first level", chip(h.head[cType1]))
	x, y := from.middle()
	h.pull(x, y, int(to.X)-24, y)
	h.until("the regions before the types", func() string { return h.order(region, h.head[cType1]) })
	h.wait("the sentence the other way round", holds(region))
	g := h.copied()
	most, rows := h.top(cRegion)
	if got := g.last(most); got != strconv.Itoa(rows) {
		h.t.Errorf("the table has %q for %s, the rows are %d\n%.300s", got, most, rows, g)
	}

	// The same by keyboard: along the row, back again, and away.
	h.reach("the first level", chip(region))
	h.keys("ctrl+Right")
	h.until("the types first again", func() string { return h.order(h.head[cType1], region) })
	h.keys("Delete")
	h.gone(region, chip(region))

	// Columns to the other side, values by what fits their kind.
	for _, v := range []struct {
		col  int
		want string
	}{{cResolved, "agg.share"}, {cRating, "agg.mean"}, {cTalk, "agg.mean"}, {cCustomer, "agg.distinct"}} {
		h.tapTip(add, 2)
		h.pick(h.head[v.col], h.head[v.col])
		h.until("a value of "+h.head[v.col], func() string {
			want := h.l.T("agg.of", h.l.T(v.want), h.head[v.col])
			if v.want == "agg.share" {
				want = h.l.T("agg.share.of", h.head[v.col])
			}
			return yes(len(h.all(chip(want))) > 0)
		})
	}
	h.snap("values")
	for range 4 { // each is one step back
		h.keys("ctrl+z")
	}
	h.says(h.total(len(h.lines)))
	h.gone("the share", chip(h.l.T("agg.share.of", h.head[cResolved])))
	h.wait("columns from weeks to units", chip(h.l.T("explore.dim", h.head[cStart], h.l.T("func.week"))))
}

// order says yes where one chip stands before another.
func (h *hand) order(a, b string) string {
	x, y := h.all(chip(a)), h.all(chip(b))
	if len(x) > 0 && len(y) > 0 && (x[0].Y < y[0].Y || x[0].Y == y[0].Y && x[0].X < y[0].X) {
		return "yes"
	}
	return ""
}
