package session

import (
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
)

func charts(d *document.Document) (n int) {
	for range document.Of[*document.Chart](d.Blocks) {
		n++
	}
	return n
}

func tables(d *document.Document) (n int) {
	for range document.Of[*document.Table](d.Blocks) {
		n++
	}
	return n
}

// Of what Explore shows there are chart and table, the chart, the table; all
// head themselves with the same sentence, period and filters.
func TestChartAndTableCanBePrintedApart(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "10月客服.csv", calls))
	s.SetView(func(v *View) {
		v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "来电类型"}}, Values: []pivot.Value{{Agg: pivot.Count}},
			Where: []pivot.Filter{{Column: "客服", Op: pivot.Eq, Values: []string{"小王"}}}}
	})
	s.SetViewPeriod("来电时间", "2026-W45")
	l.until(t, "the filtered result", func() bool { r, _ := s.Result(); return r != nil && r.RowsUsed == 2 })
	doc := s.ViewDocument()
	if doc.Period != "2026年11月2–8日" {
		t.Errorf("the period is %q", doc.Period)
	}
	parts := s.PrintParts(doc)
	for i, want := range []struct {
		text           string
		charts, tables int
		wide           bool
	}{{"图表和表格", 1, 1, false}, {"图表", 1, 0, true}, {"表格", 0, 1, false}} {
		p := parts[i]
		if p.Text != want.text || charts(p.Doc) != want.charts || tables(p.Doc) != want.tables || p.Wide != want.wide {
			t.Errorf("part %d is %q: %d charts, %d tables, landscape %v", i, p.Text, charts(p.Doc), tables(p.Doc), p.Wide)
		}
		if p.Doc.Title != doc.Title || p.Doc.Period != doc.Period || len(p.Doc.Sources) != 1 {
			t.Errorf("%s is headed %q, %q, %q", p.Text, p.Doc.Title, p.Doc.Period, p.Doc.Sources)
		}
		text, _ := document.First[*document.Text](p.Doc)
		if text == nil || !strings.Contains(text.Text, "小王") || strings.Contains(text.Text, "来电时间") {
			t.Errorf("%s says of its filters %+v", p.Text, text)
		}
	}
}

func TestSeriesThatAreSwitchedOffStayOff(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	s.SetView(func(v *View) {
		v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "客服"}}, Cols: []pivot.Dim{{Column: "来电类型"}}, Values: []pivot.Value{{Agg: pivot.Count}}}
	})
	l.until(t, "two series", func() bool { c := s.Chart(); return c != nil && len(c.Series) == 2 })
	drawn, _ := document.First[*document.Chart](s.ViewDocument("投诉"))
	for _, x := range drawn.Chart.Series {
		if x.Hidden != (x.Name == "投诉") {
			t.Errorf("%s is switched off: %v", x.Name, x.Hidden)
		}
	}
	for _, x := range s.Chart().Series {
		if x.Hidden {
			t.Errorf("%s is switched off in the view itself", x.Name)
		}
	}
}

// Of a report there are all of it and each of its charts, under its own name,
// or that of its section where it has none.
func TestChartsOfAReportCanBePrintedApart(t *testing.T) {
	s, _ := start(t)
	doc := &document.Document{ID: "overview", Title: "总览", Blocks: []document.Block{
		&document.Chart{Chart: &chart.Chart{Title: "每天"}},
		&document.Heading{Level: 1, ID: "types", Text: "类型"},
		&document.Table{ID: "t"},
		&document.Chart{Chart: &chart.Chart{}},
	}}
	parts := s.PrintParts(doc)
	if len(parts) != 3 || parts[0].Doc != doc || parts[0].Wide {
		t.Fatalf("%d parts of a report with two charts: %+v", len(parts), parts)
	}
	for i, want := range []struct{ text, note, title string }{{"每天", "", "每天"}, {"类型", "类型", "总览"}} {
		p := parts[i+1]
		if p.Text != want.text || p.Note != want.note || p.Doc.Title != want.title || !p.Wide || p.Chart == nil || charts(p.Doc) != 1 || tables(p.Doc) != 0 {
			t.Errorf("part %d is %q, %q, headed %q: %+v", i+1, p.Text, p.Note, p.Doc.Title, p)
		}
	}
}
