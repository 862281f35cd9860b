package widget

import (
	"image"
	"log/slog"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/task"
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

// beside runs work off the UI goroutine, which must not panic there.
var beside = func(work func()) { go work() }

// broken is told of pictures that could not be painted, on the UI goroutine.
var broken = func(error) {}

// OnBroken has tell told of pictures that could not be painted because their
// painting panicked. It is set once, before there are widgets.
func OnBroken(tell func(error)) { broken = tell }

// unbroken paints under a guard: a picture that panics must not take the window
// along. The error goes into the program's log, too.
func unbroken(paint func()) error {
	err := task.Guard(func() error {
		paint()
		return nil
	})
	if err != nil {
		slog.Error("painting", "err", err)
	}
	return err
}

// PaintAtOnce has charts and pages painted on the goroutine that asks for it. It
// is for tests: their driver runs what fyne.Do is given on the caller's
// goroutine, where nothing but the test may touch widgets.
func PaintAtOnce() { beside = func(work func()) { work() } }

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
	paint := func() (s *chart.Scene, img *image.RGBA, cost time.Duration, err error) {
		start := time.Now()
		err = unbroken(func() {
			s = c.Layout(float64(size.Width), float64(size.Height), p, picture.Standard())
			img = image.NewRGBA(image.Rect(0, 0, int(math.Round(s.W*scale)), int(math.Round(s.H*scale))))
			picture.Draw(img, s, scale, picture.Standard())
		})
		if err != nil {
			s, img = nil, nil
		}
		return s, img, time.Since(start), err
	}
	if v.work.quick() && len(c.Series)*len(c.Categories) < quickMarks {
		s, img, cost, err := paint()
		v.painted(s, img, cost, err)
		return
	}
	v.work.running = true
	beside(func() {
		s, img, cost, err := paint()
		fyne.Do(func() {
			v.work.running = false
			if v.work.waiting {
				v.work.waiting = false
				v.work.spent(cost)
				v.request()
				return
			}
			v.painted(s, img, cost, err)
		})
	})
}

// painted shows a finished picture, or nothing where it could not be painted.
func (v *ChartView) painted(s *chart.Scene, img *image.RGBA, cost time.Duration, err error) {
	v.take(s, img, cost)
	if err != nil {
		broken(err)
	}
}

// take shows a finished picture.
func (v *ChartView) take(s *chart.Scene, img *image.RGBA, cost time.Duration) {
	v.scene, v.pic, v.hit = s, img, nil
	v.work.spent(cost)
	v.overlay.Refresh()
	v.raster.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *ChartView) CreateRenderer() fyne.WidgetRenderer {
	v.raster = canvas.NewRaster(v.paintPic)
	v.overlay = newChartOverlay(v)
	ring := newRing()
	var size fyne.Size
	var palette chart.Palette
	p := &parts{of: v, objects: []fyne.CanvasObject{v.raster, v.overlay, ring}}
	p.min = func() fyne.Size { return v.least }
	p.layout = func(s fyne.Size) {
		place(v.raster, 0, 0, s.Width, s.Height)
		place(v.overlay, 0, 0, s.Width, s.Height)
		v.placeRing(ring, s)
		if now := theme.ChartPalette(); s != size || now.Surface != palette.Surface {
			size, palette = s, now
			v.request()
		}
	}
	return p.start()
}
