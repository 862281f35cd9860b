package page

import (
	"image/color"

	"tallyboard/internal/chart"
)

// Paper is the palette of printed pages: the light screen's, on white.
var Paper = chart.Palette{
	Surface: rgb(0xFFFFFF), Text: rgb(0x1D2433), Second: rgb(0x5B6475), Line: rgb(0xE4E7EC),
	Accent: rgb(0x2563EB), Good: rgb(0x16845B), Warning: rgb(0xB7610B), Bad: rgb(0xC4372F),
	Series: []color.NRGBA{rgb(0x3B6FB6), rgb(0xE08A2E), rgb(0x4C9F70), rgb(0xC8553D), rgb(0x7A6BB0),
		rgb(0x2F9CA6), rgb(0xD9B23C), rgb(0x8C6D5A), rgb(0xB5598F), rgb(0x7F8A99)},
	Other:      rgb(0xB8BFCA),
	Sequential: []color.NRGBA{rgb(0xF1F5FC), rgb(0xC7D8F1), rgb(0x8FB3E2), rgb(0x5A8CCB), rgb(0x2F64AA), rgb(0x1B4683)},
	Diverging:  []color.NRGBA{rgb(0x3B6FB6), rgb(0xEDEFF2), rgb(0xE08A2E)},
}
