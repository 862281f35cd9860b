package page_test

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/document"
	"tallyboard/internal/golden"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/rendertest"
)

// papers are the sizes that layouts are tried on.
var papers = map[string]page.Options{
	"A4": {}, "A4 landscape": {Landscape: true}, "A5": {Size: page.A5}, "Letter": {Size: page.Letter},
	"A4 at half": {Scale: page.LeastScale}, "A5 at most": {Size: page.A5, Scale: page.MostScale}, "A4 at 100 %": {Scale: 1},
}

func documents() map[string]*document.Document {
	out := map[string]*document.Document{}
	for _, l := range lang.All {
		out["report-"+string(l)] = rendertest.Report(l)
		out["nasty-"+string(l)] = rendertest.Nasty(l)
		out["charts-"+string(l)] = rendertest.Charts(l)
	}
	return out
}

func TestPagesLookAsBefore(t *testing.T) {
	for name, doc := range documents() {
		if strings.HasPrefix(name, "charts") {
			continue // the charts have goldens of their own
		}
		t.Run(name, func(t *testing.T) {
			got := page.Dump(page.Layout(doc, page.Options{}, charttest.Fixed{}))
			golden.Check(t, filepath.Join("testdata", name+".txt"), got)
		})
	}
}

// ink collects the boxes of everything painted.
type ink struct {
	m     chart.Measurer
	texts []textBox
	far   [4]float64 // least x, y, greatest x, y
	clips int
}

type textBox struct {
	s          string
	x, y, w, h float64
	size       float64
}

func (k *ink) grow(x, y float64) {
	k.far[0], k.far[1] = math.Min(k.far[0], x), math.Min(k.far[1], y)
	k.far[2], k.far[3] = math.Max(k.far[2], x), math.Max(k.far[3], y)
}

func (k *ink) Rect(x, y, w, h float64, s chart.Style) {
	if s.Fill.A > 0 && s.Fill != chart.Paper.Surface || s.Stroke.A > 0 {
		k.grow(x, y)
		k.grow(x+w, y+h)
	}
}

func (k *ink) Path(pts []chart.Point, closed bool, s chart.Style) {
	for _, p := range pts {
		k.grow(p.X, p.Y)
	}
}

func (k *ink) Text(x, y float64, s string, f chart.Font, ha, va, rot float64) {
	w := k.m.Width(s, f.Size, f.Bold)
	asc, desc := k.m.Metrics(f.Size, f.Bold)
	h := asc + desc
	if rot == 0 {
		b := textBox{s, x - ha*w, y - va*h, w, h, f.Size}
		k.texts = append(k.texts, b)
		k.grow(b.x, b.y)
		k.grow(b.x+w, b.y+h)
	}
}

func (k *ink) PushClip(x, y, w, h float64) { k.clips++ }
func (k *ink) PopClip()                    { k.clips-- }

// On every paper, nothing is painted outside of the page, no two texts lie on
// each other, and clips are closed.
func TestNothingIsCutOrOverlaps(t *testing.T) {
	for paper, o := range papers {
		for name, doc := range documents() {
			for i, p := range page.Layout(doc, o, charttest.Fixed{}) {
				checkPage(t, p, charttest.Fixed{}, name+", "+paper, i)
			}
		}
	}
}

func checkPage(t *testing.T, p *page.Page, m chart.Measurer, name string, i int) {
	t.Helper()
	k := &ink{m: m, far: [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}}
	p.Paint(k)
	at := fmt.Sprintf("%s, page %d", name, i+1)
	if k.far[0] < -.01 || k.far[1] < -.01 || k.far[2] > p.W+.01 || k.far[3] > p.H+.01 {
		t.Errorf("%s: painted over the edge: %.1f,%.1f to %.1f,%.1f on %.1f×%.1f", at, k.far[0], k.far[1], k.far[2], k.far[3], p.W, p.H)
	}
	if k.clips != 0 {
		t.Errorf("%s: %d clips left open", at, k.clips)
	}
	for a := range k.texts {
		for b := range a {
			if over(k.texts[a], k.texts[b]) {
				t.Errorf("%s: %q lies on %q", at, k.texts[a].s, k.texts[b].s)
			}
		}
	}
}

// over reports whether two texts overlap by more than the slack of their line
// boxes.
func over(a, b textBox) bool {
	const slack = 1
	dy := .22 * math.Min(a.h, b.h)
	return a.x+slack < b.x+b.w && b.x+slack < a.x+a.w && a.y+dy < b.y+b.h && b.y+dy < a.y+a.h
}

func texts(p *page.Page) []textBox {
	k := &ink{m: charttest.Fixed{}}
	p.Paint(k)
	return k.texts
}

