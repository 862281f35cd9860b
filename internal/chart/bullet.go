package chart

import "math"

// bulletType draws a bar for each category against a standard (series 1) and
// an excellent value (series 2): green where the excellent value is reached,
// blue where the standard is, amber where it is not.
var bulletType = Type{ID: Bullet, single: true, pairs: true, suits: twoSeries, needs: severalValues, draw: drawBullets}

func drawBullets(b *plot) {
	c := b.c
	vis := c.visible()
	if len(vis) > 3 {
		vis = vis[:3]
	}
	var items []item
	for k, i := range vis {
		sign := square
		colour := b.p.Series[0]
		if k > 0 {
			sign, colour = stroke, b.p.Text
		}
		if k == 2 {
			colour = b.p.Good
		}
		items = append(items, item{name: c.Series[i].Name, colour: colour, sign: sign, ref: Ref{i, -1}})
	}
	if b.H >= 110 && b.W >= 100 {
		b.legend(items, 0)
	}
	b.footnotes()
	n := len(c.Categories)
	area := b.box
	line := b.height(labelSize)
	area.H -= line + 8
	row := area.H / float64(n)
	size, every := b.rowNames(row)
	widest := 0.0
	for _, name := range c.Categories {
		widest = math.Max(widest, b.width(name, labelSize))
	}
	left := math.Min(widest, area.W*.4) + 8
	area.X, area.W = area.X+left, area.W-left
	values := 0.0
	f := c.format(vis[0])
	for j := range n {
		values = math.Max(values, b.width(f.Short(c.Series[vis[0]].value(j), b.l), labelSize))
	}
	area.W -= values + 10
	if area.W < 20 {
		return
	}
	r := b.extent(vis, true)
	a := newAxis(r.lo, r.hi, true, steps(area.W, 80), f, b)
	a.from, a.to = area.X, area.X+area.W
	b.Plot = area
	b.barGrid(&a, area, true)
	thick := math.Min(row*.5, 18)
	for j, name := range c.Categories {
		mid := area.Y + row*(float64(j)+.5)
		if j%every == 0 {
			b.put(Label{X: area.X - 8, Y: mid, Text: Cut(b.m, name, size, false, left-8), Font: b.font(size, b.p.Text), HA: 1, VA: .5})
		}
		v := c.Series[vis[0]].value(j)
		if math.IsNaN(v) {
			continue
		}
		b.add(Box{area.X, mid - thick*.85, area.W, thick * 1.7, Style{Fill: mix(b.p.Line, b.p.Surface, .55), Radius: 2}})
		x, zero := a.at(v), a.zero()
		colour := b.judged(vis, j)
		b.add(Box{math.Min(x, zero), mid - thick/2, math.Max(math.Abs(x-zero), .5), thick, Style{Fill: colour, Radius: barRadius(thick)}})
		for k, i := range vis[1:] {
			if g := c.Series[i].value(j); !math.IsNaN(g) {
				ink := b.p.Text
				if k == 1 {
					ink = b.p.Good
				}
				b.add(Box{a.at(g) - 1.25, mid - thick*.85, 2.5, thick * 1.7, Style{Fill: ink}})
			}
		}
		if row >= line {
			b.put(Label{X: area.X + area.W + 8, Y: mid, Text: f.Short(v, b.l), Font: b.font(labelSize, b.p.Text), VA: .5})
		}
		h := Hit{X: area.X, Y: area.Y + row*float64(j), W: area.W, H: row, Title: c.full(j), Ref: Ref{vis[0], j}}
		h.Mark = &Box{X: math.Min(x, zero), Y: mid - thick/2, W: math.Abs(x - zero), H: thick}
		for _, i := range vis {
			h.Lines = append(h.Lines, b.l.T("chart.hover.value", c.Series[i].Name, c.format(i).Full(c.Series[i].value(j), b.l)))
		}
		b.Hits = append(b.Hits, h)
	}
}

// judged is the colour of a value against its standard and excellent values.
func (b *plot) judged(vis []int, category int) colour {
	c := b.c
	v := c.Series[vis[0]].value(category)
	better := float64(c.Better)
	if better == 0 {
		return b.p.Series[0]
	}
	reaches := func(k int) (yes, known bool) {
		if k >= len(vis) {
			return false, false
		}
		g := c.Series[vis[k]].value(category)
		return (v-g)*better >= 0, !math.IsNaN(g)
	}
	if yes, known := reaches(2); yes && known {
		return b.p.Good
	}
	if yes, known := reaches(1); known && !yes {
		return b.p.Warning
	}
	return b.p.Series[0]
}
