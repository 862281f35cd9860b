package printing

import (
	"image/color"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/page"
)

// grey gives the pages without colour.
func grey(pages []*page.Page) []*page.Page {
	out := make([]*page.Page, len(pages))
	for i, p := range pages {
		g := *p
		g.Prims = make([]chart.Prim, len(p.Prims))
		for k, x := range p.Prims {
			g.Prims[k] = greyPrim{x}
		}
		out[i] = &g
	}
	return out
}

type greyPrim struct{ chart.Prim }

// Paint implements chart.Prim.
func (g greyPrim) Paint(c chart.Canvas) { g.Prim.Paint(greyCanvas{c}) }

// greyCanvas passes everything on with its luminance only.
type greyCanvas struct{ chart.Canvas }

// Rect implements chart.Canvas.
func (g greyCanvas) Rect(x, y, w, h float64, s chart.Style) {
	g.Canvas.Rect(x, y, w, h, greyStyle(s))
}

// Path implements chart.Canvas.
func (g greyCanvas) Path(pts []chart.Point, closed bool, s chart.Style) {
	g.Canvas.Path(pts, closed, greyStyle(s))
}

// Text implements chart.Canvas.
func (g greyCanvas) Text(x, y float64, text string, f chart.Font, ha, va, rot float64) {
	f.Color = luminance(f.Color)
	g.Canvas.Text(x, y, text, f, ha, va, rot)
}

func greyStyle(s chart.Style) chart.Style {
	s.Fill, s.Stroke = luminance(s.Fill), luminance(s.Stroke)
	return s
}

// luminance weighs the channels as ITU-R BT.601 does.
func luminance(c color.NRGBA) color.NRGBA {
	y := uint8((299*int(c.R) + 587*int(c.G) + 114*int(c.B)) / 1000)
	return color.NRGBA{R: y, G: y, B: y, A: c.A}
}
