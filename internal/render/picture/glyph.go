package picture

import (
	"math"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// glyphs caches painted characters. A mask never changes once it is in.
type glyphs struct {
	mu    sync.RWMutex
	masks map[glyphKey]*mask
	bytes int
}

// glyphKey names a painted character: which, in which weight, how large in
// 1/64 pixel, and where between two pixels it starts, in quarters.
type glyphKey struct {
	glyph   sfnt.GlyphIndex
	face    uint8
	bold    bool
	quarter uint8
	size    int32
}

// mask is the coverage of a character, its corner relative to the pen.
type mask struct {
	x, y, w, h int
	alpha      []uint8
}

// maxGlyphBytes bounds the cache; it is emptied when it is full.
const maxGlyphBytes = 48 << 20

// mask gives a painted character, painting it where it is new.
func (f *Fonts) mask(k glyphKey) *mask {
	f.glyphs.mu.RLock()
	m := f.glyphs.masks[k]
	f.glyphs.mu.RUnlock()
	if m != nil {
		return m
	}
	m = f.paint(k)
	f.glyphs.mu.Lock()
	defer f.glyphs.mu.Unlock()
	if f.glyphs.masks == nil || f.glyphs.bytes > maxGlyphBytes {
		f.glyphs.masks, f.glyphs.bytes = map[glyphKey]*mask{}, 0
	}
	f.glyphs.masks[k] = m
	f.glyphs.bytes += len(m.alpha) + 100
	return m
}

func (f *Fonts) paint(k glyphKey) *mask {
	o := f.outline(k.glyph, k.face, k.bold, float64(k.size)/64)
	if len(o.pts) == 0 {
		return &mask{}
	}
	o.move(float32(k.quarter)/4, 0)
	x0, y0, x1, y1 := o.bounds()
	m := &mask{x: int(math.Floor(float64(x0))), y: int(math.Floor(float64(y0)))}
	m.w, m.h = int(math.Ceil(float64(x1)))-m.x, int(math.Ceil(float64(y1)))-m.y
	if m.w <= 0 || m.h <= 0 {
		return &mask{}
	}
	z := vector.NewRasterizer(m.w, m.h)
	o.add(z, float32(-m.x), float32(-m.y))
	m.alpha = coverage(z, m.w, m.h)
	return m
}

// outline reads the shape of a character, flattened, at a size in pixels with
// the pen at the origin.
func (f *Fonts) outline(g sfnt.GlyphIndex, face uint8, bold bool, size float64) *shape {
	var buf sfnt.Buffer
	segs, err := f.weight(bold).face(face).LoadGlyph(&buf, g, fixed.Int26_6(math.Round(size*64)), nil)
	if err != nil {
		return &shape{} // a bitmap or broken character paints nothing
	}
	o := &shape{}
	at := func(p fixed.Point26_6) vec { return vec{float32(p.X) / 64, float32(p.Y) / 64} }
	steps := 3 + int(size/24)
	for _, s := range segs {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			o.start(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			o.line(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			a, c, e := o.last(), at(s.Args[0]), at(s.Args[1])
			for i := 1; i <= steps; i++ {
				t := float32(i) / float32(steps)
				u := 1 - t
				o.line(vec{u*u*a.x + 2*u*t*c.x + t*t*e.x, u*u*a.y + 2*u*t*c.y + t*t*e.y})
			}
		case sfnt.SegmentOpCubeTo:
			a, c, d, e := o.last(), at(s.Args[0]), at(s.Args[1]), at(s.Args[2])
			for i := 1; i <= steps+2; i++ {
				t := float32(i) / float32(steps+2)
				u := 1 - t
				o.line(vec{
					u*u*u*a.x + 3*u*u*t*c.x + 3*u*t*t*d.x + t*t*t*e.x,
					u*u*u*a.y + 3*u*u*t*c.y + 3*u*t*t*d.y + t*t*t*e.y,
				})
			}
		}
	}
	return o
}
