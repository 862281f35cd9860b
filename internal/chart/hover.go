package chart

import (
	"math"

	"tallyboard/internal/display"
)

// whole is the sum of the parts that a mark belongs to: its category over the
// visible series, or the series where there is only one. It is NaN where there
// are no parts.
func (b *plot) whole(category int) float64 {
	if !b.c.Parts {
		return math.NaN()
	}
	if b.wholes == nil {
		b.wholes = wholes(b.c)
	}
	return b.wholes[category]
}

// wholes is whole for every category.
func wholes(c *Chart) []float64 {
	out := make([]float64, len(c.Categories))
	vis := c.visible()
	all := 0.0
	for j := range out {
		for _, i := range vis {
			if v := c.Series[i].value(j); v < 0 {
				out[j] = math.NaN()
			} else if v == v {
				out[j] += v
			}
		}
		all += out[j]
	}
	if len(vis) == 1 {
		for j := range out {
			out[j] = all
		}
	}
	return out
}

// markHit fills the words of a mark's hover card: the category; series and
// value; the share of the whole; the change from the category before.
func (b *plot) markHit(h Hit, series, category int) Hit {
	c := b.c
	s := &c.Series[series]
	f := c.format(series)
	v := s.value(category)
	h.Ref = Ref{series, category}
	h.Title = c.full(category)
	value := f.Full(v, b.l)
	if len(c.Series) > 1 {
		h.Lines = append(h.Lines, b.l.T("chart.hover.value", s.Name, value))
	} else if s.Name != "" {
		h.Lines = append(h.Lines, b.l.T("chart.hover.value", s.Name, value))
	} else {
		h.Lines = append(h.Lines, value)
	}
	if w := b.whole(category); w > 0 && !math.IsNaN(v) && len(c.Series)*len(c.Categories) > 1 {
		h.Lines = append(h.Lines, b.l.T("chart.hover.share", share(v/w, b)))
	}
	if c.partial(category) {
		h.Lines = append(h.Lines, b.l.T("chart.hover.partial"))
	} else if c.Time && category > 0 && !c.partial(category-1) {
		if before := s.value(category - 1); before > 0 && !math.IsNaN(v) {
			h.Lines = append(h.Lines, b.l.T("chart.hover.change", display.Change(v/before-1, b.l)))
		}
	}
	return h
}

func share(v float64, b *plot) string {
	return display.Format{Kind: display.Percent, Decimals: 1}.Full(v, b.l)
}

// seriesLines are the words of a legend entry: the sum of the series and its
// share, where its values add up.
func (b *plot) seriesLines(series int) []string {
	if !b.c.Parts {
		return nil
	}
	sum, all := 0.0, 0.0
	for i := range b.c.Series {
		for _, v := range b.c.Series[i].Values {
			if math.IsNaN(v) {
				continue
			}
			all += v
			if i == series {
				sum += v
			}
		}
	}
	lines := []string{b.l.T("chart.hover.sum", b.c.format(series).Full(sum, b.l))}
	if all > 0 && sum >= 0 {
		lines = append(lines, b.l.T("chart.hover.share", share(sum/all, b)))
	}
	return lines
}

// hit adds a mark's region.
func (b *plot) hit(h Hit, series, category int) {
	b.Hits = append(b.Hits, b.markHit(h, series, category))
}
