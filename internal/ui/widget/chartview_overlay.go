package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// chartOverlay is what follows the pointer over a chart: the lit mark, the
// marked stretch and the hover card. It is a widget of its own, so that moving
// the pointer does not send the chart's picture to the screen again.
type chartOverlay struct {
	widget.BaseWidget
	v *ChartView
}

func newChartOverlay(v *ChartView) *chartOverlay {
	o := &chartOverlay{v: v}
	o.ExtendBaseWidget(o)
	return o
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

// pointSize is how wide the ring round a point of a line is.
const pointSize = 14

// CreateRenderer implements fyne.Widget.
func (o *chartOverlay) CreateRenderer() fyne.WidgetRenderer {
	v := o.v
	glow, guide, stretch, card := newBox(2), newBox(0), newBox(0), newHoverCard()
	wedge := newInk(func(c *picture.Painter, w, h float64) {
		if v.hit != nil && v.hit.Wedge != nil {
			at := *v.hit.Wedge
			at.X, at.Y = at.Outer+2, at.Outer+2
			c.Path(at.Outline(), true, chart.Style{Fill: pale(theme.Surface, 0x40), Stroke: theme.Color(theme.Text), Width: 1.5})
		}
	})
	p := &parts{of: o, objects: []fyne.CanvasObject{stretch, guide, glow, wedge, card}}
	p.min = func() fyne.Size { return fyne.Size{} }
	p.update = func() {
		mark := v.hit != nil && v.hit.Wedge == nil && v.hit.IsMark()
		point := mark && dot(v.hit)
		setBox(glow, "", theme.Text)
		glow.FillColor, glow.CornerRadius = pale(theme.Surface, 0x38), 2
		if point {
			glow.CornerRadius, glow.StrokeWidth = pointSize/2, 2
		}
		glow.Hidden, guide.Hidden = !mark, !point
		setBox(guide, theme.Edge, "")
		setBox(stretch, theme.Accent, "")
		stretch.FillColor = pale(theme.Accent, 0x30)
		stretch.Hidden = !v.brush.on && v.carry.note == 0
		wedge.Hidden = v.hit == nil || v.hit.Wedge == nil
		if v.hit == nil {
			card.set("", nil)
		} else {
			card.set(v.hit.Title, v.hit.Lines)
		}
	}
	p.layout = func(s fyne.Size) {
		if c := v.carry; c.note > 0 {
			place(stretch, c.middle.X-c.size.Width/2, c.middle.Y-c.size.Height/2, c.size.Width, c.size.Height)
		} else if v.brush.on {
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
				x, y, w, h = x+(w-pointSize)/2, y+(h-pointSize)/2, pointSize, pointSize
				place(guide, float32(x)+pointSize/2-.5, float32(v.hit.Y), theme.Hair, float32(v.hit.H))
			}
			place(glow, float32(x), float32(y), float32(w), float32(h))
		}
		card.stand(v.at, s)
	}
	return p.start()
}
