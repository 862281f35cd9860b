package chart

import (
	"image/color"
	"math"
)

// darkestShade is how far the scale of grounds goes, so that text on the
// greatest number can still be read.
const darkestShade = .85

// Shade is the ground of a number on a colour scale from low to high: one hue
// from light to dark, or two about nothing where low is below it. It is the
// surface for what is no number.
func (p *Palette) Shade(v, low, high float64) color.NRGBA {
	switch {
	case math.IsNaN(v) || math.IsNaN(low):
		return p.Surface
	case low < 0:
		return ramp(p.Diverging, .5+.5*v/math.Max(-low, high))
	case high == low:
		return ramp(p.Sequential, .3)
	}
	return ramp(p.Sequential, darkestShade*(v-low)/(high-low))
}
