package chart

import (
	"image/color"
	"math"
	"testing"
)

// Full protanopia and deuteranopia in linear RGB (Machado, Oliveira and
// Fernandes, IEEE TVCG 15, 2009).
var blindness = map[string][9]float64{
	"usual":        {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
}

// seen is a colour in CIE Lab (D65) as an eye sees it.
func seen(c color.NRGBA, m [9]float64) [3]float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= .04045 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	in := [3]float64{lin(c.R), lin(c.G), lin(c.B)}
	var rgb [3]float64
	for i := range rgb {
		rgb[i] = math.Max(0, math.Min(1, m[3*i]*in[0]+m[3*i+1]*in[1]+m[3*i+2]*in[2]))
	}
	x := (.4124564*rgb[0] + .3575761*rgb[1] + .1804375*rgb[2]) / .95047
	y := .2126729*rgb[0] + .7151522*rgb[1] + .0721750*rgb[2]
	z := (.0193339*rgb[0] + .1191920*rgb[1] + .9503041*rgb[2]) / 1.08883
	f := func(t float64) float64 {
		if t > 216./24389 {
			return math.Cbrt(t)
		}
		return (24389./27*t + 16) / 116
	}
	return [3]float64{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}

// ciede2000 is the difference of two Lab colours (Sharma, Wu and Dalal, Color
// Research and Application 30, 2005).
func ciede2000(p, q [3]float64) float64 {
	const rad = math.Pi / 180
	c1, c2 := math.Hypot(p[1], p[2]), math.Hypot(q[1], q[2])
	c7 := math.Pow((c1+c2)/2, 7)
	g := .5 * (1 - math.Sqrt(c7/(c7+math.Pow(25, 7))))
	a1, a2 := (1+g)*p[1], (1+g)*q[1]
	c1, c2 = math.Hypot(a1, p[2]), math.Hypot(a2, q[2])
	hue := func(a, b float64) float64 {
		if a == 0 && b == 0 {
			return 0
		}
		h := math.Atan2(b, a) / rad
		if h < 0 {
			h += 360
		}
		return h
	}
	h1, h2 := hue(a1, p[2]), hue(a2, q[2])
	dh, mean := h2-h1, (h1+h2)/2
	if c1*c2 != 0 {
		switch {
		case dh > 180:
			dh -= 360
		case dh < -180:
			dh += 360
		}
		if math.Abs(h1-h2) > 180 {
			if mean += 180; mean >= 360 {
				mean -= 360
			}
		}
	} else {
		dh, mean = 0, h1+h2
	}
	dl, dc := q[0]-p[0], c2-c1
	dH := 2 * math.Sqrt(c1*c2) * math.Sin(dh/2*rad)
	l, c := (p[0]+q[0])/2, (c1+c2)/2
	t := 1 - .17*math.Cos((mean-30)*rad) + .24*math.Cos(2*mean*rad) + .32*math.Cos((3*mean+6)*rad) - .2*math.Cos((4*mean-63)*rad)
	sl := 1 + .015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50))
	sc, sh := 1+.045*c, 1+.015*c*t
	c7 = math.Pow(c, 7)
	rt := -2 * math.Sqrt(c7/(c7+math.Pow(25, 7))) * math.Sin(60*math.Exp(-math.Pow((mean-275)/25, 2))*rad)
	return math.Sqrt(dl/sl*dl/sl + dc/sc*dc/sc + dH/sh*dH/sh + rt*dc/sc*dH/sh)
}

// The formula is right on pairs of its authors.
func TestColourDifference(t *testing.T) {
	for _, x := range []struct {
		p, q [3]float64
		want float64
	}{
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, 2.5, 0}, [3]float64{73, 25, -18}, 27.1492},
		{[3]float64{60.2574, -34.0099, 36.2677}, [3]float64{60.4626, -34.1751, 39.4387}, 1.2644},
		{[3]float64{2.0776, .0795, -1.1350}, [3]float64{.9033, -.0636, -.5514}, .9082},
	} {
		if got := ciede2000(x.p, x.q); math.Abs(got-x.want) > 1e-4 {
			t.Errorf("%v and %v differ by %.4f, want %.4f", x.p, x.q, got, x.want)
		}
	}
}

// told is the least difference at which two patches beside each other are told
// apart at a glance; about 2 is just noticeable.
const told = 8

// The first eight series are told apart by colour-blind readers too.
func TestSeriesAreToldApartByTheColourBlind(t *testing.T) {
	for name, p := range map[string]Palette{"light": Light, "dark": Dark, "paper": Paper} {
		for eye, m := range blindness {
			least, a, b := math.Inf(1), 0, 0
			for i := range 8 {
				for j := range i {
					if d := ciede2000(seen(p.Series[i], m), seen(p.Series[j], m)); d < least {
						least, a, b = d, j, i
					}
				}
			}
			t.Logf("%s, %s: least difference %.1f, of %d and %d", name, eye, least, a, b)
			if least < told {
				t.Errorf("%s, %s: series %d and %d differ by %.1f, want %d", name, eye, a, b, least, told)
			}
		}
	}
}
