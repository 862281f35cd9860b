package picture

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// rgba is a colour with its components multiplied by its alpha.
type rgba struct{ r, g, b, a uint32 }

func premultiply(c color.NRGBA) rgba {
	a := uint32(c.A)
	return rgba{uint32(c.R) * a / 255, uint32(c.G) * a / 255, uint32(c.B) * a / 255, a}
}

// fill paints a rectangle of pixels.
func (p *Painter) fill(b image.Rectangle, c rgba) {
	b = b.Intersect(p.clip)
	if b.Empty() || c.a == 0 {
		return
	}
	i := p.dst.PixOffset(b.Min.X, b.Min.Y)
	n := b.Dx() * 4
	if c.a < 255 {
		for y := b.Min.Y; y < b.Max.Y; y, i = y+1, i+p.dst.Stride {
			row := p.dst.Pix[i : i+n : i+n]
			for j := 0; j < n; j += 4 {
				over(row[j:j+4:j+4], c)
			}
		}
		return
	}
	first := p.dst.Pix[i : i+n : i+n]
	for j := 0; j < n; j += 4 {
		first[j], first[j+1], first[j+2], first[j+3] = uint8(c.r), uint8(c.g), uint8(c.b), 255
	}
	for y := b.Min.Y + 1; y < b.Max.Y; y++ {
		i += p.dst.Stride
		copy(p.dst.Pix[i:i+n], first)
	}
}

// over paints c on one pixel.
func over(d []uint8, c rgba) {
	u := 255 - c.a
	d[0] = uint8(c.r + div255(uint32(d[0])*u))
	d[1] = uint8(c.g + div255(uint32(d[1])*u))
	d[2] = uint8(c.b + div255(uint32(d[2])*u))
	d[3] = uint8(c.a + div255(uint32(d[3])*u))
}

func div255(v uint32) uint32 { return (v + 127) / 255 }

// blend paints c through a mask whose corner is put at x, y of the image.
func (p *Painter) blend(x, y, w, h int, alpha []uint8, stride int, c rgba) {
	b := image.Rect(x, y, x+w, y+h).Intersect(p.clip)
	if b.Empty() {
		return
	}
	n := b.Dx()
	for yy := b.Min.Y; yy < b.Max.Y; yy++ {
		a := alpha[(yy-y)*stride+b.Min.X-x:][:n]
		d := p.dst.Pix[p.dst.PixOffset(b.Min.X, yy):][:n*4]
		for i, m := range a {
			if m == 0 {
				continue
			}
			q := d[i*4 : i*4+4 : i*4+4]
			if m == 255 && c.a == 255 {
				q[0], q[1], q[2], q[3] = uint8(c.r), uint8(c.g), uint8(c.b), 255
				continue
			}
			if m == 255 {
				over(q, c)
				continue
			}
			k := uint32(m)
			over(q, rgba{div255(c.r * k), div255(c.g * k), div255(c.b * k), div255(c.a * k)})
		}
	}
}

// stripe is how wide a piece of a shape is painted at a time. The rasterizer
// works through the whole box of what it is given, so a line across a chart is
// cut into stripes, each of little height; pixels come out the same.
const stripe = 48

// fillShape paints the shape. Overlapping contours of one direction paint once.
func (p *Painter) fillShape(c rgba) {
	if len(p.shape.pts) < 3 {
		return
	}
	x0, y0, x1, y1 := p.shape.bounds()
	b := image.Rect(floor(x0), floor(y0), ceil(x1), ceil(y1)).Intersect(p.clip)
	if b.Empty() {
		return
	}
	p.z.Reset(b.Dx(), b.Dy())
	p.shape.add(&p.z, float32(-b.Min.X), float32(-b.Min.Y))
	p.flush(b, c)
}

// fillArea is fillShape for one large contour: stripe by stripe, each only as
// high as the area is there.
func (p *Painter) fillArea(c rgba) {
	x0, y0, x1, y1 := p.shape.bounds()
	from, to := max(floor(x0), p.clip.Min.X), min(ceil(x1), p.clip.Max.X)
	if to-from <= 2*stripe || y1-y0 < stripe {
		p.fillShape(c)
		return
	}
	pts := p.shape.pts
	for x := from; x < to; x += stripe {
		end := min(x+stripe, to)
		top, bottom := reach(pts, float32(x), float32(end))
		b := image.Rect(x, floor(top), end, ceil(bottom)).Intersect(p.clip)
		if b.Empty() {
			continue
		}
		p.z.Reset(b.Dx(), b.Dy())
		p.shape.add(&p.z, float32(-b.Min.X), float32(-b.Min.Y))
		p.flush(b, c)
	}
}

// reach is how high and low a closed contour comes between two columns.
func reach(pts []vec, left, right float32) (top, bottom float32) {
	top, bottom = float32(math.Inf(1)), float32(math.Inf(-1))
	a := pts[len(pts)-1]
	for _, b := range pts {
		l, r := a, b
		if l.x > r.x {
			l, r = r, l
		}
		if r.x >= left && l.x <= right {
			at := func(x float32) float32 {
				if r.x == l.x {
					return l.y
				}
				return l.y + (r.y-l.y)*(max(l.x, min(r.x, x))-l.x)/(r.x-l.x)
			}
			y0, y1 := at(left), at(right)
			if r.x == l.x {
				y1 = r.y
			}
			top, bottom = min(top, y0, y1), max(bottom, y0, y1)
		}
		a = b
	}
	return top, bottom
}

// flush paints what the rasterizer holds into a box of the image.
func (p *Painter) flush(b image.Rectangle, c rgba) {
	w, h := b.Dx(), b.Dy()
	if cap(p.cover.Pix) < w*h {
		p.cover.Pix = make([]uint8, w*h)
	}
	p.cover = image.Alpha{Pix: p.cover.Pix[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	p.z.DrawOp = draw.Src
	p.z.Draw(&p.cover, p.cover.Rect, image.Opaque, image.Point{})
	p.blend(b.Min.X, b.Min.Y, w, h, p.cover.Pix, w, c)
}

func floor(v float32) int {
	i := int(v)
	if float32(i) > v {
		i--
	}
	return i
}

func ceil(v float32) int { return -floor(-v) }
