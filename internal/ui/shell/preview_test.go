//go:build !windows

package shell

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/render/page"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// fakePrinter is a print system with one printer; what lp was given is in the
// files args and job of the folder.
func fakePrinter(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, script := range map[string]string{"lp": `echo "$*" >args; cat >job`, "lpstat": "echo Office"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\ncd "+dir+"\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	return dir
}

// pageViews are the pages that can be seen, those of dialogs only.
func (w *window) pageViews() (out []*widget.PageView) {
	walk(w.roots()[0], nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) bool {
		if v, ok := o.(*widget.PageView); ok {
			out = append(out, v)
		}
		return false
	})
	return out
}

// previewed waits for the preview to show so many pages, upright or not.
func (w *window) previewed(pages int, wide bool) {
	w.t.Helper()
	w.settle()
	views := w.pageViews()
	if len(views) != pages {
		w.t.Fatalf("the preview shows %d pages, want %d", len(views), pages)
	}
	for _, v := range views {
		if z := v.MinSize(); (z.Width > z.Height) != wide {
			w.t.Errorf("a page is shown %.0f×%.0f, want landscape %v", z.Width, z.Height, wide)
		}
	}
}

// retype types in the place of what stands in the field with the keyboard.
func (w *window) retype(words string) {
	w.t.Helper()
	f := w.sh.Window().Canvas().Focused()
	s, ok := f.(fyne.Shortcutable)
	if !ok {
		w.t.Fatalf("the keyboard is with %T", f)
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	for _, r := range words {
		f.TypedRune(r)
	}
}

// Of what Explore shows, the chart is chosen in the preview, comes on one page
// turned to landscape, and is printed so, at the scale that is typed.
func TestChartOfExploreIsPrintedAlone(t *testing.T) {
	dir := fakePrinter(t)
	w := exploring(t)
	w.sh.AskPrint()
	w.previewed(1, false)
	for _, want := range []string{"Chart and table", "Fit to page width", "1 page", "Office"} {
		if !w.shows(want) {
			t.Errorf("the preview does not show %q but %q", want, w.all())
		}
	}
	if w.shows("too wide") {
		t.Error("a narrow table is said to be too wide")
	}
	w.tap("Chart and table")
	w.tap("Chart")
	w.previewed(1, true)
	w.tap("Fit to page width")
	w.tap("Own percentage")
	w.settle()
	w.retype("500")
	w.settle()
	if !w.shows("The scale is a percentage from 50 to 150") {
		t.Errorf("a scale of 500 is not refused: %q", w.all())
	}
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	w.sh.Window().Canvas().Focused().TypedKey(enter)
	if len(w.sh.modals) == 0 {
		t.Fatal("a scale of 500 was printed")
	}
	w.retype("80")
	w.previewed(1, true)
	if w.shows("The scale is") {
		t.Error("a scale of 80 is refused")
	}
	w.sh.Window().Canvas().Focused().TypedKey(enter)
	w.until("the job", func() bool { return strings.Contains(w.s.Notice().Text, "Handed to the printer") })
	args, err := os.ReadFile(filepath.Join(dir, "args"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"landscape", "print-scaling=none", "-d Office"} {
		if !strings.Contains(string(args), want) {
			t.Errorf("lp was not given %q but %q", want, args)
		}
	}
	job, err := os.ReadFile(filepath.Join(dir, "job"))
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(job, []byte("/Type /Page\n")); n != 1 {
		t.Errorf("%d pages were printed", n)
	}
}

// A right click on a chart of the report leads to a preview of that chart, and
// from there back to the whole report.
func TestChartOfAReportIsPrintedAlone(t *testing.T) {
	fakePrinter(t)
	w := open(t, lang.EN)
	w.load()
	w.sh.Go("reports")
	w.settle()
	doc, err := w.s.Document()
	if err != nil {
		t.Fatal(err)
	}
	chart, ok := document.First[*document.Chart](doc)
	if !ok {
		t.Fatal("the report has no chart")
	}
	pages := session.Pages(doc, session.Paper{Size: page.A4})
	views := w.pageViews()
	if len(views) != len(pages) {
		t.Fatalf("%d of %d pages are shown", len(views), len(pages))
	}
	for i, p := range pages {
		for _, at := range p.Charts {
			if at.Chart == chart {
				k := float64(views[i].MinSize().Width) / p.W
				views[i].TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(float32(k*(at.X+at.W/2)), float32(k*(at.Y+at.H/2)))})
			}
		}
	}
	w.tap("Print the chart")
	w.previewed(1, true)
	if !w.shows(chart.Chart.Title) {
		t.Errorf("the preview does not name the chart %q: %q", chart.Chart.Title, w.all())
	}
	w.tap(chart.Chart.Title)
	w.tap("Everything")
	w.previewed(len(pages), false)
}

// A tile of the dashboard leads to the preview of its own chart.
func TestChartOfATileIsPrintedAlone(t *testing.T) {
	fakePrinter(t)
	w := exploring(t)
	w.s.SaveTile("first")
	w.s.SetView(func(v *session.View) { v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "agent"}}} })
	w.settle()
	w.s.SaveTile("second")
	w.sh.Go("dashboard")
	w.settle()
	w.sh.PrintTile("second")
	w.previewed(1, true)
	if said := strings.Join(texts(w.roots()[0]), "\n"); !strings.Contains(said, "second") || strings.Contains(said, "first") {
		t.Errorf("the preview is not of the second tile: %q", said)
	}
}

// Of a table that goes on in parts the preview says so.
func TestPreviewSaysThatATableIsTooWide(t *testing.T) {
	fakePrinter(t)
	w := exploring(t)
	w.s.SetView(func(v *session.View) {
		v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "agent"}}, Cols: []pivot.Dim{{Column: "call time"}}, Values: []pivot.Value{{Agg: pivot.Count}}}
	})
	w.settle()
	w.sh.AskPrint()
	w.settle()
	if !w.shows("too wide for the page") {
		t.Errorf("a table with a column for each moment: %q", w.all())
	}
}

// The preview shows wide tables on paper that lies across, and says so; upright
// again they lie where that is chosen.
func TestPreviewTurnsThePaperForAWideTable(t *testing.T) {
	dir := fakePrinter(t)
	w := exploring(t)
	w.s.SetView(func(v *session.View) {
		v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "agent"}}, Cols: []pivot.Dim{{Column: "call time"}}, Values: []pivot.Value{{Agg: pivot.Count}}}
	})
	w.settle()
	w.sh.AskPrint()
	w.settle()
	w.previewed(len(w.pageViews()), true)
	if w.shows("Landscape holds more") {
		t.Error("paper that lies across is said to hold more if it did")
	}
	find[*widget.Field](w).OnSubmit()
	w.settle()
	if args, err := os.ReadFile(filepath.Join(dir, "args")); err != nil || !strings.Contains(string(args), "landscape") {
		t.Errorf("lp was given %q, %v", args, err)
	}
	w.sh.AskPrint()
	w.settle()
	w.tap("Landscape")
	w.settle()
	w.previewed(len(w.pageViews()), false)
}

// Beside its marks the chart of Explore answers a right click too.
func TestRightClickBesideTheMarksOffersTheChart(t *testing.T) {
	fakePrinter(t)
	w := exploring(t)
	find[*widget.ChartView](w).OnMenu(nil, fyne.NewPos(400, 400))
	w.tap("Print the chart")
	w.previewed(1, true)
}
