package page

import "tallyboard/internal/chart"

// moved is a canvas at a place on another, k times its size.
type moved struct {
	to      chart.Canvas
	x, y, k float64
}

func (m *moved) style(s chart.Style) chart.Style {
	s.Width, s.Dash, s.Radius = s.Width*m.k, s.Dash*m.k, s.Radius*m.k
	return s
}

// Rect implements chart.Canvas.
func (m *moved) Rect(x, y, w, h float64, s chart.Style) {
	m.to.Rect(m.x+m.k*x, m.y+m.k*y, m.k*w, m.k*h, m.style(s))
}

// Path implements chart.Canvas.
func (m *moved) Path(pts []chart.Point, closed bool, s chart.Style) {
	out := make([]chart.Point, len(pts))
	for i, p := range pts {
		out[i] = chart.Point{X: m.x + m.k*p.X, Y: m.y + m.k*p.Y}
	}
	m.to.Path(out, closed, m.style(s))
}

// Text implements chart.Canvas.
func (m *moved) Text(x, y float64, text string, f chart.Font, ha, va, rot float64) {
	f.Size *= m.k
	m.to.Text(m.x+m.k*x, m.y+m.k*y, text, f, ha, va, rot)
}

// PushClip implements chart.Canvas.
func (m *moved) PushClip(x, y, w, h float64) {
	m.to.PushClip(m.x+m.k*x, m.y+m.k*y, m.k*w, m.k*h)
}

// PopClip implements chart.Canvas.
func (m *moved) PopClip() { m.to.PopClip() }

// movedHit is a hit at a place, k times its size.
func movedHit(h chart.Hit, x, y, k float64) chart.Hit {
	h.X, h.Y, h.W, h.H = x+k*h.X, y+k*h.Y, k*h.W, k*h.H
	if h.Wedge != nil {
		w := *h.Wedge
		w.X, w.Y, w.Inner, w.Outer = x+k*w.X, y+k*w.Y, k*w.Inner, k*w.Outer
		h.Wedge = &w
	}
	return h
}

// magnified is something painted k times its size, with its place.
type magnified struct {
	chart.Prim
	k float64
}

// Paint implements chart.Prim.
func (m magnified) Paint(c chart.Canvas) { m.Prim.Paint(&moved{c, 0, 0, m.k}) }

// magnify makes the page and all on it k times as large.
func (p *Page) magnify(k float64) {
	if k == 1 {
		return
	}
	p.W, p.H, p.end = p.W*k, p.H*k, p.end*k
	for i, x := range p.Prims {
		p.Prims[i] = magnified{x, k}
	}
	for i := range p.Links {
		p.Links[i].Hit = movedHit(p.Links[i].Hit, 0, 0, k)
	}
	for i := range p.Marks {
		p.Marks[i].Y *= k
	}
	for i, c := range p.Charts {
		p.Charts[i] = Placed{c.X * k, c.Y * k, c.W * k, c.H * k, c.Chart}
	}
}
