package chart

import "image/color"

// SeriesColor is the colour in which a palette draws a series, for renderers
// that draw the chart by other means.
func (c *Chart) SeriesColor(i int, p Palette) color.NRGBA { return (&plot{c: c, p: p}).colour(i) }

// CategoryColor is SeriesColor for a category, in types that colour those.
func (c *Chart) CategoryColor(i int, p Palette) color.NRGBA {
	return (&plot{c: c, p: p}).categoryColour(i)
}
