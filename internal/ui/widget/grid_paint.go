package widget

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// gridColors is the theme as the grid needs it, looked up once a repaint.
type gridColors struct {
	surface, line, edge, text, second, header, accent, soft, hover, bar, negative, ring, thumb color.NRGBA
}

func readGridColors() gridColors {
	return gridColors{
		surface: theme.Color(theme.Surface), line: theme.Color(theme.Line), edge: theme.Color(theme.Edge),
		text: theme.Color(theme.Text), second: theme.Color(theme.Second), header: theme.Color(theme.Header),
		accent: theme.Color(theme.Accent), soft: theme.Color(theme.AccentSoft), hover: theme.Color(theme.Hover),
		bar: theme.Color(theme.Bar), negative: theme.Color(theme.BarNegative), ring: theme.Color(theme.Ring),
		thumb: theme.Color(theme.Faint),
	}
}

// paint is the raster's generator: w and h are pixels.
func (g *Grid) paint(w, h int) image.Image {
	if g.buf == nil || g.buf.Rect.Dx() != w || g.buf.Rect.Dy() != h {
		g.buf = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	size := g.Size()
	if w == 0 || h == 0 || size.Width <= 0 {
		return g.buf
	}
	gp := gridPainter{
		Grid: g, p: picture.NewPainter(g.buf, float64(w)/float64(size.Width), picture.Standard()),
		c: readGridColors(), w: float64(size.Width), h: float64(size.Height),
	}
	gp.all()
	return g.buf
}

// gridPainter is one repaint.
type gridPainter struct {
	*Grid
	p    *picture.Painter
	c    gridColors
	w, h float64
}

func (g *gridPainter) all() {
	g.p.Fill(0, 0, g.w, g.h, g.c.surface)
	if g.model == nil {
		return
	}
	pinned, head, fixed := float64(g.pinnedWidth()), float64(g.headHeight()), g.pinned()
	g.band(pinned, head, g.w-pinned, g.h-head, fixed, g.cols(), g.bodyCells)
	g.band(0, head, pinned, g.h-head, 0, fixed, g.bodyCells)
	g.p.Fill(0, 0, g.w, head, g.c.header)
	g.band(pinned, 0, g.w-pinned, head, fixed, g.cols(), g.headCells)
	g.band(0, 0, pinned, head, 0, fixed, g.headCells)
	g.p.Fill(0, head-1, g.w, 1, g.c.edge)
	if pinned > 0 {
		g.p.Fill(pinned-1, 0, 1, g.h, g.c.edge)
	}
	if g.rows() == 0 && g.empty != "" {
		g.p.Cell(0, head, g.w, min(g.h-head, 96), g.empty, chart.Font{Size: float64(theme.Body), Color: g.c.second}, .5)
	}
	g.frameLines()
	g.cursor()
	g.moveCaret()
	g.bars()
	if g.ring() {
		g.p.Rect(0, 0, g.w, g.h, chart.Style{Stroke: g.c.ring, Width: 2})
	}
}

// band paints columns from…to inside a clip.
func (g *gridPainter) band(x, y, w, h float64, from, to int, cells func(from, to int)) {
	if w <= 0 || h <= 0 || from >= to {
		return
	}
	g.p.PushClip(x, y, w, h)
	cells(from, to)
	g.p.PopClip()
}

func (g *gridPainter) headCells(from, to int) {
	g.groups(from, to)
	for c := from; c < to; c++ {
		x, w := float64(g.columnX(c)), float64(g.view.widths[c])
		if x+w < 0 || x > g.w {
			continue
		}
		g.headCell(c, x, w)
	}
}

func (g *gridPainter) headCell(c int, x, w float64) {
	v := g.model.Header(c)
	h := float64(g.titleHeight())
	y := float64(g.headHeight()) - h
	if g.pointer.over == (Place{-1, c}) && g.OnSort != nil {
		g.p.Fill(x, y, w, h, g.c.hover)
	}
	ink := g.c.second
	tx, tw := x+float64(cellPad), w-2*float64(cellPad)
	if v.Sort != Unsorted {
		ink = g.c.accent
		tw -= 14
		long := min(picture.Standard().Width(v.Title, float64(theme.Small), true), tw)
		ax := tx + long + 6
		if v.Right {
			tx += 14
			ax = tx + tw - long - 14
		}
		g.triangle(ax, y+h/2, v.Sort == Ascending)
	}
	ha := 0.
	if v.Right {
		ha = 1
	}
	g.lines(tx, y, tw, h, g.titleLines(c, v), chart.Font{Size: float64(theme.Small), Bold: true, Color: ink}, ha)
	g.p.Fill(x+w-1, y+8, 1, h-16, g.c.line)
	if g.pointer.resizing == c+1 || g.pointer.edge == c+1 {
		g.p.Fill(x+w-2, y, 2, h, g.c.accent)
	}
}

func (g *gridPainter) triangle(x, y float64, up bool) {
	d := 2.5
	if up {
		d = -d
	}
	g.p.Path([]chart.Point{{X: x, Y: y - d}, {X: x + 8, Y: y - d}, {X: x + 4, Y: y + d}}, true, chart.Style{Fill: g.c.accent})
}

func (g *gridPainter) bodyCells(from, to int) {
	y := float64(g.rowY(g.view.top))
	for r := g.view.top; r < g.rows() && y < g.h; r++ {
		rh := float64(g.rowHeight(r))
		if g.pointer.over.Row == r {
			g.p.Fill(0, y, g.w, rh, g.c.hover)
		}
		for c := from; c < to; c++ {
			x, w := float64(g.columnX(c)), float64(g.view.widths[c])
			if x+w < 0 || x > g.w {
				continue
			}
			g.bodyCell(Place{r, c}, x, y, w, rh)
		}
		g.p.Fill(0, y+rh-1, g.w, 1, g.c.line)
		y += rh
	}
	g.merges(from, to)
}

// lines writes words in the middle of a box, one line under the other.
func (g *gridPainter) lines(x, y, w, h float64, lines []string, f chart.Font, ha float64) {
	if len(lines) == 1 {
		g.p.Cell(x, y, w, h, lines[0], f, ha)
		return
	}
	lh := float64(lineHeight)
	y += (h - lh*float64(len(lines))) / 2
	for i, s := range lines {
		g.p.Cell(x, y+lh*float64(i), w, lh, s, f, ha)
	}
}

func (g *gridPainter) bodyCell(at Place, x, y, w, h float64) {
	v := g.model.Cell(at.Row, at.Col)
	if v.Total {
		g.p.Fill(x, y, w, h, g.c.header)
		g.p.Fill(x, y-1, w, 1, g.c.edge)
	}
	if v.Fill.A > 0 {
		g.p.Fill(x, y, w, h-1, v.Fill)
	}
	if g.sel.on && g.sel.rng().Contains(at) {
		soft := g.c.soft
		if v.Fill.A > 0 { // the colour of the number shows through
			soft.A = 0x99
		}
		g.p.Fill(x, y, w, h-1, soft)
	}
	if v.Bar != 0 {
		g.bar(x, y, w, h, v.Bar, v.Zero)
	}
	f := chart.Font{Size: float64(theme.Body), Bold: v.Bold || v.Total, Color: g.c.text}
	switch {
	case v.Fill.A > 0:
		f.Color = inkOn(v.Fill)
	case v.Tone != document.Neutral:
		name, _ := toneColors(v.Tone)
		f.Color = theme.Color(name)
	case v.Link && g.pointer.over == at:
		f.Color = g.c.accent
	case v.Muted:
		f.Color = g.c.second
	}
	tx, tw := x+float64(cellPad), w-2*float64(cellPad)
	in := float64(v.Indent) * float64(indentStep)
	if v.Fold != NoFold {
		g.fold(tx+in, y+h/2, v.Fold == Unfolded)
		in += float64(foldBox)
	}
	tx, tw = tx+in, tw-in
	ha := 0.
	if v.Right {
		ha = 1
	}
	if v.Tone != document.Neutral && v.Right && v.Text != "" && picture.Standard().Width(v.Text, f.Size, f.Bold)+toneRoom <= tw {
		g.toneMark(tx, y+h/2, v.Tone, f.Color)
	}
	g.lines(tx, y, tw, h, g.cellLines(at.Col, v), f, ha)
	if v.Link && g.pointer.over == at {
		g.underline(v.Text, f, tx, tw, y+h-7, v.Right)
	}
}

// toneRoom is what the mark of a tone takes beside a number.
const toneRoom = 14

// toneMark says by its form what the colour of a number says: a tick, an
// exclamation mark or a cross.
func (g *gridPainter) toneMark(x, y float64, t document.Tone, c color.NRGBA) {
	pen := chart.Style{Stroke: c, Width: 1.5}
	line := func(pts ...chart.Point) { g.p.Path(pts, false, pen) }
	switch t {
	case document.Good:
		line(chart.Point{X: x, Y: y + .5}, chart.Point{X: x + 3, Y: y + 3.5}, chart.Point{X: x + 8, Y: y - 3})
	case document.Warning:
		line(chart.Point{X: x + 4, Y: y - 4}, chart.Point{X: x + 4, Y: y + 1})
		line(chart.Point{X: x + 4, Y: y + 3}, chart.Point{X: x + 4, Y: y + 4.5})
	case document.Bad:
		line(chart.Point{X: x + 1, Y: y - 3}, chart.Point{X: x + 7, Y: y + 3})
		line(chart.Point{X: x + 7, Y: y - 3}, chart.Point{X: x + 1, Y: y + 3})
	}
}

func (g *gridPainter) underline(s string, f chart.Font, x, w, y float64, right bool) {
	long := min(picture.Standard().Width(s, f.Size, f.Bold), w)
	if right {
		x += w - long
	}
	g.p.Fill(x, y, long, 1, f.Color)
}

func (g *gridPainter) fold(x, y float64, open bool) {
	pts := []chart.Point{{X: x + 2, Y: y - 4}, {X: x + 7, Y: y}, {X: x + 2, Y: y + 4}}
	if open {
		pts = []chart.Point{{X: x, Y: y - 2}, {X: x + 8, Y: y - 2}, {X: x + 4, Y: y + 3}}
	}
	g.p.Path(pts, true, chart.Style{Fill: g.c.second})
}

// bar draws a data bar behind a number. Without a zero inside the cell negative
// ones begin at the left too, in the other colour.
func (g *gridPainter) bar(x, y, w, h, share, zero float64) {
	fill, in := g.c.bar, w-6
	if row := float64(theme.Row); h > row { // beside words of several lines
		y, h = y+(h-row)/2, row
	}
	from, room := x+3+in*zero, in*(1-zero)
	if share < 0 {
		share, fill = -share, g.c.negative
		if zero > 0 {
			room = in * zero
			from -= max(room*min(share, 1), 2)
		}
	}
	g.p.Rect(from, y+4, max(room*min(share, 1), 2), h-9, chart.Style{Fill: fill, Radius: 2})
	if zero > 0 {
		g.p.Fill(x+3+in*zero, y+3, 1, h-7, g.c.edge)
	}
}

// inkOn is black or white, whichever reads better on a ground.
func inkOn(c color.NRGBA) color.NRGBA {
	light := 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
	if light > 0.18 {
		return color.NRGBA{R: 0x1D, G: 0x24, B: 0x33, A: 0xff}
	}
	return color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
}

// lin undoes the gamma of a colour channel, near enough.
func lin(v uint8) float64 {
	f := float64(v) / 255
	return f * f
}

// cursor outlines the cell that the keyboard is on, and the selection.
func (g *gridPainter) cursor() {
	if !g.sel.on {
		return
	}
	head := float64(g.headHeight())
	r := g.sel.rng()
	a, _ := g.cellBox(r.From)
	b, z := g.cellBox(r.To)
	g.p.PushClip(0, head, g.w, g.h-head)
	x, y := float64(a.X), max(float64(a.Y), -8)
	if r.From.Col >= g.pinned() {
		x = max(x, float64(g.pinnedWidth())-2)
	}
	g.p.Rect(x-1, y-1, float64(b.X+z.Width)-x+1, min(float64(b.Y+z.Height), g.h+8)-y+1, chart.Style{Stroke: g.c.accent, Width: 1})
	g.p.PopClip()
}

// bars draws the scroll bars.
func (g *gridPainter) bars() {
	for _, vertical := range []bool{true, false} {
		track, thumb, ok := g.thumb(vertical)
		if !ok {
			continue
		}
		if vertical {
			g.p.Fill(float64(track.x), float64(track.y), float64(track.w), g.h, g.c.surface)
		} else {
			g.p.Fill(0, float64(track.y), g.w, float64(track.h), g.c.surface)
		}
		ink := g.c.thumb
		if g.pointer.bar == barOf(vertical) {
			ink = g.c.second
		}
		g.p.Rect(float64(thumb.x)+2, float64(thumb.y)+2, float64(thumb.w)-4, float64(thumb.h)-4, chart.Style{Fill: ink, Radius: 3})
	}
}

type box struct{ x, y, w, h float32 }

func (b box) has(p fyne.Position) bool {
	return p.X >= b.x && p.X < b.x+b.w && p.Y >= b.y && p.Y < b.y+b.h
}

// thumb gives the track and the thumb of a scroll bar; ok is false where
// everything is in sight.
func (g *Grid) thumb(vertical bool) (track, thumb box, ok bool) {
	const least = 28
	if vertical {
		all, seen := g.rowTop(g.rows()), float64(g.bodyHeight())
		if all <= seen || seen <= 0 {
			return track, thumb, false
		}
		track = box{g.Size().Width - barThick, g.headHeight(), barThick, g.bodyHeight()}
		long := max(float32(seen/all)*track.h, least)
		at := g.scrolled() / (all - seen)
		return track, box{track.x, track.y + (track.h-long)*float32(at), barThick, long}, true
	}
	all, seen := g.contentWidth()-g.pinnedWidth(), g.bodyWidth()-g.pinnedWidth()
	if all <= seen || seen <= 0 {
		return track, thumb, false
	}
	track = box{g.pinnedWidth(), g.Size().Height - barThick, seen, barThick}
	long := max(seen/all*track.w, least)
	return track, box{track.x + (track.w-long)*g.view.left/(all-seen), track.y, long, barThick}, true
}
