package chart

import (
	"math"
	"sort"

	"tallyboard/internal/display"
)

// paretoType draws bars from the greatest down with the running share of the
// whole: which few make up most.
var paretoType = Type{ID: Pareto, single: true, suits: onlyParts, needs: additive, draw: drawPareto}

// onlyParts reports whether the first visible series could be parts of a whole.
func onlyParts(c *Chart) bool {
	vis := c.visible()
	if len(vis) == 0 {
		return false
	}
	sum := 0.0
	for j := range c.Categories {
		v := c.Series[vis[0]].value(j)
		if v < 0 {
			return false
		}
		if !math.IsNaN(v) {
			sum += v
		}
	}
	return sum > 0
}

// most is the share that the few are said to make up.
const most = .8

func drawPareto(b *plot) {
	first := b.c.visible()[0]
	order, sum := descending(b.c, first)
	sorted := b.c.reordered(order)
	original := b.c
	b.c = sorted
	sorted.Outer, sorted.Leaf = nil, nil // groups do not survive the order
	b.wholes = make([]float64, len(order))
	for j := range b.wholes {
		b.wholes[j] = sum
	}
	defer func() { b.c = original }()

	percent := display.Format{Kind: display.Percent}
	sorted.Series = append(sorted.Series[first:first+1:first+1], Series{Name: b.l.T("chart.running"), Format: &percent})
	running := &sorted.Series[1]
	acc := 0.0
	for j := range sorted.Categories {
		if v := sorted.Series[0].value(j); !math.IsNaN(v) {
			acc += v
		}
		running.Values = append(running.Values, acc/sum)
	}
	r := b.extent([]int{0}, true)
	lineColour := b.p.Series[1]
	if b.H >= 110 && b.W >= 100 {
		b.legend([]item{
			{name: sorted.Series[0].Name, colour: b.p.Series[0], ref: Ref{-1, -1}},
			{name: running.Name, colour: lineColour, sign: stroke, ref: Ref{-1, -1}},
		}, 0)
	}
	f := b.upright(r, &valueRange{lo: 0, hi: 1, zero: true, series: 1, fixed: true, step: .2}, 10)
	few := 0
	for few < len(running.Values)-1 && running.Values[few] < most-1e-9 {
		few++
	}
	for j := range sorted.Categories {
		v := sorted.Series[0].value(j)
		x, w := f.slot(j, 0, 1)
		fill := b.p.Series[0]
		if j > few {
			fill = mix(fill, b.p.Surface, .5)
		}
		if sorted.rest(j) {
			fill = b.p.Other
		}
		mark := Box{x, f.value.at(v), w, f.value.zero() - f.value.at(v), Style{Fill: fill, Radius: barRadius(w)}}
		if v > 0 {
			mark.H = math.Max(mark.H, 1)
			b.add(mark)
		}
		h := b.markHit(Hit{X: f.area.X + f.band*float64(j), Y: f.area.Y, W: f.band, H: f.area.H, Mark: &mark}, 0, j)
		h.Ref = Ref{first, order[j]}
		h.Lines = append(h.Lines, b.l.T("chart.hover.running", share(running.Values[j], b)))
		b.Hits = append(b.Hits, h)
	}
	y := f.second.at(most)
	b.add(Poly{Pts: []Point{{f.area.X, y}, {f.area.X + f.area.W, y}}, Style: Style{Stroke: mix(b.p.Second, b.p.Surface, .3), Width: 1, Dash: 4}})
	var pts []Point
	for j, v := range running.Values {
		pts = append(pts, Point{f.middle(j), f.second.at(v)})
	}
	b.add(Poly{Pts: pts, Style: Style{Stroke: lineColour, Width: 2}})
	if f.band >= 16 {
		for _, p := range pts {
			b.ring(p, lineColour)
		}
	}
	b.baseline(&f.value, f.area)
}

// descending is the order of the categories by a series, the rest last, and
// the sum of the values.
func descending(c *Chart, series int) (order []int, sum float64) {
	s := &c.Series[series]
	for j := range c.Categories {
		order = append(order, j)
		if v := s.value(j); !math.IsNaN(v) {
			sum += v
		}
	}
	at := func(j int) float64 {
		if v := s.value(j); !math.IsNaN(v) {
			return v
		}
		return math.Inf(-1)
	}
	sort.SliceStable(order, func(x, y int) bool {
		i, j := order[x], order[y]
		if c.rest(i) != c.rest(j) {
			return c.rest(j)
		}
		return at(i) > at(j)
	})
	return order, sum
}
