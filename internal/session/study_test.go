package session

import (
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
)

// A finding is looked at in its own view, of its own log, and the way back is
// an undo; a figure without a view has only rows.
func TestStudyOpensTheViewOfAFinding(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "a.csv", calls))
	first := s.Log().Name
	opened(t, s, l, write(t, "b.csv", "评价时间,商品,评价,客户\n2026-11-02 09:00,灯,差评,a\n2026-11-03 09:40,灯,中评,b\n2026-11-03 12:00,壶,差评,c\n"))
	s.SetCurrent(1)
	was := s.View().Spec.String()
	s.SetCurrent(0)

	ref := &document.Ref{Log: s.Logs()[1].Name, View: &pivot.Spec{Rows: []pivot.Dim{{Column: "@product"}}, SortBy: "value", Desc: true}}
	if !s.Study(ref) {
		t.Fatal("the view was not opened")
	}
	if got := s.View().Spec; s.Current() != 1 || len(got.Rows) != 1 || got.Rows[0].Column != "@product" {
		t.Errorf("log %d is looked at through %s", s.Current(), got)
	}
	l.until(t, "the products", func() bool {
		r, _ := s.Result()
		return r != nil && len(r.Rows.Dims) == 1 && r.Rows.Dims[0].Title == "商品"
	})
	s.Undo()
	if got := s.View().Spec.String(); got != was {
		t.Errorf("undone to %s, want %s", got, was)
	}
	for name, none := range map[string]*document.Ref{"no view": {Log: first}, "a closed log": {Log: "gone", View: ref.View}} {
		if s.Study(none) {
			t.Errorf("%s: something was opened", name)
		}
	}
}
