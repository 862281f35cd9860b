package page

import (
	"image/color"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// Sizes of type on paper, in points.
const (
	sizeCover = 23.0
	sizeH1    = 16.0
	sizeH2    = 12.0
	sizeLead  = 12.0
	sizeBody  = 10.0
	sizeTable = 9.0
	sizeLeast = 5.0 // of a table that is made to fit: the smallest type of Chinese print
	sizeSmall = 8.0
	sizeValue = 21.0 // of a tile
)

// Space, in points: between groups, between related things.
const (
	gapGroup = 18.0
	gapNear  = 8.0
)

// leading is the height of a line over the size of its type.
const leading = 1.5

// tone gives the colour of a tone.
func tone(p chart.Palette, t document.Tone) color.NRGBA {
	switch t {
	case document.Good:
		return p.Good
	case document.Warning:
		return p.Warning
	case document.Bad:
		return p.Bad
	}
	return p.Second
}

// signColor is the colour of a change: better says which sign is good.
func signColor(p chart.Palette, change float64, better int) color.NRGBA {
	switch good := change * float64(better); {
	case good > 0:
		return p.Good
	case good < 0:
		return p.Bad
	}
	return p.Second
}

// mark draws the sign of a tone in a box of side s, so that it is not told by
// colour alone: a tick, a triangle, a cross. It gives the width taken.
func (p *Page) mark(x, y, s float64, t document.Tone, c color.NRGBA) float64 {
	pt := func(fx, fy float64) chart.Point { return chart.Point{X: x + fx*s, Y: y + fy*s} }
	pen := chart.Style{Stroke: c, Width: s * .17}
	switch t {
	case document.Good:
		p.path(false, pen, pt(.08, .55), pt(.38, .84), pt(.94, .18))
	case document.Warning:
		p.path(true, chart.Style{Fill: c}, pt(.5, .06), pt(1, .94), pt(0, .94))
		p.path(false, chart.Style{Stroke: color.NRGBA{255, 255, 255, 255}, Width: s * .12}, pt(.5, .36), pt(.5, .64))
		p.path(false, chart.Style{Stroke: color.NRGBA{255, 255, 255, 255}, Width: s * .12}, pt(.5, .74), pt(.5, .84))
	case document.Bad:
		p.path(false, pen, pt(.12, .12), pt(.88, .88))
		p.path(false, pen, pt(.88, .12), pt(.12, .88))
	default:
		return 0
	}
	return s + 4
}

// info draws the sign of a plain remark: an i in a ring.
func (p *Page) info(x, y, s float64, c color.NRGBA) {
	pt := func(fx, fy float64) chart.Point { return chart.Point{X: x + fx*s, Y: y + fy*s} }
	p.rect(x+.04*s, y+.04*s, .92*s, .92*s, chart.Style{Stroke: c, Width: s * .11, Radius: .46 * s})
	p.path(false, chart.Style{Stroke: c, Width: s * .13}, pt(.5, .45), pt(.5, .75))
	p.path(false, chart.Style{Stroke: c, Width: s * .14}, pt(.5, .24), pt(.5, .36))
}
