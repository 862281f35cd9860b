package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/chart"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// roots are the content of the window and what lies over it, the topmost first.
func (w *window) roots() []fyne.CanvasObject {
	c := w.sh.Window().Canvas()
	out := []fyne.CanvasObject{c.Content()}
	for _, o := range c.Overlays().List() {
		out = append([]fyne.CanvasObject{o}, out...)
	}
	return out
}

// walk calls see for every visible object with the objects around it, the
// innermost last, until it returns true.
func walk(o fyne.CanvasObject, around []fyne.CanvasObject, see func(o fyne.CanvasObject, around []fyne.CanvasObject) bool) bool {
	if o == nil || !o.Visible() {
		return false
	}
	if see(o, around) {
		return true
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	around = append(around[:len(around):len(around)], o)
	for _, c := range children {
		if walk(c, around, see) {
			return true
		}
	}
	return false
}

// tap clicks on what shows a text.
func (w *window) tap(text string) {
	w.t.Helper()
	for _, root := range w.roots() {
		if walk(root, nil, func(o fyne.CanvasObject, around []fyne.CanvasObject) bool {
			t, ok := o.(*canvas.Text)
			if !ok || t.Text != text {
				return false
			}
			for i := len(around) - 1; i >= 0; i-- {
				if on, ok := around[i].(fyne.Tappable); ok {
					d := fyne.CurrentApp().Driver()
					at := d.AbsolutePositionForObject(t).Subtract(d.AbsolutePositionForObject(around[i]))
					on.Tapped(&fyne.PointEvent{Position: at.AddXY(t.Size().Width/2, 2)})
					return true
				}
			}
			return false
		}) {
			return
		}
	}
	w.t.Fatalf("nothing to click says %q; there is:\n%s", text, strings.Join(w.all(), "\n"))
}

// all lists every word that can be seen, dialogs and popups first.
func (w *window) all() (out []string) {
	for _, root := range w.roots() {
		out = append(out, texts(root)...)
	}
	return out
}

func (w *window) shows(text string) bool {
	for _, s := range w.all() {
		if strings.Contains(s, text) {
			return true
		}
	}
	return false
}

// find gives the first visible widget of a type.
func find[T fyne.CanvasObject](w *window) (found T) {
	w.t.Helper()
	for _, root := range w.roots() {
		if walk(root, nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) bool {
			x, ok := o.(T)
			if ok {
				found = x
			}
			return ok
		}) {
			return found
		}
	}
	w.t.Fatalf("the window shows no %T", found)
	return found
}

// key does what a shortcut is bound to.
func (w *window) key(k fyne.Shortcut) {
	w.t.Helper()
	for _, b := range w.sh.bindings() {
		if b.shortcut.ShortcutName() == k.ShortcutName() {
			b.do()
			return
		}
	}
	w.t.Fatalf("nothing is bound to %s", k.ShortcutName())
}

// exploring opens a log on the explore page and waits for each new result.
func exploring(t *testing.T) *window {
	w := open(t, lang.EN)
	w.load()
	w.sh.Go("explore")
	return w
}

func (w *window) settle() {
	w.t.Helper()
	w.until("quiet", func() bool { return len(w.s.Running()) == 0 })
}

func (w *window) spec() string { return w.s.View().Spec.String() }

func TestOneClickChangesTheUnitOfTime(t *testing.T) {
	w := exploring(t)
	w.tap("Month")
	w.settle()
	if !strings.Contains(w.spec(), "month:") {
		t.Errorf("after a click on Month the view is %s", w.spec())
	}
	r, _ := w.s.Result()
	if n := len(r.Cols.Leaves()); n != 1 {
		t.Errorf("the log of one month has %d months", n)
	}
}

func TestUndoTakesEveryStepBack(t *testing.T) {
	w := exploring(t)
	start := w.spec()
	w.tap("Day")
	w.settle()
	w.s.SetView(func(v *session.View) { v.Line = session.MeanLine })
	w.settle()
	if c := w.s.Chart(); len(c.Marks) != 1 {
		t.Fatalf("the mean line gives %d marks", len(c.Marks))
	}
	w.key(&fyne.ShortcutUndo{})
	w.key(&fyne.ShortcutUndo{})
	w.settle()
	if w.spec() != start || w.s.View().Line != session.NoLine {
		t.Errorf("undone twice the view is %s, want %s", w.spec(), start)
	}
	w.key(&fyne.ShortcutRedo{})
	w.settle()
	if !strings.Contains(w.spec(), "day:") {
		t.Errorf("redone the view is %s", w.spec())
	}
}

