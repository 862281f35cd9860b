package chart

import (
	"image/color"
	"testing"
)

var palettes = map[string]Palette{"light": Light, "dark": Dark, "paper": Paper, "grey": Grey}

// contrast is that of WCAG 2: 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + .05) / (y + .05)
}

func TestWordsAreReadable(t *testing.T) {
	for name, p := range palettes {
		for what, c := range map[string]color.NRGBA{"text": p.Text, "second": p.Second, "accent": p.Accent, "good": p.Good, "warning": p.Warning, "bad": p.Bad} {
			if k := contrast(c, p.Surface); k < 4.5 {
				t.Errorf("%s: %s on the surface has a contrast of %.2f", name, what, k)
			}
		}
		var fills []color.NRGBA
		for n := range 30 {
			fills = append(fills, p.nth(n))
		}
		for i := range 21 {
			fills = append(fills, ramp(p.Sequential, float64(i)/20), ramp(p.Diverging, float64(i)/20))
		}
		for _, f := range append(fills, p.Other, p.Good, p.Warning, p.Bad) {
			if k := contrast(on(f), f); k < 3 {
				t.Errorf("%s: words on %v have a contrast of %.2f", name, f, k)
			}
		}
	}
}

// The thirty colours of a palette differ from each other and from the surface.
func TestColoursAreToldApart(t *testing.T) {
	for name, p := range palettes {
		for i := range 30 {
			if k := contrast(p.nth(i), p.Surface); k < 1.3 {
				t.Errorf("%s: colour %d is hardly seen: contrast %.2f", name, i, k)
			}
			for j := range i {
				if p.nth(i) == p.nth(j) {
					t.Errorf("%s: colours %d and %d are the same", name, i, j)
				}
			}
		}
	}
}

// Greater values are darker in the light palette and lighter in the dark one,
// without a step back.
func TestRampsAreMonotonous(t *testing.T) {
	for name, p := range palettes {
		up := luminance(p.Sequential[0]) < luminance(p.Sequential[len(p.Sequential)-1])
		for i := range 40 {
			a, b := luminance(ramp(p.Sequential, float64(i)/40)), luminance(ramp(p.Sequential, float64(i+1)/40))
			if up != (b > a) {
				t.Errorf("%s: the ramp turns at %d/40", name, i)
			}
		}
	}
}

func TestColoursDoNotDependOnTheOrderOfDrawing(t *testing.T) {
	a, b := NewColours(), NewColours()
	a.Learn("类型", "催单", "退款", "咨询")
	b.Learn("类型", "催单", "退款", "咨询")
	a.Color(Key("类型", "咨询"), Light)
	b.Color(Key("类型", "催单"), Light)
	for i, v := range []string{"催单", "退款", "咨询"} {
		if got := a.Color(Key("类型", v), Light); got != b.Color(Key("类型", v), Light) || got != Light.nth(i) {
			t.Errorf("%s has another colour", v)
		}
	}
	if a.Color(Key("地区", "浙江"), Light) != Light.nth(0) {
		t.Error("another dimension does not begin with the first colour")
	}
}
