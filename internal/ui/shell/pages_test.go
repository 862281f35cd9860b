package shell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/ui/widget"
)

func TestWelcomeIsSkippedAndDoesNotComeBack(t *testing.T) {
	w := open(t, lang.EN)
	if !w.shows("Welcome to Tallyboard") {
		t.Fatal("a first start shows no welcome")
	}
	w.tap("Next")
	w.tap("Next")
	if !w.shows("Step 3 of 3") {
		t.Errorf("two steps on the welcome shows:\n%s", strings.Join(w.all(), "\n"))
	}
	w.tap("Skip")
	if w.shows("Welcome") || len(w.sh.modals) != 0 {
		t.Error("the welcome cannot be skipped")
	}
	w.sh.Started()
	if w.shows("Welcome") {
		t.Error("the welcome comes back")
	}
}

func TestAFileClosesTheWelcome(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	if w.shows("Welcome") || len(w.sh.modals) != 0 {
		t.Error("the welcome stands over the report")
	}
}

func TestRoleChangesTheReport(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	before, _ := w.s.Document()
	w.sh.Go("data")
	w.s.SetRole("agent", "")
	w.until("another report", func() bool { d, err := w.s.Document(); return d != before || err != nil })
	if w.s.Log().Has(logkind.Agent) {
		t.Error("the role is still played")
	}
}

func TestNameIsAskedByKeyboard(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	got := ""
	w.sh.AskName("Title", "label", "", func(name string) { got = name })
	f := w.sh.Window().Canvas().Focused()
	if f == nil {
		t.Fatal("the field has no keyboard")
	}
	for _, r := range "mine" {
		f.TypedRune(r)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got != "mine" || len(w.sh.modals) != 0 {
		t.Errorf("Enter answers %q and leaves %d dialogs", got, len(w.sh.modals))
	}
	w.sh.AskName("Title", "label", "suggested", func(name string) { got = name })
	w.sh.Window().Canvas().Focused().TypedRune('x')
	w.sh.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got != "x" {
		t.Errorf("typed over a suggestion the answer is %q", got)
	}
	w.sh.AskName("Title", "label", "", func(name string) { got = name })
	w.sh.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(w.sh.modals) != 0 {
		t.Error("Escape in the field does not leave the dialog")
	}
}

func TestFailuresAreToldWithAWayOn(t *testing.T) {
	w := open(t, lang.EN)
	w.s.Open([]string{"/does/not/exist.xlsx"}, "")
	w.until("the failure", func() bool { return len(w.s.Failures()) == 1 })
	w.settle()
	if !w.shows("Try again") {
		t.Errorf("no way on after a failure:\n%s", strings.Join(w.all(), "\n"))
	}
}

func TestReportsSayWhatTheyLack(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	w.sh.Go("reports")
	if !w.shows("Needs Orders") {
		t.Errorf("no report says that it needs orders:\n%s", strings.Join(w.all(), "\n"))
	}
}

func TestStandardsAreTypedInPercent(t *testing.T) {
	w := open(t, lang.EN)
	w.sh.escape()
	w.sh.Go("settings")
	w.tap("Standards")
	typed := false
	walk(w.sh.Window().Canvas().Content(), nil, func(o fyne.CanvasObject, around []fyne.CanvasObject) bool {
		words, ok := o.(*widget.Words)
		if !ok || words.Text() != w.s.T("kpi.resolved_rate") {
			return false
		}
		line := around[len(around)-1].(*fyne.Container)
		line.Objects[1].(*widget.Field).SetText("70")
		typed = true
		return true
	})
	if !typed {
		t.Fatal("no line for the resolved rate")
	}
	own, ok := w.s.Rules().StandardOf("", "resolved_rate")
	if !ok || own.Standard != .7 || own.Excellent != .95 {
		t.Errorf("70 typed is kept as %+v", own)
	}
}

func TestClosedLogComesBack(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	w.s.CloseLog(0)
	w.settle()
	if len(w.s.Logs()) != 0 || w.sh.front != "start" {
		t.Fatalf("closed there are %d logs on page %q", len(w.s.Logs()), w.sh.front)
	}
	w.tap("Undo")
	w.settle()
	if len(w.s.Logs()) != 1 {
		t.Error("the closed log does not come back")
	}
}

func TestViewComesBackWithTheNextFile(t *testing.T) {
	w := exploring(t)
	w.tap("Quarter")
	w.settle()
	w.s.CloseLog(0)
	w.load()
	if !strings.Contains(w.spec(), "quarter:") {
		t.Errorf("the next file of the same columns is seen through %s", w.spec())
	}
	w.s.SetPrefs(func(p *library.Prefs) { p.Lang = string(lang.ZH) })
	w.sh.Go("explore")
	w.settle()
	if !w.shows("全部时间") {
		t.Error("the page does not follow the language")
	}
}

func TestExportKeepsTheEndingOfItsFormat(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	w.sh.Go("explore")
	dir := t.TempDir()
	w.s.SetPrefs(func(p *library.Prefs) { p.ExportDir = dir })
	w.sh.AskExport()
	find[*widget.Field](w).SetText("mine")
	w.tap("Save")
	w.settle()
	if _, err := os.Stat(filepath.Join(dir, "mine.xlsx")); err != nil {
		t.Error(err)
	}
}

// Opening and closing are taken back by Ctrl+Z where files are handled.
func TestCtrlZTakesBackWhatTheStatusLineTells(t *testing.T) {
	for _, page := range []string{"start", "data"} {
		w := open(t, lang.EN)
		w.load()
		w.sh.Go(page)
		w.until("the notice of the load", func() bool { return w.s.Notice().Undo != nil })
		w.key(&fyne.ShortcutUndo{})
		w.until("no log on "+page, func() bool { return len(w.s.Logs()) == 0 })
		w.load()
		w.sh.Go(page)
		w.s.CloseLog(0)
		w.key(&fyne.ShortcutUndo{})
		w.until("the closed log on "+page, func() bool { return len(w.s.Logs()) == 1 })
	}
}

// What could not be read can be put aside.
func TestAFileThatFailedIsPutAside(t *testing.T) {
	w := open(t, lang.EN)
	path := filepath.Join(t.TempDir(), "photo.jpg")
	if err := os.WriteFile(path, []byte("\xff\xd8\xff\xe0\x00\x10JFIF"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.s.Open([]string{path}, "")
	w.until("the failure", func() bool { return len(w.s.Failures()) == 1 })
	w.sh.Go("start")
	b := find[*widget.Banner](w)
	var close *widget.IconButton
	for _, o := range test.WidgetRenderer(b).Objects() {
		if i, ok := o.(*widget.IconButton); ok {
			close = i
		}
	}
	if close == nil {
		t.Fatal("the sentence has no way to be put aside")
	}
	close.Tapped(&fyne.PointEvent{})
	if len(w.s.Failures()) != 0 {
		t.Errorf("still there: %v", w.s.Failures())
	}
}
