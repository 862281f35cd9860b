package workbook

import (
	"fmt"
	"image/color"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
)

var pal = chart.Paper

// look is how a cell looks; equal looks share one style of the file.
type rgba = color.NRGBA

type look struct {
	size   float64 // 0 is 10
	bold   bool
	color  color.NRGBA // A = 0 is the text colour
	fill   color.NRGBA
	top    line
	bottom line
	left   line
	right  line
	num    string // number format
	align  string // horizontal: "" left, "right", "center"
	middle bool   // in the middle of the height
	indent int
	wrap   bool
	link   bool
}

// line is the border at one edge.
type line struct {
	style int // of Excel: 1 thin, 2 medium, 5 thick
	color color.NRGBA
}

var (
	thin   = line{1, pal.Line}
	strong = line{1, mix(pal.Line, pal.Text, .5)}
)

// family is the font of the workbook: one that the readers of the language
// have.
func (b *book) family() string {
	if b.doc.Lang == lang.ZH {
		return "微软雅黑"
	}
	return "Calibri"
}

// style gives the id of a look.
func (b *book) style(l look) (int, error) {
	if l.size == 0 {
		l.size = 10
	}
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	c := l.color
	if c.A == 0 {
		c = pal.Text
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: b.family(), Size: l.size, Bold: l.bold, Color: hex(c)},
		Alignment: &excelize.Alignment{Horizontal: l.align, Vertical: "top", Indent: l.indent, WrapText: l.wrap},
	}
	if l.align == "" {
		s.Alignment.Horizontal = "left"
	}
	if l.middle {
		s.Alignment.Vertical = "center"
	}
	if l.link {
		s.Font.Underline = "single"
		s.Font.Color = hex(pal.Accent)
	}
	if l.fill.A > 0 {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(l.fill)}}
	}
	for _, e := range []struct {
		edge string
		line line
	}{{"top", l.top}, {"bottom", l.bottom}, {"left", l.left}, {"right", l.right}} {
		if e.line.style > 0 {
			s.Border = append(s.Border, excelize.Border{Type: e.edge, Style: e.line.style, Color: hex(e.line.color)})
		}
	}
	if l.num != "" {
		s.CustomNumFmt = &l.num
	}
	id, err := b.f.NewStyle(s)
	b.styles[l] = id
	return id, err
}

func hex(c color.NRGBA) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// mix is a towards b by t (0 to 1).
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + .5) }
	return color.NRGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), 255}
}

func toneColor(t document.Tone) color.NRGBA {
	switch t {
	case document.Good:
		return pal.Good
	case document.Warning:
		return pal.Warning
	case document.Bad:
		return pal.Bad
	}
	return color.NRGBA{}
}

// toneMark tells a tone by a sign, so that colour is not needed.
func toneMark(t document.Tone) string {
	return [...]string{"", "✓ ", "! ", "✗ "}[t]
}

// signColor is the colour of a change: better says which sign is good.
func signColor(change float64, better int) color.NRGBA {
	switch good := change * float64(better); {
	case good > 0:
		return pal.Good
	case good < 0:
		return pal.Bad
	}
	return pal.Second
}
