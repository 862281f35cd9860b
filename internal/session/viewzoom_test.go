package session

import (
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/library"
)

const weeks = "来电时间,客服,来电类型\n" +
	"2026-10-26 09:00,小王,投诉\n2026-11-02 09:00,小王,投诉\n2026-11-03 10:00,小王,咨询\n" +
	"2026-11-09 09:30,小李,咨询\n2026-11-16 11:00,小李,投诉\n2026-11-23 11:30,小王,咨询\n"

// A stretch of the chart is a step of the view: it is undone, exported as it is
// seen, and comes back with the view in next week's file.
func TestAStretchOfTheChart(t *testing.T) {
	dir := t.TempDir()
	s, l := startIn(t, dir)
	opened(t, s, l, write(t, "calls.csv", weeks))
	s.ApplyText("--rows week:来电时间 --cols 来电类型 --chart line")
	l.until(t, "the chart", func() bool { return s.Chart() != nil && s.Chart().Kind == chart.Line })
	steps := s.View().String()

	s.ZoomTo(1, 3)
	s.ZoomTo(1, 2) // closer still, counted from what is shown
	if c := s.Chart(); len(c.Categories) != 2 || !strings.Contains(c.Categories[0], "11月9") {
		t.Fatalf("the chart shows %q", c.Categories)
	}
	seen := s.Chart().Categories
	text := s.View().String()
	if want := "--zoom-from 2026-11-09 --zoom-to 2026-11-16"; !strings.HasSuffix(text, want) {
		t.Errorf("in text the view is %s, want it to end with %s", text, want)
	}
	doc := s.ViewDocument()
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Chart:
			if !slices.Equal(b.Chart.Categories, seen) || !strings.Contains(b.Chart.Title, seen[0]) {
				t.Errorf("exported are %q under %q", b.Chart.Categories, b.Chart.Title)
			}
		case *document.Table:
			if len(b.Rows) < 5 {
				t.Errorf("the table has %d rows: a closer look leaves out no week", len(b.Rows))
			}
		}
	}
	s.SaveView("两周")

	for _, want := range []int{3, 5} {
		if s.Undo(); len(s.Chart().Categories) != want {
			t.Errorf("undone, %d weeks are shown, want %d", len(s.Chart().Categories), want)
		}
	}
	if got := s.View().String(); got != steps || s.Zoomed() != "" {
		t.Errorf("undone, the view is %s, %q", got, s.Zoomed())
	}
	s.ZoomTo(3, 4) // to the end of the axis, whatever comes
	if got := s.View().Zoom; len(got.From) != 1 || got.To != nil {
		t.Errorf("to the end is %+v", got)
	}
	s.SetView(func(v *View) { v.Spec.Rows[0].Func = "day" })
	if z := s.View().Zoom; !z.Whole() {
		t.Errorf("on another axis %+v is still looked at", z)
	}
	s.Close()

	next, l2 := startIn(t, dir)
	opened(t, next, l2, write(t, "calls-next.csv", weeks+"2026-11-30 11:30,小王,咨询\n"))
	next.ApplyView(next.SavedViews()[0])
	l2.until(t, "the saved view", func() bool { return next.Chart() != nil && slices.Equal(next.Chart().Categories, seen) })
	next.SetView(func(v *View) { v.Zoom = library.Zoom{From: []string{"2026-11-16"}} })
	if got := next.Chart().Categories; len(got) != 3 {
		t.Errorf("from a week to the end: %q", got)
	}
	next.SetView(func(v *View) { v.Zoom = library.Zoom{From: []string{"1999-01-04"}} })
	all := next.Chart().Categories
	if len(all) != 6 || next.Zoomed() != "" {
		t.Errorf("from a week that is not there: %q, %q", all, next.Zoomed())
	}
	next.ZoomTo(1, 3) // of what is shown: all of it
	if got := next.Chart().Categories; !slices.Equal(got, all[1:4]) {
		t.Errorf("closer from there: %q, want %q", got, all[1:4])
	}
}
