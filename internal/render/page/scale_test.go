package page_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/rendertest"
)

// wideTable has a column of names and n columns of numbers.
func wideTable(n int) *document.Document {
	t := &document.Table{ID: "wide", Title: "Wide", Columns: []document.Column{{Title: "Agent", Format: display.Format{Kind: display.Text}}}}
	row := document.Row{Cells: []document.Cell{document.Words("Ann")}}
	for i := range n {
		t.Columns = append(t.Columns, document.Column{Title: fmt.Sprintf("c%02d", i), Format: display.Format{Kind: display.Count}})
		row.Cells = append(row.Cells, document.Number(float64(1000+i)))
	}
	t.Rows = []document.Row{row}
	return &document.Document{Title: "T", Lang: lang.EN, Blocks: []document.Block{t}}
}

// sizes are the sizes of type in which a text stands on pages, one for each time.
func sizes(pages []*page.Page, text string) (out []float64) {
	for _, p := range pages {
		for _, x := range texts(p) {
			if x.s == text {
				out = append(out, x.size)
			}
		}
	}
	return out
}

// A table that is too wide is set smaller to fit, never smaller than can be
// read; at a scale it keeps its size, and goes on in parts that each begin with
// the names.
func TestWideTablesFitOrGoOn(t *testing.T) {
	for _, c := range []struct {
		columns int
		scale   float64
		parts   bool
		size    float64 // of the numbers
	}{
		{5, 0, false, 9},
		{25, 0, false, 5},
		{60, 0, true, 8}, // not even the smallest type fits
		{5, 1, false, 9},
		{25, 1, true, 9},
		{25, .5, false, 4.5},
		{5, 1.5, false, 13.5},
		{25, 1.5, true, 13.5},
	} {
		pages := page.Layout(wideTable(c.columns), page.Options{Scale: c.scale}, charttest.Fixed{})
		names := sizes(pages, "Ann")
		if parts := len(names) > 1; parts != c.parts || pages[0].Split != c.parts {
			t.Errorf("%d columns at %g: %d parts", c.columns, c.scale, len(names))
		}
		for i := range c.columns {
			got := sizes(pages, display.Format{Kind: display.Count}.Full(float64(1000+i), lang.EN))
			if len(got) != 1 || math.Abs(got[0]-c.size) > .01 {
				t.Errorf("%d columns at %g: number %d is set in %v, want once in %g", c.columns, c.scale, i, got, c.size)
			}
		}
	}
}

// Every scale makes pages of the same paper, on which nothing is lost.
func TestScaleKeepsThePaperAndTheText(t *testing.T) {
	words := func(pages []*page.Page) map[string]bool {
		out := map[string]bool{}
		for _, p := range pages {
			for _, x := range texts(p) {
				for _, u := range strings.Fields(x.s) {
					out[u] = true
				}
			}
		}
		return out
	}
	doc := rendertest.Report(lang.EN)
	full := page.Layout(doc, page.Options{Scale: 1}, charttest.Fixed{})
	before := 0
	for _, k := range []float64{.5, .75, 1, 1.25, 1.5} {
		pages := page.Layout(doc, page.Options{Scale: k}, charttest.Fixed{})
		if len(pages) < before {
			t.Errorf("at %g there are %d pages, fewer than %d at a smaller scale", k, len(pages), before)
		}
		before = len(pages)
		for i, p := range pages {
			if math.Abs(p.W-page.A4.W) > .01 || math.Abs(p.H-page.A4.H) > .01 {
				t.Errorf("page %d at %g is %g×%g", i+1, k, p.W, p.H)
			}
			if foot := fmt.Sprintf("Page %d of %d", i+1, len(pages)); len(sizes([]*page.Page{p}, foot)) != 1 {
				t.Errorf("page %d at %g has no foot %q", i+1, k, foot)
			}
		}
		got := words(pages)
		for _, b := range doc.Blocks {
			if h, ok := b.(*document.Heading); ok && !got[strings.Fields(h.Text)[0]] {
				t.Errorf("at %g the heading %q is lost", k, h.Text)
			}
		}
	}
	if cover := sizes(full, doc.Title); len(cover) == 0 || cover[0] != 23 {
		t.Errorf("the title at 100 %% is set in %v", cover)
	}
	if cover := sizes(page.Layout(doc, page.Options{Scale: .5}, charttest.Fixed{}), doc.Title); len(cover) == 0 || cover[0] != 11.5 {
		t.Errorf("the title at 50 %% is set in %v", cover)
	}
}

