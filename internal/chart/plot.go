package chart

import (
	"image/color"
	"math"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
)

// Sizes of text and room, in points.
const (
	titleSize = 15
	labelSize = 12
	smallSize = 11

	rowHeight = 18 // of a legend row
	padding   = 16 // at the edge of the canvas
)

// plot is a chart being laid out: the scene so far, and the box that is left.
type plot struct {
	*Scene
	c *Chart
	p Palette
	m Measurer
	l lang.Lang

	box   Box      // what is left to draw in
	foot  []string // remarks for the foot
	words written
	// above are painted over all shapes: reference lines, then words. Words are
	// placed in the order of their weight, not of painting.
	above, top []Prim
	late       []Hit     // above those of the marks
	wholes     []float64 // see whole
	ranks      []int     // see categoryColour
	noted      []bool    // which remarks are drawn
	boxes      []quad    // of the remarks that are
	stems      []quad    // of those that stand away from their marks
}

// Layout lays the chart out for a size in points. The same chart, size and
// palette give the same scene.
func (c *Chart) Layout(w, h float64, p Palette, m Measurer) *Scene {
	b := &plot{Scene: &Scene{W: w, H: h}, c: c, p: p, m: m, l: language(c.Lang)}
	b.add(Box{W: w, H: h, Style: Style{Fill: p.Surface}})
	pad := math.Min(padding, math.Min(w, h)*.05)
	b.box = Box{X: pad, Y: math.Min(12, pad), W: w - 2*pad, H: h - 2*math.Min(12, pad)}
	b.draw(find(c.Kind))
	b.Prims = append(append(b.Prims, b.above...), b.top...)
	b.Hits = append(b.Hits, b.late...)
	return b.Scene
}

func (b *plot) draw(t Type) {
	c := b.c
	b.head(t)
	if why := c.empty(t); why != "" {
		b.sentence(b.l.T(why))
		return
	}
	if vis := c.visible(); t.single && !t.pairs && len(vis) > 1 {
		b.foot = append(b.foot, b.l.T("chart.only", c.Series[vis[0]].Name))
	}
	if c.OmittedCategories > 0 {
		b.foot = append(b.foot, b.l.N("chart.omitted.categories", c.OmittedCategories))
	}
	if c.Omitted > 0 {
		b.foot = append(b.foot, b.l.N("chart.omitted", c.Omitted))
	}
	if b.box.W < 24 || b.box.H < 24 {
		return // no room for anything that could be read
	}
	t.draw(b)
	b.lateNotes()
}

func language(s string) lang.Lang {
	l, _ := lang.Parse(s)
	return l
}

// empty is the key of the sentence shown instead of a chart without anything
// to draw, "" where there is something.
func (c *Chart) empty(t Type) string {
	some, shown := false, false
	for _, s := range c.Series {
		for _, v := range s.Values {
			if !math.IsNaN(v) {
				some = true
				shown = shown || !s.Hidden
			}
		}
	}
	switch {
	case !some:
		return "chart.empty"
	case !shown:
		return "chart.hidden"
	case !t.suits(c) && c.allZero():
		return "chart.zero"
	case !t.suits(c):
		return "chart.unsuited." + string(t.ID)
	}
	return ""
}

// allZero reports whether no value differs from zero.
func (c *Chart) allZero() bool {
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v == v && v != 0 {
				return false
			}
		}
	}
	return true
}

func (b *plot) add(p ...Prim) { b.Prims = append(b.Prims, p...) }

func (b *plot) font(size float64, c color.NRGBA) Font { return Font{Size: size, Color: c} }

// text writes a label in the second text colour, see put.
func (b *plot) text(x, y float64, s string, size, ha, va float64) {
	b.put(Label{X: x, Y: y, Text: s, Font: b.font(size, b.p.Second), HA: ha, VA: va})
}

func (b *plot) rule(x0, y0, x1, y1 float64, c color.NRGBA) {
	b.add(Poly{Pts: []Point{{x0, y0}, {x1, y1}}, Style: Style{Stroke: c, Width: 1}})
}

func (b *plot) width(s string, size float64) float64 { return b.m.Width(s, size, false) }

// height of a line of text.
func (b *plot) height(size float64) float64 {
	a, d := b.m.Metrics(size, false)
	return a + d
}

