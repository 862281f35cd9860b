package widget

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// tipDelay is how long the pointer rests before a tip appears; tests set 0.
var tipDelay = 500 * time.Millisecond

// tipHost is a root on a canvas that can show a tip above everything.
type tipHost interface{ tips() *tipLayer }

// Stage is the root of a window: the content, and above it the tips. Without a
// Stage at the root of its window a widget shows no tip.
type Stage struct {
	widget.BaseWidget
	content fyne.CanvasObject
	layer   *tipLayer
}

// NewStage makes the root of a window.
func NewStage(content fyne.CanvasObject) *Stage {
	s := &Stage{content: content, layer: newTipLayer()}
	s.ExtendBaseWidget(s)
	return s
}

// SetContent changes what is below the tips.
func (s *Stage) SetContent(o fyne.CanvasObject) {
	s.content = o
	s.Refresh()
}

// Content is what is below the tips.
func (s *Stage) Content() fyne.CanvasObject { return s.content }

func (s *Stage) tips() *tipLayer { return s.layer }

// CreateRenderer implements fyne.Widget.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer {
	p := &parts{of: s, objects: []fyne.CanvasObject{s.content, s.layer}}
	p.min = func() fyne.Size { return s.content.MinSize() }
	p.update = func() { p.objects[0] = s.content }
	p.layout = func(size fyne.Size) {
		place(s.content, 0, 0, size.Width, size.Height)
		place(s.layer, 0, 0, size.Width, size.Height)
	}
	return p
}

// tipLayer paints at most one tip and takes no events.
type tipLayer struct {
	widget.BaseWidget
	owner fyne.CanvasObject
	timer *time.Timer
	text  string
	at    fyne.Position // of the owner on the canvas
	size  fyne.Size     // of the owner
	shown bool
}

func newTipLayer() *tipLayer {
	t := &tipLayer{}
	t.ExtendBaseWidget(t)
	return t
}

// showTip shows words next to o after a moment.
func showTip(o fyne.CanvasObject, text string) { showTipAt(o, text, fyne.Position{}, o.Size()) }

// showTipAt shows words next to a part of o.
func showTipAt(o fyne.CanvasObject, text string, at fyne.Position, size fyne.Size) {
	t := tipsOf(o)
	if t == nil || text == "" || t.owner == o && t.text == text && t.at == at {
		return
	}
	t.stop()
	t.owner, t.text, t.at, t.size = o, text, at, size
	if tipDelay == 0 {
		t.show()
		return
	}
	t.timer = time.AfterFunc(tipDelay, func() {
		fyne.Do(func() {
			if t.owner == o && t.text == text {
				t.show()
			}
		})
	})
}

// hideTip takes the tip of o away.
func hideTip(o fyne.CanvasObject) {
	if t := tipsOf(o); t != nil && t.owner == o {
		t.stop()
	}
}

// tipsOf finds the layer above o: that of the topmost overlay, else that of
// the window.
func tipsOf(o fyne.CanvasObject) *tipLayer {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	if h, ok := c.Overlays().Top().(tipHost); ok {
		return h.tips()
	}
	if h, ok := c.Content().(tipHost); ok {
		return h.tips()
	}
	return nil
}

// hideTips takes away whatever tip a canvas shows, before something covers it.
func hideTips(c fyne.Canvas) {
	for _, o := range append(slices.Clone(c.Overlays().List()), c.Content()) {
		if h, ok := o.(tipHost); ok {
			h.tips().stop()
		}
	}
}

func (t *tipLayer) stop() {
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	t.owner = nil
	if t.shown {
		t.shown = false
		t.Refresh()
	}
}

func (t *tipLayer) show() {
	t.shown = true
	t.Refresh()
}

const tipWidth = 320

// CreateRenderer implements fyne.Widget.
func (t *tipLayer) CreateRenderer() fyne.WidgetRenderer {
	box := newBox(theme.Radius)
	var lines []*canvas.Text
	p := &parts{of: t}
	p.min = func() fyne.Size { return fyne.Size{} }
	p.update = func() {
		p.objects = p.objects[:0]
		lines = lines[:0]
		if !t.shown || t.owner == nil {
			return
		}
		setBox(box, theme.TipFill, "")
		p.objects = append(p.objects, box)
		for _, s := range wrapText(t.text, theme.Small, false, tipWidth) {
			l := newText()
			setText(l, s, theme.Small, theme.TipText, false)
			lines = append(lines, l)
			p.objects = append(p.objects, l)
		}
	}
	p.layout = func(s fyne.Size) {
		if len(lines) == 0 {
			return
		}
		var w, h float32
		for _, l := range lines {
			m := l.MinSize()
			w, h = max(w, m.Width), h+m.Height
		}
		w, h = w+20, h+12
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.owner).Add(t.at)
		x := min(max(at.X+t.size.Width/2-w/2, 4), max(s.Width-w-4, 4))
		y := at.Y + t.size.Height + 6
		if y+h > s.Height-4 {
			y = max(at.Y-h-6, 4)
		}
		place(box, x, y, w, h)
		ly := y + 6
		for _, l := range lines {
			m := l.MinSize()
			place(l, x+10, ly, m.Width, m.Height)
			ly += m.Height
		}
	}
	return p.start()
}
