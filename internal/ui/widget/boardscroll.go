package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// boardScroll moves the page under a tile that is held at its upper or lower
// edge, faster the nearer to the edge.
type boardScroll struct {
	of    *container.Scroll // nil where the board does not scroll
	tile  *BoardTile
	at    fyne.Position // of the pointer, on the board as it stood at the start
	start float32       // how far the page was scrolled then
	run   *fyne.Animation
	last  time.Time // of the last step
}

// How near to an edge the page begins to move, and how far it moves in a second
// at the edge itself.
const (
	scrollEdge  float32 = 56
	scrollSpeed float32 = 900
)

// ScrollIn tells the board what it stands in: that moves while a tile is dragged
// to its edge.
func (b *Board) ScrollIn(s *container.Scroll) { b.scroll.of = s }

// hold follows the pointer with a tile; at is where it would be on the board if
// nothing had scrolled since the drag began, as Fyne tells it.
func (b *Board) hold(t *BoardTile, at fyne.Position) {
	c := &b.scroll
	if c.tile != t {
		c.tile, c.start = t, 0
		if c.of != nil {
			c.start = c.of.Offset.Y
		}
	}
	c.at = at
	b.drag(t, b.pointed())
	if c.of == nil {
		return
	}
	if b.pull() == 0 {
		c.stop()
	} else if c.run == nil {
		c.last = time.Now()
		c.run = fyne.NewAnimation(time.Hour, func(float32) {
			now := time.Now()
			b.pulled(now.Sub(c.last))
			c.last = now
		})
		c.run.Start()
	}
}

// letGo ends the drag.
func (b *Board) letGo() {
	b.scroll.stop()
	b.scroll.tile = nil
}

func (c *boardScroll) stop() {
	if c.run != nil {
		c.run.Stop()
		c.run = nil
	}
}

// pointed is the point of the board under the pointer now.
func (b *Board) pointed() fyne.Position {
	if b.scroll.of == nil {
		return b.scroll.at
	}
	return b.scroll.at.AddXY(0, b.scroll.of.Offset.Y-b.scroll.start)
}

// pull is how far the page is to move in a second: down where positive.
func (b *Board) pull() float32 {
	c := b.scroll.of
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(b).Y + b.pointed().Y - driver.AbsolutePositionForObject(c).Y
	switch height := c.Size().Height; {
	case y < scrollEdge:
		return -scrollSpeed * min((scrollEdge-y)/scrollEdge, 1)
	case y > height-scrollEdge:
		return scrollSpeed * min((y-height+scrollEdge)/scrollEdge, 1)
	}
	return 0
}

// pulled moves the page as far as it goes in a time.
func (b *Board) pulled(d time.Duration) {
	c := b.scroll.of
	most := max(c.Content.Size().Height-c.Size().Height, 0)
	y := min(max(c.Offset.Y+b.pull()*float32(d.Seconds()), 0), most)
	if y == c.Offset.Y {
		return
	}
	c.ScrollToOffset(fyne.NewPos(c.Offset.X, y))
	b.drag(b.scroll.tile, b.pointed())
}
