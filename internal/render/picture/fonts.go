package picture

import (
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"tallyboard/resources"
)

// Fonts is a typeface in two weights with the shapes of its characters cached.
// It implements chart.Measurer and may be used from several goroutines.
type Fonts struct {
	weights [2]weight
	source  string
	glyphs  glyphs
}

// weight is the faces of one weight: the first that has a character draws it.
type weight struct {
	main  *face
	spare []*face
	pages [256]atomic.Pointer[page] // of the characters up to U+FFFF
	rest  sync.Map                  // rune → place, of those above
	more  sync.Once                 // sets spare
}

// face is one font file; sfnt.Font is read only, so it needs no lock.
type face struct{ *sfnt.Font }

// place says where a character is drawn from and how far it advances.
type place struct {
	face    uint8
	glyph   sfnt.GlyphIndex
	advance float32 // in em
}

type page [256]place

// Ascent and descent of a line in em. They are the same for every face, so
// that a layout does not move with the font, and set so that the middle of the
// box is the middle of capitals, digits and Chinese characters.
const (
	ascent  = .96
	descent = .20
)

// Missing stands for a character that no font has.
const Missing = '〓'

// em is the size at which advances are read.
const em = 1000

// NewFonts reads a typeface from the bytes of its regular and its bold font
// (TrueType or OpenType, or a collection, of which the first font is taken).
func NewFonts(regular, bold []byte) (*Fonts, error) {
	f := &Fonts{source: "given"}
	for i, b := range [][]byte{regular, bold} {
		c, err := parse(b, 0)
		if err != nil {
			return nil, err
		}
		f.weights[i].main = c
	}
	return f, nil
}

func parse(b []byte, index int) (*face, error) {
	c, err := sfnt.ParseCollection(b)
	if err != nil {
		return nil, err
	}
	f, err := c.Font(index)
	if err != nil {
		return nil, err
	}
	return &face{f}, nil
}

// Standard is the typeface of the program: the embedded one, or a font of the
// system where the program was built without it.
var Standard = sync.OnceValue(func() *Fonts {
	if r, b := resources.Font(false), resources.Font(true); r != nil && b != nil {
		if f, err := NewFonts(r, b); err == nil {
			f.source = ""
			return f
		}
	}
	return systemFonts()
})

// Substitute names the system font that stands in for the embedded typeface;
// "" where the embedded one is used.
func (f *Fonts) Substitute() string { return f.source }

// Width is the advance width of s; it implements chart.Measurer.
func (f *Fonts) Width(s string, size float64, bold bool) float64 {
	w := f.weight(bold)
	sum := float32(0)
	for _, r := range s {
		sum += w.place(r).advance
	}
	return float64(sum) * size
}

// Metrics implements chart.Measurer.
func (f *Fonts) Metrics(size float64, bold bool) (float64, float64) {
	return ascent * size, descent * size
}

// face gives the font that a place names.
func (w *weight) face(i uint8) *face {
	if i == 0 {
		return w.main
	}
	return w.spare[i-1]
}

func (f *Fonts) weight(bold bool) *weight {
	if bold {
		return &f.weights[1]
	}
	return &f.weights[0]
}

// place finds a character. Tables of 256 characters are filled at first use
// and never change after, so that reading takes no lock.
func (w *weight) place(r rune) place {
	if r < 0 || r > 0xffff {
		return w.missing(r)
	}
	pg := w.pages[r>>8].Load()
	if pg == nil {
		pg = w.fill(r)
	}
	p := pg[r&255]
	if p.advance < 0 {
		return w.missing(r)
	}
	return p
}

// fill makes the table that r stands in from the first face; characters that
// it lacks are marked and looked up when they are met.
func (w *weight) fill(r rune) *page {
	var buf sfnt.Buffer
	pg := new(page)
	for i := range pg {
		p, ok := w.main.place(&buf, 0, r&^255+rune(i))
		if !ok {
			p.advance = -1
		}
		pg[i] = p
	}
	w.pages[r>>8].CompareAndSwap(nil, pg)
	return w.pages[r>>8].Load()
}

// missing is place for a character that the tables do not answer.
func (w *weight) missing(r rune) place {
	if p, ok := w.rest.Load(r); ok {
		return p.(place)
	}
	p := w.look(r)
	w.rest.Store(r, p)
	return p
}

// look searches all faces, those of signs and of the system included; what none of them has
// is drawn as 〓, the printers' mark for it, or as the box that the first face
// keeps, and marks without a shape take no room.
func (w *weight) look(r rune) place {
	if invisible(r) {
		return place{}
	}
	var buf sfnt.Buffer
	box, ok := w.main.place(&buf, 0, r)
	if ok {
		return box
	}
	w.more.Do(func() { w.spare = spareFaces() })
	for i, f := range w.spare {
		if p, ok := f.place(&buf, uint8(i+1), r); ok {
			return p
		}
	}
	if geta, ok := w.main.place(&buf, 0, Missing); ok {
		return geta
	}
	return box
}

// invisible reports characters that only steer others: joiners, variation
// selectors, direction marks, byte-order marks, control characters, and the
// shades of skin, which one colour cannot show.
func invisible(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xad || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e ||
		r >= 0x2060 && r <= 0x206f || r >= 0xfe00 && r <= 0xfe0f || r == 0xfeff || r >= 0xe0000 && r <= 0xe01ef ||
		r >= 0x1f3fb && r <= 0x1f3ff
}

// place reads one character of a face; ok is false where the face lacks it.
func (f *face) place(buf *sfnt.Buffer, index uint8, r rune) (place, bool) {
	g, err := f.GlyphIndex(buf, r)
	if err != nil {
		g = 0
	}
	a, err := f.GlyphAdvance(buf, g, fixed.I(em), font.HintingNone)
	if err != nil {
		a = fixed.I(em)
	}
	return place{index, g, float32(a) / (64 * em)}, g != 0
}
