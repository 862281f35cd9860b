package widget

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// numbered is a table whose cells say where they are.
type numbered struct{ rows, cols int }

func (n numbered) Rows() int { return n.rows }
func (n numbered) Cols() int { return n.cols }
func (n numbered) Header(c int) HeaderView {
	return HeaderView{Title: fmt.Sprintf("H%d", c), Width: 100}
}
func (n numbered) Cell(r, c int) CellView {
	v := CellView{Text: fmt.Sprintf("r%dc%d", r, c), Link: c == 2}
	if c == 0 && r%10 == 0 {
		v.Fold = Folded
	}
	return v
}

// newTestGrid shows a grid of 1,000 × 5 cells, 100 wide and a Row high, ten
// rows and four columns in sight.
func newTestGrid(t *testing.T, rows int) *Grid {
	t.Helper()
	g := NewGrid(numbered{rows, 5})
	startApp(t, theme.Light, 400+barThick, headerHeight+10*theme.Row+barThick, g)
	return g
}

// press clicks a cell (Row −1 the header) at its middle.
func press(g *Grid, at Place, mod fyne.KeyModifier) {
	pos, size := g.cellBox(at)
	pressAt(g, pos.AddXY(size.Width/2, size.Height/2), mod, desktop.MouseButtonPrimary)
}

func pressAt(g *Grid, pos fyne.Position, mod fyne.KeyModifier, b desktop.MouseButton) {
	e := &desktop.MouseEvent{Button: b, Modifier: mod}
	e.Position, e.AbsolutePosition = pos, pos
	g.MouseMoved(e)
	g.MouseDown(e)
	g.MouseUp(e)
}

func key(g fyne.Focusable, names ...fyne.KeyName) {
	for _, n := range names {
		g.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func rangeOf(r0, c0, r1, c1 int) Range { return Range{Place{r0, c0}, Place{r1, c1}} }

func TestGridSelectsByMouse(t *testing.T) {
	g := newTestGrid(t, 1000)
	var told []Range
	g.OnSelect = func(r Range) { told = append(told, r) }
	press(g, Place{3, 1}, 0)
	press(g, Place{5, 0}, fyne.KeyModifierShift)
	if got, _ := g.Selection(); got != rangeOf(3, 0, 5, 1) {
		t.Errorf("click and Shift click select %v", got)
	}
	if len(told) != 2 || told[0] != rangeOf(3, 1, 3, 1) {
		t.Errorf("told %v", told)
	}
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(150, headerHeight+5)
	g.MouseDown(e)
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(350, headerHeight+2*theme.Row+5)}})
	g.DragEnd()
	if got, _ := g.Selection(); got != rangeOf(0, 1, 2, 3) {
		t.Errorf("dragging selects %v", got)
	}
}

func TestGridMovesByKeyboard(t *testing.T) {
	for _, c := range []struct {
		keys []fyne.KeyName
		want Place
	}{
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyRight}, Place{1, 1}},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyLeft}, Place{0, 0}},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd}, Place{10, 4}},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyHome}, Place{10, 0}},
	} {
		g := newTestGrid(t, 1000)
		key(g, c.keys...)
		if got, _ := g.Selection(); got.From != c.want || got.To != c.want {
			t.Errorf("%v goes to %v, want %v", c.keys, got, c.want)
		}
	}
}

func TestGridGoesToTheEnds(t *testing.T) {
	g := newTestGrid(t, 1_000_000)
	ctrl := func(k fyne.KeyName, more fyne.KeyModifier) {
		g.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault | more})
	}
	ctrl(fyne.KeyEnd, 0)
	if got, _ := g.Selection(); got.To != (Place{999_999, 4}) {
		t.Errorf("Ctrl+End goes to %v", got)
	}
	pos, size := g.cellBox(Place{999_999, 4})
	if foot := g.headHeight() + g.bodyHeight(); pos.Y+size.Height > foot+.5 || pos.Y < foot-2*theme.Row {
		t.Errorf("the last of a million rows stands at %v of %v", pos.Y, foot)
	}
	ctrl(fyne.KeyHome, fyne.KeyModifierShift)
	if got, _ := g.Selection(); got != rangeOf(0, 0, 999_999, 4) || g.view.top != 0 {
		t.Errorf("Ctrl+Shift+Home selects %v with row %d on top", got, g.view.top)
	}
}

