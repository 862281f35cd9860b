package shell

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// customer is one of twelve who come back, and later one who comes once.
func customer(i int) int {
	if i < 36 {
		return i % 12
	}
	return i
}

// returning opens a log of customers who come back, on the explore page.
func returning(t *testing.T) *window {
	w := open(t, lang.EN)
	path := filepath.Join(t.TempDir(), "calls.csv")
	var b strings.Builder
	b.WriteString("call time,agent,customer,call type,resolved\n")
	for i := range 60 {
		b.WriteString(time.Date(2026, 11, 2+i/5, 9+i%9, 0, 0, 0, time.UTC).Format("2006-01-02 15:04"))
		b.WriteString([]string{",Ann", ",Bob", ",Cid"}[i%3] + ",c" + strconv.Itoa(customer(i)) + []string{",Complaint,Y\n", ",Question,N\n", ",Delivery,Y\n"}[i%3])
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	w.s.Open([]string{path}, "")
	w.until("the log", func() bool { return len(w.s.Logs()) == 1 })
	w.settle()
	w.sh.Go("explore")
	return w
}

// adds gives the button that adds to a row of chips: the n-th of them.
func (w *window) adds(n int) *widget.IconButton {
	w.t.Helper()
	var rows []*widget.ChipRow
	walk(w.sh.Window().Canvas().Content(), nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) bool {
		if r, ok := o.(*widget.ChipRow); ok {
			rows = append(rows, r)
		}
		return false
	})
	var add *widget.IconButton
	walk(rows[n], nil, func(o fyne.CanvasObject, around []fyne.CanvasObject) bool {
		if b, ok := o.(*widget.IconButton); ok {
			if _, inChip := around[len(around)-1].(*widget.Chip); !inChip {
				add = b
			}
		}
		return false
	})
	return add
}

func TestColumnsAreWorkedOutWhenChosen(t *testing.T) {
	w := returning(t)
	if len(w.s.Log().Table.Cols) != 5 {
		t.Fatalf("the log has %d columns", len(w.s.Log().Table.Cols))
	}
	w.adds(0).Tapped(&fyne.PointEvent{})
	if !w.shows("Worked out by Tallyboard") {
		t.Errorf("the dropdown has no group of what can be worked out:\n%s", strings.Join(w.all(), "\n"))
	}
	w.typeInto("visit number")
	w.tap("Visit number")
	w.settle()
	r, err := w.s.Result()
	if err != nil || !strings.Contains(w.spec(), "--rows @visit_number") {
		t.Fatalf("the view is %s, %v", w.spec(), err)
	}
	if got := r.Rows.Dims[1].Title; got != "Visit number" {
		t.Errorf("the level is called %q", got)
	}
	if !w.shows("Visit number") || len(w.s.Log().Table.Cols) != 5 {
		t.Error("the chip does not name the column, or the log of the file was changed")
	}
	find[*widget.Grid](w).OnOpen(widget.Place{Row: 1, Col: 1})
	w.until("the rows", func() bool { return w.s.Rows() != nil && w.sh.front == "rows" })
	if got := w.s.Rows().Front; !slices.Contains(got, "Visit number") {
		t.Errorf("the rows show first %q", got)
	}
	g := find[*widget.Grid](w)
	var heads []string
	for c := range g.Model().Cols() {
		heads = append(heads, g.Model().Header(c).Title)
	}
	if i := slices.Index(heads, "Visit number"); i < 0 || i > 4 || slices.Contains(heads, "Came back") {
		t.Errorf("the rows have the columns %q", heads)
	}
}

// typeInto types into what has the keyboard.
func (w *window) typeInto(text string) {
	f := w.sh.Window().Canvas().Focused()
	for _, r := range text {
		f.TypedRune(r)
	}
}

func TestMetricOfWorkedOutColumns(t *testing.T) {
	w := returning(t)
	w.adds(2).Tapped(&fyne.PointEvent{})
	w.typeInto("first-contact")
	w.tap("First-contact resolution")
	w.settle()
	r, err := w.s.Result()
	if err != nil || len(r.Values) != 2 || r.Values[1].Title != "First-contact resolution" {
		t.Fatalf("%v, %+v", err, r)
	}
	i := len(r.Rows.Members) - 1
	if v := r.At(i, len(r.Cols.Members)-1, 1); !(v > 0 && v < 1) {
		t.Errorf("first-contact resolution is %v", v)
	}
	if j := w.s.Judges(); len(j) != 2 || j[1] == nil || j[1].ID != "fcr" {
		t.Error("it is not judged by its standard")
	}
	spec := w.spec()
	w.s.SetPrefs(func(p *library.Prefs) { p.Lang = string(lang.ZH) })
	w.settle()
	zh, err := w.s.Result()
	if err != nil || w.spec() != spec || zh.At(i, len(zh.Cols.Members)-1, 1) != r.At(i, len(r.Cols.Members)-1, 1) {
		t.Errorf("in another language the view comes to something else, %v", err)
	}
}

