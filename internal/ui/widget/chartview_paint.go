package widget

import (
	"image"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// paintQueue holds at most one running and one waiting request.
type paintQueue struct {
	running, waiting bool
	costs            [2]time.Duration // of the last two paintings
}

// spent notes what a painting cost.
func (q *paintQueue) spent(d time.Duration) { q.costs = [2]time.Duration{q.costs[1], d} }

// quick reports whether the next painting is likely to be over before anybody
// feels it. One slow painting is no sign: the first of all loads glyphs.
func (q *paintQueue) quick() bool { return min(q.costs[0], q.costs[1]) < quickTime }

// beside runs work off the UI goroutine; tests run it at once.
var beside = func(work func()) { go work() }

// What may be painted within an event without being felt.
const (
	quickTime  = 6 * time.Millisecond
	quickMarks = 1500
)

// request paints the chart anew: at once where that is quick, else beside the
// UI goroutine, and only the newest of the requests that came meanwhile.
func (v *ChartView) request() {
	size := v.Size()
	if v.raster == nil || size.Width < 1 || size.Height < 1 {
		return
	}
	if v.given == nil {
		v.take(nil, nil, 0)
		return
	}
	if v.work.running {
		v.work.waiting = true
		return
	}
	c, p, scale := v.shown(), theme.ChartPalette(), v.scale
	paint := func() (*chart.Scene, *image.RGBA, time.Duration) {
		start := time.Now()
		s := c.Layout(float64(size.Width), float64(size.Height), p, picture.Standard())
		img := image.NewRGBA(image.Rect(0, 0, int(math.Round(s.W*scale)), int(math.Round(s.H*scale))))
		picture.Draw(img, s, scale, picture.Standard())
		return s, img, time.Since(start)
	}
	if v.work.quick() && len(c.Series)*len(c.Categories) < quickMarks {
		v.take(paint())
		return
	}
	v.work.running = true
	beside(func() {
		s, img, cost := paint()
		fyne.Do(func() {
			v.work.running = false
			if v.work.waiting {
				v.work.waiting = false
				v.work.spent(cost)
				v.request()
				return
			}
			v.take(s, img, cost)
		})
	})
}

// take shows a finished picture.
func (v *ChartView) take(s *chart.Scene, img *image.RGBA, cost time.Duration) {
	v.scene, v.pic, v.hit = s, img, nil
	v.work.spent(cost)
	v.BaseWidget.Refresh()
	v.raster.Refresh()
}

// markBox is where the mark of a hit stands.
func markBox(h *chart.Hit) (x, y, w, h2 float64) {
	if m := h.Mark; m != nil {
		return m.X, m.Y, m.W, m.H
	}
	return h.X, h.Y, h.W, h.H
}

// dot reports a mark that is a point of a line rather than an area.
func dot(h *chart.Hit) bool { return h.Mark != nil && h.Mark.W <= 14 && h.Mark.H <= 14 && h.H > 24 }

// middle is a point inside a hit region, on its mark where it has one.
func middle(h *chart.Hit) (x, y float64) {
	if w := h.Wedge; w != nil {
		a, r := (w.From+w.To)/2, (w.Inner+w.Outer)/2
		return w.X + r*math.Sin(a), w.Y - r*math.Cos(a)
	}
	x, y, w, t := markBox(h)
	return x + w/2, y + t/2
}

// CreateRenderer implements fyne.Widget.
func (v *ChartView) CreateRenderer() fyne.WidgetRenderer {
	v.raster = canvas.NewRaster(v.paintPic)
	glow, guide, stretch, ring := newBox(2), newBox(0), newBox(0), newRing()
	wedge := newInk(func(c *picture.Painter, w, h float64) {
		if v.hit != nil && v.hit.Wedge != nil {
			at := *v.hit.Wedge
			at.X, at.Y = at.Outer+2, at.Outer+2
			fill, edge := theme.Color(theme.Surface), theme.Color(theme.Text)
			fill.A = 0x40
			c.Path(at.Outline(), true, chart.Style{Fill: fill, Stroke: edge, Width: 1.5})
		}
	})
	card := newHoverCard()
	var size fyne.Size
	var palette chart.Palette
	p := &parts{of: v, objects: []fyne.CanvasObject{v.raster, stretch, guide, glow, wedge, ring, card}}
	p.min = func() fyne.Size { return v.least }
	p.update = func() {
		setBox(glow, "", theme.Text)
		fill := theme.Color(theme.Surface)
		fill.A = 0x38
		glow.FillColor, glow.CornerRadius = fill, 2
		glow.Hidden = v.hit == nil || v.hit.Wedge != nil || !v.hit.IsMark()
		setBox(guide, theme.Edge, "")
		guide.Hidden = glow.Hidden || !dot(v.hit)
		if !guide.Hidden {
			glow.CornerRadius, glow.StrokeWidth = 9, 2
		}
		setBox(stretch, theme.Accent, "")
		band := theme.Color(theme.Accent)
		band.A = 0x30
		stretch.FillColor = band
		stretch.Hidden = !v.brush.on
		wedge.Hidden = v.hit == nil || v.hit.Wedge == nil
		if v.hit == nil {
			card.set("", nil)
		} else {
			card.set(v.hit.Title, v.hit.Lines)
		}
	}
	p.layout = func(s fyne.Size) {
		place(v.raster, 0, 0, s.Width, s.Height)
		v.placeRing(ring, s)
		if now := theme.ChartPalette(); s != size || now.Surface != palette.Surface {
			size, palette = s, now
			v.request()
		}
		if v.brush.on {
			from, to := min(v.brush.from, v.brush.to), max(v.brush.from, v.brush.to)
			place(stretch, from, float32(v.scene.Plot.Y), to-from, float32(v.scene.Plot.H))
		}
		if v.hit == nil {
			return
		}
		if w := v.hit.Wedge; w != nil {
			r := float32(w.Outer) + 2
			place(wedge, float32(w.X)-r, float32(w.Y)-r, 2*r, 2*r)
			wedge.Refresh()
		} else {
			x, y, w, h := markBox(v.hit)
			if !guide.Hidden {
				x, y, w, h = x+w/2-7, y+h/2-7, 14, 14
				place(guide, float32(x)+6.5, float32(v.hit.Y), theme.Hair, float32(v.hit.H))
			}
			place(glow, float32(x), float32(y), float32(w), float32(h))
		}
		card.stand(v.at, s)
	}
	return p.start()
}
