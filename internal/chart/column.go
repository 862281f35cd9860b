package chart

import "math"

// columnType draws a group of bars for each category, one bar a series.
var columnType = Type{ID: Column, lines: true, across: true, legend: true, suits: anything, draw: drawColumns}

func anything(*Chart) bool { return true }

func drawColumns(b *plot) {
	vis := b.c.visible()
	head := 0.0
	if b.box.H > 120 {
		head = 16
	}
	f := b.upright(b.extent(vis, true), nil, head+b.noteRoom())
	b.marks(&f)
	b.notes(&f, b.highest(&f))
	b.columns(&f, vis)
	b.baseline(&f.value, f.area)
}

// columns draws the bars of the series side by side.
func (b *plot) columns(f *frame, series []int) {
	labelled := b.barLabels(f, series)
	for k, i := range series {
		s := &b.c.Series[i]
		for j := range b.c.Categories {
			v := s.value(j)
			if math.IsNaN(v) {
				continue
			}
			x, w := f.slot(j, k, len(series))
			zero, y := f.value.zero(), f.value.at(v)
			gap := math.Min(1.5, w*.08)
			if len(series) == 1 || w < 5 {
				gap = 0
			}
			bar := Box{x + gap, math.Min(y, zero), math.Max(w-2*gap, .5), math.Abs(zero - y), Style{Fill: b.markColour(i, j), Radius: barRadius(w)}}
			if v != 0 {
				bar.H = math.Max(bar.H, 1)
				b.add(bar)
			}
			mark := bar
			// The whole slot answers: a small bar is hard to meet.
			b.hit(Hit{X: x, Y: f.area.Y, W: w, H: f.area.H, Mark: &mark}, i, j)
			if labelled {
				text := b.c.format(i).Short(v, b.l)
				va, ty := 1.0, y-2
				if v < 0 {
					va, ty = 0, y+2
				}
				b.putClear(f, Label{X: x + w/2, Y: ty, Text: text, Font: b.font(smallSize, b.p.Text), HA: .5, VA: va})
			}
		}
	}
}

func barRadius(w float64) float64 {
	if w < 8 {
		return 0
	}
	return 2
}

// struck reports whether a line runs through the value over a bar.
func (b *plot) struck(f *frame, series, category int) bool {
	v := b.c.Series[series].value(category)
	q := quadOf(Label{X: f.middle(category), Y: f.value.at(v) - 2, Text: b.c.format(series).Short(v, b.l), Font: b.font(smallSize, b.p.Text), HA: .5, VA: 1}, b.m)
	for _, line := range f.lines {
		for k := 1; k < len(line); k++ {
			p, o := line[k-1], line[k]
			if o.X < q.x0 || p.X > q.x1 {
				continue
			}
			at := func(x float64) float64 { return p.Y + (o.Y-p.Y)*(math.Max(p.X, math.Min(o.X, x))-p.X)/(o.X-p.X) }
			if lo, hi := math.Min(at(q.x0), at(q.x1)), math.Max(at(q.x0), at(q.x1)); hi > q.y0-2 && lo < q.y1+2 {
				return true
			}
		}
	}
	return false
}

// barLabels reports whether the values of all bars fit over them.
func (b *plot) barLabels(f *frame, series []int) bool {
	if f.area.H < 60 {
		return false
	}
	for _, i := range series {
		for j := range b.c.Categories {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) {
				_, w := f.slot(j, 0, len(series))
				room := w
				if len(series) == 1 {
					room = f.band
				}
				if b.width(b.c.format(i).Short(v, b.l), smallSize) > room-4 {
					return false
				}
				if b.struck(f, i, j) {
					return false
				}
				if y := f.value.at(v); v < 0 && y+2+b.height(smallSize) > f.area.Y+f.area.H {
					return false
				}
			}
		}
	}
	return true
}
