package page

import (
	"math"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// chartScale makes charts as large on paper as the text around them: they are
// laid out for the screen, whose type is larger.
const chartScale = .78

// chartGap is the room between two half charts.
const chartGap = 18.0

// chart places a chart over the whole width, or two half charts side by side.
func (l *layout) chart(c *document.Chart, rest []document.Block) {
	if l.half == c {
		l.half = nil
		return
	}
	if c.Half && l.w >= 400 {
		if next := nextHalf(rest); next != nil {
			l.half = next
			w := (l.w - chartGap) / 2
			h := math.Max(l.chartHeight(c, w), l.chartHeight(next, w))
			left, right := l.placed(c, w, h), l.placed(next, w, h)
			l.add(piece{height: h, before: gapGroup - 4, draw: func(p *Page, x, y float64) {
				left(p, x, y)
				right(p, x+w+chartGap, y)
			}})
			return
		}
	}
	h := l.chartHeight(c, l.w)
	if most := l.o.Size.H - l.o.Margins.Top - l.o.Margins.Bottom; !l.o.Endless {
		h = math.Min(h, most)
	}
	l.add(piece{height: h, before: gapGroup - 4, draw: l.placed(c, l.w, h)})
}

// placed lays a chart out so that its title is in line with the text: the
// blank edge of the scene lies outside of w.
func (l *layout) placed(c *document.Chart, w, h float64) func(p *Page, x, y float64) {
	edge := chart.Padding(w/chartScale, h/chartScale)
	s := c.Chart.Layout(w/chartScale+2*edge, h/chartScale, l.pal, l.m)
	return func(p *Page, x, y float64) { p.place(s, x-edge*chartScale, y, chartScale, c.Refs) }
}

// nextHalf is the half chart right after one; nil where there is none.
func nextHalf(rest []document.Block) *document.Chart {
	if len(rest) > 0 {
		if c, ok := rest[0].(*document.Chart); ok && c.Half {
			return c
		}
	}
	return nil
}

// chartHeight is the height of a chart w points wide: what the document says
// for 500 points, or what its kind needs, and room for long names.
func (l *layout) chartHeight(c *document.Chart, w float64) float64 {
	return kindHeight(c, w) + c.Chart.NameRoom(w/chartScale, l.m)*chartScale
}

func kindHeight(c *document.Chart, w float64) float64 {
	if c.Height > 0 {
		if c.Half {
			return c.Height
		}
		return c.Height * math.Max(w, 400) / 500
	}
	n := float64(len(c.Chart.Categories))
	switch c.Chart.Kind {
	case chart.Bar:
		return clamp(60+n*math.Max(16, 9*float64(len(c.Chart.Series))), 110, 520)
	case chart.Heat:
		return clamp(64+float64(len(c.Chart.Series))*20, 120, 560)
	case chart.Donut:
		return 180
	}
	return clamp(w*.4, 170, 230)
}

func clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(v, hi)) }
