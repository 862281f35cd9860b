package widget

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/ui/theme"
)

// newTestBoard is a board of named tiles that follows what is moved.
func newTestBoard(t *testing.T, width float32, names ...string) *Board {
	t.Helper()
	b := NewBoard(300, 200, nil)
	var tiles []*BoardTile
	for _, n := range names {
		tiles = append(tiles, NewBoardTile(n, nil))
	}
	b.OnMove = func(from, to int) {
		x := tiles[from]
		tiles = append(tiles[:from], tiles[from+1:]...)
		tiles = append(tiles[:to], append([]*BoardTile{x}, tiles[to:]...)...)
		b.SetTiles(tiles...)
	}
	b.SetTiles(tiles...)
	startApp(t, theme.Light, width, 700, b)
	return b
}

func order(b *Board) string {
	var out []string
	for _, t := range b.Tiles() {
		out = append(out, t.Title())
	}
	return strings.Join(out, "")
}

func TestBoardLaysTilesInColumns(t *testing.T) {
	for _, c := range []struct {
		columns int
		spans   [][2]int
		want    string // row, column, wide, tall of each
	}{
		{3, [][2]int{{1, 1}, {1, 1}, {1, 1}, {1, 1}}, "00·1×1 01·1×1 02·1×1 10·3×1"},
		{3, [][2]int{{2, 1}, {2, 1}, {1, 1}}, "00·2×1 10·3×1 02·1×1"},
		{3, [][2]int{{1, 2}, {1, 1}, {2, 1}}, "00·1×2 01·2×1 11·2×1"},
		{2, [][2]int{{1, 1}, {1, 2}, {2, 1}}, "00·1×2 01·1×2 20·2×1"},
		{1, [][2]int{{2, 1}, {1, 2}}, "00·1×1 10·1×2"},
	} {
		b := NewBoard(300, 200, nil)
		for _, s := range c.spans {
			tile := NewBoardTile("", nil)
			tile.SetSpan(s[0], s[1])
			b.tiles = append(b.tiles, tile)
		}
		places, _ := b.places(c.columns)
		var got []string
		for _, p := range places {
			got = append(got, fmt.Sprintf("%d%d·%d×%d", p.row, p.col, p.wide, p.tall))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%v in %d columns: %s, want %s", c.spans, c.columns, s, c.want)
		}
	}
}

// pullTile drags a tile by its head to a point of the board.
func pullTile(b *Board, i int, to fyne.Position) {
	t := b.Tiles()[i]
	at := to.Subtract(t.Position())
	t.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(at.X-20, at.Y-10)})
	t.DragEnd()
}

func TestTilesAreDragged(t *testing.T) {
	b := newTestBoard(t, 960, "A", "B", "C", "D")
	pullTile(b, 0, b.Tiles()[2].Position().AddXY(250, 100)) // the far half of C
	if got := order(b); got != "BCAD" {
		t.Errorf("A behind C: %s", got)
	}
	pullTile(b, 3, b.Tiles()[0].Position().AddXY(20, 100)) // the near half of B
	if got := order(b); got != "DBCA" {
		t.Errorf("D before B: %s", got)
	}
	opened := 0
	b.Tiles()[1].OnOpen = func() { opened++ }
	tile := b.Tiles()[1]
	tile.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(2, 1)})
	tile.DragEnd()
	if order(b) != "DBCA" || opened != 1 {
		t.Error("a click with an unsteady hand moves a tile")
	}
}

func TestTilesListenToTheKeyboard(t *testing.T) {
	b := newTestBoard(t, 960, "A", "B", "C")
	move := func(i int, k fyne.KeyName) {
		b.Tiles()[i].TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	move(0, fyne.KeyRight)
	move(2, fyne.KeyUp)
	move(0, fyne.KeyLeft) // it is the first already
	if got := order(b); got != "BCA" {
		t.Errorf("by keyboard: %s", got)
	}
	said := ""
	tile := b.Tiles()[1]
	tile.OnOpen, tile.OnRemove = func() { said += "open " }, func() { said += "remove " }
	tile.OnMenu = func(fyne.CanvasObject) { said += "menu " }
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDelete, desktop.KeyMenu} {
		tile.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if said != "open remove menu " {
		t.Errorf("told %q", said)
	}
}

func TestBoardTellsItsHeight(t *testing.T) {
	b := newTestBoard(t, 960, "A", "B", "C")
	told := 0
	b.OnHeight = func() { told++ }
	b.Resize(fyne.NewSize(960, 700))
	if told != 0 {
		t.Error("the same width is told as another height")
	}
	b.Resize(fyne.NewSize(400, 700))
	if told != 1 || b.MinSize().Height != 3*200+2*BoardGap {
		t.Errorf("in one column: told %d times, height %v", told, b.MinSize().Height)
	}
}

func TestRowsFillTheHeightThatThereIs(t *testing.T) {
	b := newTestBoard(t, 960, "A", "B", "C", "D")
	for _, c := range []struct {
		fill         bool
		height, want float32
	}{{false, 700, 200}, {true, 412, 200}, {true, 512, 250}, {true, 2000, 340}} {
		b.Fill = c.fill
		b.Resize(fyne.NewSize(960, c.height))
		b.Refresh()
		if got := b.Tiles()[3].Size().Height; got != c.want {
			t.Errorf("%v in %v: rows are %v high, want %v", c.fill, c.height, got, c.want)
		}
	}
}

// A tile held at the lower edge of what is seen moves the page, and lands among
// the tiles that come into sight; held in the middle it moves nothing.
func TestBoardScrollsUnderATileAtTheEdge(t *testing.T) {
	b := newTestBoard(t, 700, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
	page := container.NewVScroll(b)
	startApp(t, theme.Light, 700, 500, page)
	b.ScrollIn(page)
	tile := b.Tiles()[0]
	held := func(y float32) {
		at := fyne.NewPos(100, y).Subtract(tile.Position()) // where the pointer is from where the tile was
		tile.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(0, 40)})
	}
	held(250)
	b.pulled(time.Second)
	if page.Offset.Y != 0 {
		t.Errorf("held in the middle, the page moves by %v", page.Offset.Y)
	}
	held(490)
	if b.scroll.run == nil {
		t.Fatal("held at the edge, nothing moves by itself")
	}
	b.pulled(200 * time.Millisecond)
	first := page.Offset.Y
	for range 20 {
		b.pulled(200 * time.Millisecond)
	}
	end := page.Content.Size().Height - page.Size().Height
	if first <= 0 || first >= end || page.Offset.Y != end {
		t.Errorf("held at the lower edge, the page moves to %v and then %v of %v", first, page.Offset.Y, end)
	}
	tile.DragEnd()
	if got := order(b); got != "bcdefghaij" || b.scroll.run != nil {
		t.Errorf("dropped at the end: %s, still moving %v", got, b.scroll.run != nil)
	}
}
