package session

import (
	"testing"

	"tallyboard/internal/pivot"
)

// After a run that did not end well, all files that were open come back, and a
// log is looked at as it was.
func TestWhatWasLostIsRestored(t *testing.T) {
	dir := t.TempDir()
	s, l := startIn(t, dir)
	if s.Lost() != nil {
		t.Fatalf("a first start has lost %q", s.Lost())
	}
	first := write(t, "calls.csv", calls)
	opened(t, s, l, first)
	s.SetView(func(v *View) { v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "备注"}}} })
	view := s.View().Spec.String()
	opened(t, s, l, write(t, "orders.csv", "订单号,下单时间,实付金额,商品\nA1,2026-11-02 10:00,25,灯\nA2,2026-11-03 11:00,30,椅\n"))
	if len(s.Logs()) != 2 {
		t.Fatalf("%d logs", len(s.Logs()))
	}

	after, l2 := startIn(t, dir) // the run before is not closed
	if got := after.Lost(); len(got) != 2 || got[0] != first {
		t.Fatalf("lost are %q", got)
	}
	after.Restore()
	l2.until(t, "both logs", func() bool { return len(after.Logs()) == 2 })
	seen := false
	for i := range after.Logs() {
		after.SetCurrent(i)
		seen = seen || after.View().Spec.String() == view
	}
	if !seen {
		t.Errorf("no log is looked at by %s", view)
	}
	after.Close()
	s.state.close() // else the first run would go on writing
	if again, _ := startIn(t, dir); again.Lost() != nil {
		t.Errorf("after a good end %q is lost", again.Lost())
	}
}
