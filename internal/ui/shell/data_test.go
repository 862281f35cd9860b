package shell

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// fourShops has a line above its header that reads more like one.
const fourShops = "agent,shop,type,region\nwho,pieces,stuff,corner\n" +
	"Ann,3,x,east\nBob,4,y,west\nCid,5,x,east\nAnn,6,y,west\nBob,7,x,east\nCid,8,y,west\n"

// dataPage opens a file and goes to the sheet as it stands in it.
func dataPage(t *testing.T, name, text string) *window {
	t.Helper()
	w := open(t, lang.EN)
	w.s.Open([]string{writeFile(t, name, text)}, "")
	w.until("the log", func() bool { return len(w.s.Logs()) == 1 })
	w.sh.Window().Resize(fyne.NewSize(1366, 768))
	w.sh.Go("data")
	w.settle()
	if w.raw() == nil {
		w.tap("Sheet")
	}
	w.until("the sheet", func() bool { return w.raw() != nil })
	return w
}

func writeFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// raw is the grid of the sheet, once it shows rows; nil before.
func (w *window) raw() *widget.Grid {
	var found *widget.Grid
	walk(w.sh.Window().Canvas().Content(), nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) bool {
		if g, ok := o.(*widget.Grid); ok && g.Model() != nil && g.Model().Cols() > 1 && g.Model().Header(1).Title == "Taken for" {
			found = g
		}
		return found != nil
	})
	return found
}

// typed is the names under which the columns would be read.
func (w *window) typed() string {
	var names []string
	walk(w.sh.Window().Canvas().Content(), nil, func(o fyne.CanvasObject, _ []fyne.CanvasObject) bool {
		g, ok := o.(*widget.Grid)
		if !ok || g.Model() == nil {
			return false
		}
		if _, grouped := g.Model().(widget.Grouped); grouped {
			names = nil
			for c := 1; c < g.Model().Cols(); c++ {
				names = append(names, g.Model().Header(c).Title)
			}
		}
		return false
	})
	return strings.Join(names, " ")
}

// dragRaw carries what is at a cell of the sheet to another, over the sheet rows between.
func (w *window) dragRaw(from, to fyne.Position) {
	g := w.raw()
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = from
	g.MouseMoved(e)
	g.MouseDown(e)
	step := fyne.NewPos((from.X+to.X)/2, (from.Y+to.Y)/2)
	for _, at := range []fyne.Position{step, to} {
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	g.DragEnd()
}

// at is the middle of a cell of the sheet on the grid, 1-based.
func (w *window) at(row, col int) fyne.Position {
	g := w.raw()
	x := float32(0)
	for c := range col + 1 {
		x += g.ColumnWidth(c)
	}
	return fyne.NewPos(x+g.ColumnWidth(col+1)/2, 32+(float32(row)-.5)*theme.Row)
}

func (w *window) headerRow() int { return w.s.Log().Files[0].HeaderRow }

func TestHeaderIsDraggedAndSeenAtOnce(t *testing.T) {
	w := dataPage(t, "shops.csv", fourShops)
	if w.headerRow() != 1 {
		t.Fatalf("the header is found in row %d: the sheet is not hard enough", w.headerRow())
	}
	w.dragRaw(w.at(1, 2), w.at(2, 2))
	w.until("the names of the second row", func() bool { return w.typed() == "who pieces stuff corner" })
	if w.headerRow() != 1 {
		t.Error("the log was read anew before anyone said so")
	}
	w.tap("Read it so")
	w.until("the header", func() bool { return w.headerRow() == 2 })
	w.settle()
	if got := w.s.Log().Columns[1].Name; got != "pieces" {
		t.Errorf("the second column is %q", got)
	}
	w.key(&fyne.ShortcutUndo{})
	w.until("the header again", func() bool { return w.headerRow() == 1 })
}

func TestHeaderIsMovedByKeys(t *testing.T) {
	w := dataPage(t, "shops.csv", fourShops)
	g := w.raw()
	w.sh.Window().Canvas().Focus(g) // as by Tab
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	w.until("the names of the second row", func() bool { return w.typed() == "who pieces stuff corner" })
	w.key(&fyne.ShortcutUndo{})
	w.until("the names of the first row", func() bool { return w.typed() == "agent shop type region" })
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) // the corner
	w.until("a column less", func() bool { return w.typed() == "shop type region" })
	w.tap("As detected")
	w.until("all columns", func() bool { return w.typed() == "agent shop type region" })
}

func TestCornersAreDragged(t *testing.T) {
	w := dataPage(t, "shops.csv", fourShops)
	edge := w.at(1, 1).SubtractXY(w.raw().ColumnWidth(2)/2, theme.Row/2)
	w.dragRaw(edge, w.at(2, 2).SubtractXY(w.raw().ColumnWidth(3)/2-4, theme.Row/2-4))
	w.until("the table from B2", func() bool { return w.typed() == "pieces stuff corner" })
	end := w.at(8, 4).AddXY(w.raw().ColumnWidth(5)/2, theme.Row/2)
	w.dragRaw(end, w.at(6, 3).AddXY(w.raw().ColumnWidth(4)/2-4, theme.Row/2-4))
	w.until("the table to C6", func() bool { return w.typed() == "pieces stuff" })
	w.tap("Read it so")
	w.until("the area", func() bool { return len(w.s.Log().Table.Cols) == 2 })
	if f := w.s.Log().Files[0]; w.s.Log().Table.Rows != 4 || f.LeftOut.Outside != 3 {
		t.Errorf("%d rows, %+v left out", w.s.Log().Table.Rows, f.LeftOut)
	}
}

