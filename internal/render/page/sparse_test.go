package page

import (
	"slices"
	"testing"

	"tallyboard/internal/chart"
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
