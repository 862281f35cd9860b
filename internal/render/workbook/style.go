package workbook

import (
	"image/color"

	"tallyboard/internal/document"
	"tallyboard/internal/render/workbook/xl"
)

// What the package says often of xl.
type (
	rgba = color.NRGBA
	look = xl.Look
	line = xl.Line
)

var (
	pal    = xl.Palette
	thin   = xl.Thin
	strong = xl.Strong
	mix    = xl.Mix
	hex    = xl.Hex
	cell   = xl.Cell
)

// style gives the id of a look.
func (b *book) style(l look) (int, error) { return b.styles.ID(l) }

func toneColor(t document.Tone) color.NRGBA {
	switch t {
	case document.Good:
		return pal.Good
	case document.Warning:
		return pal.Warning
	case document.Bad:
		return pal.Bad
	}
	return color.NRGBA{}
}

// toneMark tells a tone by a sign, so that colour is not needed.
func toneMark(t document.Tone) string {
	return [...]string{"", "✓ ", "! ", "✗ "}[t]
}

// signColor is the colour of a change: better says which sign is good.
func signColor(change float64, better int) color.NRGBA {
	switch good := change * float64(better); {
	case good > 0:
		return pal.Good
	case good < 0:
		return pal.Bad
	}
	return pal.Second
}
