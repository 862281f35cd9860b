package picture

import (
	"image"
	"image/draw"

	"golang.org/x/image/vector"
)

type vec struct{ x, y float32 }

// shape is closed contours in pixels.
type shape struct {
	pts  []vec
	ends []int // index behind each contour but the last
}

func (s *shape) reset() { s.pts, s.ends = s.pts[:0], s.ends[:0] }

// start begins a contour at p.
func (s *shape) start(p vec) {
	if len(s.pts) > 0 {
		s.ends = append(s.ends, len(s.pts))
	}
	s.pts = append(s.pts, p)
}

func (s *shape) line(p vec) { s.pts = append(s.pts, p) }

func (s *shape) last() vec { return s.pts[len(s.pts)-1] }

func (s *shape) move(dx, dy float32) {
	for i := range s.pts {
		s.pts[i].x += dx
		s.pts[i].y += dy
	}
}

func (s *shape) bounds() (x0, y0, x1, y1 float32) {
	x0, y0 = s.pts[0].x, s.pts[0].y
	x1, y1 = x0, y0
	for _, p := range s.pts[1:] {
		x0, y0, x1, y1 = min(x0, p.x), min(y0, p.y), max(x1, p.x), max(y1, p.y)
	}
	return x0, y0, x1, y1
}

// add gives the contours to a rasterizer, moved.
func (s *shape) add(z *vector.Rasterizer, dx, dy float32) {
	from := 0
	for i := 0; i <= len(s.ends); i++ {
		to := len(s.pts)
		if i < len(s.ends) {
			to = s.ends[i]
		}
		c := s.pts[from:to]
		from = to
		if len(c) < 2 {
			continue
		}
		z.MoveTo(c[0].x+dx, c[0].y+dy)
		for _, p := range c[1:] {
			z.LineTo(p.x+dx, p.y+dy)
		}
		z.ClosePath()
	}
}

// coverage reads a rasterizer out as one byte a pixel.
func coverage(z *vector.Rasterizer, w, h int) []uint8 {
	m := image.NewAlpha(image.Rect(0, 0, w, h))
	z.DrawOp = draw.Src
	z.Draw(m, m.Bounds(), image.Opaque, image.Point{})
	return m.Pix
}