func TestGridScrollsAndStopsAtTheEnds(t *testing.T) {
	g := newTestGrid(t, 1000)
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	if g.view.top != 3 || g.view.frac > .1 {
		t.Errorf("one notch scrolls to row %d and %v", g.view.top, g.view.frac)
	}
	g.scrollBy(0, 1e9)
	if g.view.top != 990 {
		t.Errorf("at the end row %d is on top, want 990", g.view.top)
	}
	g.scrollBy(-1e9, -1e9)
	if g.view.top != 0 || g.view.left != 0 {
		t.Errorf("back at the start: row %d, %v", g.view.top, g.view.left)
	}
	_, thumb, _ := g.thumb(true)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(thumb.x+3, thumb.y+3)
	g.MouseDown(e)
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(thumb.x+3, 1e4)}})
	g.DragEnd()
	if g.view.top != 990 {
		t.Errorf("the thumb dragged to the end shows row %d on top", g.view.top)
	}
}

func TestGridCopies(t *testing.T) {
	for _, c := range []struct {
		sel  Range
		want string
	}{
		{rangeOf(1, 1, 1, 1), "r1c1"},
		{rangeOf(1, 1, 2, 2), "H1\tH2\nr1c1\tr1c2\nr2c1\tr2c2\n"},
	} {
		g := newTestGrid(t, 1000)
		g.Select(c.sel)
		g.TypedShortcut(&fyne.ShortcutCopy{})
		if got := fyne.CurrentApp().Clipboard().Content(); got != c.want {
			t.Errorf("copying %v gives %q, want %q", c.sel, got, c.want)
		}
	}
	g := newTestGrid(t, 1000)
	g.TypedShortcut(&fyne.ShortcutSelectAll{})
	g.Copy()
	if got := fyne.CurrentApp().Clipboard().Content(); strings.Count(got, "\n") != 1001 || !strings.HasSuffix(got, "r999c4\n") {
		t.Errorf("copying everything gives %d lines", strings.Count(got, "\n"))
	}
}

func TestTSVCellIsQuotedAsExcelDoes(t *testing.T) {
	for in, want := range map[string]string{"a": "a", "a\tb": "\"a\tb\"", "say \"hi\"": `"say ""hi"""`, "x\ny": "\"x\ny\""} {
		if got := tsvCell(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestGridReportsSortOpenFoldAndMenu(t *testing.T) {
	g := newTestGrid(t, 1000)
	var said []string
	g.OnSort = func(c int) { said = append(said, fmt.Sprint("sort ", c)) }
	g.OnOpen = func(p Place) { said = append(said, fmt.Sprint("open ", p.Row, p.Col)) }
	g.OnFold = func(r int) { said = append(said, fmt.Sprint("fold ", r)) }
	g.OnMenu = func(p Place, _ fyne.Position) { said = append(said, fmt.Sprint("menu ", p.Row, p.Col)) }
	press(g, Place{-1, 1}, 0)
	press(g, Place{4, 2}, 0)
	press(g, Place{4, 1}, 0) // no link: selects only
	key(g, fyne.KeyReturn)
	pos, _ := g.cellBox(Place{0, 0})
	pressAt(g, pos.AddXY(cellPad+4, theme.Row/2), 0, desktop.MouseButtonPrimary)
	pressAt(g, pos.AddXY(150, theme.Row/2), 0, desktop.MouseButtonSecondary)
	g.Select(rangeOf(0, 0, 0, 0))
	key(g, fyne.KeyRight)
	want := "[sort 1 open 4 2 open 4 1 fold 0 menu 0 1 fold 0]"
	if got := fmt.Sprint(said); got != want {
		t.Errorf("said %v, want %v", got, want)
	}
}

func TestGridResizesColumns(t *testing.T) {
	g := newTestGrid(t, 1000)
	var col int
	var width float32
	g.OnResize = func(c int, w float32) { col, width = c, w }
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(200, 10)
	g.MouseMoved(e)
	if g.Cursor() != desktop.HResizeCursor {
		t.Error("no resize cursor at a column's edge")
	}
	g.MouseDown(e)
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(260, 10)}})
	g.MouseUp(e) // as the window does: the button first, then the end of the drag
	g.DragEnd()
	if col != 1 || width != 160 || g.ColumnWidth(1) != 160 {
		t.Errorf("column %d became %v", col, width)
	}
	g.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(260, 10)})
	if w := g.ColumnWidth(1); w < 55 || w > 80 {
		t.Errorf("fitted to its cells the column is %v wide", w)
	}
}

