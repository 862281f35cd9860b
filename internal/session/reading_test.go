package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/ingest"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// titled has a line above its header that reads like one.
const titled = "甲店,乙店,丙店,丁店\n姓名,件数,备注,区\n小李,3,x,东\n小张,4,y,西\n小赵,5,z,东\n"

func (l *loop) headerAt(t *testing.T, s *Session, row int) {
	t.Helper()
	l.until(t, "the header's row", func() bool { return s.Log() != nil && s.Log().Files[0].HeaderRow == row })
}

func TestPlaceOfTheTableIsUndoneAndRemembered(t *testing.T) {
	dir := t.TempDir()
	s, l := startIn(t, dir)
	path := write(t, "week1.csv", titled)
	opened(t, s, l, path)
	found := s.Log().Files[0].HeaderRow
	s.SetView(func(v *View) { v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: s.Log().Columns[0].Name}}} })
	s.SetFile(path, func(o *ingest.FileOptions) { o.Header, o.HeaderRows = 3, 1 })
	l.headerAt(t, s, 3)
	if missing := s.View().Spec.Missing(&s.Log().Log); len(missing) > 0 {
		t.Errorf("the view speaks of %q, which are gone", missing)
	}
	if !s.CanUndoReading() || s.Notice().Undo == nil {
		t.Fatal("the choice cannot be undone")
	}
	s.UndoReading()
	l.headerAt(t, s, found)
	if s.CanUndoReading() || !s.CanRedoReading() {
		t.Error("undone, it is still to be undone")
	}

	next, l2 := startIn(t, dir)
	opened(t, next, l2, write(t, "week2.csv", titled))
	if next.Log().Files[0].Placed {
		t.Error("what was undone is remembered")
	}

	s.RedoReading()
	l.headerAt(t, s, 3)
	third, l3 := startIn(t, dir)
	opened(t, third, l3, write(t, "week3.csv", strings.ReplaceAll(titled, "小张", "小王")))
	if f := third.Log().Files[0]; !f.Placed || f.HeaderRow != 3 {
		t.Errorf("next week the header is in row %d, placed %v", f.HeaderRow, f.Placed)
	}
	week3 := third.Log().Files[0].Path
	third.SetFile(week3, func(o *ingest.FileOptions) { *o = ingest.FileOptions{} })
	l3.headerAt(t, third, found)
	fourth, l4 := startIn(t, dir)
	opened(t, fourth, l4, write(t, "week4.csv", titled))
	if fourth.Log().Files[0].Placed {
		t.Error("back to what was found, the place is still remembered")
	}
}

func TestAChoiceThatLeavesNothingIsNotKept(t *testing.T) {
	s, l := start(t)
	path := write(t, "calls.csv", calls)
	opened(t, s, l, path)
	s.SetFile(path, func(o *ingest.FileOptions) { o.Area.Row1 = 90 })
	l.until(t, "the failure", func() bool { return s.Notice().Bad })
	if s.Log().Table.Rows != 5 || s.CanUndoReading() || s.Reading(path) != (ingest.FileOptions{}) {
		t.Errorf("%d rows, read as %+v", s.Log().Table.Rows, s.Reading(path))
	}
}

func TestRoleAndConventionAreUndone(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	s.SetRole("备注", logkind.Agent)
	s.SetConvention("是否解决", Convention{Type: table.Text})
	l.until(t, "the convention", func() bool { return s.Log().Table.Column("是否解决").Type == table.Text })
	if s.Log().Roles[logkind.Agent] != "备注" {
		t.Error("the convention took the role away")
	}
	s.UndoReading()
	l.until(t, "the old type", func() bool { return s.Log().Table.Column("是否解决").Type == table.Bool })
	s.UndoReading()
	l.until(t, "the old role", func() bool { return s.Log().Roles[logkind.Agent] == "客服" })
}

func TestARoleTakenAwayStaysAway(t *testing.T) {
	dir := t.TempDir()
	s, l := startIn(t, dir)
	opened(t, s, l, write(t, "week1.csv", calls))
	s.SetRole("客服", "")
	again, l2 := startIn(t, dir)
	opened(t, again, l2, write(t, "week2.csv", calls))
	if again.Log().Has(logkind.Agent) {
		t.Errorf("next week %q plays it again", again.Log().Roles[logkind.Agent])
	}
}

