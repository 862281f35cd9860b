package widget

import (
	"image"
	"math"

	"fyne.io/fyne/v2/canvas"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
)

// newInk makes a canvas object that is painted by a function on a chart
// canvas, in Fyne units at the pixel density of the window.
func newInk(paint func(c *picture.Painter, w, h float64)) *canvas.Raster {
	var r *canvas.Raster
	r = canvas.NewRaster(func(w, h int) image.Image {
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		size := r.Size()
		if w > 0 && h > 0 && size.Width > 0 {
			paint(picture.NewPainter(img, float64(w)/float64(size.Width), picture.Standard()), float64(size.Width), float64(size.Height))
		}
		return img
	})
	return r
}

// circle approximates one by a polygon.
func circle(c chart.Point, r float64) []chart.Point {
	return arc(nil, c, r, 0, 2*math.Pi)
}

// arc appends the points of an arc, clockwise on the screen.
func arc(pts []chart.Point, c chart.Point, r, from, to float64) []chart.Point {
	n := max(int(math.Ceil(r*(to-from)/2)), int(math.Ceil(4*(to-from))), 2)
	for i := 0; i <= n; i++ {
		s, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		pts = append(pts, chart.Point{X: c.X + r*cos, Y: c.Y + r*s})
	}
	return pts
}

// roundRect is the outline of a rectangle with round corners.
func roundRect(x, y, w, h, r float64) []chart.Point {
	r = min(r, w/2, h/2)
	pts := arc(nil, chart.Point{X: x + w - r, Y: y + r}, r, -math.Pi/2, 0)
	pts = arc(pts, chart.Point{X: x + w - r, Y: y + h - r}, r, 0, math.Pi/2)
	pts = arc(pts, chart.Point{X: x + r, Y: y + h - r}, r, math.Pi/2, math.Pi)
	return arc(pts, chart.Point{X: x + r, Y: y + r}, r, math.Pi, 3*math.Pi/2)
}
