package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
)

// A page for a line or two is spared: charts give way. What begins a page by
// itself stays there.
func TestSparseLastPageIsSpared(t *testing.T) {
	lines := func(n int) (out []document.Block) {
		for range n {
			out = append(out, &document.Text{Text: "A line of the report.", Tone: document.Warning})
		}
		return out
	}
	trend := func() document.Block {
		return &document.Chart{Chart: &chart.Chart{Kind: chart.Line, Categories: []string{"a", "b"}, Series: []chart.Series{{Name: "n", Values: []float64{1, 2}}}}}
	}
	build := func(tail ...document.Block) *document.Document {
		return &document.Document{Title: "T", Lang: lang.EN, Blocks: slices.Concat([]document.Block{trend(), trend()}, lines(5), tail)}
	}
	count := func(d *document.Document) int { return len(Layout(d, Options{}, fixed)) }
	most := 0 // lines that fit on one page with lower charts
	for n := 1; count(build(lines(n)...)) == 1; n++ {
		most = n
	}
	l := newLayout(build(lines(most)...), Options{}.filled(), fixed)
	if pages := len(l.pages()); pages < 2 {
		t.Errorf("%d lines fit without lower charts too", most)
	}
	if n := count(build(slices.Concat([]document.Block{&document.PageBreak{}}, lines(1))...)); n != 2 {
		t.Errorf("a page of its own is taken away: %d pages", n)
	}
}

// Charts of rows that give way to what shares their page keep room for the
// values of every row.
func TestRowsKeepTheirValues(t *testing.T) {
	l := newLayout(&document.Document{Lang: lang.EN}, Options{}.filled(), fixed)
	for _, kind := range []chart.Kind{chart.Bar, chart.Heat} {
		for _, rows := range []int{1, 3, 5, 7, 12} {
			c := &chart.Chart{Kind: kind, Lang: "en"}
			for i := range rows {
				name := string(rune('a' + i))
				if kind == chart.Bar {
					c.Categories = append(c.Categories, name)
				} else {
					s := chart.Series{Name: name}
					for j := range 14 {
						s.Values = append(s.Values, float64(11+i+20*j))
					}
					c.Series = append(c.Series, s)
				}
			}
			if kind == chart.Heat {
				for range 14 {
					c.Categories = append(c.Categories, "Guangdong")
				}
			} else {
				s := chart.Series{Name: "n"}
				for i := range rows {
					s.Values = append(s.Values, float64(11+i))
				}
				c.Series = []chart.Series{s}
			}
			block := &document.Chart{Chart: c}
			p := &Page{}
			l.placed(block, l.w, l.lowest(block, l.w))(p, 0, 0)
			drawn := charttest.Dump(p.Prims[0].(picture).scene)
			for i := range rows {
				if want := fmt.Sprintf("%q", fmt.Sprint(11+i)); !strings.Contains(drawn, " "+want) {
					t.Errorf("%s of %d rows: the value %s is not shown", kind, rows, want)
				}
			}
		}
	}
}
