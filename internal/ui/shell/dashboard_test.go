package shell

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/chart"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// typeAnswer types into the question that is asked, and answers it.
func (w *window) typeAnswer(text string) {
	w.t.Helper()
	f := w.sh.Window().Canvas().Focused()
	if f == nil {
		w.t.Fatal("nothing is asked")
	}
	for _, r := range text {
		f.TypedRune(r)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// press taps the icon button that a tip names, the first that is visible.
func (w *window) press(icon string) {
	w.t.Helper()
	for _, root := range w.roots() {
		var found *widget.IconButton
		walk(root, nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) bool {
			if b, ok := o.(*widget.IconButton); ok && b.Tip() == icon {
				found = b
			}
			return found != nil
		})
		if found != nil {
			found.Tapped(&fyne.PointEvent{})
			return
		}
	}
	w.t.Fatalf("no button %q", icon)
}

// boarded opens a log and puts two views on the dashboard, by menus.
func boarded(t *testing.T) *window {
	w := exploring(t)
	put := func(name string) {
		w.press(w.s.T("explore.views"))
		w.tap("Put on the dashboard")
		w.typeAnswer(name)
	}
	put("types")
	w.s.ApplyText("--rows agent --value count --chart bar")
	w.settle()
	put("agents")
	w.tap("Dashboard")
	w.settle()
	return w
}

func tiles(w *window) string {
	var out []string
	for _, t := range find[*widget.Board](w).Tiles() {
		out = append(out, t.Title())
	}
	return strings.Join(out, " ")
}

func TestViewsArePutOnTheDashboard(t *testing.T) {
	w := boarded(t)
	if got := tiles(w); got != "types agents" {
		t.Fatalf("the page shows %s", got)
	}
	for _, x := range w.s.Tiles() {
		if x.Err != nil || x.Chart == nil {
			t.Errorf("%s: %v", x.View, x.Err)
		}
	}
	if got := w.sh.section(w.sh.front); got != "explore" {
		t.Errorf("the navigation shows %s for %s", got, w.sh.front)
	}
	// A click on a chart opens its view in Explore.
	find[*widget.Board](w).Tiles()[1].OnOpen()
	w.settle()
	if w.sh.front != "explore" || !strings.HasPrefix(w.spec(), "--rows agent") {
		t.Errorf("a click leads to %s with %s", w.sh.front, w.spec())
	}
}

func TestTilesByMouseAndKeyboard(t *testing.T) {
	w := boarded(t)
	b := find[*widget.Board](w)
	to := b.Tiles()[1].Position().AddXY(b.Tiles()[1].Size().Width-10, 50)
	tile := b.Tiles()[0]
	at := to.Subtract(tile.Position())
	tile.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(at.X, at.Y)})
	tile.DragEnd()
	if got := tiles(w); got != "agents types" {
		t.Errorf("dragged: %s", got)
	}
	b.Tiles()[0].TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault})
	if got := tiles(w); got != "types agents" {
		t.Errorf("by keyboard: %s", got)
	}
	w.press("More")
	w.tap("Size: Wide")
	w.press("More")
	w.tap("Show the table")
	w.settle()
	if x := w.s.Tiles()[0]; x.Size != library.Wide || x.Table == nil || x.Table.Rows[0].Cells[0].Text != "Complaint" {
		t.Errorf("the first tile is %q with the table %+v", x.Size, x.Table)
	}
	find[*widget.Board](w).Tiles()[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := tiles(w); got != "types" || !w.shows("Took \"agents\" off") {
		t.Errorf("taken off: %s", got)
	}
	w.tap("Undo")
	if got := tiles(w); got != "types agents" {
		t.Errorf("taken back: %s", got)
	}
}

// What the page shows goes into files.
func TestDashboardIsExported(t *testing.T) {
	w := boarded(t)
	w.sh.AskExport()
	if !w.shows("Export") {
		t.Fatal("nothing asks where to")
	}
	w.sh.escape()
	dir := t.TempDir()
	for _, name := range []string{"page.pdf", "page.xlsx", "page.png"} {
		w.s.ExportDashboard(filepath.Join(dir, name))
		w.settle()
		if st, err := os.Stat(filepath.Join(dir, name)); err != nil || st.Size() < 3000 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if w.sh.printable() == nil {
		t.Error("the page cannot be printed")
	}
}

func TestSavedViewsArePutInOrder(t *testing.T) {
	w := boarded(t)
	w.sh.Go("explore")
	w.press(w.s.T("explore.views"))
	w.tap("Manage views")
	b := find[*widget.Board](w)
	b.Tiles()[1].TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierShortcutDefault})
	if got := tiles(w); got != "agents types" {
		t.Errorf("moved up: %s", got)
	}
	b.Tiles()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := tiles(w); got != "types" || len(w.s.Dashboard().Tiles) != 1 {
		t.Errorf("deleted: %s, %d tiles", got, len(w.s.Dashboard().Tiles))
	}
	w.s.Notice().Do()
	var names []string
	for _, v := range w.s.SavedViews() {
		names = append(names, v.Name)
	}
	if got := strings.Join(names, " "); got != "agents types" || len(w.s.Dashboard().Tiles) != 2 {
		t.Errorf("taken back: %s, %d tiles", got, len(w.s.Dashboard().Tiles))
	}
}

// notesOf are the remarks on the chart of Explore.
func notesOf(w *window) (out []string) {
	for _, n := range find[*widget.ChartView](w).Chart().Notes {
		out = append(out, n.Text)
	}
	return out
}