// head draws title, unit and legend and takes their room off the box.
func (b *plot) head(t Type) {
	unit := ""
	if b.c.Unit != "" && t.ID != Scatter {
		unit = Cut(b.m, b.l.T("chart.unit", b.c.Unit), smallSize, false, b.box.W/2)
	}
	unitWidth := 0.0
	if unit != "" {
		unitWidth = b.width(unit, smallSize)
	}
	right := b.box.X + b.box.W
	reserved := 0.0 // at the right of the first legend row
	if b.c.Title != "" && b.H >= 90 {
		room := b.box.W - unitWidth
		if unit != "" {
			room -= 16
		}
		title := b.c.Title
		if b.c.Short != "" && b.m.Width(title, titleSize, true) > room {
			title = b.c.Short
		}
		title = Cut(b.m, title, titleSize, true, room)
		b.put(Label{X: b.box.X, Y: b.box.Y, Text: title, Font: Font{titleSize, true, b.p.Text}})
		if title != b.c.Title {
			b.Hits = append(b.Hits, Hit{X: b.box.X, Y: b.box.Y, W: room, H: 20, Title: b.c.Title, Ref: Ref{-1, -1}})
		}
		if unit != "" {
			b.text(right, b.box.Y+titleSize/2+1, unit, smallSize, 1, .5)
		}
		b.take(26)
	} else if unit != "" {
		b.text(right, b.box.Y+rowHeight/2, unit, smallSize, 1, .5)
		reserved = unitWidth + 16
	}
	items := b.legendItems(t)
	switch {
	case len(items) > 0 && b.H >= 110 && b.W >= 100:
		b.legend(items, reserved)
	case reserved > 0:
		b.take(rowHeight + 4)
	}
}

// take takes a strip off the top of the box.
func (b *plot) take(h float64) { b.box.Y, b.box.H = b.box.Y+h, b.box.H-h }

// sentence writes a line in the middle of an empty chart, broken where it must be.
func (b *plot) sentence(s string) {
	lines := Wrap(b.m, s, 13, b.box.W, 4)
	y := b.box.Y + b.box.H/2 - float64(len(lines)-1)*10
	if b.box.H < float64(len(lines))*20 || b.box.W < 30 {
		return
	}
	for _, line := range lines {
		b.text(b.box.X+b.box.W/2, y, line, 13, .5, .5)
		y += 20
	}
}

// footnotes writes the remarks at the foot and takes their room off the box.
func (b *plot) footnotes() {
	if len(b.foot) == 0 || b.box.H < 80 {
		return
	}
	s := Cut(b.m, b.l.List(b.foot), smallSize, false, b.box.W)
	b.text(b.box.X, b.box.Y+b.box.H, s, smallSize, 0, 1)
	b.box.H -= rowHeight
}

// format is how the values of a series are shown.
func (c *Chart) format(series int) display.Format {
	if f := c.Series[series].Format; f != nil {
		return *f
	}
	return c.Format
}

// full is the whole text of a category.
func (c *Chart) full(i int) string {
	if i < len(c.Full) && c.Full[i] != "" {
		return c.Full[i]
	}
	return c.Categories[i]
}

// value is NaN where a series is shorter than the axis.
func (s *Series) value(i int) float64 {
	if i >= len(s.Values) {
		return math.NaN()
	}
	return s.Values[i]
}

// visible lists the indices of the series that are drawn.
func (c *Chart) visible() []int {
	var out []int
	for i := range c.Series {
		if !c.Series[i].Hidden {
			out = append(out, i)
		}
	}
	return out
}

// colour is that of a series.
func (b *plot) colour(i int) color.NRGBA {
	s := &b.c.Series[i]
	c := s.Color
	switch {
	case c.A > 0:
	case s.Other || s.Muted:
		c = b.p.Other
	case s.Key == "" && len(b.c.Series) == 1:
		c = b.p.Series[0]
	default:
		c = b.keyed(i, s.Key, s.Name)
	}
	return c
}

func (b *plot) keyed(i int, key, name string) color.NRGBA {
	if b.c.Colours == nil {
		return b.p.nth(i)
	}
	if key == "" {
		key = name
	}
	return b.c.Colours.Color(key, b.p)
}

// categoryColour is that of a category, for types that colour them; without a
// Colours it goes by rank.
func (b *plot) categoryColour(i int) color.NRGBA {
	if b.c.rest(i) {
		return b.p.Other
	}
	key := ""
	if i < len(b.c.Keys) {
		key = b.c.Keys[i]
	}
	if b.c.Colours != nil {
		return b.keyed(i, key, b.c.Categories[i])
	}
	if b.ranks == nil {
		b.ranks = make([]int, len(b.c.Categories))
		if vis := b.c.visible(); len(vis) > 0 {
			order, _ := descending(b.c, vis[0])
			for rank, j := range order {
				b.ranks[j] = rank
			}
		}
	}
	return b.p.nth(b.ranks[i])
}

func (c *Chart) rest(i int) bool { return i < len(c.Rest) && c.Rest[i] }

func (c *Chart) partial(i int) bool { return i >= 0 && i < len(c.Partial) && c.Partial[i] }

// markColour is the colour of a series at a category: paler where the period
// is not whole.
func (b *plot) markColour(series, category int) color.NRGBA {
	c := b.colour(series)
	if b.c.rest(category) && len(b.c.Series) == 1 {
		c = b.p.Other
	}
	if b.c.partial(category) {
		c = mix(c, b.p.Surface, .45)
	}
	return c
}
