package chart

import (
	"image/color"
	"math"
)

// SeriesColor is the colour in which a palette draws a series, for renderers
// that draw the chart by other means.
func (c *Chart) SeriesColor(i int, p Palette) color.NRGBA { return (&plot{c: c, p: p}).colour(i) }

// CategoryColor is SeriesColor for a category, in types that colour those.
func (c *Chart) CategoryColor(i int, p Palette) color.NRGBA {
	return (&plot{c: c, p: p}).categoryColour(i)
}

// Padding is the blank edge of a scene of a size, for placing it in line with
// text.
func Padding(w, h float64) float64 { return math.Min(padding, math.Min(w, h)*.05) }
