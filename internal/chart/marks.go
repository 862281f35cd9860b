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
		b.above = append(b.above, Poly{Pts: []Point{{f.area.X, y}, {f.area.X + f.area.W, y}}, Style: Style{Stroke: c, Width: 1.25, Dash: 5}})
		at, room := Point{f.area.X + f.area.W - 2, y - 2}, f.area.W*.6
		if m.Label != "" {
			w := b.width(Cut(b.m, m.Label, smallSize, false, room), smallSize) + 5
			left := Point{f.area.X + w, y - 2}
			if !m.Second && b.crossings(f, left, w) < b.crossings(f, at, w) {
				at = left
			}
		}
		b.markLabel(m, at, room, c, &taken)
	}
}

// crossings counts the values that lie under words of a width, which end at a
// point and stand on it.
func (b *plot) crossings(f *frame, end Point, width float64) (n int) {
	h := b.height(smallSize)
	for j := range b.c.Categories {
		if x := f.middle(j); x < end.X-width-f.band/2 || x > end.X+f.band/2 {
			continue
		}
		for _, i := range b.c.visible() {
			if y := f.value.at(b.c.Series[i].value(j)); !b.c.Series[i].Second && y > end.Y-h-4 && y < end.Y+4 {
				n++
			}
		}
	}
	return n
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
	label := Label{X: at.X, Y: at.Y, Text: Cut(b.m, m.Label, smallSize, false, room), Font: b.font(smallSize, c), HA: 1, VA: 1}
	w := b.width(label.Text, smallSize)
	if q := quadOf(label, b.m); w == 0 || !b.free(&q) {
		return
	}
	patch := b.p.Surface
	patch.A = 215
	b.top = append(b.top, Box{at.X - w - 3, at.Y - h, w + 5, h, Style{Fill: patch, Radius: 3}})
	b.put(label)
	b.late = append(b.late, Hit{X: at.X - w, Y: at.Y - h, W: w, H: h + 4, Title: m.Label, Lines: []string{b.c.Format.Full(m.Value, b.l)}, Ref: Ref{-1, -1}})
}

// putClear is put with a patch of the surface behind, where a reference line or
// the stem of a remark would strike the words through.
func (b *plot) putClear(f *frame, l Label) {
	q := quadOf(l, b.m)
	if !b.free(&q) {
		return
	}
	for _, m := range b.c.Marks {
		if y := f.value.at(m.Value); !m.Second && y > q.y0 && y < q.y1 {
			patch := b.p.Surface
			patch.A = 225
			b.top = append(b.top, Box{q.x0 - 2, q.y0 + 1, q.x1 - q.x0 + 4, q.y1 - q.y0 - 2, Style{Fill: patch, Radius: 3}})
		}
	}
	if b.stemmed(&q) {
		b.top = append(b.top, Box{q.x0 - 1, q.y0 + 1, q.x1 - q.x0 + 2, q.y1 - q.y0 - 2, Style{Fill: b.p.Surface, Radius: 3}})
	}
	b.put(l)
}

// barMarks draws the reference lines of horizontal bars.
func (b *plot) barMarks(a *axis, area Box) {
	for _, m := range b.c.Marks {
		if math.IsNaN(m.Value) || m.Value < a.lo || m.Value > a.hi {
			continue
		}
		x := a.at(m.Value)
		c := b.tone(m.Tone)
		label := Label{X: x + 4, Y: area.Y, Text: Cut(b.m, m.Label, smallSize, false, area.W*.3), Font: b.font(smallSize, c)}
		if x > area.X+area.W*.6 {
			label.X, label.HA = x-4, 1
		}
		if q := quadOf(label, b.m); label.Text != "" && b.free(&q) {
			patch := b.p.Surface
			patch.A = 215
			b.top = append(b.top, Box{q.x0 - 2, q.y0, q.x1 - q.x0 + 4, q.y1 - q.y0, Style{Fill: patch, Radius: 3}})
			b.put(label)
		}
		b.above = append(b.above, Poly{Pts: []Point{{x, area.Y}, {x, area.Y + area.H}}, Style: Style{Stroke: c, Width: 1.25, Dash: 5}})
		b.late = append(b.late, Hit{X: x - 4, Y: area.Y, W: 8, H: area.H, Title: m.Label, Lines: []string{b.c.Format.Full(m.Value, b.l)}, Ref: Ref{-1, -1}})
	}
}

// highest gives the top of the marks of a category that stand side by side.
func (b *plot) highest(f *frame) func(int) float64 {
	return func(j int) float64 {
		y := f.value.zero()
		for _, i := range b.c.visible() {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) && !b.c.Series[i].Second {
				y = math.Min(y, f.value.at(v))
			}
		}
		return y
	}
}

// summit gives the top of the stack of a category.
func (b *plot) summit(f *frame) func(int) float64 {
	return func(j int) float64 {
		up, _ := b.sums(b.c.visible(), j)
		return f.value.at(up)
	}
}
