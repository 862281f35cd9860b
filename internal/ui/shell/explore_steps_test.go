package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// pick chooses from the searchable list that is open.
func (w *window) pick(typed, text string) {
	w.t.Helper()
	w.typeInto(typed)
	w.tap(text)
}

func TestValueIsCalculatedFromTwo(t *testing.T) {
	w := exploring(t)
	w.adds(2).Tapped(&fyne.PointEvent{})
	w.pick("calculate", "Calculate from two values…")
	pickers := all[*widget.Picker](w, w.roots()[0])
	if len(pickers) != 2 {
		t.Fatalf("the form has %d pickers", len(pickers))
	}
	pickers[1].Open()
	w.pick("resolved", "Resolved")
	w.tap("Apply")
	w.settle()
	r, err := w.s.Result()
	if err != nil || len(r.Values) != 2 {
		t.Fatalf("%v, %s", err, w.spec())
	}
	if got := r.Values[1].Title; got != "rows ÷ Resolved" {
		t.Errorf("it is called %q", got)
	}
	i, k := len(r.Rows.Members)-1, len(r.Cols.Members)-1
	if got := r.At(i, k, 1); got != 60/(2./3) {
		t.Errorf("of all rows it is %v, want 60 ÷ ⅔: computed from totals", got)
	}
	w.tap("rows ÷ Resolved")
	w.tap("Calculate…")
	field := all[*widget.Field](w, w.roots()[0])
	field[len(field)-1].SetText("Load")
	field[len(field)-1].OnSubmit()
	w.settle()
	if got := w.s.View().Spec.Values[1].Name; got != "Load" {
		t.Errorf("renamed it is called %q", got)
	}
	w.key(&fyne.ShortcutUndo{})
	w.settle()
	if got := w.s.View().Spec.Values[1].Name; got != "rows ÷ Resolved" {
		t.Errorf("undone it is called %q", got)
	}
}

// all gives the visible widgets of a type, in the order of the tree.
func all[T fyne.CanvasObject](w *window, root fyne.CanvasObject) (out []T) {
	walk(root, nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) bool {
		if x, ok := o.(T); ok {
			out = append(out, x)
		}
		return false
	})
	return out
}

func TestDatesAreTyped(t *testing.T) {
	w := exploring(t)
	w.tap("All dates")
	w.settle()
	fields := all[*widget.Field](w, w.roots()[0])
	if len(fields) != 2 || fields[0].Text() != "2026-11-02" {
		t.Fatalf("there are %d fields for dates", len(fields))
	}
	fields[0].SetText("tomorrow")
	fields[0].OnSubmit()
	if !w.shows("tomorrow") || len(w.s.View().Spec.Where) != 0 {
		t.Errorf("what is no date is not said:\n%s", strings.Join(w.all(), "\n"))
	}
	fields[0].SetText("2026/11/5")
	fields[1].SetText("2026-11-03") // the wrong way round
	fields[1].OnSubmit()
	w.settle()
	if r, _ := w.s.Result(); r.RowsUsed != 15 || !w.shows("Nov 3–5, 2026") {
		t.Errorf("three days keep %d rows, want 15", r.RowsUsed)
	}
}

// Clicks lead in, and crumbs lead back.
func TestCrumbsLeadBack(t *testing.T) {
	w := exploring(t)
	v := find[*widget.ChartView](w)
	v.OnMark(chart.Ref{Series: 0, Category: 0}, fyne.NewPos(300, 300))
	series := v.Chart().Series[0].Name
	w.tap("Only \"" + series + "\"")
	w.settle()
	if r, _ := w.s.Result(); r.RowsUsed != 20 || !w.shows("Everything") {
		t.Fatalf("%d rows are left, want 20", r.RowsUsed)
	}
	v.OnMark(chart.Ref{Series: 0, Category: 1}, fyne.NewPos(300, 300))
	day := v.Chart().Categories[1]
	w.tap("Only \"" + day + "\"")
	w.settle()
	r, _ := w.s.Result()
	if now, _ := w.s.ViewPeriod(); now.All() || r.RowsUsed >= 20 {
		t.Errorf("the day is not the period of the view: %s", w.spec())
	}
	w.tap(series)
	w.settle()
	if r, _ := w.s.Result(); r.RowsUsed != 20 {
		t.Errorf("one crumb back there are %d rows, want 20", r.RowsUsed)
	}
	w.tap("Everything")
	w.settle()
	if r, _ := w.s.Result(); r.RowsUsed != 60 || w.shows("Everything") {
		t.Errorf("all the way back there are %d rows, want 60", r.RowsUsed)
	}
	w.key(&fyne.ShortcutUndo{})
	w.settle()
	if r, _ := w.s.Result(); r.RowsUsed != 20 {
		t.Errorf("undone there are %d rows, want 20", r.RowsUsed)
	}
}