// What leads to rows is where it is seen, at every scale.
func TestScaledFiguresLeadToTheirRows(t *testing.T) {
	ref := &document.Ref{Log: "calls"}
	doc := &document.Document{Title: "T", Lang: lang.EN, Blocks: []document.Block{
		&document.Table{ID: "t", Columns: []document.Column{{Title: "A"}}, Rows: []document.Row{{Cells: []document.Cell{{Num: 5, Ref: ref}}}}},
	}}
	for _, k := range []float64{.5, 1.5} {
		p := page.Layout(doc, page.Options{Scale: k}, charttest.Fixed{})[0]
		for _, x := range texts(p) {
			if x.s == "5" {
				if l := p.At(x.x+x.w/2, x.y+x.h/2); l == nil || l.To != ref {
					t.Errorf("at %g the number leads to %v", k, l)
				}
			}
		}
	}
}

// A chart that fills its page takes the width between the margins and most of
// the height, on every paper, and stays on the first page.
func TestChartFillsItsPage(t *testing.T) {
	for paper, o := range papers {
		for _, wide := range []bool{false, true} {
			for _, kind := range []chart.Kind{chart.Column, chart.Bar, chart.Donut} {
				o.Landscape = wide
				c := &document.Chart{Chart: rendertest.TypesTotal(lang.ZH, kind), Fill: true}
				doc := &document.Document{Title: "接待量", Period: "10月26日–11月1日", Lang: lang.ZH, Blocks: []document.Block{c}}
				pages := page.Layout(doc, o, charttest.Fixed{})
				name := fmt.Sprintf("%s on %s, landscape %v", kind, paper, wide)
				if len(pages) != 1 || len(pages[0].Charts) != 1 {
					t.Errorf("%s: %d pages, the first with %d charts", name, len(pages), len(pages[0].Charts))
					continue
				}
				p, at := pages[0], pages[0].Charts[0]
				if at.W < p.W-90 || at.W*at.H < .45*p.W*p.H {
					t.Errorf("%s: the chart has %.0f×%.0f of %.0f×%.0f", name, at.W, at.H, p.W, p.H)
				}
				if p.ChartAt(at.X+at.W/2, at.Y+at.H/2) != c || p.ChartAt(5, 5) != nil {
					t.Errorf("%s: the chart is not found where it stands", name)
				}
				checkPage(t, p, charttest.Fixed{}, name, 0)
			}
		}
	}
}

// Paper that may turn lies across for a table that is hard to read upright, not
// for one among several, and not where it helps nothing.
func TestPaperTurnsForWideTables(t *testing.T) {
	several := wideTable(20)
	for range 2 {
		several.Blocks = append(several.Blocks, wideTable(3).Blocks...)
	}
	for _, c := range []struct {
		name string
		doc  *document.Document
		o    page.Options
		wide bool
	}{
		{"few columns", wideTable(5), page.Options{Turn: true}, false},
		{"many columns", wideTable(20), page.Options{Turn: true}, true},
		{"many columns, as chosen", wideTable(20), page.Options{}, false},
		{"too many for one part", wideTable(60), page.Options{Turn: true}, true},
		{"too many at a scale", wideTable(20), page.Options{Turn: true, Scale: 1.5}, true},
		{"few at a scale", wideTable(5), page.Options{Turn: true, Scale: 1.2}, false},
		{"one of three", several, page.Options{Turn: true}, false},
		{"no table", &document.Document{Title: "T", Lang: lang.EN}, page.Options{Turn: true}, false},
		{"on screen", wideTable(20), page.Options{Turn: true, Endless: true}, false},
	} {
		pages := page.Layout(c.doc, c.o, charttest.Fixed{})
		if got := page.Wide(pages); got != c.wide && !c.o.Endless {
			t.Errorf("%s: the paper lies across: %v", c.name, got)
		}
		if c.o.Endless && pages[0].W != page.A4.W {
			t.Errorf("%s: the page is %g wide", c.name, pages[0].W)
		}
	}
}
