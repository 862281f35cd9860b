package chart

import (
	"image/color"
	"math"
)

// heatType draws a cell for each series and category, the colour telling the
// value: from light to dark, or away from grey on both sides of zero.
var heatType = Type{ID: Heat, across: true, suits: anything, draw: drawHeat}

// shade turns values into colours.
type shade struct {
	lo, hi float64
	colour func(v float64) color.NRGBA
}

// shades chooses the scale of colours for the visible values.
func (b *plot) shades() shade { return b.shadesOf(b.c.visible()) }

func (b *plot) shadesOf(series []int) shade {
	lo, hi := b.reach(series, false)
	if lo > hi {
		lo, hi = b.reach(series, true)
	}
	if lo < 0 {
		reach := math.Max(-lo, hi)
		if reach == 0 {
			reach = 1
		}
		return shade{-reach, reach, func(v float64) color.NRGBA { return ramp(b.p.Diverging, (v+reach)/(2*reach)) }}
	}
	// Values that lie close together are told apart from their least one up;
	// others from zero, so that twice the number looks twice as strong.
	from := 0.0
	if hi > lo && lo > hi*.6 {
		from = lo - (hi-lo)*.15 // the least is still a colour
	}
	span := hi - from
	if span <= 0 {
		span = 1
	}
	least := from
	if from > 0 {
		least = lo
	}
	return shade{least, from + span, func(v float64) color.NRGBA { return ramp(b.p.Sequential, (v-from)/span) }}
}

// reach is the least and the greatest value, those that stand for everything
// else apart: a rest of many would leave the others pale.
func (b *plot) reach(series []int, all bool) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, i := range series {
		for j := range b.c.Categories {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) && (all || !b.c.remainder(i, j)) {
				lo, hi = math.Min(lo, v), math.Max(hi, v)
			}
		}
	}
	return lo, hi
}

// remainder reports whether a cell stands for everything else.
func (c *Chart) remainder(series, category int) bool {
	return c.Series[series].Other || c.rest(category)
}

// leastRow is the height below which a row of a heat map gives nothing up.
const leastRow = 20

func drawHeat(b *plot) {
	c := b.c
	vis := c.visible()
	b.footnotes()
	sh := b.shades()
	line := b.height(labelSize)
	key := 0.0
	if b.box.H > 120 {
		key = line + 14
	}

	area := b.box
	area.H -= key
	left := 0.0
	for _, i := range vis {
		left = math.Max(left, b.width(c.Series[i].Name, labelSize))
	}
	left = math.Min(left, area.W*.34)
	if left > 0 {
		left += 8
	}
	area.X, area.W = area.X+left, area.W-left
	band := area.W / float64(len(c.Categories))
	spare := (b.box.H - leastRow*float64(len(vis))) / .34 // what rows do not need is for the names
	names := b.plan(c.Categories, band, math.Max(b.box.H, spare), c.Time || c.Ordered)
	area.H -= names.height
	if area.H < 30 {
		area.H += names.height
		names.height = 0
	}
	row := area.H / float64(len(vis))
	size, every := b.rowNames(row)
	b.Plot = area

	values := b.cellValues(vis, band, row)
	gap := 1.0
	if band < 6 || row < 6 {
		gap = 0
	}
	for k, i := range vis {
		y := area.Y + row*float64(k)
		if k%every == 0 && left > 0 {
			s := Cut(b.m, c.Series[i].Name, size, false, left-8)
			b.text(area.X-8, y+row/2, s, size, 1, .5)
		}
		for j := range c.Categories {
			v := c.Series[i].value(j)
			cell := Box{area.X + band*float64(j) + gap/2, y + gap/2, band - gap, row - gap, Style{}}
			if math.IsNaN(v) {
				cell.Style.Fill = mix(b.p.Line, b.p.Surface, .6)
				b.add(cell)
				b.hit(Hit{X: cell.X, Y: cell.Y, W: cell.W, H: cell.H}, i, j)
				continue
			}
			cell.Style.Fill = sh.colour(v)
			if c.remainder(i, j) {
				cell.Style.Fill = mix(b.p.Other, b.p.Surface, .6)
			}
			b.add(cell)
			b.hit(Hit{X: cell.X, Y: cell.Y, W: cell.W, H: cell.H}, i, j)
			if values {
				b.put(Label{X: cell.X + cell.W/2, Y: cell.Y + cell.H/2, Text: c.format(i).Short(v, b.l), Font: b.font(smallSize, on(cell.Style.Fill)), HA: .5, VA: .5})
			}
		}
	}
	if names.height > 0 {
		b.names(names, c.Categories, area)
	}
	if key > 0 {
		b.colourKey(sh, Box{X: area.X, Y: b.box.Y + b.box.H - line, W: area.W, H: line})
	}
}

// cellValues reports whether the numbers of all cells fit.
func (b *plot) cellValues(series []int, w, h float64) bool {
	if h < b.height(smallSize)+2 {
		return false
	}
	for _, i := range series {
		for j := range b.c.Categories {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) && b.width(b.c.format(i).Short(v, b.l), smallSize) > w-4 {
				return false
			}
		}
	}
	return true
}

// colourKey draws the scale of colours with its ends.
func (b *plot) colourKey(sh shade, at Box) {
	f := b.c.format(b.c.visible()[0])
	lo, hi := f.Short(sh.lo, b.l), f.Short(sh.hi, b.l)
	w := math.Min(160, at.W*.4)
	x := at.X
	b.text(x, at.Y+at.H/2, lo, smallSize, 0, .5)
	x += b.width(lo, smallSize) + 8
	if x+w+8+b.width(hi, smallSize) > at.X+at.W {
		w = at.X + at.W - x - 8 - b.width(hi, smallSize)
	}
	const n = 32
	if w < n {
		return
	}
	for i := 0; i < n; i++ {
		v := sh.lo + (sh.hi-sh.lo)*float64(i)/(n-1)
		b.add(Box{x + w*float64(i)/n, at.Y + at.H/2 - 4, w / n, 8, Style{Fill: sh.colour(v)}})
	}
	b.text(x+w+8, at.Y+at.H/2, hi, smallSize, 0, .5)
}