func TestGridTellsWhatIsCut(t *testing.T) {
	g := newTestGrid(t, 1000)
	g.SetColumnWidth(1, leastColumn)
	e := &desktop.MouseEvent{}
	e.Position = fyne.NewPos(110, headerHeight+5)
	g.scrollTo(900, 0)
	g.MouseMoved(e)
	if tips := tipsOf(g); !tips.shown || tips.text != "r900c1" {
		t.Errorf("tip %q, shown %v", tips.text, tips.shown)
	}
	g.MouseOut()
	if tipsOf(g).shown {
		t.Error("the tip stays when the pointer leaves")
	}
}

func TestGridKeepsWidthsForTheSameColumns(t *testing.T) {
	g := newTestGrid(t, 1000)
	g.SetColumnWidth(0, 222)
	g.SetModel(numbered{7, 5})
	if g.ColumnWidth(0) != 222 {
		t.Error("the width was lost")
	}
	g.SetModel(numbered{7, 3})
	if g.ColumnWidth(0) != 100 {
		t.Error("other columns inherited the width")
	}
}

// A column whose width nobody chose grows for a longer name, so that it is not
// cut, and does not jump back for a shorter one.
func TestGridColumnsGrowWithWhatTheyHold(t *testing.T) {
	g := NewGrid(oneCell{"Enquiry"})
	g.OnResize = func(int, float32) {}
	startApp(t, theme.Light, 400, 200, g)
	short := g.ColumnWidth(0)
	g.SetModel(oneCell{"Cancel or reprice"})
	long := g.ColumnWidth(0)
	if least := float32(picture.Standard().Width("Cancel or reprice", float64(theme.Body), false)); long < least+2*cellPad || long <= short {
		t.Errorf("the column is %v wide, its words %v", long, least)
	}
	g.SetModel(oneCell{"Enquiry"})
	if got := g.ColumnWidth(0); got != long {
		t.Errorf("the column went from %v to %v", long, got)
	}
}

// oneCell is a table of one cell.
type oneCell struct{ words string }

func (c oneCell) Rows() int              { return 1 }
func (c oneCell) Cols() int              { return 1 }
func (c oneCell) Header(int) HeaderView  { return HeaderView{Title: "T"} }
func (c oneCell) Cell(int, int) CellView { return CellView{Text: c.words} }

func TestGridTakesFocusByTab(t *testing.T) {
	g := newTestGrid(t, 10)
	canvasOf(g).FocusNext()
	if canvasOf(g).Focused() != fyne.Focusable(g) || !g.ring() {
		t.Error("Tab does not reach the grid with a ring")
	}
	press(g, Place{1, 1}, 0)
	key(g, fyne.KeyDown)
	if got, _ := g.Selection(); got.From.Row != 2 {
		t.Error("arrow keys do not work after a click")
	}
}

