package chart

import "math"

// group is neighbouring categories with one outer name.
type group struct {
	name        string
	first, last int
}

// groups are those of the categories; nil where they have one level.
func (c *Chart) groups() []group {
	if len(c.Outer) != len(c.Categories) || len(c.Leaf) != len(c.Categories) {
		return nil
	}
	var out []group
	for j, name := range c.Outer {
		if n := len(out); n > 0 && out[n-1].name == name {
			out[n-1].last = j
			continue
		}
		out = append(out, group{name, j, j})
	}
	return out
}

// groupNames writes the outer names in a row of their own under the names of an
// upright chart, with a stroke between groups.
func (b *plot) groupNames(groups []group, area Box, height float64) {
	band := area.W / float64(len(b.c.Categories))
	line := b.height(labelSize)
	y := area.Y + area.H + height - line
	for k, g := range groups {
		x, w := area.X+band*float64(g.first), band*float64(g.last-g.first+1)
		if k > 0 {
			b.rule(x, area.Y+area.H+4, x, y+line, b.p.Line)
		}
		if w < 2*line {
			continue // hover tells it
		}
		s := Cut(b.m, g.name, labelSize, false, w-8)
		b.put(Label{X: x + w/2, Y: y, Text: s, Font: b.font(labelSize, b.p.Text), HA: .5})
	}
}

// groupColumn writes the outer names in a column of their own at the left of
// rows, with a stroke between groups, and gives what is left of the area.
func (b *plot) groupColumn(groups []group, area Box) (rest Box, write func(row float64)) {
	if groups == nil {
		return area, func(float64) {}
	}
	widest := 0.0
	for _, g := range groups {
		widest = math.Max(widest, b.width(g.name, labelSize))
	}
	w := math.Min(widest, area.W*.22)
	left, right := area.X, area.X+area.W
	line := b.height(labelSize)
	rest = area
	rest.X, rest.W = area.X+w+10, area.W-w-10
	return rest, func(row float64) {
		for k, g := range groups {
			y, h := area.Y+row*float64(g.first), row*float64(g.last-g.first+1)
			if k > 0 {
				b.rule(left, y, right, y, b.p.Line)
			}
			if h < line {
				continue
			}
			b.text(left, y+h/2, Cut(b.m, g.name, labelSize, false, w), labelSize, 0, .5)
		}
	}
}
