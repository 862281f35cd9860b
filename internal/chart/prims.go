package chart

import "math"

// Box is a rectangle.
type Box struct {
	X, Y, W, H float64
	Style      Style
}

// Poly is a line along points, or an area where closed.
type Poly struct {
	Pts    []Point
	Closed bool
	Style  Style
}

// Arc is a ring segment, or a disc.
type Arc struct {
	Wedge Wedge
	Style Style
}

// Label is one line of text; see Canvas.Text.
type Label struct {
	X, Y   float64
	Text   string
	Font   Font
	HA, VA float64
	Rot    float64
}

func (b Box) Paint(c Canvas)   { c.Rect(b.X, b.Y, b.W, b.H, b.Style) }
func (p Poly) Paint(c Canvas)  { c.Path(p.Pts, p.Closed, p.Style) }
func (a Arc) Paint(c Canvas)   { c.Path(a.Wedge.Outline(), true, a.Style) }
func (l Label) Paint(c Canvas) { c.Text(l.X, l.Y, l.Text, l.Font, l.HA, l.VA, l.Rot) }

// Outline is the wedge as a polygon, fine enough to look round. A full ring
// comes as its outer and inner circle joined by a seam.
func (w Wedge) Outline() []Point {
	n := max(8, int(math.Ceil((w.To-w.From)*math.Sqrt(math.Max(w.Outer, 1))*1.8)))
	at := func(r float64, i int) Point {
		sin, cos := math.Sincos(w.From + (w.To-w.From)*float64(i)/float64(n))
		return Point{w.X + r*sin, w.Y - r*cos}
	}
	var pts []Point
	for i := 0; i <= n; i++ {
		pts = append(pts, at(w.Outer, i))
	}
	switch {
	case w.Inner > 0:
		for i := n; i >= 0; i-- {
			pts = append(pts, at(w.Inner, i))
		}
	case w.To-w.From < 2*math.Pi-1e-9:
		pts = append(pts, Point{w.X, w.Y})
	}
	return pts
}
