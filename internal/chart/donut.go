package chart

import (
	"image/color"
	"math"
)

// donutType draws the shares of a whole as segments of a ring, the whole in
// the middle. More than eight parts are drawn as the seven greatest and others.
var donutType = Type{ID: Donut, single: true, suits: onlyParts, needs: additive, draw: drawDonut}

const maxSegments = 8

// fewSegments of the greatest are drawn however small they are: a ring of
// nothing but others says nothing.
const fewSegments = 5

// leader is the room between the ring and the names beside it.
const leader = 26

// segment of a ring.
type segment struct {
	name     string
	category int // −1 for several
	value    float64
	colour   color.NRGBA
	lines    []string
}

func drawDonut(b *plot) {
	first := b.c.visible()[0]
	parts, sum := b.segments(first)
	beside := b.roomBeside(parts)
	if !beside && b.H >= 150 && b.W >= 100 {
		b.segmentLegend(parts, first, sum)
	}
	b.footnotes()
	box := b.box
	r := math.Min(box.H, box.W)/2 - 4
	if beside {
		// Long names take room from the ring, down to a point.
		widest := 0.0
		for _, s := range parts {
			widest = math.Max(widest, b.width(s.name, labelSize)+b.width("100.0%", labelSize)+14)
		}
		r = math.Min(box.H/2-14, math.Max(box.W*.17, math.Min(box.W*.28, box.W/2-widest-leader-8)))
	}
	r = math.Max(r, 6)
	centre := Point{box.X + box.W/2, box.Y + box.H/2}
	inner := r * .6
	b.Plot = Box{X: centre.X - r, Y: centre.Y - r, W: 2 * r, H: 2 * r}
	angle := 0.0
	var sides [2][]callout
	for _, s := range parts {
		w := Wedge{centre.X, centre.Y, inner, r, angle, angle + s.value/sum*2*math.Pi}
		angle = w.To
		style := Style{Fill: s.colour}
		if len(parts) > 1 {
			style.Stroke, style.Width = b.p.Surface, 1.5
		}
		b.add(Arc{w, style})
		b.Hits = append(b.Hits, b.segmentHit(Hit{Wedge: &w, X: centre.X - r, Y: centre.Y - r, W: 2 * r, H: 2 * r}, s, first))
		middle := (w.From + w.To) / 2
		side := 0
		if math.Sin(middle) < -1e-9 {
			side = 1
		}
		sides[side] = append(sides[side], callout{s, middle, 0})
	}
	b.middle(centre, inner, b.c.format(first).Short(sum, b.l))
	if beside {
		b.callouts(sides[0], centre, r, sum, 1)
		b.callouts(sides[1], centre, r, sum, -1)
	}
}

// roomBeside reports whether names can stand beside the ring with more than a
// stump left of them.
func (b *plot) roomBeside(parts []segment) bool {
	const few = 4 // characters
	need := 0.0
	for _, s := range parts {
		need = math.Max(need, math.Min(b.width(s.name, labelSize), few*labelSize)+b.width("100.0%", labelSize)+14)
	}
	r := math.Min(b.box.H/2-14, b.box.W*.17)
	return b.box.W >= 320 && b.box.W/2-r-leader >= need
}

func (b *plot) segmentHit(h Hit, s segment, series int) Hit {
	if s.category >= 0 {
		return b.markHit(h, series, s.category)
	}
	h.Ref = Ref{series, -1}
	h.Title, h.Lines = s.name, s.lines
	return h
}

// segmentLegend names the segments above a ring that has no room beside it.
func (b *plot) segmentLegend(parts []segment, series int, sum float64) {
	var items []item
	for _, s := range parts {
		part := share(s.value/sum, b)
		name := Cut(b.m, s.name, labelSize, false, b.legendWidth()-b.width("  "+part, labelSize))
		items = append(items, item{name: name + "  " + part, colour: s.colour, ref: Ref{-1, -1}})
	}
	from := len(b.Hits)
	b.legend(items, 0)
	for i := from; i < len(b.Hits); i++ {
		for k, s := range parts {
			if h := &b.Hits[i]; h.Title == items[k].name {
				*h = b.segmentHit(*h, s, series)
				h.Legend = false
			}
		}
	}
}

// middle writes the whole into the ring.
func (b *plot) middle(centre Point, inner float64, total string) {
	size := math.Min(24, inner*.5)
	for size > 9 && b.m.Width(total, size, true) > inner*1.6 {
		size--
	}
	f := Font{size, true, b.p.Text}
	switch {
	case size < 9 || b.m.Width(total, size, true) > inner*1.8:
	case inner > 34:
		b.put(Label{X: centre.X, Y: centre.Y + 3, Text: total, Font: f, HA: .5, VA: 1})
		b.text(centre.X, centre.Y+5, b.l.T("chart.total"), smallSize, .5, 0)
	default:
		b.put(Label{X: centre.X, Y: centre.Y, Text: total, Font: f, HA: .5, VA: .5})
	}
}

