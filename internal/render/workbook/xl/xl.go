// Package xl is what writers of Excel workbooks share: how cells look, by one
// cache of styles per file, in the palette of paper.
package xl

import (
	"fmt"
	"image/color"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/lang"
)

// Palette is the colours of workbooks.
var Palette = chart.Paper

// Look is how a cell looks; equal looks share one style of the file.
type Look struct {
	Size   float64 // 0 is 10
	Bold   bool
	Color  color.NRGBA // A = 0 is the text colour
	Fill   color.NRGBA
	Top    Line
	Bottom Line
	Left   Line
	Right  Line
	Num    string // number format
	Align  string // horizontal: "" left, "right", "center"
	Middle bool   // in the middle of the height
	Indent int
	Wrap   bool
	Link   bool
}

// Line is the border at one edge.
type Line struct {
	Style int // of Excel: 1 thin, 2 medium, 5 thick
	Color color.NRGBA
}

// The lines that workbooks use.
var (
	Thin   = Line{1, Palette.Line}
	Strong = Line{1, Mix(Palette.Line, Palette.Text, .5)}
)

// Header is how the header of a table looks.
var Header = Look{Bold: true, Size: 9, Fill: Mix(Palette.Surface, Palette.Accent, .09), Bottom: Line{1, Palette.Accent}, Middle: true, Wrap: true}

// Styles gives the styles of one file.
type Styles struct {
	f      *excelize.File
	family string
	ids    map[Look]int
}

// NewStyles makes the styles of a file in a font that readers of the language
// have, and makes it the file's default font.
func NewStyles(f *excelize.File, l lang.Lang) (*Styles, error) {
	s := &Styles{f, Family(l), map[Look]int{}}
	return s, f.SetDefaultFont(s.family)
}

// Family is the font of workbooks in a language.
func Family(l lang.Lang) string {
	if l == lang.ZH {
		return "微软雅黑"
	}
	return "Calibri"
}

// ID is the style of a look.
func (s *Styles) ID(l Look) (int, error) {
	if l.Size == 0 {
		l.Size = 10
	}
	if id, ok := s.ids[l]; ok {
		return id, nil
	}
	c := l.Color
	if c.A == 0 {
		c = Palette.Text
	}
	x := &excelize.Style{
		Font:      &excelize.Font{Family: s.family, Size: l.Size, Bold: l.Bold, Color: Hex(c)},
		Alignment: &excelize.Alignment{Horizontal: l.Align, Vertical: "top", Indent: l.Indent, WrapText: l.Wrap},
	}
	if l.Align == "" {
		x.Alignment.Horizontal = "left"
	}
	if l.Middle {
		x.Alignment.Vertical = "center"
	}
	if l.Link {
		x.Font.Underline = "single"
		x.Font.Color = Hex(Palette.Accent)
	}
	if l.Fill.A > 0 {
		x.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{Hex(l.Fill)}}
	}
	for _, e := range []struct {
		edge string
		line Line
	}{{"top", l.Top}, {"bottom", l.Bottom}, {"left", l.Left}, {"right", l.Right}} {
		if e.line.Style > 0 {
			x.Border = append(x.Border, excelize.Border{Type: e.edge, Style: e.line.Style, Color: Hex(e.line.Color)})
		}
	}
	if l.Num != "" {
		x.CustomNumFmt = &l.Num
	}
	id, err := s.f.NewStyle(x)
	s.ids[l] = id
	return id, err
}

// Hex is a colour as workbooks write it.
func Hex(c color.NRGBA) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// Mix is a towards b by t (0 to 1).
func Mix(a, b color.NRGBA, t float64) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + .5) }
	return color.NRGBA{R: f(a.R, b.R), G: f(a.G, b.G), B: f(a.B, b.B), A: 255}
}

// Cell is the name of a cell: B2.
func Cell(col, row int) string {
	c, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic("workbook: " + err.Error())
	}
	return c
}

// Column is the name of a column: AB.
func Column(col int) string {
	c, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic("workbook: " + err.Error())
	}
	return c
}
