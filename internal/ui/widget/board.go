package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// Board lays tiles in equal columns, as many as fit, each tile over one or more
// places. Tiles are put in another order by dragging one by its head, or with
// Ctrl and an arrow key on the one that has the keyboard. With room for one
// column it is a list.
type Board struct {
	widget.BaseWidget
	// OnMove is told that a tile went from one place to another; the board
	// waits to be given its tiles anew.
	OnMove func(from, to int)
	// OnHeight is told that the tiles take another height than before, since
	// they stand in more or fewer columns.
	OnHeight func()

	// Fill lets rows grow, up to mostFill times, to fill the height that there is.
	Fill bool

	tiles []*BoardTile
	least float32 // width of a column
	row   float32 // height of one
	width float32 // of the last layout
	held  int     // the tile that is dragged; −1 none
	slot  int     // before which it would land

	scroll boardScroll
}

// BoardGap is the room between the tiles of a Board.
const BoardGap = theme.Gap + theme.Unit

// NewBoard makes a board of columns no narrower than least, in rows of a height.
func NewBoard(least, row float32, onMove func(from, to int)) *Board {
	b := &Board{OnMove: onMove, least: least, row: row, held: -1}
	b.ExtendBaseWidget(b)
	return b
}

// SetTiles shows other tiles.
func (b *Board) SetTiles(tiles ...*BoardTile) {
	b.tiles, b.held = tiles, -1
	for _, t := range tiles {
		t.board = b
	}
	b.Refresh()
}

// Tiles are the tiles that are shown, in their order.
func (b *Board) Tiles() []*BoardTile { return b.tiles }

func (b *Board) index(t *BoardTile) int {
	for i := range b.tiles {
		if b.tiles[i] == t {
			return i
		}
	}
	return -1
}

// columns is how many fit into a width.
func (b *Board) columns(width float32) int {
	return max(int((width+BoardGap)/(b.least+BoardGap)), 1)
}

// mostFill is how many times higher rows are at most than they have to be.
const mostFill = 1.7

// height is that of all tiles in a width.
func (b *Board) height(width float32) float32 {
	_, rows := b.places(b.columns(width))
	return max(float32(rows)*(b.row+BoardGap)-BoardGap, 0)
}

// run places the tiles.
func (b *Board) run(s fyne.Size) {
	n := b.columns(s.Width)
	places, rows := b.places(n)
	w := (s.Width - float32(n-1)*BoardGap) / float32(n)
	h := b.row
	if b.Fill && rows > 0 {
		h = max(h, min((s.Height+BoardGap)/float32(rows)-BoardGap, h*mostFill))
	}
	for i, p := range places {
		place(b.tiles[i], float32(p.col)*(w+BoardGap), float32(p.row)*(h+BoardGap),
			float32(p.wide)*(w+BoardGap)-BoardGap, float32(p.tall)*(h+BoardGap)-BoardGap)
	}
}

// slotAt finds before which tile a point of the board lies: that of the tile
// under it, or the next where it is in its far half.
func (b *Board) slotAt(p fyne.Position) int {
	near, best := len(b.tiles), float32(-1)
	for i, t := range b.tiles {
		at, s := t.Position(), t.Size()
		mid := at.AddXY(s.Width/2, s.Height/2)
		inside := p.X >= at.X && p.X < at.X+s.Width && p.Y >= at.Y && p.Y < at.Y+s.Height
		dx, dy := p.X-mid.X, p.Y-mid.Y
		far := dx > 0
		if b.columns(b.width) == 1 {
			far = dy > 0
		}
		d := dx*dx + dy*dy
		if inside {
			d = 0
		}
		if best < 0 || d < best {
			best, near = d, i
			if far {
				near = i + 1
			}
		}
	}
	return near
}

// drag follows a tile that is being moved; p is on the board.
func (b *Board) drag(t *BoardTile, p fyne.Position) {
	b.held, b.slot = b.index(t), b.slotAt(p)
	b.Refresh()
}

// drop puts the tile where it is held.
func (b *Board) drop() {
	b.letGo()
	from, to := b.held, b.slot
	b.held = -1
	b.Refresh()
	if to > from {
		to--
	}
	b.move(from, to)
}

func (b *Board) move(from, to int) {
	if from >= 0 && to >= 0 && to < len(b.tiles) && from != to && b.OnMove != nil {
		b.OnMove(from, to)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	caret, veil := newBox(1), newBox(theme.Radius)
	p := &parts{of: b}
	p.min = func() fyne.Size {
		width := b.width
		if width == 0 {
			width = 1000 // a guess too narrow would make the window jump
		}
		return fyne.NewSize(min(b.least, 200), b.height(width))
	}
	p.update = func() {
		p.objects = p.objects[:0]
		for _, t := range b.tiles {
			p.objects = append(p.objects, t)
		}
		p.objects = append(p.objects, veil, caret)
		setBox(caret, theme.Accent, "")
		setBox(veil, "", theme.Accent)
		veil.FillColor = pale(theme.Page, 0x99)
		veil.Hidden = b.held < 0
		caret.Hidden = b.held < 0 || b.slot == b.held || b.slot == b.held+1
	}
	p.layout = func(s fyne.Size) {
		was := b.height(max(b.width, 1))
		b.width = s.Width
		b.run(s)
		if b.height(s.Width) != was && b.OnHeight != nil {
			b.OnHeight()
		}
		if b.held < 0 || b.held >= len(b.tiles) {
			return
		}
		t := b.tiles[b.held]
		place(veil, t.Position().X, t.Position().Y, t.Size().Width, t.Size().Height)
		b.placeCaret(caret)
	}
	return p.start()
}

// placeCaret puts the caret between the tiles where the held one would land.
func (b *Board) placeCaret(caret fyne.CanvasObject) {
	at := b.tiles[min(b.slot, len(b.tiles)-1)]
	pos, size := at.Position(), at.Size()
	behind := b.slot == len(b.tiles)
	const thick = 3
	if b.columns(b.width) == 1 {
		y := pos.Y - (BoardGap+thick)/2
		if behind {
			y = pos.Y + size.Height + (BoardGap-thick)/2
		}
		place(caret, pos.X, max(y, 0), size.Width, thick)
		return
	}
	x := pos.X - (BoardGap+thick)/2
	if behind {
		x = pos.X + size.Width + (BoardGap-thick)/2
	}
	place(caret, max(x, 0), pos.Y, thick, size.Height)
}
