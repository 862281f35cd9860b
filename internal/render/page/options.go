package page

import (
	"image/color"

	"tallyboard/internal/chart"
)

// Size is a size of paper in points, upright.
type Size struct {
	Name string
	W, H float64
}

// The papers that are offered, the usual one first.
var (
	A4     = Size{"A4", 595.28, 841.89}
	A5     = Size{"A5", 419.53, 595.28}
	Letter = Size{"Letter", 612, 792}
	Sizes  = []Size{A4, A5, Letter}
)

// Margins are the blank edges of a page in points.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Options say what the paper is like. The zero Options are A4 upright.
type Options struct {
	Size      Size
	Landscape bool
	Margins   Margins // zero takes DefaultMargins
	Palette   chart.Palette
	// Endless lays everything on one page as tall as its content, without
	// header and footer: the report on screen. Size.W is its width.
	Endless bool
}

// DefaultMargins leaves room for a header and a footer.
var DefaultMargins = Margins{Top: 54, Right: 40, Bottom: 48, Left: 40}

func (o Options) filled() Options {
	if o.Size.W == 0 {
		o.Size = A4
	}
	if o.Landscape {
		o.Size.W, o.Size.H = o.Size.H, o.Size.W
	}
	if o.Margins == (Margins{}) {
		o.Margins = DefaultMargins
		if o.Size.W < 450 {
			o.Margins.Left, o.Margins.Right = 28, 28
		}
	}
	if o.Palette.Text.A == 0 {
		o.Palette = chart.Paper
	}
	return o
}

// mix is a towards b by t (0 to 1), opaque.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + .5) }
	return color.NRGBA{R: f(a.R, b.R), G: f(a.G, b.G), B: f(a.B, b.B), A: 255}
}
