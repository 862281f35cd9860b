package session

import (
	"os"
	"path/filepath"
	"runtime"
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

	if err := s.state.write(); err != nil { // as it does by itself within a second
		t.Fatal(err)
	}
	if st, err := os.Stat(filepath.Join(dir, "state.json")); err != nil || runtime.GOOS != "windows" && st.Mode().Perm() != 0o600 {
		t.Errorf("what is open is kept as %v, %v; it names files of the owner's alone", st.Mode(), err)
	}
	s.state.ended = true // the run is killed

	after, l2 := startIn(t, dir)
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
	if again, _ := startIn(t, dir); again.Lost() != nil {
		t.Errorf("after a good end %q is lost", again.Lost())
	}
}

// However a run ends, the next one looks at the log as it was left; only where
// its user closed the window nothing is offered to be restored.
func TestHowARunEnds(t *testing.T) {
	for _, c := range []struct {
		how  string
		end  func(*testing.T, *Session)
		lost int
	}{
		{"closed", func(_ *testing.T, s *Session) { s.Close() }, 0},
		{"ended by the system", func(_ *testing.T, s *Session) { s.Interrupt(); s.Close() }, 1},
		{"closed, then told to end", func(_ *testing.T, s *Session) { s.Close(); s.Interrupt() }, 0},
		{"killed a second after the last change", func(t *testing.T, s *Session) {
			if s.state.timer == nil {
				t.Fatal("no writing is due after a change")
			}
			if err := s.state.write(); err != nil {
				t.Fatal(err)
			}
			s.state.ended = true
		}, 1},
	} {
		t.Run(c.how, func(t *testing.T) {
			dir := t.TempDir()
			s, l := startIn(t, dir)
			file := write(t, "calls.csv", calls)
			opened(t, s, l, file)
			first := s.View().String()
			s.SetView(func(v *View) { v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "备注"}}} })
			left := s.View().String()
			c.end(t, s)

			next, l2 := startIn(t, dir)
			if got := len(next.Lost()); got != c.lost {
				t.Errorf("%d files are offered, want %d", got, c.lost)
			}
			opened(t, next, l2, file)
			if got := next.View().String(); got != left {
				t.Errorf("the log is looked at by %q, want %q", got, left)
			}
			next.Undo()
			if got := next.View().String(); got != first {
				t.Errorf("undone, by %q, want %q", got, first)
			}
			next.Close()
			last, l3 := startIn(t, dir)
			opened(t, last, l3, file)
			if got := last.View().String(); got != first || last.CanUndo() {
				t.Errorf("after a run that ended with the first view, by %q, undo %v", got, last.CanUndo())
			}
		})
	}
}

// What was erased is not written again by a change that came before.
func TestErasedStateStaysErased(t *testing.T) {
	dir := t.TempDir()
	s, l := startIn(t, dir)
	opened(t, s, l, write(t, "calls.csv", calls))
	s.SetView(func(v *View) { v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "备注"}}} })
	s.Forget()
	if err := s.state.write(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"last.json", "state.json"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s is there again", name)
		}
	}
}
