package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// ChipRow is a wrapping row of chips that can be put in another order by
// dragging one, or with Ctrl and an arrow key on the one that has the keyboard.
type ChipRow struct {
	widget.BaseWidget
	// OnMove is told that a chip went from one place to another; the row waits
	// to be given its chips anew.
	OnMove func(from, to int)

	chips []*Chip
	tail  []fyne.CanvasObject
	flow  *fyne.Container
	held  int // the chip that is dragged; −1 none
	slot  int // before which it would land
}

// NewChipRow makes a row; tail stands behind the chips and does not move.
func NewChipRow(onMove func(from, to int), tail ...fyne.CanvasObject) *ChipRow {
	r := &ChipRow{OnMove: onMove, tail: tail, held: -1, flow: NewChipBar()}
	r.ExtendBaseWidget(r)
	r.SetChips()
	return r
}

// SetChips shows other chips.
func (r *ChipRow) SetChips(chips ...*Chip) {
	r.chips, r.held = chips, -1
	r.flow.Objects = r.flow.Objects[:0]
	for _, c := range chips {
		c.row = r
		r.flow.Objects = append(r.flow.Objects, c)
	}
	r.flow.Objects = append(r.flow.Objects, r.tail...)
	r.flow.Refresh()
	r.Refresh()
}

func (r *ChipRow) index(c *Chip) int {
	for i := range r.chips {
		if r.chips[i] == c {
			return i
		}
	}
	return -1
}

// slotAt finds between which chips a point of the row lies.
func (r *ChipRow) slotAt(p fyne.Position) int {
	for i, c := range r.chips {
		at, s := c.Position(), c.Size()
		if p.Y < at.Y || p.Y < at.Y+s.Height && p.X < at.X+s.Width/2 {
			return i
		}
	}
	return len(r.chips)
}

// drag follows a chip that is being moved; p is on the row.
func (r *ChipRow) drag(c *Chip, p fyne.Position) {
	r.held, r.slot = r.index(c), r.slotAt(p)
	r.Refresh()
}

// drop puts the chip where it is held.
func (r *ChipRow) drop() {
	from, to := r.held, r.slot
	r.held = -1
	r.Refresh()
	if to > from {
		to--
	}
	r.move(from, to)
}

func (r *ChipRow) move(from, to int) {
	if from >= 0 && to >= 0 && to < len(r.chips) && from != to && r.OnMove != nil {
		r.OnMove(from, to)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *ChipRow) CreateRenderer() fyne.WidgetRenderer {
	caret := newBox(1)
	p := &parts{of: r, objects: []fyne.CanvasObject{r.flow, caret}}
	p.min = func() fyne.Size { return r.flow.MinSize() }
	p.update = func() {
		setBox(caret, theme.Accent, "")
		caret.Hidden = r.held < 0 || r.slot == r.held || r.slot == r.held+1
	}
	p.layout = func(s fyne.Size) {
		place(r.flow, 0, 0, s.Width, s.Height)
		if caret.Hidden || len(r.chips) == 0 {
			return
		}
		c := r.chips[min(r.slot, len(r.chips)-1)]
		x := c.Position().X - 4
		if r.slot == len(r.chips) {
			x = c.Position().X + c.Size().Width + 2
		}
		place(caret, max(x, 0), c.Position().Y, 2, c.Size().Height)
	}
	return p.start()
}

// unsteady is how far the pointer may move within a click, in all.
const unsteady = 5

// Dragged implements fyne.Draggable: a chip in a ChipRow is moved.
func (c *Chip) Dragged(e *fyne.DragEvent) {
	c.moved += abs(e.Dragged.DX) + abs(e.Dragged.DY)
	if c.moved >= unsteady && c.row != nil && c.row.OnMove != nil {
		hideTip(c)
		c.row.drag(c, c.Position().Add(e.Position))
	}
}

// DragEnd implements fyne.Draggable.
func (c *Chip) DragEnd() {
	moved := c.moved
	c.moved = 0
	switch {
	case moved < unsteady: // Fyne takes two pixels for a drag
		c.Tapped(&fyne.PointEvent{})
	case c.row != nil && c.row.held >= 0:
		c.row.drop()
	}
}

// TypedShortcut implements fyne.Shortcutable: Ctrl and an arrow move the chip.
func (c *Chip) TypedShortcut(s fyne.Shortcut) {
	by := stepOf(s)
	if by == 0 || c.row == nil {
		passOn(c, s)
		return
	}
	at := c.row.index(c)
	c.row.move(at, at+by)
}
