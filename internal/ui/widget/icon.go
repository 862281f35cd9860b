package widget

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// Icon is one icon of the set, drawn to fill its size.
type Icon struct {
	widget.BaseWidget
	name  theme.IconName
	color fyne.ThemeColorName
}

// NewIcon makes an icon in a colour of the theme; "" draws nothing.
func NewIcon(name theme.IconName, c fyne.ThemeColorName) *Icon {
	i := &Icon{name: name, color: c}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes icon and colour.
func (i *Icon) Set(name theme.IconName, c fyne.ThemeColorName) {
	i.name, i.color = name, c
	i.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	ink := canvas.NewRaster(func(w, h int) image.Image { return drawIcon(i.name, theme.Color(i.color), w, h) })
	p := &parts{of: i, objects: []fyne.CanvasObject{ink}}
	p.min = func() fyne.Size { return fyne.NewSquareSize(theme.IconBox) }
	p.update = ink.Refresh
	p.layout = func(s fyne.Size) { place(ink, 0, 0, s.Width, s.Height) }
	return p
}

// finer is how many times finer than the screen an icon is drawn before it is
// brought to size: pieces of a line that overlap would else darken its edges.
const finer = 4

// drawIcon draws an icon in the middle of an image of w × h pixels.
func drawIcon(name theme.IconName, ink color.NRGBA, w, h int) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if name == "" || w == 0 || h == 0 {
		return out
	}
	big := image.NewRGBA(image.Rect(0, 0, w*finer, h*finer))
	p := picture.NewPainter(big, 1, picture.Standard())
	k := float64(min(w, h)*finer) / theme.DrawingSize
	dx, dy := (float64(w*finer)-k*theme.DrawingSize)/2, (float64(h*finer)-k*theme.DrawingSize)/2
	for _, s := range theme.Draw(name) {
		pts := make([]chart.Point, 0, len(s.Points)+1)
		for _, q := range s.Points {
			pts = append(pts, chart.Point{X: dx + q.X*k, Y: dy + q.Y*k})
		}
		paintStroke(p, pts, s.Closed, s.Filled, ink, theme.DrawingWidth*k)
	}
	shrink(out, big)
	return out
}

// paintStroke paints one line of an icon, with round ends.
func paintStroke(p *picture.Painter, pts []chart.Point, closed, filled bool, ink color.NRGBA, width float64) {
	if filled {
		p.Path(pts, true, chart.Style{Fill: ink})
		return
	}
	if !closed {
		for _, e := range []chart.Point{pts[0], pts[len(pts)-1]} {
			p.Path(circle(e, width/2), true, chart.Style{Fill: ink})
		}
	}
	if len(pts) == 2 { // with a point between, it is not set on whole pixels and keeps its weight
		pts = []chart.Point{pts[0], {X: (pts[0].X + pts[1].X) / 2, Y: (pts[0].Y + pts[1].Y) / 2}, pts[1]}
	}
	p.Path(pts, closed, chart.Style{Stroke: ink, Width: width})
}

// shrink averages squares of a picture into the points of a smaller one.
func shrink(dst, src *image.RGBA) {
	for y := range dst.Rect.Dy() {
		for x := range dst.Rect.Dx() {
			var sum [4]int
			for v := range finer {
				at := src.PixOffset(x*finer, y*finer+v)
				for i, b := range src.Pix[at : at+4*finer] {
					sum[i%4] += int(b)
				}
			}
			at := dst.PixOffset(x, y)
			for i := range 4 {
				dst.Pix[at+i] = uint8((sum[i] + finer*finer/2) / (finer * finer))
			}
		}
	}
}
