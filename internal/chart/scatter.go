package chart

import (
	"math"
	"sort"
)

// scatterType draws a point for each category: the first series across, the
// second up, the third as its size. Points are named where there is room, the
// far ones first.
var scatterType = Type{ID: Scatter, single: true, pairs: true, suits: somePoint, needs: severalValues, draw: drawScatter}

func twoSeries(c *Chart) bool { return len(c.visible()) >= 2 }

// somePoint reports whether a category has both values that place it.
func somePoint(c *Chart) bool {
	vis := c.visible()
	if len(vis) < 2 {
		return false
	}
	for j := range c.Categories {
		if x, y := c.Series[vis[0]].value(j), c.Series[vis[1]].value(j); x == x && y == y {
			return true
		}
	}
	return false
}

// Radii of points with a size.
const minRadius, maxRadius = 3., 20.

// scatterPoint is one category on the plane.
type scatterPoint struct {
	category int
	x, y, r  float64
	far      float64 // distance from the middle of all, for the order of names
}

func drawScatter(b *plot) {
	c := b.c
	vis := c.visible()
	across, up := vis[0], vis[1]
	xr, yr := b.span([]int{across}, false), b.span([]int{up}, false)
	if newAxis(xr.lo, xr.hi, false, 4, c.format(across), b).cut || newAxis(yr.lo, yr.hi, false, 4, c.format(up), b).cut {
		b.foot = append(b.foot, b.l.T("chart.cut.any"))
	}
	b.footnotes()
	line := b.height(labelSize)
	area := b.box
	// The names of the axes: one over the upright axis, one under the level one.
	b.put(Label{X: area.X, Y: area.Y, Text: Cut(b.m, "↑ "+c.axisName(up), smallSize, false, area.W*.6), Font: b.font(smallSize, b.p.Second)})
	area.Y, area.H = area.Y+line+8, area.H-line-8
	b.put(Label{X: area.X + area.W, Y: area.Y + area.H, Text: Cut(b.m, c.axisName(across)+" →", smallSize, false, area.W*.6), Font: b.font(smallSize, b.p.Second), HA: 1, VA: 1})
	area.H -= 2*line + 10
	if area.H < 30 {
		return
	}
	ya := newAxis(yr.lo, yr.hi, false, steps(area.H, 40), c.format(up), b)
	left := b.tickWidth(&ya) + 8
	area.X, area.W = area.X+left, area.W-left
	if area.W < 30 {
		return
	}
	xa := newAxis(xr.lo, xr.hi, false, steps(area.W, 80), c.format(across), b)
	edge := 7.0 // points stay whole at the ends of the axes
	if len(vis) > 2 {
		edge = math.Min(maxRadius+1, math.Min(area.W, area.H)*.12+2)
	}
	edge = math.Min(edge, area.H/4)
	ya.from, ya.to = area.Y+area.H-edge, area.Y+edge
	xa.from, xa.to = area.X+edge, area.X+area.W-edge
	b.Plot = area
	b.grid(&ya, area, false)
	for _, v := range xa.ticks() {
		x := xa.at(v)
		b.rule(x, area.Y, x, area.Y+area.H, b.p.Line)
		b.text(math.Min(x, b.W-4-b.width(xa.text(v), labelSize)/2), area.Y+area.H+8, xa.text(v), labelSize, .5, 0)
	}
	points := b.scatterPoints(vis, &xa, &ya, edge-1)
	fill := b.p.Series[0]
	fill.A = 190
	for _, p := range points {
		colour := fill
		if c.rest(p.category) {
			colour = b.p.Other
		}
		b.add(Arc{Wedge{X: p.x, Y: p.y, Outer: p.r, To: 2 * math.Pi}, Style{Fill: colour, Stroke: b.p.Surface, Width: 1}})
	}
	// Small points lie above large ones, for the pointer too.
	for _, p := range points {
		h := Hit{X: p.x - p.r - 3, Y: p.y - p.r - 3, W: 2*p.r + 6, H: 2*p.r + 6, Title: c.full(p.category), Ref: Ref{up, p.category}}
		h.Mark = &Box{X: p.x - p.r, Y: p.y - p.r, W: 2 * p.r, H: 2 * p.r}
		for _, i := range vis {
			h.Lines = append(h.Lines, b.l.T("chart.hover.value", c.Series[i].Name, c.format(i).Full(c.Series[i].value(p.category), b.l)))
		}
		b.Hits = append(b.Hits, h)
	}
	b.scatterNames(points, area)
}

// axisName is the name of a series with its unit.
func (c *Chart) axisName(series int) string {
	s := &c.Series[series]
	if s.Unit == "" {
		return s.Name
	}
	return s.Name + " (" + s.Unit + ")"
}

func (b *plot) scatterPoints(vis []int, xa, ya *axis, most float64) []scatterPoint {
	c := b.c
	largest := 0.0
	size := func(j int) float64 {
		if len(vis) < 3 {
			return math.NaN()
		}
		return math.Max(0, c.Series[vis[2]].value(j))
	}
	for j := range c.Categories {
		if v := size(j); v > largest {
			largest = v
		}
	}
	var out []scatterPoint
	mx, my := 0.0, 0.0
	for j := range c.Categories {
		x, y := c.Series[vis[0]].value(j), c.Series[vis[1]].value(j)
		if math.IsNaN(x) || math.IsNaN(y) {
			continue
		}
		p := scatterPoint{category: j, x: xa.at(x), y: ya.at(y), r: math.Min(5, most)}
		if v := size(j); largest > 0 && !math.IsNaN(v) {
			p.r = minRadius + math.Max(0, most-minRadius)*math.Sqrt(v/largest) // the area tells the value
		}
		mx, my = mx+p.x, my+p.y
		out = append(out, p)
	}
	for i := range out {
		out[i].far = math.Hypot(out[i].x-mx/float64(len(out)), out[i].y-my/float64(len(out)))
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].r > out[j].r })
	return out
}

// scatterNames writes the names of points beside them where nothing is.
func (b *plot) scatterNames(points []scatterPoint, area Box) {
	order := append([]scatterPoint(nil), points...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].far > order[j].far })
	f := b.font(smallSize, b.p.Text)
	for _, p := range order {
		s := Cut(b.m, b.c.Categories[p.category], smallSize, false, 120)
		for _, try := range []Label{
			{X: p.x + p.r + 4, Y: p.y, VA: .5},
			{X: p.x - p.r - 4, Y: p.y, HA: 1, VA: .5},
			{X: p.x, Y: p.y - p.r - 3, HA: .5, VA: 1},
			{X: p.x, Y: p.y + p.r + 3, HA: .5},
		} {
			try.Text, try.Font = s, f
			q := quadOf(try, b.m)
			if q.x0 < area.X || q.x1 > area.X+area.W || q.y0 < area.Y || q.y1 > area.Y+area.H || covers(points, p, &q) {
				continue
			}
			if b.put(try) {
				break
			}
		}
	}
}

// covers reports whether a name would lie on another point.
func covers(points []scatterPoint, own scatterPoint, q *quad) bool {
	for _, p := range points {
		if p.category == own.category {
			continue
		}
		dx := math.Max(0, math.Max(q.x0-p.x, p.x-q.x1))
		dy := math.Max(0, math.Max(q.y0-p.y, p.y-q.y1))
		if math.Hypot(dx, dy) < p.r {
			return true
		}
	}
	return false
}
