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