func TestFiltersOnWorkedOutColumns(t *testing.T) {
	w := returning(t)
	w.s.SetView(func(v *session.View) {
		v.Spec.Where = []pivot.Filter{{Column: "@returned", Op: pivot.Eq, Values: []string{"Yes"}}}
	})
	w.settle()
	r, err := w.s.Result()
	if err != nil || r.RowsUsed == 0 || r.RowsUsed == 60 {
		t.Fatalf("%d rows pass, %v", r.RowsUsed, err)
	}
	w.tap("Came back = Yes")
	w.settle()
	if !w.shows("No") {
		t.Errorf("the list of values is not there:\n%s", strings.Join(w.all(), "\n"))
	}
	w.sh.Window().Canvas().Overlays().Top().(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	path := filepath.Join(t.TempDir(), "out.csv")
	w.s.ExportView(path)
	w.settle()
	if b, err := os.ReadFile(path); err != nil || len(b) == 0 {
		t.Errorf("the view is not exported: %v", err)
	}
}

// A chip keeps the keyboard through the changes that it makes.
func TestKeyboardStaysOnTheShelf(t *testing.T) {
	w := exploring(t)
	c := w.sh.Window().Canvas()
	w.s.SetView(func(v *session.View) { v.Spec.Rows = append(v.Spec.Rows, pivot.Dim{Column: "agent"}) })
	w.settle()
	chip := func(text string) *widget.Chip {
		var found *widget.Chip
		walk(c.Content(), nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) bool {
			x, ok := o.(*widget.Chip)
			if ok && x.Text() == text {
				found = x
			}
			return found != nil
		})
		if found == nil {
			t.Fatalf("there is no chip %q", text)
		}
		return found
	}
	c.Focus(chip("agent"))
	chip("agent").TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierShortcutDefault})
	w.settle()
	if got := w.s.View().Spec.Rows[0].Column; got != "agent" {
		t.Fatalf("moved by Ctrl+Left the first level is %q", got)
	}
	if c.Focused() != fyne.Focusable(chip("agent")) {
		t.Errorf("the keyboard went to %T", c.Focused())
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	w.settle()
	if got := w.s.View().Spec.Rows; len(got) != 1 || c.Focused() != fyne.Focusable(chip("call type")) {
		t.Errorf("after Delete there are %d levels, and the keyboard is at %T", len(got), c.Focused())
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	w.settle()
	if len(w.s.View().Spec.Rows) != 0 || c.Focused() != fyne.Focusable(w.adds(0)) {
		t.Errorf("without levels the keyboard is at %T", c.Focused())
	}
}

// A role that is taken away takes what was worked out from it along, and gives
// it back.
func TestRolesDecideWhatIsWorkedOut(t *testing.T) {
	w := returning(t)
	w.s.SetView(func(v *session.View) { v.Spec.Rows = []pivot.Dim{{Column: "@visit_number"}} })
	w.settle()
	r, err := w.s.Result()
	if err != nil {
		t.Fatal(err)
	}
	w.s.SetRole("customer", "")
	w.settle()
	if _, err := w.s.Result(); err == nil || !w.shows("cannot be worked out") {
		t.Errorf("without customers: %v\n%s", err, strings.Join(w.all(), "\n"))
	}
	w.adds(0).Tapped(&fyne.PointEvent{})
	if w.shows("Worked out by Tallyboard") {
		t.Error("without customers visits are offered")
	}
	w.sh.Window().Canvas().Overlays().Top().(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.s.SetRole("customer", logkind.Customer)
	w.settle()
	if again, err := w.s.Result(); err != nil || len(again.Rows.Members) != len(r.Rows.Members) {
		t.Errorf("with customers again: %v", err)
	}
	w.s.SetRole("agent", logkind.Customer)
	w.settle()
	if other, err := w.s.Result(); err != nil || len(other.Rows.Members) == len(r.Rows.Members) {
		t.Errorf("with agents as customers nothing is another: %v", err)
	}
}
