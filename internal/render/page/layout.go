package page

import (
	"image/color"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
)

// Layout lays doc out on pages, measured by m.
func Layout(doc *document.Document, o Options, m chart.Measurer) []*Page {
	paper := o.turned(doc, m).filled()
	// Pages of another scale are laid out on paper of another size, and magnified.
	k := paper.magnification()
	o = paper.shrunk(k)
	pages := newLayout(doc, o, m).pages()
	if sparse(pages, o) {
		for _, tight := range []float64{.94, .88, .82, .76} {
			l := newLayout(doc, o, m)
			l.tight = tight
			if fewer := l.pages(); len(fewer) < len(pages) {
				pages = fewer
				break
			}
		}
	}
	if o.Endless {
		pages[0].H = pages[0].end + gapGroup
	}
	for _, p := range pages {
		p.magnify(k)
	}
	if o.Endless {
		return pages
	}
	// Header and footer stand in the margins, which are of one size.
	edge := newLayout(doc, paper, m)
	for i, p := range pages {
		edge.frame(p, i+1, len(pages))
	}
	return pages
}

func newLayout(doc *document.Document, o Options, m chart.Measurer) *layout {
	return &layout{doc: doc, o: o, m: m, pal: o.Palette, w: o.Size.W - o.Margins.Left - o.Margins.Right, tight: 1}
}

// pages puts the document on pages.
func (l *layout) pages() []*Page {
	o := l.o
	b := box{x: o.Margins.Left, top: o.Margins.Top, bottom: o.Size.H - o.Margins.Bottom}
	if o.Endless {
		b.bottom = 1e12
	}
	cover, coverHeight := l.cover()
	for i, block := range l.doc.Blocks {
		l.block(block, l.doc.Blocks[i+1:])
	}
	pages := paginate(l.pieces, o.Size.W, o.Size.H, coverHeight, b)
	cover(pages[0])
	return pages
}

// sparse reports whether little stands on the last of several pages, and not
// because something begins a page there.
func sparse(pages []*Page, o Options) bool {
	const most = .4
	if o.Endless || len(pages) < 2 || pages[len(pages)-1].begun {
		return false
	}
	return pages[len(pages)-1].end-o.Margins.Top < most*(o.Size.H-o.Margins.Top-o.Margins.Bottom)
}

// layout turns blocks into pieces.
type layout struct {
	doc    *document.Document
	o      Options
	m      chart.Measurer
	pal    chart.Palette
	w      float64 // of the text
	tight  float64 // charts and rows are this part of their usual height
	pieces []piece
	breaks bool            // the next piece begins a page
	half   *document.Chart // a half chart already placed beside the one before
	run    bool            // the next paragraph goes on with a run of them
	about  string          // the last heading
}

func (l *layout) add(p piece) {
	if l.breaks {
		p.breaks, l.breaks = true, false
	}
	l.pieces = append(l.pieces, p)
}

// block adds the pieces of b; rest are the blocks after it.
func (l *layout) block(b document.Block, rest []document.Block) {
	switch b := b.(type) {
	case *document.Heading:
		l.heading(b)
	case *document.Text:
		l.paragraph(b, rest)
	case *document.Tiles:
		l.tiles(b)
	case *document.Chart:
		l.chart(b, rest)
	case *document.Table:
		l.table(b.Paged(l.doc.Lang))
	case *document.Note:
		l.note(b, rest)
	case *document.PageBreak:
		l.breaks = len(l.pieces) > 0 && !l.o.Endless
	}
}

func (l *layout) font(size float64, bold bool, c color.NRGBA) chart.Font {
	return chart.Font{Size: size, Bold: bold, Color: c}
}

func (l *layout) width(s string, size float64, bold bool) float64 { return l.m.Width(s, size, bold) }

// show is a number as text.
func (l *layout) show(v float64, f display.Format) string { return f.Full(v, l.doc.Lang) }

