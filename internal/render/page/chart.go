package page

import (
	"math"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// chartScale makes charts as large on paper as the text around them: they are
// laid out for the screen, whose type is larger.
const chartScale = .78

// A chart that fills its page has larger type, and is not much higher than wide;
// where less than the least height is left, it begins a new page.
const (
	fillScale = 1.0
	fillShape = 1.15
	fillLeast = 110.0
)

// usualShape is the height of most charts over their width; one that fills the
// rest of a page below other things becomes no higher.
const usualShape = .4

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
			l.add(shrinking(h, math.Max(l.lowest(c, w), l.lowest(next, w)), func(h float64) func(p *Page, x, y float64) {
				left, right := l.placed(c, w, h), l.placed(next, w, h)
				return func(p *Page, x, y float64) {
					left(p, x, y)
					right(p, x+w+chartGap, y)
				}
			}))
			return
		}
	}
	if c.Fill && c.Height > 0 && !l.o.Endless {
		least := l.chartHeight(c, l.w)
		l.add(piece{height: least, before: gapGroup - 4, most: math.Max(least, l.w*usualShape), fill: func(p *Page, x, y, h float64) {
			l.placed(c, l.w, h)(p, x, y)
		}})
		return
	}
	if c.Fill && !l.o.Endless {
		l.add(piece{height: fillLeast, before: gapGroup - 4, fill: func(p *Page, x, y, h float64) {
			l.scene(c, l.w, math.Min(h, l.w*fillShape), fillScale)(p, x, y)
		}})
		return
	}
	h := l.chartHeight(c, l.w)
	if most := l.o.Size.H - l.o.Margins.Top - l.o.Margins.Bottom; !l.o.Endless {
		h = math.Min(h, most)
	}
	l.add(shrinking(h, l.lowest(c, l.w), func(h float64) func(p *Page, x, y float64) { return l.placed(c, l.w, h) }))
}

// shrinking is a piece that place lays out at any height from lowest on.
func shrinking(h, lowest float64, place func(h float64) func(p *Page, x, y float64)) piece {
	return piece{height: h, before: gapGroup - 4, draw: place(h), lowest: lowest, shrink: func(h float64) piece { return shrinking(h, lowest, place) }}
}

// lowest is the height to which a chart w points wide may shrink: the room of its
// names and of its legend stays.
func (l *layout) lowest(c *document.Chart, w float64) float64 {
	h, names := l.chartHeight(c, w), l.nameRoom(c, w)
	return math.Max(names+least*(h-names), math.Min(h, names+rowsLeast(c)))
}

func (l *layout) nameRoom(c *document.Chart, w float64) float64 {
	return c.Chart.NameRoom(w/chartScale, l.m) * chartScale
}

// placed lays a chart out so that its title is in line with the text: the
// blank edge of the scene lies outside of w.
func (l *layout) placed(c *document.Chart, w, h float64) func(p *Page, x, y float64) {
	return l.scene(c, w, h, chartScale)
}

// scene is placed with the chart's type k times its size on the screen.
func (l *layout) scene(c *document.Chart, w, h, k float64) func(p *Page, x, y float64) {
	edge := chart.Padding(w/k, h/k)
	s := c.Chart.Layout(w/k+2*edge, h/k, l.pal, l.m)
	return func(p *Page, x, y float64) {
		p.place(s, x-edge*k, y, k, c.Refs)
		p.Charts = append(p.Charts, Placed{x, y, w, h, c})
	}
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
	names := l.nameRoom(c, w)
	h := kindHeight(c, w) + names
	return math.Max(names+(h-names)*l.tight, math.Min(h, names+rowsLeast(c)))
}

// rowsLeast is the height at which the rows of bars and of heat maps still have
// their values; 0 for other charts.
func rowsLeast(c *document.Chart) float64 {
	switch c.Chart.Kind {
	case chart.Bar:
		return 45 + 13*float64(len(c.Chart.Categories)*max(1, len(c.Chart.Series)))
	case chart.Heat:
		return math.Max(112, 76+14*float64(len(c.Chart.Series)))
	}
	return 0
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
		return clamp(64+float64(len(c.Chart.Series))*20, 150, 560)
	case chart.Donut:
		return 180
	}
	return clamp(w*usualShape, 170, 230)
}

func clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(v, hi)) }