// Every step that the head offers is one step of undo.
func TestEveryStepIsUndone(t *testing.T) {
	steps := map[string]func(w *window){
		"unit":   func(w *window) { w.tap("Month") },
		"top":    func(w *window) { w.tap("Top 20"); w.tap("Top 5") },
		"show":   func(w *window) { w.tap("Numbers"); w.tap("% of row") },
		"chart":  func(w *window) { w.tap("Automatic"); w.pick("heat", "Heat map") },
		"level":  func(w *window) { w.adds(0).Tapped(&fyne.PointEvent{}); w.pick("agent", "agent") },
		"value":  func(w *window) { w.adds(2).Tapped(&fyne.PointEvent{}); w.pick("resolved", "Resolved") },
		"period": func(w *window) { w.s.SetViewPeriod("call time", "2026-11-03") },
		"filter": func(w *window) {
			w.s.SetView(func(v *session.View) {
				v.Spec.Where = append(v.Spec.Where, pivot.Filter{Column: "agent", Op: pivot.Best, Values: []string{"1", "count"}})
			})
		},
		"swap": func(w *window) {
			w.s.SetView(func(v *session.View) { v.Spec.Rows, v.Spec.Cols = v.Spec.Cols, v.Spec.Rows })
		},
	}
	for name, step := range steps {
		t.Run(name, func(t *testing.T) {
			w := exploring(t)
			before := w.s.View().String()
			step(w)
			w.settle()
			after := w.s.View().String()
			if after == before {
				t.Fatal("the step changes nothing")
			}
			if _, err := w.s.Result(); err != nil {
				t.Fatal(err)
			}
			w.key(&fyne.ShortcutUndo{})
			w.settle()
			if got := w.s.View().String(); got != before {
				t.Errorf("undone it is %s, want %s", got, before)
			}
			w.key(&fyne.ShortcutRedo{})
			w.settle()
			if got := w.s.View().String(); got != after {
				t.Errorf("redone it is %s, want %s", got, after)
			}
		})
	}
}

// Rows are searched, sorted and left out of what does not answer.
func TestRowsAreSearchedAndSorted(t *testing.T) {
	w := exploring(t)
	w.s.ShowAll()
	w.until("the rows", func() bool { return w.s.Rows() != nil && w.sh.front == "rows" })
	f := find[*widget.Field](w)
	f.SetText("hunan")
	w.settle()
	g := find[*widget.Grid](w)
	if got := g.Model().Rows(); got != 20 || !w.shows("20 of 60") {
		t.Errorf("%d rows have the word, want 20:\n%s", got, strings.Join(w.all(), "\n"))
	}
	f.SetText("")
	w.settle()
	for c := range g.Model().Cols() {
		if g.Model().Header(c).Title == "agent" {
			g.OnSort(c)
			w.settle()
			first := g.Model().Cell(0, c).Text
			g.OnSort(c)
			w.settle()
			if last := g.Model().Cell(0, c).Text; first != "Ann" || last != "Cid" {
				t.Errorf("sorted by agent the first is %q, turned round %q", first, last)
			}
		}
	}
	f.SetText("nobody says this")
	w.settle()
	if !w.shows("Nothing found") {
		t.Errorf("an empty table does not say why:\n%s", strings.Join(w.all(), "\n"))
	}
}

// The ways of a filter are reached and turned by the keyboard, and Enter takes
// over only where there is something.
func TestFilterFormByKeyboard(t *testing.T) {
	w := exploring(t)
	c := w.sh.Window().Canvas()
	w.sh.find()
	w.tap("agent")
	w.settle()
	w.typeInto("nobody")
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.settle()
	if c.Overlays().Top() == nil || len(w.s.View().Spec.Where) != 0 {
		t.Fatalf("Enter takes over a search that found nothing: %s", w.spec())
	}
	for range 2 { // the field of each way takes the keyboard
		c.FocusPrevious()
		if _, ok := c.Focused().(*widget.Segmented); !ok {
			t.Fatalf("before the field is a %T", c.Focused())
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if !w.shows("Greatest") {
		t.Fatalf("the way of the best few is not there:\n%s", strings.Join(w.all(), "\n"))
	}
	fields := all[*widget.Field](w, w.roots()[0])
	fields[0].SetText("1")
	fields[0].OnSubmit()
	w.settle()
	if r, _ := w.s.Result(); r.RowsUsed != 20 || !w.shows("agent: top 1 by rows") {
		t.Errorf("the best agent has %d rows, want 20: %s", r.RowsUsed, w.spec())
	}
}
