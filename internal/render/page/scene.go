package page

import "tallyboard/internal/chart"

func scene(c *chart.Chart, w, h float64, p chart.Palette, m chart.Measurer) *chart.Scene {
	return &chart.Scene{W: w, H: h, Prims: []chart.Prim{paint(func(cv chart.Canvas) {
		cv.Rect(0, 0, w, h, chart.Style{Stroke: p.Line, Width: .5})
		cv.Text(0, 0, c.Title, chart.Font{Size: 11, Bold: true, Color: p.Text}, 0, 0, 0)
	})}}
}
