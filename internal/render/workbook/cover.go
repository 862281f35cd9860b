package workbook

import (
	"strings"

	"tallyboard/internal/document"
	"tallyboard/internal/render/workbook/xl"
)

// cover writes the first sheet: what was asked, the answer, the tiles, the
// charts, and where the rest stands.
func (b *book) cover(p part, parts []part) error {
	s := b.newSheet(p.sheet, p.Blocks)
	band := mix(pal.Surface, pal.Accent, .09)
	s.span(firstCol, s.last(), b.doc.Title, look{Size: 20, Bold: true, Middle: true, Fill: band, Top: line{Style: 5, Color: pal.Accent}, Indent: 1, Align: "left"})
	if b.doc.Question != "" {
		s.span(firstCol, s.last(), b.doc.Question, look{Size: 12, Middle: true, Fill: band, Indent: 1, Align: "left"})
	}
	meta := ""
	add := func(x string) {
		if x != "" && meta != "" {
			meta += "   ·   "
		}
		meta += x
	}
	add(b.doc.Shop)
	add(b.doc.Period)
	if b.doc.Compared != "" {
		add(b.t("render.compared", b.doc.Compared))
	}
	s.span(firstCol, s.last(), meta, look{Size: 9, Color: pal.Second, Middle: true, Fill: band, Indent: 1, Align: "left"})
	s.row++
	s.blocks(p.Blocks)
	s.digest(p, parts)
	s.contents(parts)
	s.definitions()
	if len(b.doc.Sources) > 0 {
		s.span(firstCol, s.last(), b.t("render.sources", b.doc.Lang.List(b.doc.Sources)), look{Size: 9, Color: pal.Second})
	}
	return s.finish()
}

// digest repeats on the cover what the sections show: the tiles where the
// cover has none, and the first chart of each of the first sections.
func (s *sheet) digest(cover part, parts []part) {
	if !has[*document.Tiles](cover.Blocks) {
	search:
		for _, p := range parts {
			for t := range document.Of[*document.Tiles](p.Blocks) {
				from := s.row
				s.tiles(t)
				s.together(from, s.row-1)
				break search
			}
		}
	}
	if has[*document.Chart](cover.Blocks) {
		return
	}
	const most = 4
	if len(parts) > 2*most {
		return // the charts of some of many parts would say nothing of the others
	}
	var first []*document.Chart
	for _, p := range parts {
		for c := range document.Of[*document.Chart](p.Blocks) {
			if matrixOf(c.Chart) == nil && len(first) < most {
				half := *c
				half.Half = true
				first = append(first, &half)
				if len(parts) > 1 && !strings.Contains(c.Chart.Title, p.Title()) {
					s.titles[c.Chart] = xl.Cut(p.Title(), 40) + " · "
				}
				break
			}
		}
	}
	for i := 0; i < len(first); i += 2 {
		from := s.row
		if i+1 < len(first) {
			s.chart(first[i], first[i+1])
		} else {
			s.chart(first[i], nil)
		}
		s.together(from, s.row-1)
	}
}

func has[T document.Block](blocks []document.Block) bool {
	for range document.Of[T](blocks) {
		return true
	}
	return false
}

// contents leads to the sheets of the sections, each with its answer.
func (s *sheet) contents(parts []part) {
	if len(parts) == 0 {
		return
	}
	s.row++
	s.together(s.row, s.row+1)
	s.span(firstCol, s.last(), s.t("render.contents"), look{Size: 12, Bold: true, Middle: true})
	for _, p := range parts {
		name := firstCol
		for name < s.last()-1 && s.chars(firstCol, name) < 24 {
			name++
		}
		s.check(s.f.SetCellHyperLink(s.name, cell(firstCol, s.row), quoteSheet(p.sheet)+"!A1", "Location"))
		s.text(firstCol, s.row, p.Title(), look{Link: true, Middle: true})
		answer := ""
		for t := range document.Of[*document.Text](p.Blocks) {
			if answer = t.Text; t.Lead {
				break
			}
		}
		s.span(name+1, s.last(), answer, look{Size: 9, Color: pal.Second, Middle: true})
	}
	s.row++
}

// definitions says what the KPIs of the document mean.
func (s *sheet) definitions() {
	seen := map[string]bool{}
	from := s.row
	for tiles := range document.Of[*document.Tiles](s.doc.Blocks) {
		for _, t := range tiles.Tiles {
			if t.Help == "" || seen[t.Label] {
				continue
			}
			if len(seen) == 0 {
				s.row++
				s.span(firstCol, s.last(), s.t("render.definitions"), look{Size: 12, Bold: true, Middle: true})
			}
			seen[t.Label] = true
			s.span(firstCol, s.last(), t.Label+s.t("render.colon")+t.Help, look{Size: 9, Color: pal.Second})
		}
	}
	if len(seen) > 0 {
		s.together(from, s.row-1)
		s.row++
	}
}
