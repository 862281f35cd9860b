package printing

import (
	"image/color"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/page"
)

// solid reports whether nothing on the page is translucent: only then can it be
// painted by means that know no opacity.
func solid(p *page.Page) bool {
	v := veils(false)
	p.Paint(&v)
	return !bool(v)
}

// veils notes on being painted on whether a colour is translucent.
type veils bool

func (v *veils) see(colours ...color.NRGBA) {
	for _, c := range colours {
		*v = *v || c.A > 0 && c.A < 255
	}
}

// Rect implements chart.Canvas.
func (v *veils) Rect(_, _, _, _ float64, s chart.Style) { v.see(s.Fill, s.Stroke) }

// Path implements chart.Canvas.
func (v *veils) Path(_ []chart.Point, _ bool, s chart.Style) { v.see(s.Fill, s.Stroke) }

// Text implements chart.Canvas.
func (v *veils) Text(_, _ float64, _ string, f chart.Font, _, _, _ float64) { v.see(f.Color) }

// PushClip implements chart.Canvas.
func (v *veils) PushClip(_, _, _, _ float64) {}

// PopClip implements chart.Canvas.
func (v *veils) PopClip() {}
