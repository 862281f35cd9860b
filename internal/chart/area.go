package chart

import "math"

// areaType draws stacked areas: how a whole and its parts move in time. A gap
// counts as nothing.
var areaType = Type{ID: Area, lines: true, across: true, legend: true, suits: notNegative, needs: additive, draw: drawAreas}

// notNegative reports whether no visible value is below zero.
func notNegative(c *Chart) bool {
	for _, i := range c.visible() {
		for j := range c.Categories {
			if c.Series[i].value(j) < 0 {
				return false
			}
		}
	}
	return true
}

func drawAreas(b *plot) {
	vis := b.c.visible()
	r := valueRange{zero: true, series: vis[0]}
	for j := range b.c.Categories {
		up, _ := b.sums(vis, j)
		r.hi = math.Max(r.hi, up)
	}
	b.markRange(&r)
	f := b.upright(r, nil, 6+b.noteRoom())
	b.marks(&f)
	b.notes(&f, b.summit(&f))
	n := len(b.c.Categories)
	if n == 1 { // one point has no area
		b.columns(&f, vis)
		b.baseline(&f.value, f.area)
		return
	}
	base := make([]float64, n)
	for _, i := range vis {
		var top, pts []Point
		for j := range n {
			pts = append(pts, Point{f.middle(j), f.value.at(base[j])})
			if v := b.c.Series[i].value(j); v > 0 {
				base[j] += v
			}
			top = append(top, Point{f.middle(j), f.value.at(base[j])})
		}
		for j := n - 1; j >= 0; j-- {
			pts = append(pts, top[j])
		}
		b.add(Poly{Pts: pts, Closed: true, Style: Style{Fill: mix(b.colour(i), b.p.Surface, .2)}})
		b.add(Poly{Pts: top, Style: Style{Stroke: b.colour(i), Width: 1.5}})
	}
	b.areaHits(&f, vis)
	b.baseline(&f.value, f.area)
}

// areaHits lets each part answer over its own height; over the top the
// uppermost answers.
func (b *plot) areaHits(f *frame, series []int) {
	for j := range b.c.Categories {
		acc := 0.0
		x := f.area.X + f.band*float64(j)
		for k, i := range series {
			v := b.c.Series[i].value(j)
			if math.IsNaN(v) {
				continue
			}
			bottom := f.value.at(acc)
			acc += v
			top := f.value.at(acc)
			mark := Box{X: f.middle(j) - 4, Y: top - 4, W: 8, H: 8}
			if k == len(series)-1 {
				top = f.area.Y
			}
			b.hit(Hit{X: x, Y: top, W: f.band, H: bottom - top, Mark: &mark}, i, j)
		}
	}
}
