package chart

import (
	"math"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
)

// Across reports whether the categories stand from left to right in their
// order, so that a stretch of them can be looked at closer.
func (c *Chart) Across() bool { return find(c.Kind).across }

// TakesLines reports whether reference lines are drawn across its values.
func (c *Chart) TakesLines() bool { return find(c.Kind).lines }

// Between is the chart with the categories from first to last only, for
// looking closer at a part of the axis.
func (c *Chart) Between(first, last int) *Chart {
	first, last = max(first, 0), min(last, len(c.Categories)-1)
	order := []int{}
	for j := first; j <= last; j++ {
		order = append(order, j)
	}
	return c.reordered(order)
}

// Can reports whether the chart's data can be drawn as a kind without lying.
func (c *Chart) Can(k Kind) bool {
	t := find(k)
	if t.ID != k || c.empty(t) != "" {
		return false
	}
	switch k {
	case Stacked, Area, Percent, Donut, Pareto:
		return c.Parts
	}
	return true
}

// reordered is the chart with its categories in another order, or some of them.
func (c *Chart) reordered(order []int) *Chart {
	out := *c
	out.Categories = pick(c.Categories, order)
	out.Partial, out.Outer, out.Leaf = pick(c.Partial, order), pick(c.Outer, order), pick(c.Leaf, order)
	out.Full, out.Keys, out.Rest, out.Times = pick(c.Full, order), pick(c.Keys, order), pick(c.Rest, order), pick(c.Times, order)
	out.Series = make([]Series, len(c.Series))
	for i, s := range c.Series {
		values := make([]float64, len(order))
		for k, j := range order {
			values[k] = s.value(j)
		}
		s.Values, s.Cells = values, pick(s.Cells, order)
		out.Series[i] = s
	}
	out.Notes = nil
	for _, n := range c.Notes {
		for k, j := range order {
			if n.Ref.Category == j {
				n.Ref.Category = k
				out.Notes = append(out.Notes, n)
				break
			}
		}
	}
	return &out
}

// pick takes elements by index; nil stays nil, and what is too short gives
// zero values.
func pick[T any](list []T, order []int) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(order))
	for k, j := range order {
		if j < len(list) {
			out[k] = list[j]
		}
	}
	return out
}

// MeanMark is a reference line at the mean of what the marks on the first axis
// are as high as: the visible values, or the sums of a stack. ok is false where
// there are none.
func (c *Chart) MeanMark(l lang.Lang) (m Mark, ok bool) {
	stacks := c.Kind == Stacked || c.Kind == Area
	sum, n := 0.0, 0
	for j := range c.Categories {
		some := false
		for _, i := range c.visible() {
			s := &c.Series[i]
			v := s.value(j)
			if s.Second || s.Muted || math.IsNaN(v) {
				continue
			}
			sum, some = sum+v, true
			if !stacks {
				n++
			}
		}
		if stacks && some {
			n++
		}
	}
	if n == 0 {
		return Mark{}, false
	}
	mean := sum / float64(n)
	f := c.Format
	if f.Kind == display.Count && mean != math.Trunc(mean) { // the mean of counts is no count
		f.Kind, f.Decimals = display.Decimal, 1
	}
	return Mark{Value: mean, Label: l.T("chart.mean", f.Full(mean, l))}, true
}
