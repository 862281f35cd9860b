// Package picture paints charts in software: onto an image for the screen and
// for PNG files, and as SVG. It knows fonts and pixels, and nothing of what a
// picture means.
//
// A Painter is the quick way onto an image for whoever repaints often: besides
// the chart.Canvas methods it fills rectangles and writes cells of a table
// with their text cut to fit.
package picture

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"tallyboard/internal/chart"
)

// Painter paints onto an image. Coordinates are in points; a point is Scale
// pixels. It implements chart.Canvas. A Painter is for one goroutine, the Fonts
// may be shared.
type Painter struct {
	dst   *image.RGBA
	k     float64
	fonts *Fonts

	clip  image.Rectangle
	clips []image.Rectangle

	z     vector.Rasterizer
	cover image.Alpha
	shape shape
}

// NewPainter paints onto dst, scale pixels a point.
func NewPainter(dst *image.RGBA, scale float64, fonts *Fonts) *Painter {
	return &Painter{dst: dst, k: scale, fonts: fonts, clip: dst.Rect}
}

// Draw paints a scene onto the top left of an image, scale pixels a point.
func Draw(dst *image.RGBA, s *chart.Scene, scale float64, fonts *Fonts) {
	s.Paint(NewPainter(dst, scale, fonts))
}

// PushClip implements chart.Canvas.
func (p *Painter) PushClip(x, y, w, h float64) {
	p.clips = append(p.clips, p.clip)
	p.clip = p.clip.Intersect(p.box(x, y, w, h))
}

// PopClip implements chart.Canvas.
func (p *Painter) PopClip() {
	p.clip = p.clips[len(p.clips)-1]
	p.clips = p.clips[:len(p.clips)-1]
}

// box is a rectangle in whole pixels, so that edges are crisp and neighbours meet.
func (p *Painter) box(x, y, w, h float64) image.Rectangle {
	at := func(v float64) int { return int(math.Round(v * p.k)) }
	r := image.Rectangle{image.Pt(at(x), at(y)), image.Pt(at(x+w), at(y+h))}
	return r.Add(p.dst.Rect.Min)
}

// Rect implements chart.Canvas. Edges are set on whole pixels; a shape that
// has any size is at least one pixel wide.
func (p *Painter) Rect(x, y, w, h float64, s chart.Style) {
	if w < 0 {
		x, w = x+w, -w
	}
	if h < 0 {
		y, h = y+h, -h
	}
	b := p.box(x, y, w, h)
	if b.Dx() == 0 && w > 0 {
		b.Max.X++
	}
	if b.Dy() == 0 && h > 0 {
		b.Max.Y++
	}
	radius := math.Min(s.Radius*p.k, float64(min(b.Dx(), b.Dy()))/2)
	if s.Fill.A > 0 {
		p.fillRound(b, radius, premultiply(s.Fill))
	}
	if s.Stroke.A > 0 && s.Width > 0 {
		p.frame(b, radius, s)
	}
}

// fillRound fills a rectangle with round corners: the caps at top and bottom as
// shapes, what lies between as plain pixels.
func (p *Painter) fillRound(b image.Rectangle, radius float64, c rgba) {
	cap := int(math.Ceil(radius))
	if radius < .5 {
		p.fill(b, c)
		return
	}
	if b.Dy() <= 2*cap {
		p.shape.reset()
		p.round(b, radius)
		p.fillShape(c)
		return
	}
	clip := p.clip
	for _, rows := range [2][2]int{{b.Min.Y, b.Min.Y + cap}, {b.Max.Y - cap, b.Max.Y}} {
		p.clip = clip.Intersect(image.Rect(b.Min.X, rows[0], b.Max.X, rows[1]))
		p.shape.reset()
		p.round(b, radius)
		p.fillShape(c)
	}
	p.clip = clip
	p.fill(image.Rect(b.Min.X, b.Min.Y+cap, b.Max.X, b.Max.Y-cap), c)
}

// frame strokes the inside of a rectangle's edge.
func (p *Painter) frame(b image.Rectangle, radius float64, s chart.Style) {
	t := max(1, int(math.Round(s.Width*p.k)))
	c := premultiply(s.Stroke)
	if radius >= .5 {
		p.shape.reset()
		p.round(b, radius)
		outer := len(p.shape.pts)
		p.round(b.Inset(t), math.Max(0, radius-float64(t)))
		reverse(p.shape.pts[outer:])
		p.fillShape(c)
		return
	}
	p.fill(image.Rect(b.Min.X, b.Min.Y, b.Max.X, b.Min.Y+t), c)
	p.fill(image.Rect(b.Min.X, b.Max.Y-t, b.Max.X, b.Max.Y), c)
	p.fill(image.Rect(b.Min.X, b.Min.Y+t, b.Min.X+t, b.Max.Y-t), c)
	p.fill(image.Rect(b.Max.X-t, b.Min.Y+t, b.Max.X, b.Max.Y-t), c)
}

func reverse(v []vec) {
	for i, j := 0, len(v)-1; i < j; i, j = i+1, j-1 {
		v[i], v[j] = v[j], v[i]
	}
}

// round adds a rectangle with round corners to the shape.
func (p *Painter) round(b image.Rectangle, r float64) {
	x0, y0, x1, y1 := float64(b.Min.X), float64(b.Min.Y), float64(b.Max.X), float64(b.Max.Y)
	n := 3 + int(r/2)
	first := true
	corner := func(cx, cy, from float64) {
		for i := 0; i <= n; i++ {
			sin, cos := math.Sincos(from + float64(i)/float64(n)*math.Pi/2)
			v := vec{float32(cx + r*cos), float32(cy + r*sin)}
			if first {
				p.shape.start(v)
				first = false
				continue
			}
			p.shape.line(v)
		}
	}
	corner(x0+r, y0+r, math.Pi)
	corner(x1-r, y0+r, 1.5*math.Pi)
	corner(x1-r, y1-r, 0)
	corner(x0+r, y1-r, .5*math.Pi)
}

// Fill fills a rectangle, its edges on whole pixels.
func (p *Painter) Fill(x, y, w, h float64, c color.NRGBA) {
	p.fill(p.box(x, y, w, h), premultiply(c))
}

// Path implements chart.Canvas.
func (p *Painter) Path(pts []chart.Point, closed bool, s chart.Style) {
	if s.Fill.A > 0 && len(pts) > 2 {
		p.shape.reset()
		for i, q := range pts {
			if i == 0 {
				p.shape.start(p.at(q))
			} else {
				p.shape.line(p.at(q))
			}
		}
		p.fillArea(premultiply(s.Fill))
	}
	if s.Stroke.A > 0 && s.Width > 0 && len(pts) > 1 {
		p.stroke(pts, closed, s)
	}
}

// at is a point in pixels of the image.
func (p *Painter) at(q chart.Point) vec {
	return vec{float32(q.X*p.k) + float32(p.dst.Rect.Min.X), float32(q.Y*p.k) + float32(p.dst.Rect.Min.Y)}
}
