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
	if v.OnBrush == nil || v.scene == nil || b.moved < unsteady {
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
	b := v.brush
	v.brush = brush{}
	if b.moved < unsteady { // Fyne takes two pixels for a drag
		v.Tapped(&b.at)
		return
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
