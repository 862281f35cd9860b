package chart

import (
	"math"

	"tallyboard/internal/display"
)

// funnelType draws what is left at each step, with the share that each step
// keeps of the one before.
var funnelType = Type{ID: Funnel, single: true, suits: onlyParts, needs: additive, draw: drawFunnel}

func drawFunnel(b *plot) {
	c := b.c
	first := c.visible()[0]
	s := &c.Series[first]
	n := len(c.Categories)
	greatest := 0.0
	for j := range n {
		if v := s.value(j); v > greatest {
			greatest = v
		}
	}
	b.footnotes()
	area := b.box
	line := b.height(labelSize)
	widest, kept := 0.0, 0.0
	for j, name := range c.Categories {
		widest = math.Max(widest, b.width(name, labelSize))
		if j > 0 {
			kept = math.Max(kept, b.width(b.kept(s, j), smallSize))
		}
	}
	left := math.Min(widest, area.W*.34) + 10
	area.X, area.W = area.X+left, area.W-left-kept-10
	if area.W < 20 {
		return
	}
	b.Plot = area
	row := math.Min(area.H/float64(n), math.Max(64, b.H*.14))
	area.Y += (area.H - row*float64(n)) / 2
	bar := row * .68
	every := max(1, int(math.Ceil(line/row)))
	f := c.format(first)
	middle := area.X + area.W/2
	var before Box
	for j, name := range c.Categories {
		v := s.value(j)
		y := area.Y + row*float64(j)
		if j%every == 0 {
			b.put(Label{X: area.X - 10, Y: y + bar/2, Text: Cut(b.m, name, labelSize, false, left-10), Font: b.font(labelSize, b.p.Text), HA: 1, VA: .5})
		}
		if math.IsNaN(v) {
			continue
		}
		w := v / greatest * area.W
		box := Box{middle - w/2, y, w, bar, Style{Fill: mix(b.p.Series[0], b.p.Surface, .45*float64(j)/math.Max(1, float64(n-1))), Radius: 2}}
		if j > 0 && before.W > 0 && row-bar > 3 {
			b.add(Poly{Pts: []Point{{before.X, before.Y + bar}, {before.X + before.W, before.Y + bar}, {box.X + box.W, box.Y}, {box.X, box.Y}}, Closed: true, Style: Style{Fill: mix(b.p.Line, b.p.Surface, .3)}})
		}
		if w > 0 {
			box.W = math.Max(box.W, 1)
			b.add(box)
		}
		text := f.Short(v, b.l)
		switch tw := b.width(text, labelSize); {
		case bar < line:
		case tw+10 <= box.W:
			b.put(Label{X: middle, Y: y + bar/2, Text: text, Font: Font{labelSize, true, on(box.Style.Fill)}, HA: .5, VA: .5})
		default:
			b.put(Label{X: middle + box.W/2 + 5, Y: y + bar/2, Text: text, Font: b.font(labelSize, b.p.Text), VA: .5})
		}
		if j > 0 && row >= line {
			b.put(Label{X: b.box.X + b.box.W, Y: y - (row-bar)/2, Text: b.kept(s, j), Font: b.font(smallSize, b.p.Second), HA: 1, VA: .5})
		}
		h := b.markHit(Hit{X: area.X, Y: y, W: area.W, H: row, Mark: &box}, first, j)
		h.Lines = []string{b.l.T("chart.hover.value", s.Name, f.Full(v, b.l))}
		if j > 0 {
			h.Lines = append(h.Lines, b.l.T("chart.funnel.step", share(v/s.value(j-1), b)), b.l.T("chart.funnel.all", share(v/s.value(0), b)))
		}
		b.Hits = append(b.Hits, h)
		before = box
	}
}

// kept is the share of the step before that a step keeps.
func (b *plot) kept(s *Series, j int) string {
	v := s.value(j) / s.value(j-1)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return display.None
	}
	return "↓ " + share(v, b)
}