func (l *layout) heading(h *document.Heading) {
	l.about = h.Text
	size, before := sizeH1, gapGroup+10
	if h.Level > 1 {
		size, before = sizeH2, gapGroup
	}
	lines := Break(h.Text, l.w, size, true, l.m)
	for i, s := range lines {
		p := piece{height: size * 1.4, keep: true}
		if i == 0 {
			p.before = before
		}
		p.draw = func(pg *Page, x, y float64) {
			if i == 0 {
				pg.Marks = append(pg.Marks, Mark{h.Text, h.Level, y})
			}
			pg.text(x, y, s, l.font(size, true, l.pal.Text), 0, 0)
		}
		l.add(p)
	}
	if h.Level > 1 {
		l.add(piece{height: 2, keep: true})
		return
	}
	l.add(piece{height: gapNear, keep: true, draw: func(pg *Page, x, y float64) {
		pg.rect(x, y+2, 28, 2, chart.Style{Fill: l.pal.Accent})
		pg.rect(x+28, y+2.75, l.w-28, .5, chart.Style{Fill: l.pal.Line})
	}})
}

func (l *layout) paragraph(t *document.Text, rest []document.Block) {
	size, bold, c := sizeBody, false, l.pal.Text
	inset := 0.0
	if t.Lead {
		size, bold, inset = sizeLead, true, 12
	}
	if t.Tone != document.Neutral {
		c = tone(l.pal, t.Tone)
		if !t.Lead {
			inset = 14
		}
	}
	lines := settled(t.Text, l.w-inset, size, bold, l.m)
	lh := size * leading
	shown, more := false, isText(rest, 0)
	if len(rest) > 0 && t.Tone == document.Neutral {
		_, shown = rest[0].(*document.Chart)
		shown = shown || more && !isText(rest, 1) // two at least of a run of remarks
	}
	for i, s := range lines {
		// An answer stays with the evidence under it, a remark with its chart.
		p := piece{height: lh, keep: t.Lead || shown || i == 0 && len(lines) > 1 || i == len(lines)-2}
		if i == 0 {
			p.before = gapNear
			if l.run {
				p.before = gapNear / 2
			}
		}
		if l.run {
			p.repeat = l.again(l.about, nil)
		}
		p.draw = func(pg *Page, x, y float64) {
			switch {
			case t.Lead:
				pg.rect(x, y, 3, lh, chart.Style{Fill: l.barColor(t.Tone)})
			case i == 0 && t.Tone != document.Neutral:
				pg.mark(x, y+(lh-8)/2, 8, t.Tone, c)
			}
			pg.text(x+inset, y+lh/2, s, l.font(size, bold, c), 0, .5)
			if t.Ref != nil {
				pg.way(x, y, inset+l.width(s, size, bold), lh, t.Text, t.Ref)
			}
		}
		l.add(p)
	}
	l.run = more && isText([]document.Block{t}, 0)
}

// isText reports whether the block at i is a plain paragraph.
func isText(blocks []document.Block, i int) bool {
	if i >= len(blocks) {
		return false
	}
	t, ok := blocks[i].(*document.Text)
	return ok && !t.Lead && t.Tone == document.Neutral
}

func (l *layout) barColor(t document.Tone) color.NRGBA {
	if t == document.Neutral {
		return l.pal.Accent
	}
	return tone(l.pal, t)
}

// note is a remark in a tinted strip. Above tiles it is a remark on them.
func (l *layout) note(n *document.Note, rest []document.Block) {
	above := false
	if len(rest) > 0 {
		_, above = rest[0].(*document.Tiles)
	}
	const pad, inset = 6.0, 22.0
	c := tone(l.pal, n.Tone)
	lines := settled(n.Text, l.w-inset-pad, sizeSmall+.5, false, l.m)
	lh := (sizeSmall + .5) * leading
	for i, s := range lines {
		first, last := i == 0, i == len(lines)-1
		p := piece{height: lh, keep: above || i == 0 && len(lines) > 1 || i == len(lines)-2}
		top := 0.0
		if first {
			p.before, p.height, top = gapNear, p.height+pad, pad
		}
		if last {
			p.height += pad
		}
		h := p.height
		p.draw = func(pg *Page, x, y float64) {
			pg.rect(x, y, l.w, h, chart.Style{Fill: mix(l.pal.Surface, c, .08)})
			pg.rect(x, y, 2.5, h, chart.Style{Fill: c})
			if first {
				if n.Tone == document.Neutral {
					pg.info(x+9, y+top+(lh-8)/2, 8, c)
				} else {
					pg.mark(x+9, y+top+(lh-8)/2, 8, n.Tone, c)
				}
			}
			pg.text(x+inset, y+top+lh/2, s, l.font(sizeSmall+.5, false, l.pal.Text), 0, .5)
		}
		l.add(p)
	}
}
