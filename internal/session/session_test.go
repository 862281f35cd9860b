package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// loop is the UI goroutine of a test: posted functions run when pumped.
type loop struct{ fns chan func() }

func newLoop() *loop { return &loop{fns: make(chan func(), 1000)} }

func (l *loop) post(f func()) { l.fns <- f }

// until runs what is posted until a condition holds.
func (l *loop) until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	deadline := time.After(30 * time.Second)
	for !ok() {
		select {
		case f := <-l.fns:
			f()
		case <-deadline:
			t.Fatalf("waited for %s in vain", what)
		}
	}
}

func start(t *testing.T) (*Session, *loop) {
	t.Helper()
	return startIn(t, t.TempDir())
}

// begun are the libraries of sessions, by their folders.
var begun = map[string][]*library.Library{}

// startIn starts a session on a folder, when all that earlier ones saved there is
// on the disk.
func startIn(t *testing.T, dir string) (*Session, *loop) {
	t.Helper()
	for _, earlier := range begun[dir] {
		earlier.Flush()
	}
	lib, err := library.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	begun[dir] = append(begun[dir], lib)
	l := newLoop()
	s := New(lib, pivot.Memory(), lang.ZH, l.post)
	t.Cleanup(s.Close)
	return s, l
}

const calls = "来电时间,客服,来电类型,是否解决,备注\n" +
	"2026-11-02 09:00,小王,投诉,是,a\n" +
	"2026-11-03 10:00,小王,咨询,否,b\n" +
	"2026-11-09 09:30,小李,咨询,是,c\n" +
	"2026-11-10 11:00,小李,投诉,是,d\n" +
	"2026-11-10 11:30,小王,咨询,是,e\n"

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func opened(t *testing.T, s *Session, l *loop, path string) {
	t.Helper()
	n := len(s.Logs())
	s.Open([]string{path}, "")
	l.until(t, "the log", func() bool { return len(s.Logs()) > n || len(s.Failures()) > 0 })
	l.until(t, "the pivot", func() bool { r, err := s.Result(); return r != nil || err != nil })
}

func TestOpenShowsAPivotAtOnce(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "10月客服.csv", calls))
	r, err := s.Result()
	if err != nil {
		t.Fatal(err)
	}
	if r.RowsUsed != 5 || len(r.Rows.Dims) == 0 {
		t.Errorf("the first view uses %d rows on %d dimensions", r.RowsUsed, len(r.Rows.Dims))
	}
	if got := s.Prefs().Recent; len(got) != 1 || got[0].Rows != 5 {
		t.Errorf("recent files: %+v", got)
	}
}

func TestUndoAndRedo(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	before := s.View().Spec.String()
	s.SetView(func(v *View) { v.Spec.Rows = []pivot.Dim{{Column: "客服"}} })
	after := s.View().Spec.String()
	if before == after || !s.CanUndo() || s.CanRedo() {
		t.Fatalf("the change was not taken: %q", after)
	}
	s.Undo()
	if got := s.View().Spec.String(); got != before {
		t.Errorf("undo gives %q, want %q", got, before)
	}
	s.Redo()
	if got := s.View().Spec.String(); got != after {
		t.Errorf("redo gives %q, want %q", got, after)
	}
	s.SetView(func(*View) {})
	if s.View().Spec.String() != after {
		t.Error("a change of nothing changed the view")
	}
	s.Undo()
	if s.View().Spec.String() != before {
		t.Error("a change of nothing became a step to undo")
	}
}

func TestNewestViewWins(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	shown := 0
	s.On(ResultChanged, func() { shown++ })
	for range 50 {
		s.SetView(func(v *View) { v.Spec.Rows = []pivot.Dim{{Column: "客服"}} })
		s.SetView(func(v *View) { v.Spec.Rows = []pivot.Dim{{Column: "来电类型"}} })
	}
	l.until(t, "the newest result", func() bool {
		r, _ := s.Result()
		return len(r.Rows.Dims) == 1 && r.Rows.Dims[0].Title == "来电类型" && shown > 0
	})
	if shown > 3 {
		t.Errorf("%d results were shown for a hundred changes", shown)
	}
}

// What is chosen in a dropdown holds for the next file with the same headers.
func TestRoleIsRemembered(t *testing.T) {
	dir := t.TempDir()
	s, l := startIn(t, dir)
	opened(t, s, l, write(t, "week1.csv", calls))
	s.SetRole("备注", logkind.Customer)
	if got := s.Log().Roles[logkind.Customer]; got != "备注" {
		t.Fatalf("the role went to %q", got)
	}
	again, l2 := startIn(t, dir)
	opened(t, again, l2, write(t, "week2.csv", calls))
	if got := again.Log().Roles[logkind.Customer]; got != "备注" {
		t.Errorf("next week the customer is %q, want 备注", got)
	}
	if !again.Log().Remembered {
		t.Error("the log does not say that its layout was remembered")
	}
}

func TestRoleMoves(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	s.SetRole("备注", logkind.Agent)
	if got := s.Log().Roles[logkind.Agent]; got != "备注" {
		t.Errorf("the agent is %q", got)
	}
	for _, c := range s.Log().Columns {
		if c.Name == "客服" && c.Role == logkind.Agent {
			t.Error("two columns play the agent")
		}
	}
}

func TestOpeningTwiceCountsOnce(t *testing.T) {
	s, l := start(t)
	path := write(t, "calls.csv", calls)
	opened(t, s, l, path)
	loads := 0
	s.On(LogsChanged, func() { loads++ })
	s.Open([]string{path}, "")
	l.until(t, "the second load", func() bool { return loads > 0 })
	if len(s.Logs()) != 1 || s.Log().Table.Rows != 5 {
		t.Errorf("%d logs, %d rows after opening the same file twice", len(s.Logs()), s.Log().Table.Rows)
	}
}