func TestGridHeadingsSpanTheirColumns(t *testing.T) {
	m := &pivotModel{sampleModel{zh: true, rows: 16}}
	g := NewGrid(m)
	g.SetPinned(1)
	startApp(t, theme.Light, 900, 400, g)
	var got []string
	for l := range m.Levels() {
		for _, s := range g.spans(m, l, 0, m.Cols()) {
			got = append(got, fmt.Sprintf("%s%d-%d", s.Title, s.from, s.to))
		}
	}
	want := "[0-1 10月1-7 11月7-13 13-14 0-1 1日–7日1-3 8日–14日3-5 15日–21日5-7 1日–7日7-9 8日–14日9-11 15日–21日11-13 13-14]"
	if fmt.Sprint(got) != want {
		t.Errorf("headings %v,\nwant %v", got, want)
	}
	var said []string
	g.OnSort = func(c int) { said = append(said, fmt.Sprint("sort ", c)) }
	g.OnFoldGroup = func(l, c int) { said = append(said, fmt.Sprint("fold ", l, c)) }
	x := g.columnX(7)
	pressAt(g, fyne.NewPos(x+cellPad+4, 10), 0, desktop.MouseButtonPrimary)
	pressAt(g, fyne.NewPos(x+60, 10), 0, desktop.MouseButtonPrimary)             // words of a heading
	pressAt(g, fyne.NewPos(x+30, groupHeight+10), 0, desktop.MouseButtonPrimary) // a heading that does not fold
	press(g, Place{-1, 2}, 0)
	if fmt.Sprint(said) != "[fold 0 7 sort 2]" {
		t.Errorf("said %v", said)
	}
	g.scrollBy(200, 0)
	if _, s, ok := g.onGroupFold(fyne.NewPos(g.pinnedWidth()+cellPad+4, 10)); !ok || s.from != 1 {
		t.Error("a heading that is partly scrolled off keeps its triangle in sight")
	}
}

// wideModel is a screenful with everything painted.
type wideModel struct{ sampleModel }

func (m *wideModel) Cols() int               { return 20 }
func (m *wideModel) Header(c int) HeaderView { return m.sampleModel.Header(c % 7) }
func (m *wideModel) Cell(r, c int) CellView  { return m.sampleModel.Cell(r, c%7) }

func BenchmarkGridPaint(b *testing.B) {
	for _, size := range []struct{ w, h int }{{1280, 800}, {2560, 1440}} {
		b.Run(fmt.Sprintf("pixels=%dx%d", size.w, size.h), func(b *testing.B) {
			g := NewGrid(&wideModel{sampleModel{zh: true, rows: 1_000_000}})
			startApp(b, theme.Light, 1280, 800, g)
			g.paint(size.w, size.h)
			b.ReportAllocs()
			for b.Loop() {
				g.scrollBy(0, 84)
				g.paint(size.w, size.h)
			}
		})
	}
}

func TestGridMovesColumnsAndRows(t *testing.T) {
	g := newTestGrid(t, 1000)
	var said []string
	g.OnSort = func(c int) { said = append(said, fmt.Sprint("sort ", c)) }
	carry := func(from, to fyne.Position) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = from
		g.MouseDown(e)
		d := to.Subtract(from)
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(d.X, d.Y)})
		e.Position = to
		g.MouseUp(e)
		g.DragEnd()
	}
	row := func(r float32) float32 { return headerHeight + theme.Row*r }
	carry(fyne.NewPos(150, 10), fyne.NewPos(390, 10)) // not allowed yet
	g.OnMoveColumn = func(a, b int) { said = append(said, fmt.Sprint("column ", a, b)) }
	g.OnMoveRow = func(a, b int) { said = append(said, fmt.Sprint("row ", a, b)) }
	carry(fyne.NewPos(150, 10), fyne.NewPos(390, 10))
	carry(fyne.NewPos(250, 10), fyne.NewPos(10, 10))
	carry(fyne.NewPos(150, 10), fyne.NewPos(180, 10)) // back where it was
	carry(fyne.NewPos(50, row(.5)), fyne.NewPos(50, row(3.9)))
	carry(fyne.NewPos(50, row(4.5)), fyne.NewPos(50, row(1.1)))
	press(g, Place{-1, 3}, 0)
	want := "[column 1 3 column 2 0 row 0 3 row 4 1 sort 3]"
	if got := fmt.Sprint(said); got != want {
		t.Errorf("said %v, want %v", got, want)
	}
}

func TestGridCopiesHeadings(t *testing.T) {
	g := NewGrid(&pivotModel{sampleModel{zh: true, rows: 16}})
	startApp(t, theme.Light, 900, 400, g)
	g.Select(rangeOf(0, 1, 0, 2))
	g.Copy()
	lines := strings.Split(fyne.CurrentApp().Clipboard().Content(), "\n")
	if want := "10月\t10月|1日–7日\t1日–7日|接待量\t解决率"; len(lines) < 4 || strings.Join(lines[:3], "|") != want {
		t.Errorf("copied are the lines %q, want first %q", lines, want)
	}
}
