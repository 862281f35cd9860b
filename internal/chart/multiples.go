package chart

import (
	"math"
)

// multiplesType draws a small chart for each series, all on one scale, so that
// many series can be compared without tangling.
var multiplesType = Type{ID: Multiples, lines: true, several: true, suits: anything, draw: drawMultiples}

func drawMultiples(b *plot) {
	c := b.c
	vis := c.visible()
	inner := c.Inner
	if inner == "" {
		inner = Column
		if c.Time && len(c.Categories) > 12 {
			inner = Line
		}
	}
	zero := inner != Line || c.Parts
	r := b.extent(vis, zero)
	if newAxis(r.lo, r.hi, zero, 4, c.format(r.series), b).cut {
		b.foot = append(b.foot, b.l.T("chart.cut"))
	}
	b.footnotes()
	columns := panelColumns(len(vis), b.box)
	rows := (len(vis) + columns - 1) / columns
	line := b.height(labelSize)
	bottom := line + 8
	a := newAxis(r.lo, r.hi, zero, steps((b.box.H-bottom)/float64(rows)-line, 32), c.format(r.series), b)
	left := b.tickWidth(&a) + 8
	w := (b.box.W - left) / float64(columns)
	h := (b.box.H - bottom) / float64(rows)
	const leastWidth, leastHeight = 40, 12 // of what is drawn in a panel
	if w-panelGap < leastWidth || h-line-panelFoot < leastHeight {
		b.sentence(b.l.T("chart.crowded"))
		return
	}
	b.Plot = Box{X: b.box.X + left, Y: b.box.Y, W: b.box.W - left, H: b.box.H - bottom}
	for k, i := range vis {
		col, row := k%columns, k/columns
		f := frame{value: a, area: Box{
			X: b.Plot.X + w*float64(col) + 4, Y: b.Plot.Y + h*float64(row) + line + 8,
			W: w - panelGap, H: h - line - panelFoot,
		}}
		f.value.from, f.value.to = f.area.Y+f.area.H, f.area.Y
		f.band = f.area.W / float64(len(c.Categories))
		b.panel(&f, inner, i, col == 0)
		if k+columns >= len(vis) {
			b.panelNames(&f)
		}
	}
}

const (
	panelGap  = 18 // between panels beside each other
	panelFoot = 18 // between what a panel draws and the name of the one under it
)

// panelColumns is how many panels stand side by side so that they are about
// one and a half times as wide as high: the fewest that fill so many rows, as
// those leave the least room empty.
func panelColumns(n int, box Box) int {
	best, off := 1, math.Inf(1)
	for rows := 1; rows <= n; rows++ {
		k := (n + rows - 1) / rows
		d := math.Abs(math.Log(box.W / float64(k) / (box.H / float64(rows)) / 1.5))
		if d < off {
			best, off = k, d
		}
	}
	return best
}

// panel draws one small chart.
func (b *plot) panel(f *frame, inner Kind, series int, first bool) {
	s := &b.c.Series[series]
	b.put(Label{X: f.area.X, Y: f.area.Y - 5, Text: Cut(b.m, s.Name, labelSize, false, f.area.W), Font: b.font(labelSize, b.p.Text), VA: 1})
	for _, v := range f.value.ticks() {
		b.rule(f.area.X, f.value.at(v), f.area.X+f.area.W, f.value.at(v), b.p.Line)
		if first {
			b.text(f.area.X-12, f.value.at(v), f.value.text(v), labelSize, 1, .5)
		}
	}
	for _, m := range b.c.Marks {
		if y := f.value.at(m.Value); !m.Second && m.Value >= f.value.lo && m.Value <= f.value.hi {
			b.above = append(b.above, Poly{Pts: []Point{{f.area.X, y}, {f.area.X + f.area.W, y}}, Style: Style{Stroke: b.tone(m.Tone), Width: 1.25, Dash: 5}})
		}
	}
	colour := b.colour(series)
	switch inner {
	case Line, Area:
		var pts []Point
		flush := func() {
			if len(pts) > 1 {
				if inner == Area {
					fill := colour
					fill.A = 60
					b.add(Poly{Pts: append(append([]Point{{pts[0].X, f.value.zero()}}, pts...), Point{pts[len(pts)-1].X, f.value.zero()}), Closed: true, Style: Style{Fill: fill}})
				}
				b.add(Poly{Pts: pts, Style: Style{Stroke: colour, Width: 1.75}})
			} else if len(pts) == 1 {
				b.dot(pts[0], 2.5, colour)
			}
			pts = nil
		}
		for j := range b.c.Categories {
			v := s.value(j)
			if math.IsNaN(v) {
				flush()
				continue
			}
			pts = append(pts, Point{f.middle(j), f.value.at(v)})
		}
		flush()
	default:
		gap := math.Max(f.band*.14, (f.band-64)/2)
		if f.band < 5 {
			gap = 0
		}
		for j := range b.c.Categories {
			v := s.value(j)
			if math.IsNaN(v) || v == 0 {
				continue
			}
			y, zero := f.value.at(v), f.value.zero()
			b.add(Box{f.area.X + f.band*float64(j) + gap, math.Min(y, zero), f.band - 2*gap, math.Max(1, math.Abs(y-zero)), Style{Fill: colour}})
		}
		b.baseline(&f.value, f.area)
	}
	for j := range b.c.Categories {
		v := s.value(j)
		if math.IsNaN(v) {
			continue
		}
		y, zero := f.value.at(v), f.value.zero()
		mark := Box{X: f.middle(j) - f.band/2, Y: math.Min(y, zero), W: f.band, H: math.Max(1, math.Abs(y-zero))}
		h := b.markHit(Hit{X: f.area.X + f.band*float64(j), Y: f.area.Y, W: f.band, H: f.area.H, Mark: &mark}, series, j)
		b.Hits = append(b.Hits, h)
	}
}

// panelNames writes the first and the last category under a panel.
func (b *plot) panelNames(f *frame) {
	names := b.c.Categories
	y := f.area.Y + f.area.H + 8
	first := Cut(b.m, names[0], smallSize, false, f.area.W*.48)
	if len(names) == 1 {
		first = Cut(b.m, names[0], smallSize, false, f.area.W)
	}
	last := Cut(b.m, names[len(names)-1], smallSize, false, f.area.W-b.width(first, smallSize)-10)
	if stump(first, names[0]) || stump(last, names[len(names)-1]) {
		return // hover tells them
	}
	b.text(f.area.X, y, first, smallSize, 0, 0)
	if len(names) > 1 {
		b.text(f.area.X+f.area.W, y, last, smallSize, 1, 0)
	}
}

// stump reports whether so little is left of a text that it says nothing.
func stump(cut, full string) bool {
	left := len([]rune(cut))
	return cut != full && (left < 4 || 3*left < 2*len([]rune(full)))
}
