package widget

import (
	"fyne.io/fyne/v2"
)

// brush is a stretch being marked by dragging.
type brush struct {
	on       bool
	from, to float32
	moved    float32 // how far the pointer went since it was pressed
	at       fyne.PointEvent
}

// Dragged implements fyne.Draggable.
func (v *ChartView) Dragged(e *fyne.DragEvent) {
	b := &v.brush
	if b.moved == 0 {
		b.at = fyne.PointEvent{Position: e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY), AbsolutePosition: e.AbsolutePosition}
		b.from = b.at.Position.X
	}
	b.moved += abs(e.Dragged.DX) + abs(e.Dragged.DY)
	if v.carried(e.Position) || v.OnBrush == nil || v.scene == nil || b.moved < unsteady {
		return
	}
	p := v.scene.Plot
	if y := float64(b.at.Position.Y); y < p.Y || y > p.Y+p.H {
		return
	}
	left, right := float32(p.X), float32(p.X+p.W)
	b.on, b.from, b.to = true, min(max(b.from, left), right), min(max(e.Position.X, left), right)
	v.hit = nil
	v.overlay.Refresh()
}

// DragEnd implements fyne.Draggable.
func (v *ChartView) DragEnd() {
	b, c := v.brush, v.carry
	v.brush, v.carry = brush{}, carry{}
	if c.note > 0 {
		v.overlay.Refresh()
	}
	if b.moved < unsteady { // Fyne takes two pixels for a drag
		v.Tapped(&b.at)
		return
	}
	if c.note > 0 {
		size := v.Size()
		v.OnNoteMove(c.note-1, float64(c.middle.X/size.Width), float64(c.middle.Y/size.Height))
	}
	if !b.on {
		return
	}
	v.overlay.Refresh()
	from, to, some := 0, 0, false
	for i := range v.scene.Hits {
		h := &v.scene.Hits[i]
		if !h.IsMark() || h.Wedge != nil {
			continue
		}
		x, _ := middle(h)
		if x < float64(min(b.from, b.to)) || x > float64(max(b.from, b.to)) {
			continue
		}
		if c := h.Ref.Category; !some {
			from, to, some = c, c, true
		} else {
			from, to = min(from, c), max(to, c)
		}
	}
	if some && v.OnBrush != nil {
		v.OnBrush(from, to)
	}
}

// carry is a remark being dragged to another place.
type carry struct {
	note   int           // counted from 1; 0 none
	grip   fyne.Position // of the pointer, seen from the middle
	middle fyne.Position
	size   fyne.Size
}

// carried moves the remark that the pointer was pressed on; false where it was
// pressed on none.
func (v *ChartView) carried(to fyne.Position) bool {
	if v.OnNoteMove == nil || v.brush.on || v.scene == nil {
		return false
	}
	c := &v.carry
	if c.note == 0 {
		from := v.brush.at.Position
		h := v.hitAt(from)
		if h == nil || h.Note == 0 {
			return false
		}
		for i := range v.scene.Hits { // the words rather than the dot at the mark
			if o := &v.scene.Hits[i]; o.Note == h.Note && o.W*o.H > h.W*h.H {
				h = o
			}
		}
		c.note, c.size = h.Note, fyne.NewSize(float32(h.W), float32(h.H))
		c.grip = from.SubtractXY(float32(h.X+h.W/2), float32(h.Y+h.H/2))
	}
	c.middle = to.Subtract(c.grip)
	v.hit = nil
	v.overlay.Refresh()
	return true
}
