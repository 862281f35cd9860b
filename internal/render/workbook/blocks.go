package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/render/workbook/xl"
)

// section writes a section on its sheet.
func (b *book) section(p part) error {
	s := b.newSheet(p.sheet, p.Blocks)
	s.span(firstCol, s.last(), p.Title(), look{Size: 16, Bold: true, Middle: true})
	s.rule()
	sub := ""
	for _, x := range []string{b.doc.Shop, b.doc.Period} {
		if x != "" && sub != "" {
			sub += "  ·  "
		}
		sub += x
	}
	if sub != "" {
		s.span(firstCol, s.last(), sub, look{Size: 9, Color: pal.Second})
	}
	s.back()
	s.blocks(p.Blocks)
	return s.finish()
}

// back leads to the cover.
func (s *sheet) back() {
	cover := s.f.GetSheetName(0)
	s.check(s.f.SetCellHyperLink(s.name, cell(firstCol, s.row), quoteSheet(cover)+"!A1", "Location"))
	s.text(firstCol, s.row, "← "+cover, look{Size: 9, Link: true})
	s.top = s.row
	s.row += 2
}

// freeze keeps what a sheet is about and the way back in view while it scrolls, and
// with them the header of the only table where that stands near the top; headers of
// several tables would stand over rows that are not theirs.
func (s *sheet) freeze() {
	const near = 12 // rows that leave most of a small window to what scrolls
	top := s.top
	if len(s.heads) == 1 && s.heads[0] <= near {
		top = s.heads[0]
	}
	if top > 0 {
		s.check(s.f.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: top, TopLeftCell: cell(1, top+1), ActivePane: "bottomLeft"}))
	}
}

// rule is a line under a heading.
func (s *sheet) rule() {
	s.look(firstCol, s.row-1, s.last(), s.row-1, look{Size: 16, Bold: true, Middle: true, Wrap: true, Bottom: line{Style: 2, Color: pal.Accent}})
}

// blocks writes blocks one under the other.
func (s *sheet) blocks(blocks []document.Block) {
	top := 0 // of headings and remarks that stay with what they are about
	for i := 0; i < len(blocks); i++ {
		from := s.row
		if top > 0 {
			from = top
		}
		top = s.block(blocks, &i, from)
	}
}

// A table of few rows is not cut. Of others so many rows stay together at the
// top (title, header, first lines) and at the end.
const (
	shortTable = 20
	tableHead  = 6
	tableTail  = 4
)

// block writes the block at i, which stays with the rows from on; it gives the
// row from which the next block must stay with it, 0 where it need not.
func (s *sheet) block(blocks []document.Block, i *int, from int) (top int) {
	switch b := blocks[*i].(type) {
	case *document.Heading:
		s.row++
		s.span(firstCol, s.last(), b.Text, look{Size: 12, Bold: true, Middle: true})
		return from
	case *document.Text:
		s.paragraph(b)
		if b.Lead || *i+1 < len(blocks) && isText(blocks[*i+1]) {
			return from
		}
		s.together(from, s.row-1)
	case *document.Note:
		s.span(firstCol, s.last(), noteMark(b.Tone)+b.Text, look{Size: 9, Color: toneOr(b.Tone), Fill: mix(pal.Surface, toneOr(b.Tone), .08)})
		s.row++
	case *document.Tiles:
		s.tiles(b)
		s.together(from, s.row-1)
	case *document.Table:
		start := s.row
		s.table(b.InFull(s.doc.Lang))
		s.togetherTable(from, start, s.row-2) // the last one is blank
	case *document.Chart:
		var next *document.Chart
		if *i+1 < len(blocks) && b.Half {
			if c, ok := blocks[*i+1].(*document.Chart); ok && c.Half && matrixOf(b.Chart) == nil && matrixOf(c.Chart) == nil {
				next = c
				*i++
			}
		}
		s.chart(b, next)
		s.remarks(b)
		if next != nil {
			s.remarks(next)
		}
		s.together(from, s.row-1)
	case *document.PageBreak:
		// A section has its own sheet, and sheets break where they must.
	default:
		panic(fmt.Sprintf("workbook: a block of type %T", b))
	}
	return 0
}

func isText(b document.Block) bool {
	_, ok := b.(*document.Text)
	return ok
}

// togetherTable keeps a short table on one page with what stands above it from
// on; of a long one the head, and the last lines with its totals and its note.
func (s *sheet) togetherTable(from, start, end int) {
	if end-start <= shortTable {
		s.together(from, end)
		return
	}
	s.together(from, start+tableHead)
	s.together(end-tableTail, end)
}

// together keeps rows on one page.
func (s *sheet) together(from, to int) {
	s.whole = append(s.whole, span{from, to})
}

func noteMark(t document.Tone) string {
	if t == document.Neutral {
		return "ⓘ "
	}
	return toneMark(t)
}

func (s *sheet) paragraph(t *document.Text) {
	l := look{Color: toneColor(t.Tone)}
	if t.Lead {
		l.Size, l.Bold = 12, true
	}
	s.span(firstCol, s.last(), toneMark(t.Tone)+t.Text, l)
}

func toneOr(t document.Tone) (c rgba) {
	if t == document.Neutral {
		return pal.Second
	}
	return toneColor(t)
}

// finish sets up printing: A4, as wide as the page, breaks between blocks, page
// numbers.
func (s *sheet) finish() error {
	area := fmt.Sprintf("%s!$A$1:$%s$%d", quoteSheet(s.name), xl.Column(s.last()), max(s.row, 2))
	s.check(s.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: s.name}))
	landscape := s.lies()
	starts := s.breaks(landscape)
	if s.goesOn(starts) { // on paper, the header of the last table stands on every page that it goes on to
		s.check(s.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s!$%[2]d:$%[2]d", quoteSheet(s.name), s.head()), Scope: s.name}))
	}
	s.check(s.f.AddIgnoredErrors(s.name, "A1:"+cell(s.last(), max(s.row, 2)), excelize.IgnoredErrorsNumberStoredAsText))
	s.freeze()
	s.check(s.print(s.name, landscape))
	return s.err
}

// print is the page setup that all sheets share.
func (b *book) print(name string, landscape bool) error {
	orientation := "portrait"
	if landscape {
		orientation = "landscape"
	}
	if err := b.f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: new(9), Orientation: &orientation, FitToWidth: new(1), FitToHeight: new(0)}); err != nil {
		return err
	}
	if err := b.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: new(true)}); err != nil {
		return err
	}
	if err := b.f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: new(.4), Right: new(.4), Top: new(.7), Bottom: new(.65),
		Header: new(.3), Footer: new(.3)}); err != nil {
		return err
	}
	return b.f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
		OddHeader: "&L&8" + headerText(b.doc.Title) + "&R&8" + headerText(b.doc.Period),
		OddFooter: "&L&8" + headerText(b.doc.Shop) + "&R&8" + b.t("render.pagecodes"),
	})
}

// headerText is text in a header, whose codes begin with &. Digits at its
// start would read as part of the size before it.
func headerText(s string) string {
	s = xl.Cut(strings.ReplaceAll(s, "&", "&&"), 100)
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		s = " " + s
	}
	return s
}

// quoteSheet is a sheet's name inside a reference.
func quoteSheet(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
