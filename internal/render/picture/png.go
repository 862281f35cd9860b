package picture

import (
	"image"
	"image/png"
	"io"
	"math"

	"tallyboard/internal/chart"
)

// Image paints a scene on a new image, scale pixels a point, in the program's
// typeface.
func Image(s *chart.Scene, scale float64) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(s.W*scale)), int(math.Ceil(s.H*scale))))
	Draw(img, s, scale, Standard())
	return img
}

// PNG writes a scene as a PNG file, scale pixels a point.
func PNG(w io.Writer, s *chart.Scene, scale float64) error {
	return png.Encode(w, Image(s, scale))
}
