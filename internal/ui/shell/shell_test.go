package shell

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// window is a shell without a display, whose session is pumped by the test.
type window struct {
	t  *testing.T
	s  *session.Session
	sh *Shell
	q  chan func()
}

func open(t *testing.T, l lang.Lang) *window {
	t.Helper()
	w := &window{t: t, q: make(chan func(), 1000)}
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SetPrefs(library.Prefs{Theme: "light"}); err != nil {
		t.Fatal(err)
	}
	widget.PaintAtOnce()
	app := test.NewApp()
	t.Cleanup(app.Quit)
	w.s = session.New(lib, pivot.Memory(), l, func(f func()) { w.q <- f })
	t.Cleanup(w.s.Close)
	w.sh = New(app, w.s, "1.2.3")
	w.sh.Started()
	return w
}

func (w *window) until(what string, ok func() bool) {
	w.t.Helper()
	deadline := time.After(30 * time.Second)
	for !ok() {
		select {
		case f := <-w.q:
			f()
		case <-deadline:
			w.t.Fatalf("waited for %s in vain", what)
		}
	}
}

func (w *window) load() {
	w.t.Helper()
	path := filepath.Join(w.t.TempDir(), "calls.csv")
	var b strings.Builder
	b.WriteString("call time,agent,call type,resolved,region\n")
	for i := range 60 {
		b.WriteString(time.Date(2026, 11, 2+i/5, 9+i%9, 0, 0, 0, time.UTC).Format("2006-01-02 15:04"))
		b.WriteString([]string{",Ann,Complaint,Y,Hubei\n", ",Bob,Question,N,Hunan\n", ",Cid,Delivery,Y,Hubei\n"}[i%3])
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		w.t.Fatal(err)
	}
	w.s.Open([]string{path}, "")
	w.until("the log", func() bool { return len(w.s.Logs()) == 1 })
	w.until("the pivot", func() bool { r, err := w.s.Result(); return r != nil || err != nil })
	w.until("the report", func() bool { d, err := w.s.Document(); return d != nil || err != nil })
}

// texts lists every word that can be seen.
func texts(o fyne.CanvasObject) []string {
	if o == nil || !o.Visible() {
		return nil
	}
	var out []string
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, c := range children {
		out = append(out, texts(c)...)
	}
	return out
}

func (w *window) texts() []string { return texts(w.sh.Window().Canvas().Content()) }

var han = regexp.MustCompile(`\p{Han}`)

// Every page, empty and with a log, has all its words, in its language.
func TestEveryPageSpeaksItsLanguage(t *testing.T) {
	for _, l := range lang.All {
		w := open(t, l)
		for _, loaded := range []bool{false, true} {
			if loaded {
				w.load()
			}
			for id := range w.sh.pages {
				if id == "rows" && !loaded {
					continue
				}
				if id == "rows" {
					w.s.ShowAll()
					w.until("the rows", func() bool { return w.s.Rows() != nil })
				}
				w.sh.Go(id)
				words := w.texts()
				if len(words) < 10 {
					t.Errorf("%s, page %s: only %d words", l, id, len(words))
				}
				for _, word := range words {
					if strings.Contains(word, "‹") || strings.Contains(word, "%!") {
						t.Errorf("%s, page %s: a text is missing: %q", l, id, word)
					}
					if l == lang.EN && han.MatchString(word) && word != "中文" {
						t.Errorf("page %s: Chinese in the English window: %q", id, word)
					}
				}
			}
		}
	}
}

func TestLoadLeadsToTheReport(t *testing.T) {
	w := open(t, lang.EN)
	if w.sh.front != "start" {
		t.Fatalf("the window starts on %q", w.sh.front)
	}
	w.load()
	if w.sh.front != "reports" && w.sh.front != "data" {
		t.Errorf("after a load the page in front is %q", w.sh.front)
	}
	if title := w.sh.Window().Title(); !strings.Contains(title, "calls") {
		t.Errorf("the title is %q", title)
	}
}

func TestLanguageSwitchesAtOnce(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	w.sh.Go("explore")
	w.s.SetPrefs(func(p *library.Prefs) { p.Lang = string(lang.ZH) })
	all := strings.Join(w.texts(), "\n")
	if !strings.Contains(all, "筛选") || strings.Contains(all, "Filters") {
		t.Errorf("the explore page still says:\n%s", all)
	}
	if w.sh.front != "explore" {
		t.Errorf("the switch led to page %q", w.sh.front)
	}
}

func TestEscapeLeavesDialogThenRows(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	w.sh.Go("explore")
	w.s.ShowAll()
	w.until("the rows", func() bool { return w.sh.front == "rows" })
	w.sh.AskExport()
	if len(w.sh.modals) != 1 {
		t.Fatal("no export dialog")
	}
	w.sh.escape()
	if len(w.sh.modals) != 0 || w.sh.front != "rows" {
		t.Errorf("Escape left %d dialogs and page %q", len(w.sh.modals), w.sh.front)
	}
	w.sh.escape()
	if w.sh.front != "explore" {
		t.Errorf("Escape leads to %q, want back to explore", w.sh.front)
	}
}

func TestNoKeyGoesToWhatIsNotSeen(t *testing.T) {
	w := exploring(t)
	c := w.sh.Window().Canvas()
	c.Focus(find[*widget.ChartView](w)) // as after a click on a mark
	w.s.ShowAll()
	w.until("the rows", func() bool { return w.sh.front == "rows" })
	if f := c.Focused(); f != nil {
		t.Errorf("the keys go to a %T of the page that was left", f)
	}
}

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{
		"客服周报 10/26: 小王?":           "客服周报 10-26- 小王-",
		"a\x00b":                    "a-b",
		"ends with dots...":         "ends with dots",
		strings.Repeat("很长的名字", 30): strings.Repeat("很长的名字", 12),
	} {
		if got := fileName(title); got != want {
			t.Errorf("fileName(%q) = %q, want %q", title, got, want)
		}
	}
}

// A large file shows its first rows while it is read; then the page comes back
// that was in front.
func TestFirstRowsOfALargeFileAreInFrontWhileItIsRead(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	w.sh.Go("explore")
	path := filepath.Join(t.TempDir(), "orders.csv")
	row := "2026-11-02 10:00,tb0000001,Kettle,Paid,128.50\n"
	if err := os.WriteFile(path, []byte("order time,customer,product,status,amount\n"+strings.Repeat(row, 600_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	w.s.Open([]string{path}, "")
	w.until("the first rows", func() bool { return w.sh.front == "start" })
	if got := texts(w.sh.pages["start"].Content()); !strings.Contains(strings.Join(got, "\n"), "orders.csv: the first 500 rows") {
		t.Errorf("the start page says %q", got)
	}
	w.until("the log", func() bool { return len(w.s.Logs()) == 2 })
	if w.sh.front != "explore" {
		t.Errorf("after the load %s is in front, want the page that was left", w.sh.front)
	}
}
