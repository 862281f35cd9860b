package chart

import (
	"image/color"
	"math"
)

// tone is the colour of a tone.
func (b *plot) tone(t Tone) color.NRGBA {
	switch t {
	case Good:
		return b.p.Good
	case Warning:
		return b.p.Warning
	case Bad:
		return b.p.Bad
	}
	return b.p.Second
}

// marks draws the reference lines of an upright chart, their words at the
// right end over the line, where they are free of each other.
func (b *plot) marks(f *frame) {
	var taken []float64
	for _, m := range b.c.Marks {
		a := &f.value
		if m.Second && f.second != nil {
			a = f.second
		}
		if math.IsNaN(m.Value) || m.Value < a.lo || m.Value > a.hi {
			continue
		}
		y := a.at(m.Value)
		c := b.tone(m.Tone)
		b.add(Poly{Pts: []Point{{f.area.X, y}, {f.area.X + f.area.W, y}}, Style: Style{Stroke: c, Width: 1.25, Dash: 5}})
		b.markLabel(m, Point{f.area.X + f.area.W - 2, y - 2}, f.area.W*.6, c, &taken)
	}
}

// markLabel writes a mark's words on a patch of the surface, so that they read
// over whatever they lie on.
func (b *plot) markLabel(m Mark, at Point, room float64, c color.NRGBA, taken *[]float64) {
	if m.Label == "" {
		return
	}
	h := b.height(smallSize)
	for _, y := range *taken {
		if math.Abs(y-at.Y) < h+2 {
			return // hover tells it
		}
	}
	*taken = append(*taken, at.Y)
	s := Cut(b.m, m.Label, smallSize, false, room)
	w := b.width(s, smallSize)
	patch := b.p.Surface
	patch.A = 215
	b.add(Box{at.X - w - 3, at.Y - h, w + 5, h, Style{Fill: patch, Radius: 3}})
	b.add(Label{X: at.X, Y: at.Y, Text: s, Font: b.font(smallSize, c), HA: 1, VA: 1})
	b.Hits = append(b.Hits, Hit{X: at.X - w, Y: at.Y - h, W: w, H: h + 4, Title: m.Label, Lines: []string{b.c.Format.Full(m.Value, b.l)}, Ref: Ref{-1, -1}})
}

// barMarks draws the reference lines of horizontal bars.
func (b *plot) barMarks(a *axis, area Box) {
	for _, m := range b.c.Marks {
		if math.IsNaN(m.Value) || m.Value < a.lo || m.Value > a.hi {
			continue
		}
		x := a.at(m.Value)
		c := b.tone(m.Tone)
		b.add(Poly{Pts: []Point{{x, area.Y}, {x, area.Y + area.H}}, Style: Style{Stroke: c, Width: 1.25, Dash: 5}})
		b.Hits = append(b.Hits, Hit{X: x - 4, Y: area.Y, W: 8, H: area.H, Title: m.Label, Lines: []string{b.c.Format.Full(m.Value, b.l)}, Ref: Ref{-1, -1}})
	}
}

// notes draws the remarks of an upright chart: a box with a stem to the top of
// its mark.
func (b *plot) notes(f *frame) {
	for _, n := range b.c.Notes {
		j, i := n.Ref.Category, n.Ref.Series
		if j < 0 || j >= len(b.c.Categories) {
			continue
		}
		y := f.area.Y + f.area.H*.2
		if i >= 0 && i < len(b.c.Series) {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) {
				y = f.value.at(v)
			}
		}
		b.note(n.Text, Point{f.middle(j), y}, f.area)
	}
}

// note draws one remark whose stem ends at a point.
func (b *plot) note(text string, at Point, area Box) {
	lines := Wrap(b.m, text, smallSize, math.Min(160, area.W*.4), 2)
	w, line := 0.0, b.height(smallSize)+2
	for _, s := range lines {
		w = math.Max(w, b.width(s, smallSize))
	}
	w += 12
	h := float64(len(lines))*line + 6
	x := math.Max(area.X, math.Min(area.X+area.W-w, at.X-w/2))
	y := math.Max(area.Y, at.Y-h-18)
	if y+h > at.Y-4 {
		y = math.Min(area.Y+area.H-h, at.Y+18)
	}
	stem := b.p.Text
	if y > at.Y {
		b.rule(at.X, at.Y+2, at.X, y, stem)
	} else {
		b.rule(at.X, y+h, at.X, at.Y-2, stem)
	}
	b.dot(at, 3, stem)
	b.add(Box{x, y, w, h, Style{Fill: b.p.Surface, Stroke: stem, Width: 1, Radius: 4}})
	for k, s := range lines {
		b.add(Label{X: x + 6, Y: y + 3 + float64(k)*line, Text: s, Font: b.font(smallSize, b.p.Text)})
	}
}