func TestRowsBehindAFigure(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	s.SetView(func(v *View) { v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "客服"}}} })
	s.ShowBehind("小李", []pivot.Label{{Text: "小李"}}, nil)
	l.until(t, "the rows", func() bool { return s.Rows() != nil })
	if got := len(s.Rows().Index); got != 2 {
		t.Fatalf("%d rows behind 小李, want 2", got)
	}
	place := s.Rows().Log.Table.Origin.At(s.Rows().Index[0])
	if place.Row != 4 {
		t.Errorf("the first stands on sheet row %d, want 4", place.Row)
	}
	s.LookAtRows(func(look *RowsLook) { look.Word = "投诉" })
	l.until(t, "the search", func() bool { return len(s.Rows().Shown) == 1 })
	s.LookAtRows(func(look *RowsLook) { *look = RowsLook{Sort: "备注", Desc: true} })
	l.until(t, "the sort", func() bool { return len(s.Rows().Shown) == 2 && s.Rows().Shown[0] > s.Rows().Shown[1] })
}

func TestBadFileIsSaidAndTheRestGoesOn(t *testing.T) {
	s, l := start(t)
	bad := write(t, "broken.xlsx", "PK\x03\x04 and nothing more")
	good := write(t, "calls.csv", calls)
	s.Open([]string{bad, good}, "")
	l.until(t, "the load", func() bool { return len(s.Logs()) == 1 })
	if len(s.Failures()) != 1 {
		t.Fatalf("%d failures, want 1", len(s.Failures()))
	}
	s2, l2 := start(t)
	s2.Open([]string{bad}, "")
	l2.until(t, "the notice", func() bool { return s2.Notice().Bad })
	if text := s2.Notice().Text; !strings.Contains(text, "broken.xlsx") || strings.Contains(text, "‹") {
		t.Errorf("the notice says %q", text)
	}
}

func TestExportReplacesWhole(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	out := filepath.Join(t.TempDir(), "看.csv")
	s.ExportView(out)
	l.until(t, "the export", func() bool { return s.Notice().Path != "" || s.Notice().Bad })
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), "投诉") {
		t.Errorf("the table holds %q", b)
	}
	s.ExportView(filepath.Join(t.TempDir(), "no", "such", "folder.csv"))
	l.until(t, "the failure", func() bool { return s.Notice().Bad })
	if s.Notice().Do == nil {
		t.Error("a failed export offers no way on")
	}
}

func TestReportFollowsLanguage(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	l.until(t, "the report", func() bool { d, err := s.Document(); return d != nil || err != nil })
	d, err := s.Document()
	if err != nil {
		t.Fatal(err)
	}
	zh := d.Title
	s.SetPrefs(func(p *library.Prefs) { p.Lang = "en" })
	l.until(t, "the English report", func() bool { d, _ := s.Document(); return d != nil && d.Title != zh })
	p := s.ReportPeriods()
	if len(p.Choices) < 3 || p.Current == "" {
		t.Errorf("periods offered: %+v", p)
	}
}

func TestSavingAFileOffersToReload(t *testing.T) {
	s, l := start(t)
	s.Watch()
	path := write(t, "calls.csv", calls)
	opened(t, s, l, path)
	if err := os.WriteFile(path, []byte(calls+"2026-11-11 12:00,小王,投诉,是,f\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	l.until(t, "the offer", func() bool { return s.Notice().Do != nil })
	view := s.View().Spec.String()
	s.Notice().Do()
	l.until(t, "the reload", func() bool { return s.Log().Table.Rows == 6 })
	if s.View().Spec.String() != view {
		t.Error("the view changed with the reload")
	}
}

func TestWordsOfAView(t *testing.T) {
	for text, want := range map[string]string{
		"sum:金额":                    "合计 金额",
		"sum:退款 / count":            "合计 退款 ÷ 行数",
		"环比 := count - prev(count)": "环比",
		"prev(count)":               "上期 行数",
		"p90:时长":                    "P90 时长",
	} {
		v, err := pivot.ParseValue(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := ValueText(v, lang.ZH); got != want {
			t.Errorf("%s reads %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"地区=浙江|江苏":   "地区 = 浙江、江苏",
		"地区=":        "地区 为空",
		"地区^5|count": "地区 按行数前 5",
		"金额>=100":    "金额 ≥ 100",
	} {
		f, err := pivot.ParseFilter(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := FilterText(f, lang.ZH); got != want {
			t.Errorf("%s reads %q, want %q", text, got, want)
		}
	}
}

func TestTheStatusLineSpeaksTheLanguageOfTheWindow(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "10月客服.csv", calls))
	var shown string // as the window shows it, when it is built anew
	s.On(PrefsChanged, func() { shown = s.Notice().Text })
	s.SetPrefs(func(p *library.Prefs) { p.Lang = "en" })
	if want := s.Summary(s.Logs()); shown != want || strings.Contains(shown, "行") {
		t.Errorf("after the change of language the status line says %q, want %q", shown, want)
	}
}

// A load reads what is remembered while the next choice is remembered; the race
// detector has the last word.
func TestAChoiceWhileFilesAreRead(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "10月客服.csv", calls))
	s.Open([]string{write(t, "11月客服.csv", calls)}, "")
	for range 20 {
		s.SetRole("备注", "")
	}
	l.until(t, "both logs", func() bool { return len(s.Logs()) == 2 || len(s.Log().Files) == 2 })
}
