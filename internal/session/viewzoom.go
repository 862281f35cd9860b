package session

import (
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
)

// A stretch of the chart's axis can be looked at closer. It changes no number,
// but it is a step of the view like any other: undone, saved, exported. Its ends
// are kept as members, not as places, so that it stays where it is when the
// order changes or next week comes.

// ZoomTo looks closer at a stretch of the chart as it is shown now, from one of
// its categories to another.
func (s *Session) ZoomTo(from, to int) {
	whole := s.wholeChart()
	if whole == nil || from >= to {
		return
	}
	at, _, _ := s.zoomed(whole)
	from, to = max(at+from, 0), min(at+to, len(whole.Categories)-1)
	z := library.Zoom{From: s.endAt(whole, from, +1), To: s.endAt(whole, to, -1)}
	if from == 0 {
		z.From = nil
	}
	if to == len(whole.Categories)-1 {
		z.To = nil
	}
	s.SetView(func(v *View) { v.Zoom = z })
}

// ZoomOut shows all of the chart again.
func (s *Session) ZoomOut() { s.SetView(func(v *View) { v.Zoom = library.Zoom{} }) }

// Zoomed says in words what stretch of the chart is shown; "" for all of it.
func (s *Session) Zoomed() string {
	c := s.wholeChart()
	if c == nil {
		return ""
	}
	from, to, ok := s.zoomed(c)
	if !ok {
		return ""
	}
	return s.T("explore.zoom", c.Categories[from], c.Categories[to])
}

func (s *Session) wholeChart() *chart.Chart {
	if s.log() == nil || s.result.value == nil {
		return nil
	}
	return s.chart
}

func (s *Session) zoomed(c *chart.Chart) (from, to int, ok bool) {
	return stretch(c, s.result.value, s.View().Zoom)
}

// endAt names the category at a place, or the nearest one inwards that a name
// stands for: what is left of a top N has none.
func (s *Session) endAt(c *chart.Chart, at, inwards int) []string {
	onRows := alongRows(c)
	for ; at >= 0 && at < len(c.Categories); at += inwards {
		if name := nameOf(c, s.result.value, at, onRows); name != nil {
			return name
		}
	}
	return nil
}

// stretch finds the categories from which to which a chart is looked at: all of
// them, and ok is false, where nothing is, or what is not drawn.
func stretch(c *chart.Chart, r *pivot.Result, z library.Zoom) (from, to int, ok bool) {
	from, to = 0, len(c.Categories)-1
	if z.Whole() || !c.Across() {
		return from, to, false
	}
	onRows := alongRows(c)
	find := func(name []string, otherwise int) int {
		if len(name) == 0 {
			return otherwise
		}
		for j := range c.Categories {
			if slices.Equal(nameOf(c, r, j, onRows), name) {
				return j
			}
		}
		return -1
	}
	first, last := find(z.From, from), find(z.To, to)
	if first < 0 || first >= last {
		return from, to, false
	}
	return first, last, true
}

// nameOf is what the members at a category are called in text form, level by
// level; nil where it stands for several. onRows is alongRows of the chart.
func nameOf(c *chart.Chart, r *pivot.Result, category int, onRows bool) []string {
	for i := range c.Series {
		cells := c.Series[i].Cells
		if category >= len(cells) || cells[category].Row < 0 || cells[category].Col < 0 {
			continue
		}
		path := r.Cols.Members[cells[category].Col].Path
		if onRows {
			path = r.Rows.Members[cells[category].Row].Path
		}
		name := make([]string, len(path))
		for k, l := range path {
			if l.Other {
				return nil
			}
			name[k] = l.Text
		}
		return name
	}
	return nil
}

// alongRows reports whether the categories of a chart are rows of its pivot.
func alongRows(c *chart.Chart) bool {
	for i := range c.Series {
		first := -1
		for _, cell := range c.Series[i].Cells {
			switch {
			case cell.Row < 0 || cell.Col < 0:
			case first < 0:
				first = cell.Row
			case cell.Row != first:
				return true
			}
		}
	}
	return false
}