func TestHeaderRowsAreChosen(t *testing.T) {
	w := dataPage(t, "grouped.csv", "kind,kind,result,result\nname,topic,pieces,mark\n"+strings.Repeat("Ann,Delivery,3,5\nBob,Refund,4,4\n", 4))
	if !strings.Contains(strings.Join(w.all(), " "), "looks like") {
		t.Errorf("nothing says that the header is not sure:\n%s", strings.Join(w.all(), "\n"))
	}
	for rows, want := range map[int]string{0: "A B C D", 2: "kind·name kind·topic result·pieces result·mark"} {
		w.tap(strconv.Itoa(rows))
		w.until("the names under "+want, func() bool { return w.typed() == want })
		w.tap("As detected")
		w.until("the names of the first row", func() bool { return w.typed() == "kind kind 2 result result 2" })
	}
}

// A remark leads to its cell, and a row behind a figure to its row; from there
// it goes back.
func TestRemarkLeadsToItsCell(t *testing.T) {
	var b strings.Builder
	b.WriteString("when,agent,topic,seconds\n")
	for i := range 700 {
		secs := strconv.Itoa(20 + i%200)
		if i == 29 || i == 599 {
			secs = "ages"
		}
		b.WriteString("2026-11-0" + strconv.Itoa(1+i%9) + " 10:0" + strconv.Itoa(i%10) + ",Ann,Delivery," + secs + "\n")
	}
	w := dataPage(t, "calls.csv", b.String())
	if !w.shows("not a number") || !w.shows("Cells not understood") {
		t.Fatalf("the remarks are not listed:\n%s", strings.Join(w.all(), "\n"))
	}
	for _, row := range []int{31, 601} {
		w.tap("row " + strconv.Itoa(row) + " · ages")
		w.until("row "+strconv.Itoa(row), func() bool {
			g := w.raw()
			if g == nil {
				return false // the rows there are still being read
			}
			sel, on := g.Selection()
			return on && g.Model().Cell(sel.To.Row, 0).Text == strconv.Itoa(row) && g.Model().Cell(sel.To.Row, sel.To.Col).Text == "ages"
		})
		if !w.shows("D"+strconv.Itoa(row)) || !w.shows("Open in the spreadsheet program") {
			t.Errorf("row %d: the place is not told:\n%s", row, strings.Join(w.all(), "\n"))
		}
	}
	w.sh.Go("explore")
	w.s.ShowAll()
	w.until("the rows", func() bool { return w.sh.front == "rows" })
	w.settle()
	w.tap("Show it in the file")
	w.until("the sheet", func() bool { return w.sh.front == "data" && w.shows("row 2") })
	w.sh.escape()
	if w.sh.front != "rows" {
		t.Errorf("Escape leads to %q", w.sh.front)
	}
	w.sh.escape()
	if w.sh.front != "explore" {
		t.Errorf("Escape leads from the rows to %q", w.sh.front)
	}
}

func TestRemarksAreGroupedAndSearched(t *testing.T) {
	var b strings.Builder
	b.WriteString("when,agent,seconds,pieces\n")
	for i := range 100 {
		secs, pieces := "20", "3"
		if i%5 == 0 {
			secs = "ages"
		}
		if i%9 == 0 {
			pieces = "many"
		}
		b.WriteString("2026-11-02 10:00,Ann," + secs + "," + pieces + "\n")
	}
	w := dataPage(t, "calls.csv", b.String())
	if !w.shows("20") || w.shows("row 2 · ages") {
		t.Errorf("many remarks are not folded with their count:\n%s", strings.Join(w.all(), "\n"))
	}
	w.sh.find()
	for _, r := range "many" {
		w.sh.Window().Canvas().Focused().TypedRune(r)
	}
	w.until("what was looked for", func() bool { return w.shows("row 2 · many") && !w.shows("ages") })
}

// A file that was saved again is read without losing what is looked at.
func TestReloadKeepsThePlace(t *testing.T) {
	w := exploring(t)
	w.settle()
	g := find[*widget.Grid](w)
	at := widget.Range{From: widget.Place{Row: 1, Col: 1}, To: widget.Place{Row: 2, Col: 1}}
	g.Select(at)
	path, view := w.s.Log().Files[0].Path, w.spec()
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append(old, "2026-11-02 09:00,Ann,Complaint,Y,Hubei\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	w.s.Reload()
	w.until("the new row", func() bool { return w.s.Log().Table.Rows == 61 })
	w.settle()
	if sel, on := g.Selection(); !on || sel != at {
		t.Errorf("after reading the file again %v is selected, want %v", sel, at)
	}
	if w.sh.front != "explore" || w.spec() != view {
		t.Errorf("page %q shows %s, want %s", w.sh.front, w.spec(), view)
	}
}
