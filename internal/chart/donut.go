package chart

import (
	"image/color"
	"math"
)

// donutType draws the shares of a whole as segments of a ring, the whole in
// the middle. More than eight parts are drawn as the seven greatest and others.
var donutType = Type{ID: Donut, suits: onlyParts, needs: additive, draw: drawDonut}

const maxSegments = 8

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
	beside := b.box.W >= 300
	box := b.box
	r := math.Min(box.H/2-14, box.W*.26)
	if !beside {
		r = math.Min(box.H/2-4, box.W/2-4)
	}
	if r < 12 {
		r = math.Max(6, math.Min(box.H, box.W)/2-2)
	}
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
		h := Hit{Wedge: &w, X: centre.X - r, Y: centre.Y - r, W: 2 * r, H: 2 * r}
		if s.category >= 0 {
			h = b.markHit(h, first, s.category)
		} else {
			h.Ref = Ref{first, -1}
			h.Title, h.Lines = s.name, s.lines
		}
		b.Hits = append(b.Hits, h)
		side := 0
		if m := (w.From + w.To) / 2; math.Sin(m) < 0 {
			side = 1
		}
		sides[side] = append(sides[side], callout{s, (w.From + w.To) / 2, 0})
	}
	total := b.c.format(first).Short(sum, b.l)
	size := math.Min(24, inner*.5)
	for size > 9 && b.m.Width(total, size, true) > inner*1.6 {
		size--
	}
	if size >= 9 {
		f := Font{size, true, b.p.Text}
		if inner > 34 {
			b.add(Label{X: centre.X, Y: centre.Y + 3, Text: total, Font: f, HA: .5, VA: 1})
			b.text(centre.X, centre.Y+5, b.l.T("chart.total"), smallSize, .5, 0)
		} else if b.m.Width(total, size, true) < inner*1.8 {
			b.add(Label{X: centre.X, Y: centre.Y, Text: total, Font: f, HA: .5, VA: .5})
		}
	}
	if beside {
		b.callouts(sides[0], centre, r, sum, 1)
		b.callouts(sides[1], centre, r, sum, -1)
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
	var live []int
	for _, j := range order {
		if c.Series[series].value(j) > 0 {
			live = append(live, j)
		}
	}
	for k, j := range live {
		v := c.Series[series].value(j)
		if len(live) > maxSegments && k >= maxSegments-1 {
			if k == maxSegments-1 {
				parts = append(parts, segment{b.l.T("chart.other", len(live)-k), -1, 0, b.p.Other, nil})
			}
			last := &parts[len(parts)-1]
			last.value += v
			if len(last.lines) < 10 {
				last.lines = append(last.lines, b.l.T("chart.hover.value", c.Categories[j], c.format(series).Full(v, b.l)))
			}
			continue
		}
		parts = append(parts, segment{c.Categories[j], j, v, b.categoryColour(j), nil})
	}
	return parts, sum
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
		want := centre.Y - (r+12)*math.Cos(list[i].angle)
		list[i].y = math.Max(y, math.Min(want, bottom))
		y = list[i].y + line
	}
	y = bottom
	for i := len(list) - 1; i >= 0; i-- {
		list[i].y = math.Min(list[i].y, y)
		y = list[i].y - line
	}
	edge := centre.X + side*(r+26)
	width := b.box.X + b.box.W - edge - 6
	if side < 0 {
		width = edge - 6 - b.box.X
	}
	for _, c := range list {
		sin, cos := math.Sincos(c.angle)
		b.add(Poly{Pts: []Point{{centre.X + (r+3)*sin, centre.Y - (r+3)*cos}, {centre.X + (r+11)*sin, c.y}, {edge, c.y}}, Style: Style{Stroke: mix(c.colour, b.p.Surface, .25), Width: 1}})
		value := share(c.value/sum, b)
		vw := b.width(value, labelSize)
		name := Cut(b.m, c.name, labelSize, false, width-vw-6)
		nw := b.width(name, labelSize)
		if side > 0 {
			b.add(Label{X: edge + 4, Y: c.y, Text: name, Font: b.font(labelSize, b.p.Text), VA: .5})
			b.text(edge+4+nw+6, c.y, value, labelSize, 0, .5)
		} else {
			b.text(edge-4, c.y, value, labelSize, 1, .5)
			b.add(Label{X: edge - 4 - vw - 6, Y: c.y, Text: name, Font: b.font(labelSize, b.p.Text), HA: 1, VA: .5})
		}
	}
}
