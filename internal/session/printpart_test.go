package session

import (
	"strings"
	"testing"

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
	chart, _ := document.First[*document.Chart](s.ViewDocument("投诉"))
	for _, x := range chart.Chart.Series {
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

// Of a report there are all of it and each of its charts, under its own name.
func TestChartsOfAReportCanBePrintedApart(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	l.until(t, "the report", func() bool { d, err := s.Document(); return d != nil || err != nil })
	doc, err := s.Document()
	if err != nil {
		t.Fatal(err)
	}
	parts := s.PrintParts(doc)
	if n := charts(doc); n == 0 || len(parts) != n+1 || parts[0].Doc != doc {
		t.Fatalf("%d parts of a report with %d charts", len(parts), n)
	}
	for _, p := range parts[1:] {
		if p.Text == "" || !p.Wide || charts(p.Doc) != 1 || p.Chart == nil || !strings.HasPrefix(p.Doc.Question, doc.Title) && p.Doc.Title != doc.Title {
			t.Errorf("%q: %d charts, headed %q, %q", p.Text, charts(p.Doc), p.Doc.Title, p.Doc.Question)
		}
	}
}
