package chart

import (
	"math"

	"tallyboard/internal/display"
)

// percentType draws the parts of each category as shares of it, all bars of
// equal height.
var percentType = Type{ID: Percent, several: true, across: true, legend: true, suits: someParts, needs: additive, draw: drawPercent}

// someParts reports whether there is a whole that parts can be shares of.
func someParts(c *Chart) bool { return notNegative(c) && !c.allZero() }

func drawPercent(b *plot) {
	vis := b.c.visible()
	percent := display.Format{Kind: display.Percent}
	f := b.upright(valueRange{hi: 1, zero: true, format: &percent}, nil, 4)
	for j := range b.c.Categories {
		sum, _ := b.sums(vis, j)
		if sum <= 0 {
			continue
		}
		x, w := f.slot(j, 0, 1)
		acc := 0.0
		for _, i := range vis {
			v := b.c.Series[i].value(j)
			if math.IsNaN(v) || v == 0 {
				continue
			}
			y0, y1 := f.value.at(acc/sum), f.value.at((acc+v)/sum)
			acc += v
			b.segment(Box{X: x, Y: y1, W: w, H: y0 - y1}, i, j, b.markColour(i, j), percent.Short(v/sum, b.l))
		}
	}
	b.baseline(&f.value, f.area)
}
