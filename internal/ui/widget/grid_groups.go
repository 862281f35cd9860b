package widget

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/ui/theme"
)

// span is a heading over several columns.
type span struct {
	GroupView
	from, to int // columns, to excluded
}

// spans joins neighbouring columns of one level under their headings, among
// columns from…to. A heading never reaches further than the one above it.
func (g *Grid) spans(m Grouped, level, from, to int) []span {
	var out []span
	for c := from; c < to; c++ {
		v := m.Group(level, c)
		if n := len(out); n > 0 && v.Key != "" && out[n-1].Key == v.Key && g.sameAbove(m, level, c-1, c) {
			out[n-1].to = c + 1
			continue
		}
		out = append(out, span{v, c, c + 1})
	}
	return out
}

func (g *Grid) sameAbove(m Grouped, level, a, b int) bool {
	for l := range level {
		if m.Group(l, a).Key != m.Group(l, b).Key {
			return false
		}
	}
	return true
}

// alone reports whether the lowest heading of column c stands over it only.
func (g *Grid) alone(m Grouped, c int) bool {
	l := m.Levels() - 1
	if l < 0 {
		return false
	}
	key := m.Group(l, c).Key
	return key != "" && (c == 0 || m.Group(l, c-1).Key != key) && (c == m.Cols()-1 || m.Group(l, c+1).Key != key)
}

// groups paints the headings above columns from…to. A heading that is partly
// scrolled off keeps its words in sight.
func (g *gridPainter) groups(from, to int) {
	m, ok := g.model.(Grouped)
	if !ok {
		return
	}
	start, end := 0., g.w
	if from >= g.pinned() {
		start = float64(g.pinnedWidth())
	}
	h := float64(groupHeight)
	for l := range m.Levels() {
		y := float64(l) * h
		for _, s := range g.spans(m, l, from, to) {
			x := float64(g.columnX(s.from))
			last := float64(g.columnX(s.to-1)) + float64(g.view.widths[s.to-1])
			if s.Key == "" || last < start || x > end {
				continue
			}
			g.p.Fill(last-1, y+4, 1, h-4, g.c.line)
			left := max(x, start) + float64(cellPad)
			if s.Fold != NoFold {
				g.fold(left, y+h/2, s.Fold == Unfolded)
				left += float64(foldBox)
			}
			side := 0.
			if s.to-s.from == 1 && s.Fold == NoFold && g.model.Header(s.from).Right { // as the title under it
				side = 1
			}
			g.p.Cell(left, y, last-left-float64(cellPad), h, s.Title, chart.Font{Size: float64(theme.Small), Bold: true, Color: g.c.text}, side)
			g.p.Fill(x, y+h-1, last-x-1, 1, g.c.line)
		}
	}
}

// groupAt finds the heading under a point; ok is false where there is none.
func (g *Grid) groupAt(at fyne.Position) (level int, s span, ok bool) {
	m, grouped := g.model.(Grouped)
	if !grouped || at.Y >= g.headHeight()-g.titleHeight() {
		return 0, span{}, false
	}
	level = int(at.Y / groupHeight)
	col := g.columnAt(at.X)
	if col < 0 || level >= m.Levels() {
		return 0, span{}, false
	}
	from, to := 0, g.pinned()
	if col >= to {
		from, to = to, g.cols()
	}
	for _, s := range g.spans(m, level, from, to) {
		if col >= s.from && col < s.to && s.Key != "" {
			return level, s, true
		}
	}
	return 0, span{}, false
}

// onGroupFold reports whether a point is on the triangle of a heading.
func (g *Grid) onGroupFold(at fyne.Position) (level int, s span, ok bool) {
	level, s, ok = g.groupAt(at)
	if !ok || s.Fold == NoFold {
		return 0, span{}, false
	}
	x := g.columnX(s.from)
	if s.from >= g.pinned() {
		x = max(x, g.pinnedWidth())
	}
	d := at.X - x - cellPad
	return level, s, d > -6 && d < foldBox
}
