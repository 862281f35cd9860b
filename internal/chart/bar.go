package chart

import (
	"image/color"
	"math"
)

// barType draws horizontal bars, a row for each category: the type for long
// names and rankings.
var barType = Type{ID: Bar, lines: true, legend: true, suits: anything, draw: drawBars}

func drawBars(b *plot) {
	c := b.c
	vis := c.visible()
	b.footnotes()
	n := len(c.Categories)
	names := c.Categories
	groups := c.groups()
	if groups != nil {
		names = c.Leaf
	}
	area, writeGroups := b.groupColumn(groups, b.box)
	row := area.H / float64(n)
	line := b.height(labelSize)

	written, widest := b.rowTexts(names, area.W*nameShare, row)
	left := widest + 8
	area.X, area.W = area.X+left, area.W-left

	r := b.extent(vis, true)
	group := b.barGroup(row, len(vis))
	bar := group / float64(len(vis))
	labelled := bar >= b.height(smallSize)-1
	room, roomLeft := 0.0, 0.0 // for values behind the bars
	if labelled {
		for _, i := range vis {
			for j := range c.Categories {
				v := c.Series[i].value(j)
				w := b.width(c.format(i).Short(v, b.l), smallSize) + 6
				if v < 0 {
					roomLeft = math.Max(roomLeft, w)
				} else if !math.IsNaN(v) {
					room = math.Max(room, w)
				}
			}
		}
	}
	ticks := !labelled // values at the bars need no axis under them
	if ticks {
		area.H -= line + 8
		row = area.H / float64(n)
		group = b.barGroup(row, len(vis))
		bar = group / float64(len(vis))
	}
	size, every := b.rowNames(row)
	a := newAxis(r.lo, r.hi, true, steps(area.W, 90), c.format(r.series), b)
	if labelled {
		// Without ticks the axis need not end at a round number.
		a.lo, a.hi = math.Min(0, r.lo), math.Max(0, r.hi)
		if a.lo == a.hi {
			a.hi = 1
		}
	}
	a.from, a.to = area.X+roomLeft, area.X+area.W-room
	if a.to-a.from < 8 {
		a.from, a.to = area.X, area.X+area.W
		labelled = false
	}
	b.Plot = area
	b.barGrid(&a, area, ticks)

	writeGroups(row)
	for j := range names {
		mid := area.Y + row*(float64(j)+.5)
		if j%every == 0 {
			lines := written[j]
			for k, s := range lines {
				s = Cut(b.m, s, size, false, left-8)
				b.put(Label{X: area.X - 8, Y: mid + line*(float64(k)-float64(len(lines)-1)/2), Text: s, Font: b.font(size, b.p.Text), HA: 1, VA: .5})
			}
		}
		for k, i := range vis {
			v := c.Series[i].value(j)
			if math.IsNaN(v) {
				continue
			}
			b.barMark(&a, Box{area.X, mid - group/2 + bar*float64(k), area.W, bar, Style{}}, i, j, v, b.markColour(i, j), labelled)
		}
	}
	zero := a.zero()
	b.rule(zero, area.Y, zero, area.Y+area.H, mix(b.p.Second, b.p.Surface, .35))
	b.barMarks(&a, area)
}

// Names at the left of rows take this part of the width at most, in so many lines.
const (
	nameShare = .4
	nameLines = 3
)

// rowTexts breaks the names of rows that are so high into as many lines as the rows
// hold where they are wider than room; widest is the room that they take.
func (b *plot) rowTexts(names []string, room, row float64) (lines [][]string, widest float64) {
	hold := min(int(row/b.height(labelSize)), nameLines)
	for _, name := range names {
		text := []string{name}
		if hold > 1 && b.width(name, labelSize) > room {
			text = Wrap(b.m, name, labelSize, room, hold)
		}
		for _, s := range text {
			widest = math.Max(widest, math.Min(b.width(s, labelSize), room))
		}
		lines = append(lines, text)
	}
	return lines, widest
}

// rowRoom is how much higher rows of names in w should be, so that long names stand
// in several lines.
func (b *plot) rowRoom(names []string, w float64) float64 {
	const usual = 18 // height of a row beside short names
	most := 1
	for _, name := range names {
		most = max(most, len(Wrap(b.m, name, labelSize, w*nameShare, nameLines)))
	}
	return float64(len(names)) * math.Max(0, float64(most)*b.height(labelSize)-usual)
}

// rowNames is the size of the names of rows that are so high, and how many rows
// share one name: names become smaller before any is left out.
func (b *plot) rowNames(row float64) (size float64, every int) {
	const least = 9
	line := b.height(labelSize)
	if row >= line {
		return labelSize, 1
	}
	size = math.Floor(2*labelSize*row/line) / 2
	if size >= least {
		return size, 1
	}
	return labelSize, max(1, int(math.Ceil(line/row)))
}

// barGroup is the height of the bars of one row.
func (b *plot) barGroup(row float64, n int) float64 {
	if row < 4*float64(n) {
		return row // gaps of less than a pixel would flicker
	}
	return math.Min(row*.74, math.Max(30, b.H*.04)*float64(n))
}

// barGrid draws the upright lines, with their values under them where ticks.
func (b *plot) barGrid(a *axis, area Box, ticks bool) {
	if !ticks {
		return
	}
	last := math.Inf(-1)
	for _, v := range a.ticks() {
		x := a.at(v)
		b.rule(x, area.Y, x, area.Y+area.H, b.p.Line)
		s := a.text(v)
		w := b.width(s, labelSize)
		at := math.Max(4+w/2, math.Min(b.W-4-w/2, x))
		if at-w/2 < last+8 {
			continue
		}
		last = at + w/2
		b.text(at, area.Y+area.H+7, s, labelSize, .5, 0)
	}
}

// barMark draws one bar in its lane with the value behind it.
func (b *plot) barMark(a *axis, lane Box, series, category int, v float64, colour color.NRGBA, labelled bool) {
	zero, x := a.zero(), a.at(v)
	gap := math.Min(1, lane.H*.06)
	if lane.H < 5 {
		gap = 0
	}
	mark := Box{math.Min(x, zero), lane.Y + gap, math.Abs(x - zero), lane.H - 2*gap, Style{Fill: colour, Radius: barRadius(lane.H)}}
	if v != 0 {
		mark.W = math.Max(mark.W, 1)
		b.add(mark)
	}
	b.hit(Hit{X: lane.X, Y: lane.Y, W: lane.W, H: lane.H, Mark: &mark}, series, category)
	if !labelled {
		return
	}
	ha, at := 0.0, x+5
	if v < 0 {
		ha, at = 1, x-5
	}
	b.put(Label{X: at, Y: lane.Y + lane.H/2, Text: b.c.format(series).Short(v, b.l), Font: b.font(smallSize, b.p.Second), HA: ha, VA: .5})
}
