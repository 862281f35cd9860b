package session

import (
	"strings"
	"testing"

	"tallyboard/internal/ingest"
)

// manyCalls is a csv of more than 4 MB.
func manyCalls() string {
	head, rows, _ := strings.Cut(calls, "\n")
	return head + "\n" + strings.Repeat(rows, 30_000)
}

func TestLookAheadAtALargeFile(t *testing.T) {
	s, l := start(t)
	told := 0
	s.On(RowsAhead, func() { told++ })
	small, large := write(t, "small.csv", calls), write(t, "large.csv", manyCalls())
	s.loading = []string{small, large} // being read, for as long as it takes
	s.lookAhead(s.loading, ingest.Options{})
	l.until(t, "the first rows", func() bool { return s.Ahead() != nil })
	p := s.Ahead()
	if told != 1 || p.File.Path != large || p.Log.Table.Rows < lookRows || p.Log.Table.Column("来电类型") == nil {
		t.Errorf("told %d times of %d rows of %s, columns %v", told, p.Log.Table.Rows, p.File.Path, p.Log.Table.Cols)
	}
	s.CancelTask("load")
	if s.Ahead() != nil || s.Loading() != nil {
		t.Error("what is no longer read is still shown")
	}
}

func TestNoLookAheadAtSmallFiles(t *testing.T) {
	s, l := start(t)
	s.On(RowsAhead, func() { t.Error("the first rows of a small file are shown before the whole") })
	opened(t, s, l, write(t, "small.csv", calls))
	if s.Ahead() != nil {
		t.Error("first rows are left over")
	}
}
