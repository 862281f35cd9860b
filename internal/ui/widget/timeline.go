package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// TimelineBar is one period of a timeline.
type TimelineBar struct {
	Label string // "10月26日", shown at the ends of the range
	Value float64
}

// Timeline is a row of small bars over time and a range of them that can be
// dragged: at its ends, or as a whole. The arrow keys move the range, Page Up and
// Page Down make it longer and shorter, Escape takes all.
type Timeline struct {
	control
	// OnChange is told the range while it moves; OnChanged when it stands.
	OnChange, OnChanged func(from, to int)

	bars     []TimelineBar
	from, to int // both included
	part     timelinePart
	start    int // bar where a drag began
	oldFrom  int
	oldTo    int
	over     int // bar under the pointer; −1 none
}

type timelinePart uint8

const (
	noPart timelinePart = iota
	leftEnd
	rightEnd
	wholeRange
	newRange
)

// NewTimeline makes an empty one.
func NewTimeline() *Timeline {
	t := &Timeline{over: -1}
	t.key = t.typed
	t.bind(t)
	return t
}

// SetBars shows other periods, all of them in the range.
func (t *Timeline) SetBars(bars []TimelineBar) {
	t.bars, t.from, t.to = bars, 0, len(bars)-1
	t.Refresh()
}

// SetRange shows a range without calling back.
func (t *Timeline) SetRange(from, to int) {
	t.from, t.to = t.clip(from), t.clip(to)
	t.Refresh()
}

// Range is the chosen range, both ends included.
func (t *Timeline) Range() (from, to int) { return t.from, t.to }

func (t *Timeline) clip(i int) int { return min(max(i, 0), max(len(t.bars)-1, 0)) }

const (
	timelineSide  float32 = 10
	timelineBars  float32 = 36
	timelineWords float32 = 18
	timelineReach float32 = 7
)

func (t *Timeline) step() float32 {
	return (t.Size().Width - 2*timelineSide) / float32(max(len(t.bars), 1))
}

func (t *Timeline) x(bar int) float32 { return timelineSide + float32(bar)*t.step() }

func (t *Timeline) barAt(x float32) int {
	return t.clip(int(math.Floor(float64((x - timelineSide) / t.step()))))
}

func (t *Timeline) partAt(x float32) timelinePart {
	l, r := t.x(t.from), t.x(t.to+1)
	switch {
	case len(t.bars) == 0:
		return noPart
	case abs(x-l) <= timelineReach && (abs(x-l) <= abs(x-r)):
		return leftEnd
	case abs(x-r) <= timelineReach:
		return rightEnd
	case x > l && x < r && (t.from > 0 || t.to < len(t.bars)-1):
		return wholeRange
	}
	return newRange
}

func abs(v float32) float32 { return max(v, -v) }

// set moves the range and tells.
func (t *Timeline) set(from, to int) {
	if from > to {
		from, to = to, from
	}
	from, to = t.clip(from), t.clip(to)
	if from == t.from && to == t.to {
		return
	}
	t.from, t.to = from, to
	t.Refresh()
	if t.OnChange != nil {
		t.OnChange(from, to)
	}
}

func (t *Timeline) settle() {
	if t.OnChanged != nil && len(t.bars) > 0 {
		t.OnChanged(t.from, t.to)
	}
}

// MouseDown implements desktop.Mouseable.
func (t *Timeline) MouseDown(e *desktop.MouseEvent) {
	t.grabFocus()
	t.part, t.start = t.partAt(e.Position.X), t.barAt(e.Position.X)
	t.oldFrom, t.oldTo = t.from, t.to
}

// MouseUp implements desktop.Mouseable.
func (t *Timeline) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses the one bar that was clicked, or all where it was chosen alone.
func (t *Timeline) Tapped(e *fyne.PointEvent) {
	if p := t.partAt(e.Position.X); len(t.bars) == 0 || p == leftEnd || p == rightEnd {
		return
	}
	i := t.barAt(e.Position.X)
	if t.from == i && t.to == i {
		t.set(0, len(t.bars)-1)
	} else {
		t.set(i, i)
	}
	t.settle()
}

// Dragged implements fyne.Draggable.
func (t *Timeline) Dragged(e *fyne.DragEvent) {
	if len(t.bars) == 0 {
		return
	}
	edge := t.clip(int(math.Round(float64((e.Position.X - timelineSide) / t.step()))))
	switch t.part {
	case leftEnd:
		t.set(min(edge, t.oldTo), t.oldTo)
	case rightEnd:
		t.set(t.oldFrom, max(t.barAt(e.Position.X-t.step()/2), t.oldFrom))
	case wholeRange:
		d := t.barAt(e.Position.X) - t.start
		d = min(max(d, -t.oldFrom), len(t.bars)-1-t.oldTo)
		t.set(t.oldFrom+d, t.oldTo+d)
	case newRange:
		t.set(t.start, t.barAt(e.Position.X))
	}
}

// DragEnd implements fyne.Draggable.
func (t *Timeline) DragEnd() {
	t.part = noPart
	t.settle()
}

