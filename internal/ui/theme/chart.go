package theme

import (
	"image/color"
	"math"

	"tallyboard/internal/chart"
)

// ChartPalette is the colours of charts on the screen as it is now.
func ChartPalette() chart.Palette {
	if IsDark() {
		return chart.Dark
	}
	return chart.Light
}

// ScaleColor is the ground of a cell in a colour scale: share is 0 for the
// least value of the scale to 1 for the greatest.
func ScaleColor(share float64) color.NRGBA {
	cs := ChartPalette().Sequential
	t := min(max(share, 0), 1) * float64(len(cs)-1)
	i := min(int(t), len(cs)-2)
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*(t-float64(i)))) }
	a, b := cs[i], cs[i+1]
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 0xff}
}
