package page

import (
	"math"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
)

const (
	tileHeight = 82.0
	tileGap    = gapNear
	tilePad    = 10.0
	tileMin    = 112.0 // narrowest width at which a value is still large
)

// perRow spreads n tiles over rows of equal length, at most as many side by
// side as the width allows.
func perRow(n int, width float64) int {
	most := max(1, int((width+tileGap)/(tileMin+tileGap)))
	if n <= most {
		return n
	}
	rows := (n + most - 1) / most
	return (n + rows - 1) / rows
}

func (l *layout) tiles(b *document.Tiles) {
	if len(b.Tiles) == 0 {
		return
	}
	per := perRow(len(b.Tiles), l.w)
	w := (l.w - tileGap*float64(per-1)) / float64(per)
	if n := max(per, 3); per < n && l.w > 400 {
		w = (l.w - tileGap*float64(n-1)) / float64(n) // one or two tiles are not stretched
	}
	for at := 0; at < len(b.Tiles); at += per {
		row := b.Tiles[at:min(at+per, len(b.Tiles))]
		p := piece{height: tileHeight, before: tileGap, draw: func(p *Page, x, y float64) {
			for i := range row {
				l.tile(p, &row[i], x+float64(i)*(w+tileGap), y, w)
			}
		}}
		if at > 0 {
			p.repeat = l.again(l.about, nil)
		}
		l.add(p)
	}
}

func (l *layout) tile(p *Page, t *document.Tile, x, y, w float64) {
	p.rect(x, y, w, tileHeight, chart.Style{Fill: l.pal.Surface, Stroke: l.pal.Line, Width: .75, Radius: 6})
	inner := w - 2*tilePad
	labelRoom := inner
	if t.Tone != document.Neutral {
		labelRoom -= 12
		p.mark(x+w-tilePad-7, y+10, 7, t.Tone, tone(l.pal, t.Tone))
	}
	labelSize := sizeTable
	if full := l.width(t.Label, labelSize, false); full > labelRoom {
		labelSize = math.Max(7, labelSize*labelRoom/full)
	}
	p.text(x+tilePad, y+8, chart.Cut(l.m, t.Label, labelSize, false, labelRoom), l.font(labelSize, false, l.pal.Second), 0, 0)

	value, size := l.show(t.Value, t.Format), sizeValue
	if full := l.width(value, size, true); full > inner {
		size = math.Max(11, size*inner/full)
	}
	p.text(x+tilePad, y+38, chart.Cut(l.m, value, size, true, inner), l.font(size, true, l.pal.Text), 0, .5)

	change := l.change(t)
	used := 0.0
	if change != "" {
		c := signColor(l.pal, t.Change, t.Better)
		change = chart.Cut(l.m, change, sizeSmall, true, inner)
		used = l.width(change, sizeSmall, true)
		p.text(x+tilePad, y+tileHeight-9, change, l.font(sizeSmall, true, c), 0, 1)
	}
	if room := inner - used - 8; room > 26 && len(t.Spark) > 1 {
		sw := math.Min(room, math.Max(inner*.5, 40))
		l.spark(p, t, x+w-tilePad-sw, y+tileHeight-28, sw, 18)
	}
	p.link(x, y, w, tileHeight, t.Label, l.tileLines(t), t.Ref)
}

// change is the change of a tile as text, "" where there is none to show.
func (l *layout) change(t *document.Tile) string {
	switch {
	case math.IsNaN(t.Change):
		return ""
	case t.ChangeAbs:
		return display.ChangeAbs(t.Change, t.Format, l.doc.Lang)
	}
	return display.Change(t.Change, l.doc.Lang)
}

// tileLines is the hover card of a tile.
func (l *layout) tileLines(t *document.Tile) []string {
	lines := []string{l.show(t.Value, t.Format)}
	if !math.IsNaN(t.Previous) {
		lines = append(lines, l.doc.Lang.T("render.previous", l.show(t.Previous, t.Format)))
	}
	if t.Help != "" {
		lines = append(lines, t.Help)
	}
	return lines
}

// spark draws a small line of the values with its last point marked. Missing
// values leave a gap.
func (l *layout) spark(p *Page, t *document.Tile, x, y, w, h float64) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range t.Spark {
		if !math.IsNaN(v) {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	if lo > hi {
		return
	}
	at := func(i int) chart.Point {
		f := .5
		if hi > lo {
			f = (t.Spark[i] - lo) / (hi - lo)
		}
		return chart.Point{X: x + 2 + (w-4)*float64(i)/float64(len(t.Spark)-1), Y: y + h - 2 - (h-4)*f}
	}
	pen := chart.Style{Stroke: mix(l.pal.Accent, l.pal.Surface, .25), Width: 1.25}
	var run []chart.Point
	end := func() {
		if len(run) > 1 {
			p.path(false, pen, run...)
		}
		run = nil
	}
	last := -1
	for i, v := range t.Spark {
		if math.IsNaN(v) {
			end()
			continue
		}
		run, last = append(run, at(i)), i
	}
	end()
	q := at(last)
	p.rect(q.X-2, q.Y-2, 4, 4, chart.Style{Fill: l.pal.Accent, Radius: 2})
}
