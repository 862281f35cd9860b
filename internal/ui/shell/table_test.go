package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// labels are the first cells of the table, without that of the total.
func labels(g *widget.Grid) (out []string) {
	for r := range g.Model().Rows() {
		if v := g.Model().Cell(r, 0); !v.Total {
			out = append(out, v.Text)
		}
	}
	return out
}

func TestHeaderOfAColumnSorts(t *testing.T) {
	w := exploring(t)
	w.tap("Day")
	w.settle()
	g := find[*widget.Grid](w)
	start := labels(g)
	if !strings.Contains(w.spec(), "--sort value --desc") {
		t.Fatalf("the first view is %s", w.spec())
	}
	seen := []string{}
	for range 3 {
		g.OnSort(2)
		w.settle()
		_, by, _ := strings.Cut(w.spec(), "--sort ")
		by, _, _ = strings.Cut(by, " --fill")
		seen = append(seen, by)
		var col []string
		for r := range len(start) {
			col = append(col, g.Model().Cell(r, 2).Text)
		}
		up := slices.IsSorted(col)
		slices.Reverse(col)
		down := slices.IsSorted(col)
		if arrow := g.Model().Header(2).Sort; arrow == widget.Ascending && !up || arrow == widget.Descending && !down {
			t.Errorf("%s: the column is %v", w.spec(), col)
		}
	}
	if seen[0] != "'value @ 2026-11-03' --desc" || seen[1] != "'value @ 2026-11-03'" || g.Model().Header(2).Sort != widget.Unsorted {
		t.Errorf("clicked three times the view is sorted by %q", seen)
	}
}

func TestSortingOutlivesItsValue(t *testing.T) {
	w := exploring(t)
	w.s.ApplyText("--rows agent --cols region --value count --value share:resolved --sort 'share:resolved @ Hunan' --desc --order 'region by share:resolved'")
	w.settle()
	w.s.SetView(func(v *session.View) { v.Spec.Values = v.Spec.Values[:1] })
	w.settle()
	if _, err := w.s.Result(); err != nil {
		t.Fatalf("without the value to sort by: %v", err)
	}
	if want := "--sort 'value @ Hunan' --desc --order 'region by value'"; !strings.Contains(w.spec(), want) {
		t.Errorf("the view is %s, want %s", w.spec(), want)
	}
}

func TestRowsAndColumnsGoWhereTheyAreTaken(t *testing.T) {
	w := exploring(t)
	g := find[*widget.Grid](w)
	was := labels(g)
	if len(was) != 3 {
		t.Fatalf("the table has %q", was)
	}
	g.OnMoveRow(1, 1) // where it is
	if w.shows("manual order") {
		t.Error("a row put down where it was has an order by hand")
	}
	g.OnMoveRow(2, 0)
	w.settle()
	if got := labels(g); got[0] != was[2] || got[1] != was[0] {
		t.Errorf("the last row taken to the top gives %q", got)
	}
	if !w.shows("manual order") {
		t.Errorf("nothing says so:\n%s", strings.Join(w.all(), "\n"))
	}
	g.Select(widget.Range{From: widget.Place{}, To: widget.Place{}})
	for range 2 {
		sel, _ := g.Selection()
		g.OnShift(sel.From, 0, 1)
		w.settle()
	}
	if got := labels(g); !slices.Equal(got, was) {
		t.Errorf("moved down by keys twice the rows are %q, want %q", got, was)
	}
	if sel, _ := g.Selection(); sel.From.Row != 2 {
		t.Errorf("the keyboard is on row %d, the moved row is 2", sel.From.Row)
	}
	for range 3 {
		w.key(&fyne.ShortcutUndo{})
	}
	w.settle()
	if got := labels(g); !slices.Equal(got, was) || w.shows("manual order") {
		t.Errorf("undone the rows are %q", got)
	}
}

func TestHeadingsGoWhereTheyAreTaken(t *testing.T) {
	w := exploring(t)
	w.s.ApplyText("--rows region --cols agent --cols 'week:call time'")
	w.settle()
	g := find[*widget.Grid](w)
	m := g.Model().(widget.Grouped)
	first := func() string { return m.Group(0, 1).Title }
	was := first()
	last := ""
	at := 0
	for c := 1; c < m.Cols(); c++ {
		if v := m.Group(0, c); v.Fold != widget.NoFold && v.Title != last {
			last, at = v.Title, c
		}
	}
	g.OnMoveGroup(0, at, 1)
	w.settle()
	m = g.Model().(widget.Grouped)
	if got := first(); got != last || got == was {
		t.Errorf("the heading %q taken to the front leaves %q there", last, got)
	}
	if !strings.Contains(w.spec(), "--first agent="+last) {
		t.Errorf("the view is %s", w.spec())
	}
}

// What the table looks like is in the text of the view, in saved views and in
// what is exported.
func TestLooksOfTheTableAreKept(t *testing.T) {
	w := exploring(t)
	g := find[*widget.Grid](w)
	g.OnResize(0, 222)
	w.s.SetView(func(v *session.View) { v.Table.NoTotalRow, v.Table.Ground, v.Spec.Desc = true, document.Scale, false })
	w.settle()
	text := w.s.View().String()
	for _, part := range []string{"--totals column", "--ground scale", "--width '222 label'"} {
		if !strings.Contains(text, part) {
			t.Errorf("the text of the view %s has no %s", text, part)
		}
	}
	if g.ColumnWidth(0) != 222 {
		t.Errorf("the column is %v wide", g.ColumnWidth(0))
	}
	w.s.SaveView("mine")
	saved := w.s.SavedViews()
	w.key(&fyne.ShortcutUndo{})
	w.key(&fyne.ShortcutUndo{})
	w.settle()
	if g.ColumnWidth(0) == 222 {
		t.Error("undone the column is as wide as before")
	}
	w.s.ApplyView(saved[len(saved)-1])
	w.settle()
	if got := w.s.View().String(); got != text {
		t.Errorf("the saved view comes back as %s, want %s", got, text)
	}
	doc := w.s.ViewDocument()
	table, _ := document.First[*document.Table](doc)
	if last := table.Rows[len(table.Rows)-1]; last.Total || !table.Columns[1].Scale {
		t.Errorf("exported the last line is %+v, the column %+v", last, table.Columns[1])
	}
}

func TestNumberFormatIsTheSameEverywhere(t *testing.T) {
	w := exploring(t)
	w.s.ApplyText("--rows agent --value 'count as 0.00'")
	w.settle()
	r, _ := w.s.Result()
	g := find[*widget.Grid](w)
	want := display.Format{Kind: display.Count}.In(display.Hundredths)
	if got := g.Model().Cell(0, 1).Text; got != want.Full(r.At(0, 0, 0), w.s.Lang()) || !strings.HasSuffix(got, ".00") {
		t.Errorf("the table shows %q", got)
	}
	if c := w.s.Chart(); c.Format != want {
		t.Errorf("the chart has the format %+v", c.Format)
	}
	table, _ := document.First[*document.Table](w.s.ViewDocument())
	if f := table.Columns[1].Format; f != want {
		t.Errorf("the document has the format %+v", f)
	}
}
