package chart

import (
	"image/color"
	"math"
)

// colour is short for the colours of the palettes.
type colour = color.NRGBA

func hex(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

func hexes(v ...uint32) []color.NRGBA {
	out := make([]color.NRGBA, len(v))
	for i, x := range v {
		out[i] = hex(x)
	}
	return out
}

// The series colours stay apart for colour-blind readers and in grey print.
var series = hexes(0x3B6FB6, 0xDD8B38, 0x4BA072, 0xC8513A, 0x927AEB, 0x37A5B0, 0xE0B50B, 0x7F675A, 0xB45C8E, 0x7B8C9E)

// Light is the palette of the light screen.
var Light = Palette{
	Surface: hex(0xFFFFFF), Text: hex(0x1D2433), Second: hex(0x5B6475), Line: hex(0xE4E7EC),
	Accent: hex(0x2563EB), Good: hex(0x16845B), Warning: hex(0xB35E0A), Bad: hex(0xC4372F),
	Series:     series,
	Other:      hex(0xB8BFCA),
	Sequential: hexes(0xEFF4FB, 0xC9DCF1, 0x93B9E0, 0x5A90CB, 0x2F68AE, 0x1B4480),
	Diverging:  hexes(0x3B6FB6, 0xA9C3E2, 0xECEEF1, 0xF0C594, 0xD4771F),
}

// Dark is the palette of the dark screen.
var Dark = Palette{
	Surface: hex(0x1C2027), Text: hex(0xE8EBF0), Second: hex(0x9AA4B2), Line: hex(0x2C323C),
	Accent: hex(0x6C9BFF), Good: hex(0x46B98A), Warning: hex(0xE0A458), Bad: hex(0xEE7B73),
	Series:     lighter(series, .16),
	Other:      hex(0x5F6875),
	Sequential: hexes(0x243042, 0x2C4568, 0x376097, 0x4A80C4, 0x7BA8E4, 0xB9D3F7),
	Diverging:  hexes(0x6C9BE0, 0x3F5A80, 0x2C323C, 0x80603A, 0xE6A552),
}

// Paper is the palette of print: the light one with darker lines and text.
var Paper = Palette{
	Surface: hex(0xFFFFFF), Text: hex(0x14181F), Second: hex(0x4A5261), Line: hex(0xD9DDE3),
	Accent: hex(0x1F55C9), Good: hex(0x127049), Warning: hex(0x9C5208), Bad: hex(0xAE2D26),
	Series:     series,
	Other:      hex(0xB8BFCA),
	Sequential: Light.Sequential,
	Diverging:  Light.Diverging,
}

// Grey is the palette of print without colour: neighbouring series differ in
// lightness, which is all that is left of them.
var Grey = Palette{
	Surface: hex(0xFFFFFF), Text: hex(0x181818), Second: hex(0x505050), Line: hex(0xDCDCDC),
	Accent: hex(0x3C3C3C), Good: hex(0x5A5A5A), Warning: hex(0x464646), Bad: hex(0x202020),
	Series:     hexes(0x4A4A4A, 0xA8A8A8, 0x6E6E6E, 0xC4C4C4, 0x2C2C2C, 0x8C8C8C, 0x5F5F5F, 0xB6B6B6, 0x3A3A3A, 0x7E7E7E),
	Other:      hex(0xCFCFCF),
	Sequential: hexes(0xF4F4F4, 0xD8D8D8, 0xB4B4B4, 0x8A8A8A, 0x606060, 0x3A3A3A),
	Diverging:  hexes(0xF4F4F4, 0xD0D0D0, 0xA6A6A6, 0x767676, 0x404040),
}

// mix is the colour t of the way from a to b.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.NRGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), f(a.A, b.A)}
}

func lighter(cs []color.NRGBA, t float64) []color.NRGBA {
	out := make([]color.NRGBA, len(cs))
	for i, c := range cs {
		out[i] = mix(c, color.NRGBA{255, 255, 255, 255}, t)
	}
	return out
}

// ramp is the colour at t, 0 to 1, along a list of colours.
func ramp(cs []color.NRGBA, t float64) color.NRGBA {
	t = math.Max(0, math.Min(1, t)) * float64(len(cs)-1)
	i := min(int(t), len(cs)-2)
	return mix(cs[i], cs[i+1], t-float64(i))
}

// luminance is that of WCAG 2, 0 to 1.
func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= .04045 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	return .2126*f(c.R) + .7152*f(c.G) + .0722*f(c.B)
}

// on is the colour of text on a fill: white, or near black where that reads better.
func on(fill color.NRGBA) color.NRGBA {
	l := luminance(fill)
	if 1.05/(l+.05) >= 3.6 || 1.05/(l+.05) > (l+.05)/.06 {
		return color.NRGBA{255, 255, 255, 255}
	}
	return color.NRGBA{0x14, 0x18, 0x1f, 255}
}
