package chart

import (
	"math"
	"time"

	"tallyboard/internal/display"
)

// calendarType draws a square for each day, weeks across and weekdays down, the
// colour telling the value.
var calendarType = Type{ID: Calendar, single: true, suits: hasDays, needs: byDay, draw: drawCalendar}

func hasDays(c *Chart) bool { return len(c.Times) == len(c.Categories) && len(c.Times) > 0 }

const dayLength = 86400

func drawCalendar(b *plot) {
	c := b.c
	b.footnotes()
	series := c.visible()[0]
	value := map[int]int{} // day number → category
	from, to := math.MaxInt, math.MinInt
	for j, t := range c.Times {
		if math.IsNaN(t) {
			continue
		}
		d := int(math.Floor(t / dayLength))
		value[d] = j
		from, to = min(from, d), max(to, d)
	}
	if from > to {
		b.sentence(b.l.T("chart.empty"))
		return
	}
	monday := from - (from+3)%7 // 1 January 1970 was a Thursday
	weeks := (to-monday)/7 + 1
	line := b.height(smallSize)
	area := b.box
	key := 0.0
	if area.H > 130 {
		key = line + 14
	}
	left := 0.0
	for d := 1; d <= 7; d++ {
		left = math.Max(left, b.width(display.Label("weekday", "", float64(d), 0, b.l), smallSize))
	}
	area.X, area.W = area.X+left+8, area.W-left-8
	area.Y, area.H = area.Y+line+6, area.H-line-6-key
	cell := math.Min(math.Min(area.W/float64(weeks), area.H/7), math.Max(46, b.H*.11))
	wide := math.Min(area.W/float64(weeks), cell*2.2)
	if cell < 2 {
		return
	}
	area.W, area.H = wide*float64(weeks), cell*7
	b.Plot = area
	sh := b.shadesOf([]int{series})
	gap := math.Min(2, cell*.12)
	f := c.format(series)
	for d := range 7 {
		if cell >= line || d%2 == 0 {
			b.text(area.X-8, area.Y+cell*(float64(d)+.5), display.Label("weekday", "", float64(d+1), 0, b.l), smallSize, 1, .5)
		}
	}
	values := b.cellValues([]int{series}, wide-gap, cell-gap)
	for d := from; d <= to; d++ {
		x, y := area.X+wide*float64((d-monday)/7), area.Y+cell*float64((d-monday)%7)
		box := Box{x + gap/2, y + gap/2, wide - gap, cell - gap, Style{Fill: mix(b.p.Line, b.p.Surface, .6), Radius: math.Min(3, cell*.12)}}
		j, ok := value[d]
		v := math.NaN()
		if ok {
			v = c.Series[series].value(j)
		}
		if math.IsNaN(v) {
			b.add(box)
			continue
		}
		box.Style.Fill = sh.colour(v)
		b.add(box)
		if values {
			b.put(Label{X: box.X + box.W/2, Y: box.Y + box.H/2, Text: f.Short(v, b.l), Font: b.font(smallSize, on(box.Style.Fill)), HA: .5, VA: .5})
		}
		h := b.markHit(Hit{X: box.X, Y: box.Y, W: box.W, H: box.H}, series, j)
		h.Title = display.FullLabel("day", "", float64(d)*dayLength, 0, b.l)
		b.Hits = append(b.Hits, h)
	}
	b.months(monday, from, to, weeks, wide, cell, area)
	if key > 0 {
		b.colourKey(sh, Box{X: area.X, Y: area.Y + area.H + 12, W: b.box.X + b.box.W - area.X, H: line})
	}
}

// months writes the names of months over their first week, and the line
// between months.
func (b *plot) months(monday, from, to, weeks int, wide, cell float64, area Box) {
	last := math.Inf(-1)
	line := mix(b.p.Second, b.p.Surface, .2)
	for d := from; d <= to; d++ {
		day := time.Unix(int64(d)*dayLength, 0).UTC()
		if d != from && day.Day() != 1 {
			continue
		}
		week, weekday := float64((d-monday)/7), float64((d-monday)%7)
		x := area.X + wide*week
		if d != from {
			pts := []Point{{x + wide, area.Y}, {x + wide, area.Y + cell*weekday}, {x, area.Y + cell*weekday}, {x, area.Y + cell*7}}
			if weekday == 0 {
				pts = []Point{{x, area.Y}, {x, area.Y + cell*7}}
			}
			b.above = append(b.above, Poly{Pts: pts, Style: Style{Stroke: line, Width: 1}})
		}
		if d != from && weekday > 0 {
			x += wide // the first whole week is under the name
		}
		name := display.Labels("month", []string{""}, []float64{float64(d) * dayLength}, 0, b.l)[0]
		if day.Month() == 1 || d == from && time.Unix(int64(to)*dayLength, 0).UTC().Year() != day.Year() {
			name = display.Label("month", "", float64(d)*dayLength, 0, b.l)
		}
		if x < last+8 || x+b.width(name, smallSize) > b.box.X+b.box.W {
			continue
		}
		last = x + b.width(name, smallSize)
		b.text(x, area.Y-5, name, smallSize, 0, 1)
	}
}