// MouseMoved implements desktop.Hoverable.
func (t *Timeline) MouseMoved(e *desktop.MouseEvent) {
	if i := t.barAt(e.Position.X); len(t.bars) > 0 && i != t.over {
		t.over = i
		hideTip(t)
		showTipAt(t, t.bars[i].Label, fyne.NewPos(t.x(i), 0), fyne.NewSize(t.step(), timelineBars))
		t.Refresh()
	}
	t.part = t.partAt(e.Position.X)
}

// MouseOut implements desktop.Hoverable.
func (t *Timeline) MouseOut() {
	t.over = -1
	t.control.MouseOut()
}

// Cursor implements desktop.Cursorable.
func (t *Timeline) Cursor() desktop.Cursor {
	switch t.part {
	case leftEnd, rightEnd:
		return desktop.HResizeCursor
	case wholeRange, newRange:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// typed moves the range: arrows all of it, Page Up and Down its end.
func (t *Timeline) typed(e *fyne.KeyEvent) bool {
	last := len(t.bars) - 1
	switch {
	case last < 0:
		return false
	case e.Name == fyne.KeyLeft && t.from > 0:
		t.set(t.from-1, t.to-1)
	case e.Name == fyne.KeyRight && t.to < last:
		t.set(t.from+1, t.to+1)
	case e.Name == fyne.KeyPageDown && t.to > t.from:
		t.set(t.from, t.to-1)
	case e.Name == fyne.KeyPageUp:
		t.set(t.from, t.to+1)
	case e.Name == fyne.KeyHome:
		t.set(0, t.to-t.from)
	case e.Name == fyne.KeyEnd:
		t.set(last-(t.to-t.from), last)
	default:
		return false
	}
	t.settle()
	return true
}

// CreateRenderer implements fyne.Widget.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	ring, left, right := newRing(), newText(), newText()
	right.Alignment = fyne.TextAlignTrailing
	ink := newInk(t.paintBars)
	p := &parts{of: t, objects: []fyne.CanvasObject{ink, left, right, ring}}
	p.min = func() fyne.Size { return fyne.NewSize(160, timelineBars+timelineWords+4) }
	label := func(i int) string {
		if i < 0 || i >= len(t.bars) {
			return ""
		}
		return t.bars[i].Label
	}
	p.update = func() {
		setText(left, label(t.from), theme.Small, theme.Second, false)
		setText(right, label(t.to), theme.Small, theme.Second, false)
		right.Hidden = t.from == t.to
		ink.Refresh()
	}
	p.layout = func(s fyne.Size) {
		place(ink, 0, 0, s.Width, timelineBars+4)
		t.placeRing(ring, s)
		if len(t.bars) == 0 {
			return
		}
		lw, rw := textSize(label(t.from), theme.Small, false).Width, textSize(label(t.to), theme.Small, false).Width
		lx := t.x(t.from)
		rx := t.x(t.to+1) - rw
		if !right.Hidden && lx+lw+8 > rx { // too close: spread them about the middle
			mid := (t.x(t.from) + t.x(t.to+1)) / 2
			lx, rx = mid-lw-4, mid+4
		}
		lx = min(max(lx, 2), s.Width-lw-2)
		rx = min(max(rx, lx+lw+8), s.Width-rw-2)
		if !right.Hidden {
			lx = min(lx, rx-lw-8)
		}
		putText(left, label(t.from), lx, timelineBars+4, lw+1, timelineWords)
		right.Alignment = fyne.TextAlignLeading
		putText(right, label(t.to), rx, timelineBars+4, rw+1, timelineWords)
	}
	return p.start()
}

// paintBars draws the bars, the range and its ends.
func (t *Timeline) paintBars(c *picture.Painter, w, h float64) {
	if len(t.bars) == 0 {
		return
	}
	most := 0.
	for _, b := range t.bars {
		if !math.IsNaN(b.Value) {
			most = max(most, b.Value)
		}
	}
	l, r, foot := float64(t.x(t.from)), float64(t.x(t.to+1)), h-2
	c.Fill(l, 0, r-l, foot, theme.Color(theme.AccentSoft))
	in, out, strong := theme.Color(theme.Accent), theme.Color(theme.Edge), theme.Color(theme.AccentHover)
	step := float64(t.step())
	gap := min(2, step*.25)
	for i, b := range t.bars {
		if !(b.Value > 0) {
			continue
		}
		ink := out
		switch {
		case i == t.over && i >= t.from && i <= t.to:
			ink = strong
		case i >= t.from && i <= t.to:
			ink = in
		}
		tall := max((foot-4)*b.Value/most, 1)
		c.Fill(float64(t.x(i))+gap/2, foot-tall, step-gap, tall, ink)
	}
	c.Fill(float64(timelineSide), foot, w-2*float64(timelineSide), 1, theme.Color(theme.Line))
	for _, x := range []float64{l, r} {
		c.Fill(x-1, 0, 2, foot+1, in)
		c.Rect(x-4, foot/2-8, 8, 16, chart.Style{Fill: theme.Color(theme.Surface), Stroke: in, Width: 1.5, Radius: 3})
	}
}
