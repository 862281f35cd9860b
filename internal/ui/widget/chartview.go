package widget

import (
	"image"
	"image/draw"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// ChartView shows a chart: a card with values under the pointer, series
// switched off and on in the legend, a click on a mark reported. What takes
// long to paint is painted beside the UI goroutine; the newest request wins.
type ChartView struct {
	control

	// OnMark is told a click (or Enter) on a mark; pos is on the canvas.
	OnMark func(ref chart.Ref, pos fyne.Position)
	// OnTap, where not nil, is told a click that nothing else answers to.
	OnTap func()
	// OnMenu is told a right click; beside the marks ref names the category that
	// is nearest, with Series −1, and beside the drawing it is nil.
	OnMenu func(ref *chart.Ref, pos fyne.Position)
	// OnNote is told a click on a remark, by its place in the chart's Notes.
	OnNote func(note int, pos fyne.Position)
	// OnNoteMove, where not nil, lets remarks be dragged; it is told where the
	// middle of one went, in shares of the picture.
	OnNoteMove func(note int, x, y float64)
	// OnCopy gets the picture when the person copies.
	OnCopy func(img image.Image)
	// OnBrush, where not nil, lets a stretch of the drawing be marked by
	// dragging across it; it is told the first and last category in it.
	OnBrush func(from, to int)
	// OnToggle is told which series are switched off, by name.
	OnToggle func(hidden []string)

	given  *chart.Chart // as it was set
	hidden map[string]bool
	least  fyne.Size

	scene   *chart.Scene // that pic shows
	pic     *image.RGBA
	scale   float64
	raster  *canvas.Raster
	overlay *chartOverlay
	work    paintQueue

	hit       *chart.Hit
	at        fyne.Position
	brush     brush
	carry     carry
	lastClick click
	now       func() time.Time
}

type click struct {
	series int
	when   time.Time
}

// NewChartView makes an empty view.
func NewChartView() *ChartView {
	v := &ChartView{hidden: map[string]bool{}, now: time.Now, least: fyne.NewSize(280, 180), scale: 1}
	v.key = v.typed
	v.bind(v)
	return v
}

// SetMinSize sets the least size that the view asks for.
func (v *ChartView) SetMinSize(s fyne.Size) {
	v.least = s
	v.Refresh()
}

// SetChart shows a chart; nil shows nothing. Series that were switched off
// stay off where a series of the same name comes again.
func (v *ChartView) SetChart(c *chart.Chart) {
	v.given = c
	v.setHit(nil, v.at)
	v.request()
}

// Chart is what was set.
func (v *ChartView) Chart() *chart.Chart { return v.given }

// Hidden lists the series that are switched off, by name, in their order.
func (v *ChartView) Hidden() []string {
	var out []string
	if v.given != nil {
		for _, s := range v.given.Series {
			if v.hidden[s.Name] {
				out = append(out, s.Name)
			}
		}
	}
	return out
}

// SetHidden switches series off by name, and all others on.
func (v *ChartView) SetHidden(names []string) {
	clear(v.hidden)
	for _, n := range names {
		v.hidden[n] = true
	}
	v.request()
}

// shown is the given chart with the switches of the legend.
func (v *ChartView) shown() *chart.Chart {
	c := *v.given
	c.Series = append([]chart.Series(nil), c.Series...)
	for i := range c.Series {
		c.Series[i].Hidden = c.Series[i].Hidden || v.hidden[c.Series[i].Name]
	}
	return &c
}

// Image paints the chart as it is seen, at a number of pixels a point.
func (v *ChartView) Image(scale float64) *image.RGBA {
	s := v.Size()
	if v.given == nil || s.Width < 1 || s.Height < 1 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	scene := v.shown().Layout(float64(s.Width), float64(s.Height), theme.ChartPalette(), picture.Standard())
	return picture.Image(scene, scale)
}

// toggle switches a series off or on; isolate leaves it alone, or, where it is
// alone already, brings all back.
func (v *ChartView) toggle(series int, isolate bool) {
	names := v.given.Series
	name := names[series].Name
	switch {
	case isolate && v.alone(series):
		clear(v.hidden)
	case isolate:
		for i, s := range names {
			v.hidden[s.Name] = i != series
		}
	default:
		v.hidden[name] = !v.hidden[name]
	}
	v.setHit(nil, v.at)
	v.request()
	if v.OnToggle != nil {
		v.OnToggle(v.Hidden())
	}
}

// alone reports whether all other series are switched off; the first click of
// a double click may have switched the series itself.
func (v *ChartView) alone(series int) bool {
	for i, s := range v.given.Series {
		if i != series && !v.hidden[s.Name] {
			return false
		}
	}
	return len(v.given.Series) > 1
}

const doubleClick = 400 * time.Millisecond

// Tapped implements fyne.Tappable.
func (v *ChartView) Tapped(e *fyne.PointEvent) {
	v.grabFocus()
	h := v.hitAt(e.Position)
	if h == nil || v.given == nil || !h.Legend {
		v.tapped(h, e.AbsolutePosition)
		return
	}
	now := v.now()
	twice := v.lastClick.series == h.Ref.Series && now.Sub(v.lastClick.when) < doubleClick
	v.lastClick = click{h.Ref.Series, now}
	if twice {
		v.lastClick = click{}
	}
	v.toggle(h.Ref.Series, twice)
}

// tapped tells a click that is not on the legend.
func (v *ChartView) tapped(h *chart.Hit, pos fyne.Position) {
	v.setHit(nil, v.at) // the card would stand under what the mark opens
	switch {
	case h != nil && h.Note > 0 && v.OnNote != nil:
		v.OnNote(h.Note-1, pos)
	case h != nil && h.IsMark() && v.OnMark != nil:
		v.OnMark(h.Ref, pos)
	case v.OnTap != nil:
		v.OnTap()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *ChartView) TappedSecondary(e *fyne.PointEvent) {
	if v.OnMenu == nil {
		return
	}
	h := v.hitAt(e.Position)
	switch {
	case h != nil && h.Note > 0:
		v.tapped(h, e.AbsolutePosition)
	case h != nil && h.IsMark():
		v.setHit(nil, v.at)
		v.OnMenu(&h.Ref, e.AbsolutePosition)
	default:
		v.OnMenu(v.nearest(e.Position), e.AbsolutePosition)
	}
}

// nearest names the category of the mark that is nearest along the axis to a
// point of the drawing; nil beside the drawing.
func (v *ChartView) nearest(p fyne.Position) *chart.Ref {
	if v.scene == nil || !inside(v.scene.Plot, p) {
		return nil
	}
	var found *chart.Ref
	best := math.Inf(1)
	for i := range v.scene.Hits {
		h := &v.scene.Hits[i]
		if x, _ := middle(h); h.IsMark() && math.Abs(x-float64(p.X)) < best {
			best = math.Abs(x - float64(p.X))
			found = &chart.Ref{Series: -1, Category: h.Ref.Category}
		}
	}
	return found
}

func inside(b chart.Box, p fyne.Position) bool {
	x, y := float64(p.X), float64(p.Y)
	return x >= b.X && x < b.X+b.W && y >= b.Y && y < b.Y+b.H
}

func (v *ChartView) hitAt(p fyne.Position) *chart.Hit {
	if v.scene == nil {
		return nil
	}
	return v.scene.At(float64(p.X), float64(p.Y))
}

// MouseIn implements desktop.Hoverable.
func (v *ChartView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (v *ChartView) MouseMoved(e *desktop.MouseEvent) { v.setHit(v.hitAt(e.Position), e.Position) }

// MouseOut implements desktop.Hoverable.
func (v *ChartView) MouseOut() { v.setHit(nil, v.at) }

// setHit moves the highlight and the card.
func (v *ChartView) setHit(h *chart.Hit, at fyne.Position) {
	if h == nil && v.hit == nil || h == v.hit && h != nil && at == v.at {
		return
	}
	v.hit, v.at = h, at
	if v.overlay != nil {
		v.overlay.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (v *ChartView) Cursor() desktop.Cursor {
	if v.OnTap != nil || v.hit != nil && (v.hit.Legend || v.OnMark != nil && v.hit.IsMark() || v.OnNote != nil && v.hit.Note > 0) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// TypedShortcut implements fyne.Shortcutable: copy.
func (v *ChartView) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok && v.OnCopy != nil && v.given != nil {
		v.OnCopy(v.Image(2))
		return
	}
	passOn(v, s)
}

// typed walks through the marks with the arrow keys.
func (v *ChartView) typed(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		v.step(1)
	case fyne.KeyLeft, fyne.KeyUp:
		v.step(-1)
	case fyne.KeyEscape:
		if v.hit == nil {
			return false
		}
		v.setHit(nil, v.at)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if v.hit == nil {
			return false
		}
		abs := fyne.CurrentApp().Driver().AbsolutePositionForObject(v).Add(v.at)
		v.Tapped(&fyne.PointEvent{Position: v.at, AbsolutePosition: abs})
	default:
		return false
	}
	return true
}

func (v *ChartView) step(d int) {
	if v.scene == nil || len(v.scene.Hits) == 0 {
		return
	}
	n, i := len(v.scene.Hits), -1
	for k := range v.scene.Hits {
		if &v.scene.Hits[k] == v.hit {
			i = k
		}
	}
	if i < 0 && d < 0 {
		i = 0
	}
	h := &v.scene.Hits[(i+d+n)%n]
	x, y := middle(h)
	v.setHit(h, fyne.NewPos(float32(x), float32(y)))
}

// FocusLost implements fyne.Focusable.
func (v *ChartView) FocusLost() {
	v.setHit(nil, v.at)
	v.control.FocusLost()
}

// paintPic is the raster's generator: it shows the last picture, at the size
// that is wanted now.
func (v *ChartView) paintPic(w, h int) image.Image {
	if size := v.Size(); size.Width > 0 {
		if k := float64(w) / float64(size.Width); k > 0 && k != v.scale {
			v.scale = k
			v.request()
		}
	}
	if v.pic == nil || v.pic.Rect.Dx() == w && v.pic.Rect.Dy() == h {
		if v.pic != nil {
			return v.pic
		}
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	// A picture of another size is on its way: show the old one unstretched.
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Rect, image.NewUniform(theme.Color(theme.Surface)), image.Point{}, draw.Src)
	draw.Draw(out, v.pic.Rect, v.pic, image.Point{}, draw.Src)
	return out
}