func TestLongTableRepeatsItsHeader(t *testing.T) {
	doc := rendertest.Nasty(lang.ZH)
	doc.Blocks = doc.Blocks[:1]
	pages := page.Layout(doc, page.Options{}, charttest.Fixed{})
	if len(pages) < 5 {
		t.Fatalf("300 rows on %d pages", len(pages))
	}
	seen := map[string]int{}
	for i, p := range pages {
		header := false
		for _, x := range texts(p) {
			header = header || x.s == "商品名称"
			seen[x.s]++
		}
		if !header {
			t.Errorf("page %d has rows without their header", i+1)
		}
		last := fmt.Sprintf("第 %d 页，共 %d 页", i+1, len(pages))
		if seen[last] != 1 {
			t.Errorf("page %d does not say %q", i+1, last)
		}
	}
	for i := 1; i <= 300; i++ {
		if seen[fmt.Sprint(i)] != 1 {
			t.Errorf("row %d stands %d times", i, seen[fmt.Sprint(i)])
		}
	}
}

// Tiles and rows that go on on another page stand under what they are called.
func TestWhatGoesOnIsNamed(t *testing.T) {
	tiles := &document.Tiles{}
	for range 80 {
		tiles.Tiles = append(tiles.Tiles, document.Tile{Label: "tile", Value: 1})
	}
	table := &document.Table{Title: "Rows", Columns: []document.Column{{Title: "n"}}}
	for range 80 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{document.Words("row")}})
	}
	for name, doc := range map[string]*document.Document{
		"Tiles, continued": {Title: "T", Lang: lang.EN, Blocks: []document.Block{&document.Heading{Level: 2, Text: "Tiles"}, tiles}},
		"Rows, continued":  {Title: "T", Lang: lang.EN, Blocks: []document.Block{table}},
	} {
		pages := page.Layout(doc, page.Options{}, charttest.Fixed{})
		if len(pages) < 2 {
			t.Fatalf("%s: one page", name)
		}
		for i, p := range pages {
			said := slices.ContainsFunc(texts(p), func(x textBox) bool { return x.s == name })
			if said != (i > 0) {
				t.Errorf("page %d says %q: %v", i+1, name, said)
			}
		}
	}
}

func TestHeadingIsNotAloneAtTheFoot(t *testing.T) {
	for rows := 1; rows < 60; rows++ {
		doc := &document.Document{Title: "T", Lang: lang.EN}
		for range rows {
			doc.Blocks = append(doc.Blocks, &document.Text{Text: "line"})
		}
		doc.Blocks = append(doc.Blocks, &document.Heading{Level: 1, Text: "Heading", ID: "h"}, &document.Text{Text: "after"})
		for _, p := range page.Layout(doc, page.Options{}, charttest.Fixed{}) {
			heading, after := false, false
			for _, x := range texts(p) {
				heading = heading || x.s == "Heading"
				after = after || x.s == "after"
			}
			if heading && !after {
				t.Fatalf("after %d lines the heading stands alone at a page's foot", rows)
			}
		}
	}
}

func TestEndlessIsOnePage(t *testing.T) {
	pages := page.Layout(rendertest.Report(lang.ZH), page.Options{Endless: true, Palette: chart.Dark}, charttest.Fixed{})
	if len(pages) != 1 || pages[0].H < 1500 {
		t.Fatalf("%d pages, the first %.0f high", len(pages), pages[0].H)
	}
	for _, x := range texts(pages[0]) {
		if strings.HasPrefix(x.s, "第 1 页") {
			t.Error("the endless page has a page number")
		}
		if x.y+x.h > pages[0].H {
			t.Errorf("%q stands below the end of the page", x.s)
		}
	}
}

func TestFiguresLeadToTheirRows(t *testing.T) {
	ref := &document.Ref{Log: "calls"}
	doc := &document.Document{Title: "T", Lang: lang.EN, Blocks: []document.Block{
		&document.Tiles{Tiles: []document.Tile{{Label: "Contacts", Value: 3, Ref: ref}}},
		&document.Chart{Chart: rendertest.TypesTotal(lang.EN, chart.Column), Refs: [][]*document.Ref{{nil, ref}}},
		&document.Table{ID: "t", Columns: []document.Column{{Title: "A"}}, Rows: []document.Row{{Cells: []document.Cell{{Num: 5, Ref: ref}}}}},
	}}
	p := page.Layout(doc, page.Options{}, charttest.Fixed{})[0]
	found := 0
	for _, l := range p.Links {
		if l.To == ref {
			found++
			if l.Name == "" {
				t.Errorf("the rows behind %v have no name", l.Hit)
			}
			if hit := p.At(l.X+l.W/2, l.Y+l.H/2); hit == nil || hit.To != ref {
				t.Errorf("the middle of %v is not found", l.Hit)
			}
		}
	}
	if found != 3 {
		t.Errorf("%d figures lead to rows, want tile, bar and cell", found)
	}
}

func BenchmarkLayout(b *testing.B) {
	doc := rendertest.Report(lang.ZH)
	for b.Loop() {
		page.Layout(doc, page.Options{}, charttest.Fixed{})
	}
}
