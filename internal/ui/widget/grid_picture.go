package widget

import (
	"image"

	"fyne.io/fyne/v2"
)

// Bounds of a picture of a table, in points: what is beyond would be too small
// to read where it is pasted, and is left out.
const (
	mostPictured float32 = 4000
	widestCut    float32 = 6000
)

// Picture paints the whole table from its top, as it looks on screen, scale
// pixels a point; of very long and very wide ones the beginning.
func (g *Grid) Picture(scale float64) image.Image {
	all := NewGrid(nil)
	all.model = g.model
	all.OnSort = nil
	all.view.widths, all.view.pinned = g.view.widths, g.view.pinned
	all.heights = g.heights
	rows := min(g.rows(), all.rowAt(float64(mostPictured-all.headHeight())))
	size := fyne.NewSize(min(all.contentWidth(), widestCut), all.headHeight()+float32(all.rowTop(rows)))
	all.Resize(size)
	return all.paint(int(float64(size.Width)*scale), int(float64(size.Height)*scale))
}

// Paint paints what is in sight of the grid into w × h pixels, as the screen
// does; the picture is used again by the next.
func (g *Grid) Paint(w, h int) image.Image { return g.paint(w, h) }
