package chart

import (
	"image/color"
	"math"
)

// swatch is the sign before a legend entry.
type swatch uint8

const (
	square swatch = iota
	stroke
)

// item is one legend entry.
type item struct {
	name   string
	colour color.NRGBA
	sign   swatch
	ref    Ref
	hidden bool
}

// legendItems names the series of a chart; a single one needs no legend unless
// it can be switched on again.
func (b *plot) legendItems(t Type) []item {
	if !t.legend || len(b.c.Series) == 0 || len(b.c.Series) == 1 && !b.c.Series[0].Hidden {
		return nil
	}
	var out []item
	for i := range b.c.Series {
		s := &b.c.Series[i]
		sign := square
		if t.ID == Line || t.ID == Combo && s.Second {
			sign = stroke
		}
		out = append(out, item{s.Name, b.colour(i), sign, Ref{i, -1}, s.Hidden})
	}
	return out
}

// legendRows is the height of the rows of the legend after its first, at a width.
func (b *plot) legendRows(w float64) float64 {
	if !find(b.c.Kind).legend || len(b.c.Series) < 2 {
		return 0
	}
	w -= 2 * Padding(w, w)
	x, rows := 0.0, 0
	for i := range b.c.Series {
		each := 16 + math.Min(b.width(b.c.Series[i].Name, labelSize), math.Min(180, w*.45))
		if x > 0 && x+each > w {
			rows++
			x = 0
		}
		x += each + 14
	}
	return rowHeight * float64(min(rows, legendMost-1))
}

// legendWidth is how wide the name of an entry may be.
func (b *plot) legendWidth() float64 { return math.Min(180, b.box.W*.45) }

// legendMost is how many rows a legend has at most.
const legendMost = 3

// legend draws entries from the left, wrapping, and takes their room off the
// box. What does not fit into the rows that the height allows is told by +n.
func (b *plot) legend(items []item, reserved float64) {
	rows := max(1, min(legendMost, int((b.H-30)*.3/rowHeight)))
	left, right := b.box.X, b.box.X+b.box.W-reserved
	x, y := left, b.box.Y
	row := 1
	widest := b.legendWidth()
	more := b.width("+000", labelSize)
	for i, it := range items {
		name := Cut(b.m, it.name, labelSize, false, widest)
		w := 16 + b.width(name, labelSize)
		room := right - x
		if row == rows && i < len(items)-1 {
			room -= more + 14
		}
		if w > room && x > left {
			if row == rows {
				b.restOfLegend(items[i:], x, y)
				break
			}
			row++
			x, y, right = left, y+rowHeight, b.box.X+b.box.W
		}
		b.entry(it, name, x, y, w)
		x += w + 14
	}
	b.take(y + rowHeight - b.box.Y + 6)
}

func (b *plot) entry(it item, name string, x, y, w float64) {
	c, f := it.colour, b.font(labelSize, b.p.Text)
	if it.hidden {
		c, f.Color = mix(b.p.Second, b.p.Surface, .5), mix(b.p.Second, b.p.Surface, .25)
	}
	mid := y + rowHeight/2
	switch {
	case it.sign == stroke:
		b.add(Box{x, mid - 1.5, 12, 3, Style{Fill: c, Radius: 1.5}})
	case it.hidden:
		b.add(Box{x, mid - 5, 10, 10, Style{Stroke: c, Width: 1, Radius: 2}})
	default:
		b.add(Box{x, mid - 5, 10, 10, Style{Fill: c, Radius: 2}})
	}
	b.put(Label{X: x + 16, Y: mid, Text: name, Font: f, VA: .5})
	hit := Hit{X: x - 4, Y: y, W: w + 8, H: rowHeight, Title: it.name, Ref: it.ref, Legend: it.ref.Series >= 0}
	if s := it.ref.Series; s >= 0 {
		hit.Lines = b.seriesLines(s)
	}
	b.Hits = append(b.Hits, hit)
}

func (b *plot) restOfLegend(items []item, x, y float64) {
	s := b.l.T("chart.more", len(items))
	b.text(x, y+rowHeight/2, s, labelSize, 0, .5)
	hit := Hit{X: x - 4, Y: y, W: b.width(s, labelSize) + 8, H: rowHeight, Title: b.l.N("chart.more.title", len(items)), Ref: Ref{-1, -1}}
	for i, it := range items {
		if i == 12 {
			hit.Lines = append(hit.Lines, "…")
			break
		}
		hit.Lines = append(hit.Lines, it.name)
	}
	b.Hits = append(b.Hits, hit)
}
