package explore

import (
	"image/color"
	"math"

	"tallyboard/internal/document"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// darkest is how much of the colour the ground of the greatest number has.
const darkest = 0.5

// ground puts behind a number what shows how great and how good it is.
func (m *model) ground(v *widget.CellView, x document.Line, col column, num float64) {
	v.Tone = m.judge(col.Value, num, m.r.CountAt(x.Member, col.Member))
	if x.Kind != document.Item || math.IsNaN(num) {
		return
	}
	low, high := col.span.Span[0], col.span.Span[1]
	switch {
	case col.span.Bar && num >= 0 && high > 0:
		v.Bar = math.Min(num/high, 1)
	case col.span.Bar && num < 0 && low < 0:
		v.Bar = math.Max(-num/low, -1)
	case col.span.Scale && high > low:
		ink, part := theme.Accent, math.Abs(num)/math.Max(high, -low)
		if num < 0 {
			ink = theme.Bad
		}
		v.Fill = mix(theme.Color(theme.Surface), theme.Color(ink), darkest*math.Min(part, 1))
	}
	if col.span.Bar && low < 0 {
		v.Zero = -low / (high - low)
	}
}

// mix is a part of the second colour in the first.
func mix(a, b color.NRGBA, part float64) color.NRGBA {
	one := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*part) }
	return color.NRGBA{one(a.R, b.R), one(a.G, b.G), one(a.B, b.B), 255}
}
