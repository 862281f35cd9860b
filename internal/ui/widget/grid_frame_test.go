package widget

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/ui/theme"
)

// framedGrid has a table from row 2, column 1 to row 8, column 2, with a header
// of two rows, and puts parts where they are carried to, as a page does.
func framedGrid(t *testing.T) (g *Grid, told *[]string) {
	t.Helper()
	g = newTestGrid(t, 1000)
	g.SetPinned(1)
	told = &[]string{}
	g.SetFrame(&Frame{Table: rangeOf(2, 1, 8, 2), Head: rangeOf(2, 1, 3, 2)})
	names := map[FramePart]string{HeadPart: "head", TopLeft: "top", BottomRight: "bottom"}
	g.OnFrame = func(p FramePart, at Place) {
		*told = append(*told, fmt.Sprint(names[p], at.Row, at.Col))
		f, _ := g.FrameNow()
		switch p {
		case HeadPart:
			f.Head.To.Row += at.Row - f.Head.From.Row
			f.Head.From.Row = at.Row
			f.Table.From.Row = at.Row
		case TopLeft:
			f.Table.From = at
		case BottomRight:
			f.Table.To = at
		}
		g.SetFrame(&f)
	}
	return g, told
}

func dragBetween(g *Grid, from fyne.Position, stops ...fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = from
	g.MouseMoved(e)
	g.MouseDown(e)
	for _, s := range stops {
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: s}})
	}
	g.DragEnd()
}

// cellMiddle is the middle of a cell on the widget.
func cellMiddle(g *Grid, row, col int) fyne.Position {
	pos, size := g.cellBox(Place{row, col})
	return pos.AddXY(size.Width/2, size.Height/2)
}

func TestFrameIsCarriedByMouse(t *testing.T) {
	for _, c := range []struct {
		name  string
		from  func(*Grid) fyne.Position
		stops [][2]int // cells passed on the way
		want  []string
	}{
		{"header by its second row", func(g *Grid) fyne.Position { return cellMiddle(g, 3, 2) }, [][2]int{{4, 2}, {4, 3}, {6, 2}}, []string{"head3 1", "head5 1"}},
		{"header to the top and beyond", func(g *Grid) fyne.Position { return cellMiddle(g, 2, 1) }, [][2]int{{1, 1}, {0, 1}}, []string{"head1 1", "head0 1"}},
		{"upper left corner", func(g *Grid) fyne.Position { return g.corner(TopLeft) }, [][2]int{{4, 2}, {4, 2}}, []string{"top5 2"}},
		{"lower right corner", func(g *Grid) fyne.Position { return g.corner(BottomRight) }, [][2]int{{5, 1}}, []string{"bottom5 1"}},
	} {
		g, told := framedGrid(t)
		var stops []fyne.Position
		for _, s := range c.stops {
			p := cellMiddle(g, s[0], s[1])
			if c.name == "upper left corner" || c.name == "lower right corner" {
				p = p.AddXY(20, 5) // nearer to the end of the cell
			}
			stops = append(stops, p)
		}
		dragBetween(g, c.from(g), stops...)
		if !slices.Equal(*told, c.want) {
			t.Errorf("%s: told %q, want %q", c.name, *told, c.want)
		}
		if sel, on := g.Selection(); on && sel.Cells() > 1 {
			t.Errorf("%s: selects %v besides", c.name, sel)
		}
	}
}

func TestFrameLeavesCellsAlone(t *testing.T) {
	g, told := framedGrid(t)
	dragBetween(g, cellMiddle(g, 5, 1), cellMiddle(g, 7, 2))
	if sel, _ := g.Selection(); sel != rangeOf(5, 1, 7, 2) || len(*told) != 0 {
		t.Errorf("dragging over cells selects %v and tells %q", sel, *told)
	}
}

func TestFrameIsCarriedByKeys(t *testing.T) {
	g, told := framedGrid(t)
	g.FocusGained() // by Tab
	if g.Carries() != HeadPart {
		t.Fatalf("the keys carry part %d, want the header", g.Carries())
	}
	key(g, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace, fyne.KeyRight, fyne.KeyDown, fyne.KeySpace, fyne.KeyLeft, fyne.KeyUp)
	want := []string{"head3 1", "head4 1", "head3 1", "top3 2", "top4 2", "bottom7 2"}
	if !slices.Equal(*told, want) {
		t.Errorf("told %q, want %q", *told, want)
	}
	key(g, fyne.KeyEscape, fyne.KeyDown)
	if sel, on := g.Selection(); !on || sel.Cells() != 1 || len(*told) != len(want) {
		t.Error("after Escape the arrow keys do not move the cursor")
	}
}

func TestFrameWithoutHeaderOrEnd(t *testing.T) {
	g, told := framedGrid(t)
	g.SetFrame(&Frame{Table: rangeOf(2, 1, 8, 2), Head: rangeOf(2, 1, 1, 2), Open: true})
	g.FocusGained()
	if g.Carries() != TopLeft {
		t.Errorf("without a header the keys carry part %d", g.Carries())
	}
	key(g, fyne.KeySpace, fyne.KeyLeft, fyne.KeyUp)
	if want := []string{"bottom8 1"}; !slices.Equal(*told, want) {
		t.Errorf("told %q, want %q: the lower edge is not to be had", *told, want)
	}
	g.SetFrame(nil)
	if g.partAt(fyne.NewPos(150, headerHeight+2*theme.Row+5)) != NoPart {
		t.Error("without a frame something of it is under the pointer")
	}
}
