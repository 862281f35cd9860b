package theme

import "tallyboard/internal/chart"

// ChartPalette is the colours of charts on the screen as it is now.
func ChartPalette() chart.Palette {
	if IsDark() {
		return chart.Dark
	}
	return chart.Light
}
