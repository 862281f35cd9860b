package page

import (
	"slices"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// join puts the parts that are there side by side.
func join(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "  ·  ")
}

// cover is the band at the head of the first page: the report's name, its
// question, shop and period, and the logs that it was made from. It gives the
// painter and where the text below begins.
func (l *layout) cover() (draw func(*Page), bottom float64) {
	m, size, titleH, top := l.o.Margins, sizeCover, sizeCover*1.3, 34.0
	if l.filled() {
		size, titleH, top = sizeH1, sizeH1*1.3, 22
	}
	title, small := l.doc.Title, ""
	if l.doc.Question != "" {
		small = l.doc.Question
	}
	lines := Break(title, l.w, size, true, l.m)
	var sub []string
	if small != "" {
		sub = Break(small, l.w, sizeLead, false, l.m)
	}
	period := l.doc.Period
	if l.doc.Compared != "" {
		period = join(period, l.doc.Lang.T("render.compared", l.doc.Compared))
	}
	meta := Break(join(l.doc.Shop, period), l.w, sizeTable+.5, false, l.m)
	var sources []string
	if len(l.doc.Sources) > 0 {
		sources = Break(l.doc.Lang.T("render.sources", l.doc.Lang.List(l.doc.Sources)), l.w, sizeSmall, false, l.m)
	}
	if l.o.Endless {
		top = 24
	}
	subH, metaH, sourceH := sizeLead*1.5, (sizeTable+.5)*1.6, sizeSmall*leading
	h := top + titleH*float64(len(lines)) + 2 + subH*float64(len(sub)) + 8 + metaH*float64(len(meta)) + sourceH*float64(len(sources)) + 16
	return func(p *Page) {
		body := p.Prims
		p.Prims = nil
		p.rect(0, 0, p.W, h, chart.Style{Fill: mix(l.pal.Surface, l.pal.Accent, .08)})
		p.rect(0, 0, p.W, 5, chart.Style{Fill: l.pal.Accent})
		y := top
		for _, s := range lines {
			p.text(m.Left, y+titleH/2, s, l.font(size, true, l.pal.Text), 0, .5)
			y += titleH
		}
		y += 2
		for _, s := range sub {
			p.text(m.Left, y+subH/2, s, l.font(sizeLead, false, l.pal.Text), 0, .5)
			y += subH
		}
		y += 8
		for _, s := range meta {
			p.text(m.Left, y+metaH/2, s, l.font(sizeTable+.5, false, l.pal.Second), 0, .5)
			y += metaH
		}
		for _, s := range sources {
			p.text(m.Left, y+sourceH/2, s, l.font(sizeSmall, false, l.pal.Second), 0, .5)
			y += sourceH
		}
		p.Prims = append(p.Prims, body...)
		p.Marks = append([]Mark{{l.doc.Title, 1, 0}}, p.Marks...)
	}, h + gapGroup
}

// filled reports whether a chart is to fill the page: it is given the room, and
// the band above it is a low one.
func (l *layout) filled() bool {
	return slices.ContainsFunc(l.doc.Blocks, func(b document.Block) bool {
		c, ok := b.(*document.Chart)
		return ok && c.Fill && c.Height == 0
	})
}

// frame draws header and footer: the header from the second page on, since the
// cover says the same.
func (l *layout) frame(p *Page, n, of int) {
	m := l.o.Margins
	small := l.font(sizeSmall, false, l.pal.Second)
	right := p.W - m.Right
	line := chart.Style{Fill: l.pal.Line}
	if n > 1 {
		y := m.Top - 26
		period := chart.Cut(l.m, l.doc.Period, sizeSmall, false, l.w*.45)
		title := chart.Cut(l.m, l.doc.Title, sizeSmall, true, l.w*.5)
		p.text(m.Left, y, title, l.font(sizeSmall, true, l.pal.Text), 0, 1)
		p.text(right, y, period, small, 1, 1)
		p.rect(m.Left, y+5, l.w, .5, line)
	}
	y := p.H - m.Bottom + 20
	p.rect(m.Left, y-4, l.w, .5, line)
	count := l.doc.Lang.T("render.page", n, of)
	p.text(right, y+2, count, small, 1, 0)
	p.text(m.Left, y+2, chart.Cut(l.m, join(l.doc.Shop, l.doc.Lang.T("app.name")), sizeSmall, false, l.w-l.width(count, sizeSmall, false)-16), small, 0, 0)
}
