package main

import (
	"fmt"
	"slices"
)

// headAt is the heading of a column of the table.
func headAt(col int) test {
	return cellOf(func(o seen) bool { return o.Cell.Row == -1 && o.Cell.Col == col })
}

// widthOf is how wide a column is in sight.
func (h *hand) widthOf(col int) float64 {
	if l := h.all(headAt(col)); len(l) > 0 {
		return l[0].W
	}
	return 0
}

// widths: headings are pulled wider and narrower, words that do not fit are
// wrapped or cut, and there is a way back.
func (h *hand) widths() {
	types, _ := h.byRows(cType1)
	var were []float64
	for col := range 4 {
		were = append(were, h.wait("a heading", headAt(col)).W)
	}
	pulls := []int{-30, 60, -20, 40}
	for col, by := range pulls {
		at := h.wait("the heading", headAt(col))
		edge, middle := int(at.X+at.W)-1, int(at.Y+at.H/2)
		h.pull(edge, middle, edge+by, middle)
		h.until(fmt.Sprintf("column %d wider by %d", col, by), func() string {
			d := h.widthOf(col) - were[col] - float64(by)
			return yes(d < 4 && d > -4)
		})
	}
	h.snap("pulled")

	long := slices.MaxFunc(types, func(a, b string) int { return len(a) - len(b) })
	row := func() seen {
		return h.wait("the longest type", cellOf(func(o seen) bool { return o.Words == long && o.Cell.Col == 0 }))
	}
	flat := row().H
	h.tableMenu("table.wrap")
	h.until("its words in two lines", func() string { return yes(row().H > flat*1.4) })
	h.snap("wrapped")
	h.tableMenu("table.wrap")
	h.until("its words in one line", func() string { return yes(row().H == flat) })

	h.keys("ctrl+z", "ctrl+z", "ctrl+z") // wrapped, not wrapped, and the last width
	h.until("the last heading as it was", func() string { return yes(h.widthOf(3) == were[3]) })
	if got := h.widthOf(1); got < were[1]+50 {
		h.t.Errorf("the second column went back too, to %v", got)
	}
	h.tableMenu("table.widths")
	h.until("all headings as they were", func() string {
		for col, w := range were {
			if h.widthOf(col) != w {
				return ""
			}
		}
		return "yes"
	})
}
