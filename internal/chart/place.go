package chart

import "math"

// written keeps the boxes of the words of a scene, so that none is written over
// another or beyond the edge: whoever comes first stays, so a layout writes
// what matters most first.
type written struct {
	boxes []quad
	cells map[[2]int16][]int32 // index of boxes by squares of the canvas
}

// quad is the corners of a text box, turned or not, and the box around them.
type quad struct {
	p              [4]Point
	x0, y0, x1, y1 float64
}

const (
	square48 = 48. // size of the squares of the index
	touch    = .5  // depth in points up to which boxes may touch
)

// quadOf is the box of a label.
func quadOf(l Label, m Measurer) quad {
	w := m.Width(l.Text, l.Font.Size, l.Font.Bold)
	asc, desc := m.Metrics(l.Font.Size, l.Font.Bold)
	left, top := -l.HA*w, -l.VA*(asc+desc)
	sin, cos := 0., 1.
	if l.Rot != 0 {
		sin, cos = math.Sincos(-l.Rot * math.Pi / 180)
	}
	q := quad{x0: math.Inf(1), y0: math.Inf(1), x1: math.Inf(-1), y1: math.Inf(-1)}
	for i, c := range [4]Point{{left, top}, {left + w, top}, {left + w, top + asc + desc}, {left, top + asc + desc}} {
		p := Point{l.X + c.X*cos - c.Y*sin, l.Y + c.X*sin + c.Y*cos}
		q.p[i] = p
		q.x0, q.y0, q.x1, q.y1 = math.Min(q.x0, p.X), math.Min(q.y0, p.Y), math.Max(q.x1, p.X), math.Max(q.y1, p.Y)
	}
	return q
}

// meets reports whether two boxes overlap: no edge of either separates them.
func (q *quad) meets(o *quad) bool {
	if q.x1 <= o.x0+touch || o.x1 <= q.x0+touch || q.y1 <= o.y0+touch || o.y1 <= q.y0+touch {
		return false
	}
	return !q.separates(o) && !o.separates(q)
}

func (q *quad) separates(o *quad) bool {
	for i := range 2 { // two edges of a rectangle tell all four
		ex, ey := q.p[i+1].X-q.p[i].X, q.p[i+1].Y-q.p[i].Y
		l := math.Hypot(ex, ey)
		if l == 0 {
			continue
		}
		nx, ny := -ey/l, ex/l
		a0, a1 := q.along(nx, ny)
		b0, b1 := o.along(nx, ny)
		if a1 <= b0+touch || b1 <= a0+touch {
			return true
		}
	}
	return false
}

func (q *quad) along(nx, ny float64) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, p := range q.p {
		v := p.X*nx + p.Y*ny
		lo, hi = math.Min(lo, v), math.Max(hi, v)
	}
	return lo, hi
}

// put writes a label unless it would leave the canvas or meet another one.
func (b *plot) put(l Label) bool {
	if l.Text == "" {
		return false
	}
	q := quadOf(l, b.m)
	if !b.free(&q) {
		return false
	}
	b.words.insert(q)
	b.top = append(b.top, l)
	return true
}

// free reports whether a box is on the canvas and clear of all words.
func (b *plot) free(q *quad) bool {
	if q.x0 < -touch || q.y0 < -touch || q.x1 > b.W+touch || q.y1 > b.H+touch || math.IsNaN(q.x0+q.y0) {
		return false
	}
	clear := true
	b.words.each(q, func(i int32) bool {
		clear = !b.words.boxes[i].meets(q)
		return clear
	})
	return clear
}

func (w *written) insert(q quad) {
	if w.cells == nil {
		w.cells = map[[2]int16][]int32{}
	}
	n := int32(len(w.boxes))
	w.boxes = append(w.boxes, q)
	for x := int16(q.x0 / square48); x <= int16(q.x1/square48); x++ {
		for y := int16(q.y0 / square48); y <= int16(q.y1/square48); y++ {
			w.cells[[2]int16{x, y}] = append(w.cells[[2]int16{x, y}], n)
		}
	}
}

// each calls f with the boxes near q until it returns false; a box may come
// twice.
func (w *written) each(q *quad, f func(int32) bool) {
	for x := int16(q.x0 / square48); x <= int16(q.x1/square48); x++ {
		for y := int16(q.y0 / square48); y <= int16(q.y1/square48); y++ {
			for _, i := range w.cells[[2]int16{x, y}] {
				if !f(i) {
					return
				}
			}
		}
	}
}
