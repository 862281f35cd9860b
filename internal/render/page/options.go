package page

import (
	"image/color"
	"math"

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
	// Turn lays the paper across where most tables would be
	// cut in parts or set too small to read easily on upright paper.
	Turn    bool
	Margins Margins // zero takes DefaultMargins
	Palette chart.Palette
	// Scale is the size of text and charts over the usual one, within LeastScale
	// and MostScale; what does not fit goes on further pages, and so do the
	// columns of a table that is too wide. Zero is the usual size, and fits wide
	// tables: their type is made smaller until all columns stand side by side.
	Scale float64
	// Endless lays everything on one page as tall as its content, without
	// header and footer: the report on screen. Size.W is its width.
	Endless bool
}

// The scales at which a page is still readable, and still holds something.
const LeastScale, MostScale = .5, 1.5

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

// magnification is how much larger than usual everything is set.
func (o Options) magnification() float64 {
	if o.Scale == 0 {
		return 1
	}
	return math.Max(LeastScale, math.Min(o.Scale, MostScale))
}

// shrunk is paper that becomes o when it is magnified k times.
func (o Options) shrunk(k float64) Options {
	o.Size.W, o.Size.H = o.Size.W/k, o.Size.H/k
	o.Margins = Margins{o.Margins.Top / k, o.Margins.Right / k, o.Margins.Bottom / k, o.Margins.Left / k}
	return o
}

// mix is a towards b by t (0 to 1), opaque.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + .5) }
	return color.NRGBA{R: f(a.R, b.R), G: f(a.G, b.G), B: f(a.B, b.B), A: 255}
}
