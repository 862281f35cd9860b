package chart

import (
	"image/color"
	"math"
	"sort"
)

// lineType draws a line for each series. Its axis begins at zero for counts and
// sums; for rates and means that lie close together it may begin higher, which
// is said at the foot.
var lineType = Type{ID: Line, lines: true, across: true, legend: true, suits: anything, draw: drawLines}

func drawLines(b *plot) {
	vis := b.c.visible()
	room := b.nameRoom(vis)
	b.box.W -= room
	f := b.upright(b.extent(vis, b.c.Parts), nil, 6+b.noteRoom())
	if f.value.lo < 0 && f.value.hi > 0 {
		b.baseline(&f.value, f.area)
	}
	b.marks(&f)
	b.notes(&f, b.highest(&f))
	for _, i := range vis {
		b.line(&f, &f.value, i)
	}
	if room > 0 {
		b.lineNames(&f, vis, room)
	}
	b.lineLabels(&f, vis)
	b.lineHits(&f, vis, func(int) *axis { return &f.value })
}

// line draws one series; a gap stays a gap, a single point is a dot.
func (b *plot) line(f *frame, a *axis, series int) {
	s := &b.c.Series[series]
	colour := b.colour(series)
	style := Style{Stroke: colour, Width: 2}
	if s.Muted {
		style.Width, style.Dash = 1.5, 4
	}
	dots := f.band >= 16 && len(b.c.visible()) <= 6
	var run []Point
	var loose [][2]Point // to and from periods that are not whole
	flush := func() {
		switch {
		case len(run) > 1:
			b.add(Poly{Pts: run, Style: style})
		case len(run) == 1 && !dots:
			b.dot(run[0], 2.5, colour)
		}
		run = nil
	}
	for j := range b.c.Categories {
		v := s.value(j)
		if math.IsNaN(v) {
			flush()
			continue
		}
		p := Point{f.middle(j), a.at(v)}
		if n := len(run); n > 0 && (b.c.partial(j) || b.c.partial(j-1)) {
			loose = append(loose, [2]Point{run[n-1], p})
			flush()
		}
		run = append(run, p)
	}
	flush()
	for _, l := range loose {
		b.add(Poly{Pts: l[:], Style: Style{Stroke: colour, Width: 1.5, Dash: 3}})
	}
	if dots && !s.Muted {
		for _, p := range b.points(f, a, series) {
			b.ring(p, colour)
		}
	}
}

// points are those of a series, gaps left out.
func (b *plot) points(f *frame, a *axis, series int) []Point {
	var out []Point
	for j := range b.c.Categories {
		if v := b.c.Series[series].value(j); !math.IsNaN(v) {
			out = append(out, Point{f.middle(j), a.at(v)})
		}
	}
	return out
}

// lineLabels writes the values of few points: over the uppermost line, under
// the lowest; what lies between is told by the hover card.
func (b *plot) lineLabels(f *frame, series []int) {
	var shown []int
	for _, i := range series {
		if !b.c.Series[i].Muted {
			shown = append(shown, i)
		}
	}
	if len(shown) == 0 || len(shown) > 2 || f.area.H < 80 {
		return
	}
	for _, i := range shown {
		for j := range b.c.Categories {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) && b.width(b.c.format(i).Short(v, b.l), smallSize) > f.band-8 {
				return
			}
		}
	}
	for j := range b.c.Categories {
		for _, i := range shown {
			v := b.c.Series[i].value(j)
			if math.IsNaN(v) {
				continue
			}
			l := Label{X: f.middle(j), Y: f.value.at(v) - 6, Text: b.c.format(i).Short(v, b.l), Font: b.font(smallSize, b.p.Text), HA: .5, VA: 1}
			if b.below(series, i, j) || quadOf(l, b.m).y0 < f.area.Y-b.height(smallSize) && b.level(f, i, j) {
				l.Y, l.VA = f.value.at(v)+6, 0
			} else if quadOf(l, b.m).y0 < f.area.Y-b.height(smallSize) { // no room over the greatest
				l.X, l.Y, l.HA, l.VA = l.X+8, f.value.at(v), 0, .5
			} else {
				l.X, l.HA = b.besideSlope(f, i, j, l)
			}
			if q := quadOf(l, b.m); q.y1 <= f.area.Y+f.area.H && q.y0 >= f.area.Y-b.height(smallSize) {
				b.putClear(f, l)
			}
		}
	}
}

// level reports whether a line runs level through a point: words beside it would
// be struck through.
func (b *plot) level(f *frame, i, j int) bool {
	const most = 6.0
	y := f.value.at(b.c.Series[i].value(j))
	for k := max(j-1, 0); k <= min(j+1, len(b.c.Categories)-1); k++ {
		if v := b.c.Series[i].value(k); math.Abs(f.value.at(v)-y) > most {
			return false
		}
	}
	return true
}

// besideSlope is where words over a point stand so that its line, where it is
// steep, does not strike them through: on the side from which it rises.
func (b *plot) besideSlope(f *frame, i, j int, l Label) (x, ha float64) {
	const clear = 6               // from the point to the words
	rise := func(k int) float64 { // to a neighbour, over half of the words
		if k < 0 || k >= len(b.c.Categories) || math.IsNaN(b.c.Series[i].value(k)) {
			return 0
		}
		return (f.value.at(b.c.Series[i].value(j)) - f.value.at(b.c.Series[i].value(k))) / f.band * b.width(l.Text, smallSize) / 2
	}
	switch before, after := rise(j-1) > clear, rise(j+1) > clear; {
	case after && !before:
		return l.X + 3, 1
	case before && !after:
		return l.X - 3, 0
	}
	return l.X, l.HA
}

// below reports whether a point is the lowest of several, or a dip of one.
func (b *plot) below(series []int, i, j int) bool {
	at := func(s, j int) float64 {
		if j < 0 || j >= len(b.c.Categories) {
			return math.NaN()
		}
		return b.c.Series[s].value(j)
	}
	v := at(i, j)
	higher := false
	for _, s := range series {
		if s == i || math.IsNaN(at(s, j)) {
			continue
		}
		if at(s, j) < v {
			return false
		}
		higher = true
	}
	return higher || at(i, j-1) > v && at(i, j+1) > v
}

// dot is a filled disc, ring one with the surface inside.
func (b *plot) dot(p Point, r float64, c color.NRGBA) {
	b.add(Arc{Wedge{X: p.X, Y: p.Y, Outer: r, To: 2 * math.Pi}, Style{Fill: c}})
}

func (b *plot) ring(p Point, c color.NRGBA) {
	b.dot(p, 3.5, c)
	b.dot(p, 2, b.p.Surface)
}

// lineHits makes the whole area answer: in each band the point nearest in
// height.
func (b *plot) lineHits(f *frame, series []int, axisOf func(int) *axis) {
	type at struct {
		series int
		y      float64
	}
	for j := range b.c.Categories {
		var ps []at
		for _, i := range series {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) {
				ps = append(ps, at{i, axisOf(i).at(v)})
			}
		}
		sort.SliceStable(ps, func(a, c int) bool { return ps[a].y < ps[c].y })
		top := f.area.Y
		for k, p := range ps {
			bottom := f.area.Y + f.area.H
			if k+1 < len(ps) {
				bottom = (p.y + ps[k+1].y) / 2
			}
			x := f.area.X + f.band*float64(j)
			mark := Box{X: f.middle(j) - 4, Y: p.y - 4, W: 8, H: 8}
			b.hit(Hit{X: x, Y: top, W: f.band, H: bottom - top, Mark: &mark}, p.series, j)
			top = bottom
		}
	}
}
