package chart

import "math"

// labelling is how the names along a level axis are written.
type labelling struct {
	size   float64
	every  int // one name for so many bands
	first  int // the first that is named
	lines  int // 1 or 2
	turned bool
	width  float64 // room of a name along its direction
	height float64 // room of all names
}

const (
	turn    = 45  // degrees
	deepest = 110 // that turned names reach down
	lowPlot = 100 // height of what is drawn over names that take more than a third
)

// label plans the names of categories whose bands are so wide: level where
// they fit, in two lines, thinned out where they follow an order, else turned;
// and shortened where even that is not enough.
func (b *plot) plan(names []string, band, room float64, ordered bool) labelling {
	line := b.height(labelSize)
	l := labelling{size: labelSize, every: 1, lines: 1, width: band - 6, height: line + 10}
	widest := 0.0
	for _, s := range names {
		widest = math.Max(widest, b.width(s, labelSize))
	}
	if widest <= l.width {
		return l
	}
	for size := labelSize - .5; size >= 10.5; size -= .5 { // a little smaller is better than turned
		if widest*size/labelSize <= band-5 {
			l.size, l.width = size, band-5
			return l
		}
	}
	if room >= 2*line+60 {
		for size := float64(labelSize); size >= 10.5; size -= .5 {
			if b.twoLines(names, size, l.width) {
				l.size, l.lines, l.height = size, 2, 2*line+10
				return l
			}
			if ordered {
				break // some of their names tell the others
			}
		}
	}
	if ordered {
		l.every = max(1, int(math.Ceil((widest+12)/band)))
		// Hours and days read best in the steps that people count in.
		for _, n := range []int{1, 2, 3, 4, 6, 7, 8, 12, 14, 24, 28} {
			if n >= l.every {
				l.every = n
				break
			}
		}
		l.width = math.Max(band*float64(l.every)-8, 0)
		return l
	}
	l.turned = true
	sin := math.Sin(turn * math.Pi / 180)
	l.every = max(1, int(math.Ceil((line+1)/sin/band)))
	longest := math.Max(24, math.Min(deepest, math.Max(room*.34, room-lowPlot))/sin-line)
	l.width = math.Min(widest, longest)
	l.height = (l.width+line)*sin + 6
	return l
}

// NameRoom is how much higher a chart should be laid out, at a width, than one
// of short names and few series: long names of categories under it stand in two
// lines or turned, and are cut where there is no room; a legend takes several rows.
func (c *Chart) NameRoom(w float64, m Measurer) float64 {
	b := &plot{c: c, m: m}
	rows := b.legendRows(w)
	switch c.Kind {
	case Bar:
		if c.groups() == nil {
			rows += b.rowRoom(c.Categories, w)
		}
		return rows
	case Bullet, Calendar, Donut, Funnel, Map, Scatter:
		return rows
	}
	if len(c.Categories) == 0 {
		return rows
	}
	const edges, plenty = 90, 600 // beside the bands; room for any name
	return rows + b.plan(c.Categories, (w-edges)/float64(len(c.Categories)), plenty, c.Time || c.Ordered).height - b.height(labelSize) - 10
}

// twoLines reports whether every name in a size of type fits into two lines of a
// width without tearing words apart.
func (b *plot) twoLines(names []string, size, width float64) bool {
	if width < 36 {
		return false
	}
	for _, s := range names {
		if _, clean := wrap(b.m, s, size, width, 2); !clean {
			return false
		}
	}
	return true
}

// even breaks a name into two lines of about one length: no character is left
// alone on the second.
func (b *plot) even(name string, size, width float64) []string {
	lines := Wrap(b.m, name, size, width, 2)
	for w := width - 2; len(lines) == 2 && w > 0; w -= 2 {
		narrower, clean := wrap(b.m, name, size, w, 2)
		if !clean || len(narrower) != 2 || b.width(narrower[0], size) < b.width(narrower[1], size) {
			break
		}
		lines = narrower
	}
	return lines
}

// overhang is how far turned names reach beyond the left edge of the canvas where
// their bands start at left.
func (b *plot) overhang(l labelling, names []string, band, left float64) float64 {
	if !l.turned {
		return 0
	}
	line, sin := b.height(labelSize), math.Sin(turn*math.Pi/180)
	most := 0.0
	for i := l.first; i < len(names); i += l.every {
		reach := (math.Min(b.width(names[i], labelSize), l.width)+line/2)*sin + 4
		most = math.Max(most, reach-left-band*(float64(i)+.5))
	}
	return most
}

// names writes the categories under an area whose bands start at its left.
func (b *plot) names(l labelling, names []string, area Box) {
	band := area.W / float64(len(names))
	y := area.Y + area.H + 8
	line := b.height(labelSize)
	sin := math.Sin(turn * math.Pi / 180)
	for i := l.first; i < len(names); i += l.every {
		x := area.X + band*(float64(i)+.5)
		switch {
		case l.turned:
			// A name may reach to the left edge of the canvas, no further.
			room := math.Min(l.width, (x-4)/sin-line/2)
			s := Cut(b.m, names[i], labelSize, false, room)
			b.put(Label{X: x + line*.3, Y: y + line*.2, Text: s, Font: b.font(labelSize, b.p.Second), HA: 1, VA: .5, Rot: turn})
		case l.lines == 2:
			lines := b.even(names[i], l.size, l.width)
			for k, s := range lines {
				b.text(x, y+float64(k)*line, s, l.size, .5, 0)
			}
		default:
			s := Cut(b.m, names[i], l.size, false, l.width)
			w := b.width(s, l.size)
			// Names wider than their band stay inside the canvas.
			x = math.Max(4+w/2, math.Min(b.W-4-w/2, x))
			b.text(x, y, s, l.size, .5, 0)
		}
	}
}
