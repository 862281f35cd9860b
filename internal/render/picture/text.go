package picture

import (
	"math"
	"unicode/utf8"

	"tallyboard/internal/chart"
)

// Text implements chart.Canvas.
func (p *Painter) Text(x, y float64, s string, f chart.Font, ha, va, rot float64) {
	if f.Color.A == 0 || s == "" {
		return
	}
	size := f.Size * p.k
	w := 0.0
	if ha != 0 {
		w = p.fonts.Width(s, size, f.Bold)
	}
	dx, dy := -ha*w, size*(ascent-va*(ascent+descent))
	o := p.at(chart.Point{X: x, Y: y})
	if rot != 0 {
		p.turned(s, o, dx, dy, size, rot, f)
		return
	}
	p.write(s, float64(o.x)+dx, math.Round(float64(o.y)+dy), size, f)
}

// Cell writes one line of text into a box, in the middle of its height, and
// shortens it with … to fit the width. ha says where in the width: 0 left,
// .5 middle, 1 right; a text that is cut starts at the left.
func (p *Painter) Cell(x, y, w, h float64, s string, f chart.Font, ha float64) {
	if s == "" || w <= 0 {
		return
	}
	size := f.Size * p.k
	o := p.at(chart.Point{X: x, Y: y})
	base := math.Round(float64(o.y) + h*p.k/2 + size*(ascent-descent)/2)
	cut, width := p.fit(s, float32(w*p.k/size), f.Bold)
	if cut == len(s) {
		p.write(s, float64(o.x)+ha*(w*p.k-float64(width)*size), base, size, f)
		return
	}
	pen := p.write(s[:cut], float64(o.x), base, size, f)
	p.write("…", pen, base, size, f)
}

// fit gives the number of bytes of s that fit into a width in em with … behind
// them, len(s) where all of it fits, and the width of all then.
func (p *Painter) fit(s string, w float32, bold bool) (cut int, width float32) {
	face := p.fonts.weight(bold)
	dots := face.place('…').advance
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '\n' || r == '\r' {
			return cut, 0 // a cell shows one line
		}
		width += face.place(r).advance
		if width > w+.01 {
			return cut, 0
		}
		i += n
		if width+dots <= w {
			cut = i
		}
	}
	return len(s), width
}

// Fits reports whether Cell would show all of s in a width.
func (p *Painter) Fits(s string, w float64, f chart.Font) bool {
	cut, _ := p.fit(s, float32(w/f.Size), f.Bold)
	return cut == len(s)
}

// write paints s with the pen at x on a base line and gives where the pen ends.
func (p *Painter) write(s string, x, base, size float64, f chart.Font) float64 {
	c := premultiply(f.Color)
	face := p.fonts.weight(f.Bold)
	key := glyphKey{bold: f.Bold, size: int32(math.Round(size * 64))}
	y := int(base)
	right := float64(p.clip.Max.X)
	for _, r := range s {
		if x > right {
			return x
		}
		pl := face.place(r)
		if pl.glyph != 0 || pl.advance > 0 && r != ' ' {
			fx := math.Floor(x)
			key.glyph, key.face, key.quarter = pl.glyph, pl.face, uint8((x-fx)*4)
			if m := p.fonts.mask(key); m.w > 0 {
				p.blend(int(fx)+m.x, y+m.y, m.w, m.h, m.alpha, m.w, c)
			}
		}
		x += float64(pl.advance) * size
	}
	return x
}

// turned paints s about o, rot degrees counter-clockwise, from its outlines.
func (p *Painter) turned(s string, o vec, dx, dy, size, rot float64, f chart.Font) {
	sin, cos := math.Sincos(-rot * math.Pi / 180)
	face := p.fonts.weight(f.Bold)
	p.shape.reset()
	x := dx
	for _, r := range s {
		pl := face.place(r)
		g := p.fonts.outline(pl.glyph, pl.face, f.Bold, size)
		from := len(p.shape.pts)
		if len(g.pts) > 0 {
			if from > 0 {
				p.shape.ends = append(p.shape.ends, from)
			}
			for _, e := range g.ends {
				p.shape.ends = append(p.shape.ends, from+e)
			}
			for _, v := range g.pts {
				px, py := float64(v.x)+x, float64(v.y)+dy
				p.shape.pts = append(p.shape.pts, vec{o.x + float32(px*cos-py*sin), o.y + float32(px*sin+py*cos)})
			}
		}
		x += float64(pl.advance) * size
	}
	p.fillShape(premultiply(f.Color))
}