// A later file of the same columns joins the log; overlap counts once, and one
// click takes the file out again.
func TestLaterFileJoinsItsLog(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "11月上.csv", calls))
	s.SetView(func(v *View) { v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "客服"}}} })
	more := write(t, "11月下.csv", calls+"2026-11-20 12:00,小王,投诉,是,f\n")
	s.Open([]string{more}, "")
	l.until(t, "both files", func() bool { return len(s.Log().Files) == 2 })
	l.until(t, "the notice", func() bool {
		return s.Notice().Undo != nil && strings.Contains(s.Notice().Text, "并入“11月上”")
	})
	if len(s.Logs()) != 1 || s.Log().Table.Rows != 6 || s.Log().Files[1].LeftOut.Duplicates+s.Log().Files[0].LeftOut.Duplicates != 5 {
		t.Errorf("%d logs, %d rows", len(s.Logs()), s.Log().Table.Rows)
	}
	if s.View().Spec.Rows[0].Column != "客服" {
		t.Errorf("the view became %s", s.View().Spec)
	}
	s.Notice().Undo()
	if len(s.Logs()) != 1 || len(s.Log().Files) != 1 || s.Log().Table.Rows != 5 {
		t.Errorf("undone there are %d files", len(s.Log().Files))
	}
	s.Open([]string{more}, "")
	l.until(t, "both files again", func() bool { return len(s.Log().Files) == 2 })
	s.RemoveFile(s.Log().Files[0].Path)
	l.until(t, "one file", func() bool { return len(s.Log().Files) == 1 })
	if s.Log().Files[0].Path != more || s.Log().Table.Rows != 6 {
		t.Errorf("left is %s with %d rows", s.Log().Files[0].Path, s.Log().Table.Rows)
	}
	s.RemoveFile(more)
	if len(s.Logs()) != 0 {
		t.Error("without files the log is still open")
	}
}

func TestImportOfAnotherLogIsUndone(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	opened(t, s, l, write(t, "orders.csv", "订单号,下单时间,金额\n1,2026-11-02,30\n2,2026-11-03,40\n3,2026-11-04,50\n"))
	l.until(t, "the notice", func() bool { return s.Notice().Undo != nil })
	s.Notice().Undo()
	if len(s.Logs()) != 1 || s.Log().Name != "calls" {
		t.Errorf("%d logs are left", len(s.Logs()))
	}
}

// The layout of a sheet with date and time of day in two columns is the same
// next week, though a column was made of both.
func TestJoinedColumnsDoNotChangeALayout(t *testing.T) {
	dir := t.TempDir()
	const split = "日期,时间,客服,类型\n2026-11-02,09:00,小王,投诉\n2026-11-03,10:30,小李,咨询\n2026-11-04,11:00,小王,咨询\n"
	s, l := startIn(t, dir)
	opened(t, s, l, write(t, "week1.csv", split))
	s.SetRole("客服", logkind.Customer)
	again, l2 := startIn(t, dir)
	opened(t, again, l2, write(t, "week2.csv", split))
	if got := again.Log(); got.Changed != nil || !got.Remembered {
		t.Errorf("remembered %v, changed %+v", got.Remembered, got.Changed)
	}
}

func TestSpotBelongsToItsLog(t *testing.T) {
	s, l := start(t)
	path := write(t, "calls.csv", calls)
	opened(t, s, l, path)
	opened(t, s, l, write(t, "orders.csv", "订单号,下单时间,金额\n1,2026-11-02,30\n2,2026-11-03,40\n3,2026-11-04,50\n"))
	shown := false
	s.On(SpotShown, func() { shown = true })
	s.ShowSpot(Spot{Path: path, Row: 4, Col: 2})
	if !shown || s.Log().Name != "calls" || s.Spot().Row != 4 {
		t.Errorf("shown %v, in %s at %+v", shown, s.Log().Name, s.Spot())
	}
	var got *ingest.Peek
	s.LookAround(s.Spot(), func(p *ingest.Peek, err error) {
		if err != nil {
			t.Error(err)
		}
		got = p
	})
	l.until(t, "the look", func() bool { return got != nil })
	if r := got.Rows[3]; r.No != 4 || r.Cells[1] != "小李" || r.Use != ingest.UseData {
		t.Errorf("row 4 is %+v", r)
	}
	shown = false
	s.ShowSpot(Spot{Path: filepath.Join(t.TempDir(), "gone.csv"), Row: 1})
	if shown {
		t.Error("a file that is not open is shown")
	}
}

func TestALookDoesNotChangeTheLog(t *testing.T) {
	s, l := start(t)
	path := write(t, "calls.csv", calls)
	opened(t, s, l, path)
	var names []string
	s.Look(path, ingest.FileOptions{Header: 2}, func(p *ingest.Peek, err error) {
		if err == nil {
			names = p.Names
		}
	})
	l.until(t, "the look", func() bool { return names != nil })
	if names[1] != "小王" || s.Log().Files[0].HeaderRow != 1 {
		t.Errorf("the look names %q, the log's header is in row %d", names, s.Log().Files[0].HeaderRow)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
