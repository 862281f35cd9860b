package page

import (
	"math"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
)

// cellText is what a cell shows.
func (l *layout) cellText(col *column, c document.Cell) string {
	switch {
	case c.Text != "" || col.words && math.IsNaN(c.Num):
		return c.Text
	case col.Signed == 0 || math.IsNaN(c.Num):
		return l.show(c.Num, col.Format)
	case col.Format.Kind == display.Percent:
		return display.Change(c.Num, l.doc.Lang)
	}
	return display.ChangeAbs(c.Num, col.Format, l.doc.Lang)
}

func (l *layout) table(t *document.Table) {
	parts := l.grids(t)
	for i, g := range parts {
		title := t.Title
		if i > 0 {
			title = l.doc.Lang.T("render.part", t.Title, i+1, len(parts))
		}
		l.tablePart(t, g, title, i == len(parts)-1)
	}
	if t.Note != "" {
		l.smallPrint(t.Note)
	}
}

// tablePart adds title, header and rows; the header stands again where the
// rows go on on another page.
func (l *layout) tablePart(t *document.Table, g grid, title string, last bool) {
	r := rowPainter{layout: l, t: t, g: g, tree: t.Tree(), last: last}
	if t.List {
		r.x0 = tickRoom
	}
	if title != "" {
		for i, s := range Break(title, l.w, sizeBody+.5, true, l.m) {
			p := piece{height: (sizeBody + .5) * leading, keep: true}
			if i == 0 {
				p.before = gapGroup - 4
			}
			p.draw = func(pg *Page, x, y float64) {
				pg.text(x, y, s, l.font(sizeBody+.5, true, l.pal.Text), 0, 0)
			}
			l.add(p)
		}
	} else {
		l.add(piece{height: 0, before: gapNear, keep: true})
	}
	head := r.header()
	if len(g.cols) < len(t.Columns) {
		draw := head.draw
		head.draw = func(p *Page, x, y float64) {
			p.Split = true
			draw(p, x, y)
		}
	}
	head.keep = true
	l.add(head)
	again := l.again(title, &head)
	if len(t.Rows) == 0 {
		l.add(piece{height: g.size * 2.4, draw: func(pg *Page, x, y float64) {
			pg.text(x+g.pad, y+g.size*1.2, l.doc.Lang.T("render.empty"), l.font(g.size, false, l.pal.Second), 0, .5)
		}})
		return
	}
	for i := range t.Rows {
		rows := r.row(i)
		for k := range rows {
			rows[k].repeat = again
			rows[k].keep = k == len(rows)-1 && r.together(i)
			l.add(rows[k])
		}
	}
}

// again is what stands at the top of a page on which something goes on: what it
// is called, and below it, where there is one, its head.
func (l *layout) again(title string, head *piece) *piece {
	if title == "" {
		return head
	}
	tail := l.doc.Lang.T("render.goeson", "")
	if !strings.HasSuffix(title, tail) {
		title += tail
	}
	title = chart.Cut(l.m, title, sizeTable, true, l.w)
	p := piece{height: sizeTable * leading, draw: func(pg *Page, x, y float64) {
		pg.text(x, y, title, l.font(sizeTable, true, l.pal.Second), 0, 0)
	}}
	if head == nil {
		p.height += gapNear / 2
		return &p
	}
	own, draw := p.height, p.draw
	p.height += head.height
	p.draw = func(pg *Page, x, y float64) {
		draw(pg, x, y)
		head.draw(pg, x, y+own)
	}
	return &p
}

// wholeRows is the length up to which a table is not cut.
const wholeRows = 8

// together reports whether row i stays on the page of what follows: the header
// keeps three rows with it, the end three and the note; a short table is whole.
func (r rowPainter) together(i int) bool {
	last := len(r.t.Rows) - 1
	if i == last {
		return r.t.Note != "" && r.last
	}
	return last < wholeRows || i <= 1 || i >= last-2
}

// smallPrint is the note under a table.
func (l *layout) smallPrint(s string) {
	for i, line := range Break(s, l.w, sizeSmall, false, l.m) {
		p := piece{height: sizeSmall * leading}
		if i == 0 {
			p.before = 5
		}
		p.draw = func(pg *Page, x, y float64) {
			pg.text(x, y, line, l.font(sizeSmall, false, l.pal.Second), 0, 0)
		}
		l.add(p)
	}
}