// segments are the parts of a ring in drawing order.
func (b *plot) segments(series int) (parts []segment, sum float64) {
	c := b.c
	order, sum := descending(c, series)
	if c.Ordered || c.Time {
		for i := range order {
			order[i] = i
		}
	}
	var live, tiny []int
	for k, j := range order {
		switch v := c.Series[series].value(j); {
		case v > 0 && v < sum*.01 && (k >= fewSegments || c.Ordered || c.Time):
			tiny = append(tiny, j)
		case v > 0:
			live = append(live, j)
		}
	}
	if !c.Ordered && !c.Time {
		cut := maxSegments - 1
		if len(live)+len(tiny) <= maxSegments {
			cut = len(live)
		}
		if len(live) > cut {
			live, tiny = live[:cut], append(live[cut:len(live):len(live)], tiny...)
		}
	}
	if len(tiny) == 1 {
		live, tiny = append(live, tiny...), nil
	}
	for _, j := range live {
		parts = append(parts, segment{c.Categories[j], j, c.Series[series].value(j), b.categoryColour(j), nil})
	}
	if len(tiny) == 0 {
		return parts, sum
	}
	rest := segment{name: b.l.T("chart.other", len(tiny)), category: -1, colour: b.p.Other}
	for k, j := range tiny {
		v := c.Series[series].value(j)
		rest.value += v
		if k < 10 {
			rest.lines = append(rest.lines, b.l.T("chart.hover.value", c.Categories[j], c.format(series).Full(v, b.l)))
		}
	}
	rest.lines = append([]string{c.format(series).Full(rest.value, b.l), b.l.T("chart.hover.share", share(rest.value/sum, b))}, rest.lines...)
	return append(parts, rest), sum
}

// callout is a name beside the ring with its leader line.
type callout struct {
	segment
	angle float64
	y     float64
}

// callouts writes the names of one side (+1 right, −1 left), spread so that
// none touches another; what finds no room is left to the hover card.
func (b *plot) callouts(list []callout, centre Point, r, sum float64, side float64) {
	line := b.height(labelSize) + 3
	top, bottom := b.box.Y+line/2, b.box.Y+b.box.H-line/2
	room := int((bottom-top)/line) + 1
	for len(list) > room { // drop the smallest
		least := 0
		for i := range list {
			if list[i].value < list[least].value {
				least = i
			}
		}
		list = append(list[:least], list[least+1:]...)
	}
	if side < 0 { // the left side runs from the bottom up
		for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
			list[i], list[j] = list[j], list[i]
		}
	}
	y := top
	for i := range list {
		want := centre.Y - (r+9)*math.Cos(list[i].angle)
		list[i].y = math.Max(y, math.Min(want, bottom))
		y = list[i].y + line
	}
	y = bottom
	for i := len(list) - 1; i >= 0; i-- {
		list[i].y = math.Min(list[i].y, y)
		y = list[i].y - line
	}
	edge := centre.X + side*(r+leader)
	width := b.box.X + b.box.W - edge - 6
	if side < 0 {
		width = edge - 6 - b.box.X
	}
	for _, c := range list {
		b.add(Poly{Pts: append(around(centre, r, c.angle, c.y, side), Point{edge, c.y}), Style: Style{Stroke: mix(c.colour, b.p.Surface, .25), Width: 1}})
		value := share(c.value/sum, b)
		vw := b.width(value, labelSize)
		name := Cut(b.m, c.name, labelSize, false, width-vw-6)
		nw := b.width(name, labelSize)
		if side > 0 {
			b.put(Label{X: edge + 4, Y: c.y, Text: name, Font: b.font(labelSize, b.p.Text), VA: .5})
			b.text(edge+4+nw+6, c.y, value, labelSize, 0, .5)
		} else {
			b.text(edge-4, c.y, value, labelSize, 1, .5)
			b.put(Label{X: edge - 4 - vw - 6, Y: c.y, Text: name, Font: b.font(labelSize, b.p.Text), HA: 1, VA: .5})
		}
	}
}

// around leads a line from a segment's middle round the ring to the height of
// its name, never across the ring.
func around(centre Point, r, angle, y, side float64) []Point {
	at := func(r, a float64) Point {
		sin, cos := math.Sincos(a)
		return Point{centre.X + r*sin, centre.Y - r*cos}
	}
	out := []Point{at(r+2, angle)}
	dy := math.Max(-1, math.Min(1, (y-centre.Y)/(r+9)))
	to := math.Acos(-dy) // the angle, from 12 o'clock, at which the circle has that height
	if side < 0 {
		to = 2*math.Pi - to
	}
	n := 1 + int(math.Abs(to-angle)/.15)
	for i := 0; i <= n; i++ {
		out = append(out, at(r+9, angle+(to-angle)*float64(i)/float64(n)))
	}
	return append(out, Point{centre.X + side*math.Max(math.Abs(out[len(out)-1].X-centre.X), 2), y})
}
