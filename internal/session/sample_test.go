package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The sample shop and one's own records are never open together, whichever
// comes first, and one undo brings back what made way.
func TestSampleShopMakesWay(t *testing.T) {
	s, l := start(t)
	own := filepath.Join(t.TempDir(), "来电.csv")
	if err := os.WriteFile(own, []byte(calls), 0o600); err != nil {
		t.Fatal(err)
	}
	s.OpenSample()
	l.until(t, "the sample shop", func() bool { return len(s.Logs()) > 1 })
	invented := len(s.Logs())

	s.Open([]string{own}, "")
	l.until(t, "one's own file alone", func() bool { return len(s.Logs()) == 1 && s.Log().Table.Rows == 5 })
	l.until(t, "the notice", func() bool { return strings.Contains(s.Notice().Text, s.T("session.aside.sample")) })

	s.Notice().Undo()
	if got := len(s.Logs()); got != invented {
		t.Fatalf("undo brought back %d logs of the sample shop, want %d", got, invented)
	}

	s.Open([]string{own}, "")
	l.until(t, "one's own file again", func() bool { return len(s.Logs()) == 1 })
	s.OpenSample()
	l.until(t, "the sample shop alone", func() bool { return len(s.Logs()) == invented })
	l.until(t, "the notice", func() bool { return strings.Contains(s.Notice().Text, s.T("session.aside.own")) })
}

// The list of recent files names what was read, not what failed beside it.
func TestRecentNamesWhatWasRead(t *testing.T) {
	s, l := start(t)
	dir := t.TempDir()
	empty, own := filepath.Join(dir, "空.csv"), filepath.Join(dir, "来电.csv")
	for p, text := range map[string]string{empty: "", own: calls} {
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.Open([]string{empty, own}, "")
	l.until(t, "the file", func() bool { return len(s.Logs()) == 1 })
	recent := s.Prefs().Recent
	if len(recent) != 1 || recent[0].Name != "来电.csv" || len(recent[0].Paths) != 1 {
		t.Fatalf("recent files are %+v", recent)
	}
}
