package session

import (
	"fmt"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
)

// shown says where the remarks of the current chart stand.
func shown(s *Session) string {
	var out []string
	c := s.Chart()
	for _, n := range c.Notes {
		series := "*"
		if n.Ref.Series >= 0 {
			series = c.Series[n.Ref.Series].Name
		}
		out = append(out, fmt.Sprintf("%s at %s %s", n.Text, series, c.Categories[n.Ref.Category]))
	}
	return strings.Join(out, "; ")
}

// settled waits for the result of the current view.
func settled(t *testing.T, s *Session, l *loop) {
	t.Helper()
	l.until(t, "the result", func() bool { return len(s.Running()) == 0 })
}

func TestNotesStandAtTheirMarks(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "10月客服.csv", calls))
	s.SetView(func(v *View) {
		*v = View{Chart: chart.Line}
		v.Spec, _ = pivot.ParseSpec("--rows 来电类型 --cols day:来电时间")
	})
	settled(t, s, l)
	r, _ := s.Result()
	at := func(c pivot.Axis, text string) []pivot.Label {
		for _, m := range c.Members {
			if len(m.Path) == 1 && m.Path[0].Text == text {
				return m.Path
			}
		}
		t.Fatalf("no member %s", text)
		return nil
	}
	s.AddNote(at(r.Rows, "投诉"), at(r.Cols, "2026-11-10"), 0, false, "停电")
	s.AddNote(at(r.Rows, "投诉"), at(r.Cols, "2026-11-03"), 0, true, "大促")
	settled(t, s, l)
	if got, want := shown(s), "停电 at 投诉 11月10日; 大促 at * 11月3日"; got != want {
		t.Errorf("shown %s, want %s", got, want)
	}
	// Another kind of chart, the axes turned round, a value more: they stay.
	s.SetView(func(v *View) { v.Spec.Rows, v.Spec.Cols, v.Chart = v.Spec.Cols, v.Spec.Rows, chart.Heat })
	settled(t, s, l)
	if got := shown(s); !strings.Contains(got, "停电 at 投诉 11月10日") {
		t.Errorf("turned round: %s", got)
	}
	// By week there is no such day.
	s.SetView(func(v *View) { v.Spec.Rows[0].Func = pivot.Week })
	settled(t, s, l)
	if got := shown(s); got != "" {
		t.Errorf("by week: %s", got)
	}
	s.Undo()
	s.Undo()
	settled(t, s, l)
	s.EditNote(0, "停电一小时")
	s.MoveNote(1, .5, 2)
	settled(t, s, l)
	if got, want := shown(s), "停电一小时 at 投诉 11月10日; 大促 at * 11月3日"; got != want || s.Chart().Notes[1].Y != 1 {
		t.Errorf("edited: %s", got)
	}
	s.RemoveNote(0)
	settled(t, s, l)
	if got := shown(s); got != "大促 at * 11月3日" {
		t.Errorf("removed: %s", got)
	}
	s.Undo()
	settled(t, s, l)
	if got := shown(s); !strings.HasPrefix(got, "停电一小时") {
		t.Errorf("taken back: %s", got)
	}
	c, _ := document.First[*document.Chart](s.ViewDocument())
	if len(c.Chart.Notes) != 2 {
		t.Error("the document to export has no remarks")
	}
	// Saved, and on next week's file of the same columns: the day is not there.
	s.SaveView("带备注")
	s.Close()
	s, l = startIn(t, s.lib.Path())
	opened(t, s, l, write(t, "11月客服.csv", strings.ReplaceAll(calls, "2026-11-1", "2026-11-2")))
	s.ApplyView(s.SavedViews()[0])
	settled(t, s, l)
	if got := shown(s); got != "大促 at * 11月3日" || len(s.View().Notes) != 2 {
		t.Errorf("on next week's file: %s of %d", got, len(s.View().Notes))
	}
}

// A value has the same colour in Explore, filtered and sorted, on the dashboard
// and in a report.
func TestAValueKeepsItsColour(t *testing.T) {
	s, l := start(t)
	var many strings.Builder
	many.WriteString(calls)
	for i := range 200 {
		fmt.Fprintf(&many, "2026-%02d-%02d %02d:00,小%d,%s,是,x\n", 10+i%2, 1+i%28, 9+i%9, i%7, []string{"咨询", "投诉", "催单", "咨询", "退款"}[i%5])
	}
	opened(t, s, l, write(t, "10月客服.csv", many.String()))
	colours := func(c *chart.Chart) map[string]string {
		out := map[string]string{}
		for i := range c.Series {
			out[c.Series[i].Name] = fmt.Sprint(c.SeriesColor(i, chart.Light))
		}
		for i, name := range c.Categories {
			out[name] = fmt.Sprint(c.CategoryColor(i, chart.Light))
		}
		return out
	}
	see := func(text string) map[string]string {
		s.ApplyText(text)
		settled(t, s, l)
		return colours(s.Chart())
	}
	first := see("--rows 来电类型 --cols week:来电时间 --chart stacked")
	if first["咨询"] == "" || first["咨询"] == first["投诉"] {
		t.Fatalf("colours %v", first)
	}
	// 咨询 is the commonest of the log: the first colour is its own.
	if want := fmt.Sprint(chart.Light.Series[0]); first["咨询"] != want {
		t.Errorf("the commonest value has %s, want %s", first["咨询"], want)
	}
	for _, text := range []string{
		"--rows 来电类型 --cols week:来电时间 --where 来电类型=投诉 --chart stacked",
		"--rows 来电类型 --cols week:来电时间 --sort value --chart line",
		"--rows 来电类型 --sort value --chart donut",
		"--rows 来电类型 --where 客服=小李 --chart donut",
	} {
		for name, c := range see(text) {
			if want := first[name]; want != "" && c != want {
				t.Errorf("%s: %s has the colour %s, want %s", text, name, c, want)
			}
		}
	}
	s.SaveTile("占比")
	s.ShowDashboard(true)
	ready(t, s, l)
	if got := colours(s.Tiles()[0].Chart)["投诉"]; got != first["投诉"] {
		t.Errorf("on the dashboard it is %s, want %s", got, first["投诉"])
	}
	s.SetReport(func(c *ReportChoice) { c.ID = "types" })
	settled(t, s, l)
	doc, err := s.Document()
	if err != nil {
		t.Fatal(err)
	}
	charts := 0
	for c := range document.Of[*document.Chart](doc.Blocks) {
		charts++
		if c.Chart.Colours != s.colours {
			t.Errorf("the chart %q of the report has colours of its own", c.Chart.Title)
		}
	}
	if charts == 0 {
		t.Error("the report shows no charts")
	}
}
