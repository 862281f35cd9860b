package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tallyboard/internal/ui/theme"
)

// flow lays objects in lines, as words of a text.
type flow struct {
	gap   float32
	width float32 // of the last layout
}

// NewFlow puts objects one behind the other at their own size and begins a new
// line where there is no room. gap stands between them in both directions.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

// MinSize is as high as the lines of the last layout need.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, min(o.MinSize().Width, 200))
		}
	}
	return fyne.NewSize(widest, f.run(objects, max(known(f.width), widest), nil))
}

// known is the width of the last layout, or before the first a likely one: a
// guess too narrow would make the window jump.
func known(width float32) float32 {
	if width == 0 {
		return 1000
	}
	return width
}

// Layout implements fyne.Layout.
func (f *flow) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	f.width = s.Width
	f.run(objects, s.Width, func(o fyne.CanvasObject, x, y, w, h float32) { place(o, x, y, w, h) })
}

// run goes through the lines and gives the height of all of them.
func (f *flow) run(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	var x, y, height float32
	start := 0
	line := func(end int) {
		if put == nil {
			return
		}
		lx := float32(0)
		for _, o := range objects[start:end] {
			if !o.Visible() {
				continue
			}
			m := o.MinSize()
			w := min(m.Width, width)
			put(o, lx, y+(height-m.Height)/2, w, m.Height)
			lx += w + f.gap
		}
	}
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		w := min(m.Width, width)
		if x > 0 && x+w > width+.5 {
			line(i)
			y += height + f.gap
			x, height, start = 0, 0, i
		}
		x += w + f.gap
		height = max(height, m.Height)
	}
	line(len(objects))
	return y + height
}

// tiles lays objects in equal columns, as many as fit.
type tiles struct {
	least, gap float32
	width      float32
}

// NewColumns lays objects in equal columns no narrower than least, as many as
// fit, each line as high as its highest object.
func NewColumns(least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tiles{least: least, gap: theme.Gap + theme.Unit}, objects...)
}

func (t *tiles) columns(n int, width float32) int {
	return max(min(int((width+t.gap)/(t.least+t.gap)), n), 1)
}

// MinSize is as high as the lines of the last layout need.
func (t *tiles) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(t.least, t.run(objects, max(known(t.width), t.least), false))
}

// Layout implements fyne.Layout.
func (t *tiles) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	t.width = s.Width
	t.run(objects, s.Width, true)
}

func (t *tiles) run(objects []fyne.CanvasObject, width float32, put bool) float32 {
	var shown []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	if len(shown) == 0 {
		return 0
	}
	n := t.columns(len(shown), width)
	w := (width - float32(n-1)*t.gap) / float32(n)
	y := float32(0)
	for i := 0; i < len(shown); i += n {
		line := shown[i:min(i+n, len(shown))]
		h := float32(0)
		for _, o := range line {
			h = max(h, o.MinSize().Height)
		}
		if put {
			for k, o := range line {
				place(o, float32(k)*(w+t.gap), y, w, h)
			}
		}
		y += h + t.gap
	}
	return y - t.gap
}
