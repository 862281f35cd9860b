package page

import (
	"image/color"
	"math"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// cell writes the lines of one cell.
func (r rowPainter) cell(p *Page, c *column, row *document.Row, cell document.Cell, lines []string, x, y, lh float64, first bool) {
	ink := r.ink(c, row, cell)
	bold := r.bold(c, row)
	shift := 0.0
	if c.at == 0 {
		shift = indent * float64(row.Indent)
	}
	for i, s := range lines {
		mid := y + lh*(float64(i)+.5)
		s = chart.Cut(r.m, s, r.g.size, bold, c.width-r.g.pad)
		tx, ha := x+r.g.pad+shift, 0.0
		if c.numeric {
			tx, ha = x+c.width-r.g.pad, 1
		}
		if cell.Tone != document.Neutral && i == 0 && first {
			s8 := r.g.size * .72
			mx := tx
			if c.numeric {
				mx = tx - r.width(s, r.g.size, bold) - r.g.size
			}
			p.mark(mx, mid-s8/2, s8, cell.Tone, tone(r.pal, cell.Tone))
		}
		if cell.Tone != document.Neutral && !c.numeric {
			tx += r.g.size
		}
		p.text(tx, mid, s, r.font(r.g.size, bold, ink), ha, .5)
	}
}

// ink is the colour of a cell's text.
func (r rowPainter) ink(c *column, row *document.Row, cell document.Cell) color.NRGBA {
	switch {
	case c.Scale && !row.Total && !row.Sub && !row.Rest && !math.IsNaN(cell.Num) && cell.Text == "": // its mark says the tone
		if dark(r.shade(c, cell.Num)) {
			return r.pal.Surface
		}
		return r.pal.Text
	case cell.Tone != document.Neutral:
		return tone(r.pal, cell.Tone)
	case c.Signed != 0 && !math.IsNaN(cell.Num) && cell.Text == "":
		return signColor(r.pal, cell.Num, c.Signed)
	case c.numeric && math.IsNaN(cell.Num) && cell.Text == "":
		return r.pal.Second
	}
	return r.pal.Text
}

// behind paints the data bar or the shade of a cell.
func (r rowPainter) behind(p *Page, c *column, row *document.Row, cell document.Cell, x, y, h float64) {
	if row.Total || row.Sub || row.Rest || cell.Text != "" || math.IsNaN(cell.Num) || math.IsNaN(c.low) {
		return
	}
	if c.Scale {
		p.rect(x+.75, y+.75, c.width-1.5, h-2, chart.Style{Fill: r.shade(c, cell.Num), Radius: 2})
	}
	if !c.Bar {
		return
	}
	h = math.Min(h, r.g.size*1.38+6.8) // beside the first line
	low, top := math.Min(c.low, 0), math.Max(c.top, 0)
	if top == low {
		return
	}
	room := c.width - 2*r.g.pad
	if beside := room - c.figure - r.g.pad; beside > barLeast { // else the number stands on its bar
		room = beside
	}
	at := func(v float64) float64 { return x + r.g.pad + room*(v-low)/(top-low) }
	from, to := at(math.Min(cell.Num, 0)), at(math.Max(cell.Num, 0))
	fill := mix(r.pal.Surface, r.pal.Accent, .2)
	if cell.Num < 0 {
		fill = mix(r.pal.Surface, r.pal.Bad, .2)
	}
	p.rect(from, y+2.5, math.Max(to-from, .5), h-5.5, chart.Style{Fill: fill, Radius: 1.5})
	if low < 0 {
		p.rect(at(0)-.25, y+1.5, .5, h-3.5, chart.Style{Fill: mix(r.pal.Line, r.pal.Text, .3)})
	}
}

// shade is the colour of a number on its column's scale.
func (r rowPainter) shade(c *column, v float64) color.NRGBA { return r.pal.Shade(v, c.low, c.top) }

// dark tells whether text on c must be light.
func dark(c color.NRGBA) bool {
	return .299*float64(c.R)+.587*float64(c.G)+.114*float64(c.B) < 140
}