func TestNotesAreWrittenOnTheChart(t *testing.T) {
	w := exploring(t)
	v := find[*widget.ChartView](w)
	v.OnMenu(&chart.Ref{Series: 0, Category: 0}, fyne.NewPos(300, 300))
	w.tap("Add a note")
	w.typeAnswer("power cut")
	w.settle()
	v.OnMenu(&chart.Ref{Series: -1, Category: 1}, fyne.NewPos(300, 300))
	w.tap("Add a note")
	w.typeAnswer("holiday")
	w.settle()
	if got := strings.Join(notesOf(w), ","); got != "power cut,holiday" {
		t.Fatalf("the chart shows %q", got)
	}
	v.OnNoteMove(1, .4, .3)
	w.settle()
	v.OnNote(0, fyne.NewPos(300, 300))
	w.tap("Edit the note")
	w.typeAnswer("power cut until noon")
	w.settle()
	v.OnNote(1, fyne.NewPos(300, 300))
	w.tap("Remove the note")
	w.settle()
	if got := strings.Join(notesOf(w), ","); got != "power cut until noon" {
		t.Errorf("edited and removed: %q", got)
	}
	w.key(&fyne.ShortcutUndo{})
	w.settle()
	if n := v.Chart().Notes; len(n) != 2 || n[1].X != .4 {
		t.Errorf("taken back: %+v", n)
	}
	// Copied as text and pasted into an empty view it all comes back.
	text := w.s.View().String()
	w.s.ApplyText("--rows agent")
	w.settle()
	w.s.ApplyText(text)
	w.settle()
	if got := strings.Join(notesOf(w), ","); got != "power cut until noon,holiday" {
		t.Errorf("pasted: %q", got)
	}
}

func TestAStretchIsLookedAtCloser(t *testing.T) {
	w := exploring(t)
	w.s.ApplyText("--rows 'call type' --cols 'day:call time' --chart line")
	w.settle()
	v := find[*widget.ChartView](w)
	all := len(v.Chart().Categories)
	second := v.Chart().Categories[2]
	v.OnBrush(1, 6)
	if n := len(v.Chart().Categories); n != 6 || !w.shows("Closer:") {
		t.Fatalf("%d of %d categories are shown", n, all)
	}
	v.OnBrush(1, 3)
	if c := v.Chart().Categories; len(c) != 3 || c[0] != second {
		t.Errorf("closer still: %v", c)
	}
	w.s.SetView(func(v *session.View) { v.Line = session.MeanLine })
	w.settle()
	if n := len(v.Chart().Categories); n != 3 {
		t.Errorf("another line goes back to %d categories", n)
	}
	for _, s := range w.all() {
		if strings.HasPrefix(s, "Closer:") {
			w.tap(s)
		}
	}
	if n := len(v.Chart().Categories); n != all {
		t.Errorf("the way back leads to %d of %d categories", n, all)
	}
	v.OnBrush(2, 5)
	w.sh.escape()
	if n := len(v.Chart().Categories); n != all {
		t.Errorf("Esc leads to %d of %d categories", n, all)
	}
	w.s.ApplyText("--rows agent --chart bar")
	w.settle()
	if v.OnBrush != nil {
		t.Error("rows of a bar chart are marked from left to right")
	}
}

// Chart types that do not fit are offered, with the reason, and not chosen.
func TestChartTypesThatDoNotFitSayWhy(t *testing.T) {
	w := exploring(t)
	w.s.ApplyText("--rows agent --value mean:resolved")
	w.settle()
	w.s.ApplyText("--rows agent --value count")
	w.settle()
	before := w.s.View().Chart
	for kind, want := range map[string]string{
		"Scatter": "A scatter chart needs two values. Add a value", "100% stacked": "There is only one series here. Add a column or a value",
		"Calendar": "A calendar needs one group for each day. Set the time to \"day\""} {
		w.pickKind(kind)
		if !w.shows(want) {
			t.Errorf("nothing says %q:\n%s", want, strings.Join(w.all(), "\n"))
		}
		w.tap(kind)
		if got := w.s.View().Chart; got != before {
			t.Errorf("a type that does not fit was chosen: %s", got)
		}
		w.sh.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	w.pickKind("Donut")
	w.tap("Donut")
	w.settle()
	if got := w.s.View().Chart; got != chart.Donut {
		t.Errorf("the donut was not chosen: %q", got)
	}
}

// pickKind opens the chart types and searches for one.
func (w *window) pickKind(kind string) {
	w.t.Helper()
	w.tapPicker("Chart")
	for _, r := range kind {
		w.sh.Window().Canvas().Focused().TypedRune(r)
	}
}

// tapPicker opens the picker with a quiet word before its choice.
func (w *window) tapPicker(label string) {
	w.t.Helper()
	for _, root := range w.roots() {
		if walk(root, nil, func(o fyne.CanvasObject, around []fyne.CanvasObject) bool {
			t, ok := o.(*canvas.Text)
			if !ok || t.Text != label {
				return false
			}
			for i := len(around) - 1; i >= 0; i-- {
				if p, ok := around[i].(*widget.Picker); ok {
					p.Open()
					return true
				}
			}
			return false
		}) {
			return
		}
	}
	w.t.Fatalf("no picker %q", label)
}

func TestDashboardSpeaksItsLanguage(t *testing.T) {
	w := open(t, lang.ZH)
	w.load()
	w.sh.Go("dashboard")
	if !w.shows("把常看的图放在一页上") {
		t.Errorf("the empty page says\n%s", strings.Join(w.all(), "\n"))
	}
}
