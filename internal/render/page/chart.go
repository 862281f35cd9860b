package page

import (
	"math"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// chart places a chart over the whole width, or two half charts side by side.
func (l *layout) chart(c *document.Chart, rest []document.Block) {
	if l.half == c {
		l.half = nil
		return
	}
	if c.Half && l.w >= 400 {
		if next := nextHalf(rest); next != nil {
			l.half = next
			w := (l.w - 20) / 2
			h := math.Max(chartHeight(c, w), chartHeight(next, w))
			a, b := c.Chart.Layout(w, h, l.pal, l.m), next.Chart.Layout(w, h, l.pal, l.m)
			l.add(piece{height: h, before: gapGroup - 4, draw: func(p *Page, x, y float64) {
				p.place(a, x, y, c.Refs)
				p.place(b, x+w+20, y, next.Refs)
			}})
			return
		}
	}
	h := chartHeight(c, l.w)
	if most := l.o.Size.H - l.o.Margins.Top - l.o.Margins.Bottom; !l.o.Endless {
		h = math.Min(h, most)
	}
	s := c.Chart.Layout(l.w, h, l.pal, l.m)
	l.add(piece{height: h, before: gapGroup - 4, draw: func(p *Page, x, y float64) { p.place(s, x, y, c.Refs) }})
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
// for 500 points, or what its kind needs.
func chartHeight(c *document.Chart, w float64) float64 {
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