// rowPainter makes the pieces of one table.
type rowPainter struct {
	*layout
	t    *document.Table
	g    grid
	x0   float64 // where the first column begins, behind the checkboxes
	tree bool
	last bool // the note of the table follows
}

func (r rowPainter) header() piece {
	size := r.g.size - .5
	lh := size * 1.35
	lines := make([][]string, len(r.g.cols))
	most := 1
	for j, c := range r.g.cols {
		lines[j] = balanced(c.Title, c.width-2*r.g.pad, size, true, r.m)
		most = max(most, len(lines[j]))
	}
	h := float64(most)*lh + 7
	return piece{height: h, draw: func(p *Page, x, y float64) {
		left := x
		x += r.x0
		for j, c := range r.g.cols {
			// Headers stand on the line, so that short ones are near their numbers.
			at := y + h - 4 - lh*float64(len(lines[j]))
			for i, s := range lines[j] {
				tx, ha := x+r.g.pad, 0.0
				if c.numeric {
					tx, ha = x+c.width-r.g.pad, 1
				}
				p.text(tx, at+lh*(float64(i)+.5), s, r.font(size, true, r.pal.Second), ha, .5)
			}
			if c.Help != "" {
				p.link(x, y, c.width, h, c.Title, []string{c.Help}, nil)
			}
			x += c.width
		}
		p.rect(left, y+h-.9, r.w, .9, chart.Style{Fill: mix(r.pal.Line, r.pal.Text, .45)})
	}}
}

// row makes the piece of a row, or several where it would fill half a page.
func (r rowPainter) row(i int) []piece {
	row := &r.t.Rows[i]
	lines := make([][]string, len(r.g.cols))
	most := 1
	for j := range r.g.cols {
		c := &r.g.cols[j]
		cell := row.Cells[c.at]
		s := r.cellText(c, cell)
		room := c.width - 2*r.g.pad + .01
		if c.at == 0 {
			room -= indent * float64(row.Indent)
		}
		if cell.Tone != document.Neutral {
			room -= r.g.size
		}
		bold := r.bold(c, row)
		if c.words || r.width(s, r.g.size, bold) > room {
			lines[j] = Break(strings.TrimRight(s, "\n"), math.Max(room, r.g.size), r.g.size, bold, r.m)
		} else {
			lines[j] = []string{s}
		}
		most = max(most, len(lines[j]))
	}
	const atOnce = 24
	var out []piece
	for from := 0; from < most; from += atOnce {
		part := make([][]string, len(lines))
		for j := range lines {
			part[j] = lines[j][min(from, len(lines[j])):min(from+atOnce, len(lines[j]))]
		}
		out = append(out, r.rowPart(row, part, min(most-from, atOnce), from == 0, from+atOnce >= most))
	}
	return out
}

// bold tells whether a cell is set in bold: totals, and the names at the top
// of a tree.
func (r rowPainter) bold(c *column, row *document.Row) bool {
	return row.Total || row.Sub || r.tree && c.at == 0 && row.Indent == 0
}

func (r rowPainter) rowPart(row *document.Row, lines [][]string, most int, first, last bool) piece {
	lh := r.g.size * 1.38
	padV := 3.4 * r.tight
	h := float64(most)*lh + 2*padV
	return piece{height: h, draw: func(p *Page, x, y float64) {
		if row.Total {
			p.rect(x, y, r.w, h, chart.Style{Fill: mix(r.pal.Surface, r.pal.Text, .035)})
			if first {
				p.rect(x, y, r.w, .75, chart.Style{Fill: mix(r.pal.Line, r.pal.Text, .45)})
			}
		}
		if last {
			p.rect(x, y+h-.5, r.w, .5, chart.Style{Fill: r.pal.Line})
		}
		if r.t.List && first && !row.Total {
			p.rect(x+5, y+padV+(lh-8)/2, 8, 8, chart.Style{Stroke: mix(r.pal.Line, r.pal.Text, .5), Width: .75, Radius: 1.5})
		}
		x += r.x0
		for j := range r.g.cols {
			c := &r.g.cols[j]
			cell := row.Cells[c.at]
			if first {
				r.behind(p, c, row, cell, x, y, h)
			}
			r.cell(p, c, row, cell, lines[j], x, y+padV, lh, first)
			if ref := row.Behind(c.at); ref != nil {
				p.way(x, y, c.width, h, r.t.NameOf(row, c.at), ref)
			}
			x += c.width
		}
	}}
}
