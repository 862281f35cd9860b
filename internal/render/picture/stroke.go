package picture

import (
	"image"
	"math"

	"tallyboard/internal/chart"
)

// stroke paints a line along points. A level or upright line is set on whole
// pixels.
func (p *Painter) stroke(pts []chart.Point, closed bool, s chart.Style) {
	half := math.Max(s.Width*p.k, 1) / 2
	c := premultiply(s.Stroke)
	if len(pts) == 2 && s.Dash == 0 && (pts[0].X == pts[1].X || pts[0].Y == pts[1].Y) {
		p.hairline(pts[0], pts[1], half, c)
		return
	}
	line := make([]vec, 0, len(pts)+1)
	for _, q := range pts {
		v := p.at(q)
		if len(line) == 0 || line[len(line)-1] != v {
			line = append(line, v)
		}
	}
	if closed && len(line) > 2 {
		line = append(line, line[0])
	}
	if s.Dash > 0 {
		if pts[0].Y == pts[len(pts)-1].Y && len(pts) == 2 {
			// Dashes along a level line are as crisp as the line would be.
			y := float32(math.Round(float64(line[0].y)-half) + half)
			line[0].y, line[1].y = y, y
		}
		p.shape.reset()
		for _, d := range dashes(line, float32(s.Dash*p.k)) {
			p.outlineOf(d, false, float32(half))
		}
		p.paintStroke(c)
		return
	}
	p.shape.reset()
	p.outlineOf(line, closed, float32(half))
	p.paintStroke(c)
}

func (p *Painter) hairline(a, b chart.Point, half float64, c rgba) {
	w := math.Max(1, math.Round(2*half))
	va, vb := p.at(a), p.at(b)
	x0, x1 := math.Min(float64(va.x), float64(vb.x)), math.Max(float64(va.x), float64(vb.x))
	y0, y1 := math.Min(float64(va.y), float64(vb.y)), math.Max(float64(va.y), float64(vb.y))
	if x0 == x1 {
		x0 = math.Round(x0 - w/2)
		x1 = x0 + w
	} else {
		y0 = math.Round(y0 - w/2)
		y1 = y0 + w
	}
	p.fill(image.Rect(int(math.Round(x0)), int(math.Round(y0)), int(math.Round(x1)), int(math.Round(y1))), c)
}

// outlineOf adds the area of a line to the shape: a box for each piece and a
// circle at each bend, all turning the same way, so that they paint once.
func (p *Painter) outlineOf(line []vec, closed bool, half float32) {
	for i := 0; i+1 < len(line); i++ {
		a, b := line[i], line[i+1]
		dx, dy := b.x-a.x, b.y-a.y
		l := float32(math.Hypot(float64(dx), float64(dy)))
		if l == 0 {
			continue
		}
		nx, ny := -dy/l*half, dx/l*half
		p.shape.start(vec{a.x + nx, a.y + ny})
		p.shape.line(vec{a.x - nx, a.y - ny})
		p.shape.line(vec{b.x - nx, b.y - ny})
		p.shape.line(vec{b.x + nx, b.y + ny})
		before := line[max(i-1, 0)]
		if i == 0 && closed {
			before = line[len(line)-2]
		}
		if (i > 0 || closed) && bends(before, a, b, half) {
			p.dot(a, half)
		}
	}
}

// bends reports whether a line turns at b so much that the gap shows.
func bends(a, b, c vec, half float32) bool {
	ax, ay, bx, by := b.x-a.x, b.y-a.y, c.x-b.x, c.y-b.y
	la, lb := math.Hypot(float64(ax), float64(ay)), math.Hypot(float64(bx), float64(by))
	if la == 0 || lb == 0 {
		return false
	}
	cos := float64(ax*bx+ay*by) / (la * lb)
	return cos < .99 || half > 3
}

func (p *Painter) dot(c vec, r float32) {
	const n = 12
	for i := 0; i < n; i++ {
		sin, cos := math.Sincos(float64(i) * 2 * math.Pi / n)
		v := vec{c.x + r*float32(cos), c.y + r*float32(sin)}
		if i == 0 {
			p.shape.start(v)
		} else {
			p.shape.line(v)
		}
	}
}

// paintStroke paints the shape stripe by stripe.
func (p *Painter) paintStroke(c rgba) {
	if len(p.shape.pts) == 0 {
		return
	}
	x0, _, x1, _ := p.shape.bounds()
	from, to := max(floor(x0), p.clip.Min.X), min(ceil(x1), p.clip.Max.X)
	if to-from <= 2*stripe {
		p.fillShape(c)
		return
	}
	s := p.shape
	for x := from; x < to; x += stripe {
		p.stripe(s, x, min(x+stripe, to), c)
	}
}

// stripe paints the contours of s that reach into the columns x0 to x1.
func (p *Painter) stripe(s shape, x0, x1 int, c rgba) {
	l, r := float32(x0), float32(x1)
	first := true
	var top, bottom float32
	each(s, func(contour []vec) {
		cl, cr, ct, cb := extent(contour)
		if cr <= l || cl >= r {
			return
		}
		if first {
			top, bottom, first = ct, cb, false
		}
		top, bottom = min(top, ct), max(bottom, cb)
	})
	if first {
		return
	}
	b := image.Rect(x0, floor(top), x1, ceil(bottom)).Intersect(p.clip)
	if b.Empty() {
		return
	}
	p.z.Reset(b.Dx(), b.Dy())
	ox, oy := float32(-b.Min.X), float32(-b.Min.Y)
	each(s, func(contour []vec) {
		if cl, cr, _, _ := extent(contour); cr <= l || cl >= r {
			return
		}
		p.z.MoveTo(contour[0].x+ox, contour[0].y+oy)
		for _, v := range contour[1:] {
			p.z.LineTo(v.x+ox, v.y+oy)
		}
		p.z.ClosePath()
	})
	p.flush(b, c)
}

func each(s shape, f func([]vec)) {
	from := 0
	for _, to := range s.ends {
		f(s.pts[from:to])
		from = to
	}
	f(s.pts[from:])
}

func extent(c []vec) (l, r, t, b float32) {
	l, r, t, b = c[0].x, c[0].x, c[0].y, c[0].y
	for _, v := range c[1:] {
		l, r, t, b = min(l, v.x), max(r, v.x), min(t, v.y), max(b, v.y)
	}
	return l, r, t, b
}

// dashes cuts a line into pieces of length d with gaps of d.
func dashes(line []vec, d float32) [][]vec {
	var out [][]vec
	on, left := true, d
	cur := []vec{line[0]}
	for i := 0; i+1 < len(line); i++ {
		a, b := line[i], line[i+1]
		l := float32(math.Hypot(float64(b.x-a.x), float64(b.y-a.y)))
		pos := float32(0)
		for l-pos > left {
			pos += left
			q := vec{a.x + (b.x-a.x)*pos/l, a.y + (b.y-a.y)*pos/l}
			if on {
				out = append(out, append(cur, q))
			}
			on, left, cur = !on, d, []vec{q}
		}
		left -= l - pos
		cur = append(cur, b)
	}
	if on {
		out = append(out, cur)
	}
	return out
}
