package chart

import (
	"image/color"
	"math"
	"slices"
)

// stackedType draws the parts of each category on top of each other, negative
// ones below zero.
var stackedType = Type{ID: Stacked, lines: true, across: true, legend: true, suits: anything, needs: additive, draw: drawStacked}

func drawStacked(b *plot) {
	vis := b.c.visible()
	r := valueRange{zero: true}
	if len(vis) > 0 {
		r.series = vis[0]
	}
	for j := range b.c.Categories {
		up, down := b.sums(vis, j)
		r.lo, r.hi = math.Min(r.lo, down), math.Max(r.hi, up)
	}
	b.markRange(&r)
	head := 0.0
	if b.box.H > 120 {
		head = 16
	}
	f := b.upright(r, nil, head+b.noteRoom())
	b.marks(&f)
	b.notes(&f, b.summit(&f))
	totals := b.totalsFit(&f, vis)
	for j := range b.c.Categories {
		up, down := 0.0, 0.0
		x, w := f.slot(j, 0, 1)
		for _, i := range vis {
			v := b.c.Series[i].value(j)
			if math.IsNaN(v) || v == 0 {
				continue
			}
			from := up
			if v < 0 {
				from = down
			}
			y0, y1 := f.value.at(from), f.value.at(from+v)
			if v < 0 {
				down += v
			} else {
				up += v
			}
			b.segment(Box{X: x, Y: math.Min(y0, y1), W: w, H: math.Abs(y0 - y1)}, i, j, b.markColour(i, j), b.c.format(i).Short(v, b.l))
		}
		if k := slices.IndexFunc(vis, func(i int) bool { return b.c.Series[i].value(j) == 0 }); up == 0 && down == 0 && k >= 0 {
			zero := f.value.zero() // nothing to see, but something to ask about
			b.hit(Hit{X: x, Y: zero - 2, W: w, H: 4, Mark: &Box{X: x, Y: zero, W: w}}, vis[k], j)
		}
		if sum, ok := b.total(vis, j); ok && totals {
			b.putClear(&f, Label{X: x + w/2, Y: f.value.at(up) - 2, Text: b.c.Format.Short(sum, b.l), Font: b.font(smallSize, b.p.Text), HA: .5, VA: 1})
		}
	}
	b.baseline(&f.value, f.area)
}

// segment draws one part of a stack with its value where that fits.
func (b *plot) segment(box Box, series, category int, colour color.NRGBA, text string) {
	mark := box
	box.Style.Fill = colour
	if box.H > 4 {
		box.Y, box.H = box.Y+.5, box.H-1 // a seam between neighbours of like grey
	}
	b.add(box)
	h := Hit{X: mark.X, Y: mark.Y, W: mark.W, H: mark.H}
	if h.H < 4 {
		h.Y, h.H, h.Mark = h.Y-(4-h.H)/2, 4, &mark
	}
	b.hit(h, series, category)
	if len(b.c.visible()) > 1 && box.H >= b.height(smallSize)+2 && b.width(text, smallSize) <= box.W-6 {
		l := Label{X: box.X + box.W/2, Y: box.Y + box.H/2, Text: text, Font: b.font(smallSize, on(colour)), HA: .5, VA: .5}
		if q := quadOf(l, b.m); !b.stemmed(&q) {
			b.put(l)
		}
	}
}

// sums are the sums of the positive and of the negative values of a category.
func (b *plot) sums(series []int, category int) (up, down float64) {
	for _, i := range series {
		if v := b.c.Series[i].value(category); v > 0 {
			up += v
		} else if v < 0 {
			down += v
		}
	}
	return up, down
}

// total is the sum of a category; ok is false where nothing is there.
func (b *plot) total(series []int, category int) (sum float64, ok bool) {
	for _, i := range series {
		if v := b.c.Series[i].value(category); !math.IsNaN(v) {
			sum, ok = sum+v, true
		}
	}
	return sum, ok
}

func (b *plot) totalsFit(f *frame, series []int) bool {
	if f.area.H < 60 {
		return false
	}
	for j := range b.c.Categories {
		if sum, ok := b.total(series, j); ok && b.width(b.c.Format.Short(sum, b.l), smallSize) > f.band-6 {
			return false
		}
	}
	return true
}
