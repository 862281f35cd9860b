package widget

import (
	"tallyboard/internal/chart"
	"tallyboard/internal/ui/theme"
)

// Merged is a Model with cells that stand over several rows or columns.
type Merged interface {
	Model
	// Merges lists them; the words stand in the first cell.
	Merges() []Range
}

// merges paints the merged cells over those that they cover.
func (g *gridPainter) merges(from, to int) {
	m, ok := g.model.(Merged)
	if !ok {
		return
	}
	bottom := g.view.top + int(g.bodyHeight()/theme.Row) + 1
	for _, r := range m.Merges() {
		if r.To.Row < g.view.top || r.From.Row > bottom || r.To.Col < from || r.From.Col >= to || r.To.Col >= g.cols() || r.Cells() < 2 {
			continue
		}
		x, y := float64(g.columnX(r.From.Col)), float64(g.rowY(r.From.Row))
		w := float64(g.columnX(r.To.Col)+g.view.widths[r.To.Col]) - x
		h := float64(theme.Row) * float64(r.To.Row-r.From.Row+1)
		v := g.model.Cell(r.From.Row, r.From.Col)
		ground, ink := g.c.surface, g.c.text
		if v.Fill.A > 0 {
			ground, ink = v.Fill, inkOn(v.Fill)
		}
		if v.Muted {
			ink = g.c.second
		}
		g.p.Fill(x, y, w, h-1, ground)
		if g.sel.on && g.sel.rng().Contains(r.From) {
			g.p.Fill(x, y, w, h-1, g.c.soft)
		}
		g.p.Rect(x, y, w-1, h-1, chart.Style{Stroke: g.c.edge, Width: 1})
		g.p.Cell(x+float64(cellPad), y, w-2*float64(cellPad), h, v.Text, chart.Font{Size: float64(theme.Body), Bold: v.Bold, Color: ink}, .5)
	}
}

// frameLines paints the frame over the cells.
func (g *gridPainter) frameLines() {
	if !g.framed() {
		return
	}
	pinned, head := float64(g.pinnedWidth()), float64(g.headHeight())
	g.p.PushClip(pinned-5, head-5, g.w-pinned+5, float64(g.bodyHeight())+10)
	f := g.frame
	a := g.corner(TopLeft)
	b := g.corner(BottomRight)
	x, y, w := float64(a.X), float64(a.Y), float64(b.X-a.X)
	foot := float64(g.rowY(f.Table.To.Row + 1))
	if f.Open {
		foot = g.h + 8
	}
	g.p.Rect(x, y, w, foot-y, chart.Style{Stroke: g.c.accent, Width: 2})
	if g.has(HeadPart) {
		y1, y2 := float64(g.rowY(f.Head.From.Row)), float64(g.rowY(f.Head.To.Row+1))
		width := 2.
		if f.active == HeadPart || f.over == HeadPart || f.held == HeadPart {
			width = 3
		}
		g.p.Rect(x, y1, w, y2-y1, chart.Style{Stroke: g.c.accent, Width: width})
		g.grip(x+w/2, y2)
	}
	g.square(float64(a.X), float64(a.Y), TopLeft)
	g.square(float64(b.X), float64(b.Y), BottomRight)
	g.p.PopClip()
}

// grip is the mark by which the header can be carried.
func (g *gridPainter) grip(x, y float64) {
	g.p.Rect(x-14, y-5, 28, 10, chart.Style{Fill: g.c.accent, Radius: 5})
	ink := theme.Color(theme.OnAccent)
	for i := range 3 {
		g.p.Fill(x-6+float64(i)*5, y-1, 2, 2, ink)
	}
}

// square is the mark by which a corner can be carried.
func (g *gridPainter) square(x, y float64, p FramePart) {
	d := 4.
	if g.frame.active == p || g.frame.over == p || g.frame.held == p {
		d = 6
		g.p.Rect(x-d-3, y-d-3, 2*d+6, 2*d+6, chart.Style{Stroke: g.c.ring, Width: 2})
	}
	g.p.Rect(x-d, y-d, 2*d, 2*d, chart.Style{Fill: g.c.accent, Stroke: g.c.surface, Width: 1})
}
