package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/ui/theme"
)

// worded is a table whose third row has long words.
type worded struct{ numbered }

func (w worded) Header(c int) HeaderView {
	h := w.numbered.Header(c)
	h.Right = c > 0
	return h
}

func (w worded) Cell(r, c int) CellView {
	if c == 0 && r == 2 {
		return CellView{Text: "快递三天没有更新物流信息，客户第二次来电催促"}
	}
	return CellView{Text: w.numbered.Cell(r, c).Text, Right: c > 0}
}

func (w worded) CopyCell(r, c int) string { return "=" + w.numbered.Cell(r, c).Text }

func newWorded(t *testing.T, rows int) *Grid {
	t.Helper()
	g := NewGrid(worded{numbered{rows, 5}})
	startApp(t, theme.Light, 400+barThick, headerHeight+10*theme.Row+barThick, g)
	return g
}

func TestGridWrapsWords(t *testing.T) {
	g := newWorded(t, 1000)
	end := g.rowTop(1000)
	g.SetWrap(true)
	words := worded{}.Cell(2, 0).Text
	lines := g.cellLines(0, CellView{Text: words})
	if got := strings.Join(lines, ""); len(lines) < 3 || got != words {
		t.Fatalf("wrapped into %q", lines)
	}
	if got, want := g.rowHeight(2), theme.Row+lineHeight*float32(len(lines)-1); got != want {
		t.Errorf("the row is %v high, want %v", got, want)
	}
	if got := g.rowTop(1000) - end; got != float64(lineHeight)*float64(len(lines)-1) {
		t.Errorf("all rows grew by %v", got)
	}
	pos, size := g.cellBox(Place{3, 1})
	if at := g.placeAt(pos.AddXY(5, size.Height/2)); at != (Place{3, 1}) {
		t.Errorf("below the high row a click finds %v", at)
	}
	g.scrollBy(0, 1e9)
	if pos, size := g.cellBox(Place{999, 0}); pos.Y+size.Height != g.headHeight()+g.bodyHeight() {
		t.Errorf("at the end the last row ends at %v of %v", pos.Y+size.Height, g.headHeight()+g.bodyHeight())
	}
	g.SetColumnWidth(0, 600)
	if got := g.rowHeight(2); got != theme.Row {
		t.Errorf("in a wide column the row is %v high", got)
	}
	g.SetColumnWidth(0, 100)
	g.SetWrap(false)
	if got := g.rowHeight(2); got != theme.Row {
		t.Errorf("clipped the row is %v high", got)
	}
}

func TestGridRowsOfManyHeightsAreFound(t *testing.T) {
	g := newWorded(t, mostTall+500)
	g.SetWrap(true)
	for _, r := range []int{0, 1, 2, 3, 77, mostTall - 1, mostTall, mostTall + 499} {
		if got := g.rowAt(g.rowTop(r)); got != r {
			t.Errorf("row %d begins in row %d", r, got)
		}
		if got := g.rowAt(g.rowTop(r+1) - .5); got != r {
			t.Errorf("row %d ends in row %d", r, got)
		}
	}
	g.Select(rangeOf(mostTall+499, 0, mostTall+499, 0))
	if pos, size := g.cellBox(Place{mostTall + 499, 0}); pos.Y+size.Height > g.headHeight()+g.bodyHeight()+.5 {
		t.Errorf("the selected row ends at %v", pos.Y+size.Height)
	}
}

func TestGridCopiesWhatTheModelSays(t *testing.T) {
	g := newWorded(t, 10)
	g.Select(rangeOf(1, 1, 1, 2))
	g.Copy()
	if got := fyne.CurrentApp().Clipboard().Content(); got != "H1\tH2\n=r1c1\t=r1c2\n" {
		t.Errorf("copied %q", got)
	}
}

func TestGridCopiesTheHeadingsOfRows(t *testing.T) {
	g := newWorded(t, 10)
	g.Headings = true
	for _, c := range []struct {
		sel  Range
		want string
	}{
		{rangeOf(1, 2, 1, 3), "H0\tH2\tH3\n=r1c0\t=r1c2\t=r1c3\n"},
		{rangeOf(1, 0, 1, 1), "H0\tH1\n=r1c0\t=r1c1\n"},
		{rangeOf(1, 2, 1, 2), "=r1c2"},
	} {
		g.Select(c.sel)
		g.Copy()
		if got := fyne.CurrentApp().Clipboard().Content(); got != c.want {
			t.Errorf("%v is copied as %q, want %q", c.sel, got, c.want)
		}
	}
}

func TestGridShiftsByAlt(t *testing.T) {
	g := newWorded(t, 10)
	var got []int
	g.OnShift = func(at Place, dx, dy int) { got = append(got, at.Row, at.Col, dx, dy) }
	alt := func(k fyne.KeyName) {
		g.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt})
	}
	alt(fyne.KeyUp) // nothing is selected yet
	g.Select(rangeOf(4, 2, 4, 2))
	alt(fyne.KeyUp)
	alt(fyne.KeyRight)
	if want := []int{4, 2, 0, -1, 4, 2, 1, 0}; len(got) != 8 || [8]int(got) != [8]int(want) {
		t.Errorf("told %v, want %v", got, want)
	}
}

func TestGridLeavesRoomBesideFrozenColumns(t *testing.T) {
	g := newWorded(t, 10)
	g.SetPinned(2)
	if g.pinnedWidth() != 200 {
		t.Errorf("two columns of 100 are frozen over %v", g.pinnedWidth())
	}
	g.SetPinned(5)
	if got := g.pinnedWidth(); got != 300 {
		t.Errorf("of a window 410 wide %v are frozen", got)
	}
}

func TestGridReplaceKeepsThePlace(t *testing.T) {
	g := newWorded(t, 1000)
	g.Select(rangeOf(500, 1, 500, 1))
	top := g.view.top
	g.Replace(worded{numbered{1000, 5}})
	if sel, ok := g.Selection(); !ok || sel != rangeOf(500, 1, 500, 1) || g.view.top != top {
		t.Errorf("now %v is selected with row %d on top, before it was row %d", sel, g.view.top, top)
	}
}

func TestGridCarriesHeadings(t *testing.T) {
	g := NewGrid(&pivotModel{sampleModel{zh: true, rows: 16}})
	g.SetPinned(1)
	startApp(t, theme.Light, 1600, 400, g)
	var said []int
	g.OnMoveGroup = func(level, from, to int) { said = append(said, level, from, to) }
	g.OnMoveColumn = func(from, to int) { t.Errorf("column %d is carried to %d by a heading", from, to) }
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(g.columnX(1)+40, groupHeight+10) // the second heading, over columns 1 and 2
	to := fyne.NewPos(g.columnX(5)+4, groupHeight+10)
	g.MouseDown(e)
	d := to.Subtract(e.Position)
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(d.X, d.Y)})
	g.DragEnd()
	if len(said) != 3 || [3]int(said) != [3]int{1, 1, 4} {
		t.Errorf("told %v", said)
	}
}
