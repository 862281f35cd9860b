package picture

import "tallyboard/internal/chart"

// outlineSize is the size at which Outline reads shapes: curves become lines
// that stay smooth when a print is looked at closely.
const outlineSize = 256

// Has reports whether any font, those of the system included, has a character.
func (f *Fonts) Has(r rune) bool {
	w := &f.weights[0]
	p := w.place(r)
	return p.glyph != 0 && (r == Missing || p != w.place(Missing))
}

// Outline is the shape of a character as closed contours with the pen at the
// origin of its base line, y downwards, for canvases that cannot write it. They
// are to be filled by the non-zero rule; nil where no font has the character.
func (f *Fonts) Outline(r rune, size float64, bold bool) (contours [][]chart.Point) {
	p := f.weight(bold).place(r)
	if p.glyph == 0 {
		return nil
	}
	o := f.outline(p.glyph, p.face, bold, outlineSize)
	from := 0
	for _, to := range append(o.ends, len(o.pts)) {
		c := make([]chart.Point, 0, to-from)
		for _, v := range o.pts[from:to] {
			c = append(c, chart.Point{X: float64(v.x) * size / outlineSize, Y: float64(v.y) * size / outlineSize})
		}
		if len(c) > 2 {
			contours = append(contours, c)
		}
		from = to
	}
	return contours
}