func TestFilterChipsComeAndGo(t *testing.T) {
	w := exploring(t)
	w.s.SetView(func(v *session.View) {
		v.Spec.Where = append(v.Spec.Where, pivot.Filter{Column: "agent", Op: pivot.Eq, Values: []string{"Ann"}})
	})
	w.settle()
	if !w.shows("agent = Ann") {
		t.Fatalf("no chip for the filter:\n%s", strings.Join(w.all(), "\n"))
	}
	if r, _ := w.s.Result(); r.RowsUsed != 20 {
		t.Errorf("%d rows pass the filter, want Ann's 20", r.RowsUsed)
	}
	w.tap("agent = Ann")
	w.settle()
	for _, name := range []string{"Ann", "Bob", "Cid", "Contains", "Top"} {
		if !w.shows(name) {
			t.Errorf("the form of the filter does not show %q", name)
		}
	}
	w.tap("All")
	w.tap("Apply")
	w.settle()
	if len(w.s.View().Spec.Where) != 0 || w.shows("agent = Ann") {
		t.Errorf("with all values ticked the view still is %s", w.spec())
	}
}

func TestPeriodIsOneChip(t *testing.T) {
	w := exploring(t)
	w.s.SetViewPeriod("call time", "2026-11-02..2026-11-04")
	w.settle()
	if !w.shows("Nov 2–4, 2026") {
		t.Errorf("the period is not shown:\n%s", strings.Join(w.all(), "\n"))
	}
	w.tap("Nov 2–4, 2026")
	w.settle()
	line := find[*widget.Timeline](w)
	if from, to := line.Range(); from != 0 || to != 2 {
		t.Errorf("the timeline shows days %d to %d, want 0 to 2", from, to)
	}
	line.OnChanged(1, 1)
	w.settle()
	if r, _ := w.s.Result(); r.RowsUsed != 5 {
		t.Errorf("a day on the timeline keeps %d rows, want 5", r.RowsUsed)
	}
}

func TestHeaderSorts(t *testing.T) {
	w := exploring(t)
	g := find[*widget.Grid](w)
	first := func() string { return g.Model().Cell(0, 0).Text }
	g.OnSort(0)
	w.settle()
	up := first()
	g.OnSort(0)
	w.settle()
	if down := first(); up != "Complaint" || down != "Question" {
		t.Errorf("sorted by label the first is %q, then %q", up, down)
	}
}

func TestMarkAndCellLeadToTheirRows(t *testing.T) {
	for name, ask := range map[string]func(*window){
		"chart": func(w *window) {
			find[*widget.ChartView](w).OnMark(chart.Ref{Series: 0, Category: 0}, fyne.NewPos(300, 300))
			w.tap("Rows behind it")
		},
		"table": func(w *window) { find[*widget.Grid](w).OnOpen(widget.Place{Row: 0, Col: 1}) },
	} {
		t.Run(name, func(t *testing.T) {
			w := exploring(t)
			want := find[*widget.Grid](w).Model().(interface{ Rows() int }).Rows()
			if want == 0 {
				t.Fatal("the table is empty")
			}
			ask(w)
			w.until("the rows", func() bool { return w.s.Rows() != nil && w.sh.front == "rows" })
			r, _ := w.s.Result()
			if n := int64(len(w.s.Rows().Index)); n != r.CountAt(0, 0) {
				t.Errorf("%d rows are behind a cell of %d", n, r.CountAt(0, 0))
			}
		})
	}
}

func TestComparisonAddsWhatWasBefore(t *testing.T) {
	w := exploring(t)
	w.tap("nothing")
	w.tap("the period before")
	w.settle()
	r, err := w.s.Result()
	if err != nil || len(r.Values) != 4 {
		t.Fatalf("compared there are %d values, %v", len(r.Values), err)
	}
	if c := w.s.Chart(); len(c.Series) != 3 {
		t.Errorf("the chart of a comparison has %d series, want the 3 types alone", len(c.Series))
	}
	w.key(&fyne.ShortcutUndo{})
	w.settle()
	if r, _ := w.s.Result(); len(r.Values) != 1 {
		t.Errorf("undone there are still %d values", len(r.Values))
	}
}

func TestWhyShowsTheArithmetic(t *testing.T) {
	w := exploring(t)
	r, _ := w.s.Result()
	last := len(r.Cols.Leaves()) - 1
	find[*widget.ChartView](w).OnMark(chart.Ref{Series: 0, Category: last}, fyne.NewPos(300, 300))
	w.tap("Why did it change since the previous period?")
	w.until("the answer", func() bool { return len(w.sh.modals) == 1 })
	if !w.shows("→") {
		t.Errorf("the answer has no arithmetic:\n%s", strings.Join(w.all(), "\n"))
	}
	w.sh.escape()
	if len(w.sh.modals) != 0 {
		t.Error("Escape does not leave the answer")
	}
}
