package widget

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// parts is a renderer put together from functions. update copies the widget's
// state into the objects, layout places them.
type parts struct {
	of      fyne.Widget
	objects []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	update  func()
	destroy func()
}

func (p *parts) Objects() []fyne.CanvasObject { return p.objects }
func (p *parts) MinSize() fyne.Size           { return p.min() }
func (p *parts) Layout(s fyne.Size)           { p.layout(s) }

func (p *parts) Refresh() {
	if p.update != nil {
		p.update()
	}
	p.layout(p.of.Size())
	canvas.Refresh(p.of)
}

func (p *parts) Destroy() {
	if p.destroy != nil {
		p.destroy()
	}
}

// start brings a fresh renderer up to date.
func (p *parts) start() *parts {
	if p.update != nil {
		p.update()
	}
	return p
}

func newText() *canvas.Text { return canvas.NewText("", color.Transparent) }

// setText gives a text its words and its looks.
func setText(t *canvas.Text, s string, size float32, c fyne.ThemeColorName, bold bool) {
	t.Text, t.TextSize, t.Color = s, size, theme.Color(c)
	t.TextStyle = fyne.TextStyle{Bold: bold}
	t.Refresh()
}

func newIcon() *Icon { return NewIcon("", theme.Second) }

// setIcon draws a named icon in a colour; "" hides it.
func setIcon(i *Icon, name theme.IconName, c fyne.ThemeColorName) {
	i.Hidden = name == ""
	i.Set(name, c)
}

// setBox fills and outlines a rectangle; "" leaves a part out.
func setBox(r *canvas.Rectangle, fill, stroke fyne.ThemeColorName) {
	r.FillColor, r.StrokeColor, r.StrokeWidth = color.Transparent, color.Transparent, 0
	if fill != "" {
		r.FillColor = theme.Color(fill)
	}
	if stroke != "" {
		r.StrokeColor, r.StrokeWidth = theme.Color(stroke), theme.Hair
	}
	r.Refresh()
}

// pale is a colour of the theme that lets what is under it through.
func pale(name fyne.ThemeColorName, alpha uint8) color.NRGBA {
	c := theme.Color(name)
	c.A = alpha
	return c
}

func newBox(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.CornerRadius = radius
	return r
}

// place moves and sizes an object in one go.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// textSize measures one line of text.
func textSize(s string, size float32, bold bool) fyne.Size {
	return fyne.MeasureText(s, size, fyne.TextStyle{Bold: bold})
}

// fitText shortens s with an ellipsis until it is no wider than width; cut
// says whether it had to.
func fitText(s string, size float32, bold bool, width float32) (fitted string, cut bool) {
	s = strings.ReplaceAll(s, "\n", " ")
	if s == "" || textSize(s, size, bold).Width <= width+.5 {
		return s, false
	}
	return chart.Cut(picture.Standard(), s, float64(size), bold, float64(width)), true
}

// wrapText breaks words into lines no wider than width, as Chinese and English
// do; a line break in the text stays one.
func wrapText(s string, size float32, bold bool, width float32) []string {
	const anyNumber = 1 << 20
	if bold {
		width *= .95 // chart.Wrap measures the regular weight
	}
	var out []string
	for _, para := range strings.Split(s, "\n") {
		lines := chart.Wrap(picture.Standard(), para, float64(size), float64(width), anyNumber)
		if len(lines) == 0 {
			lines = []string{""}
		}
		out = append(out, lines...)
	}
	return out
}

// putText shortens a text to its room and places it, vertically centred on
// the box y…y+h; it returns the width taken and whether it was cut.
func putText(t *canvas.Text, full string, x, y, w, h float32) (float32, bool) {
	s, cut := fitText(full, t.TextSize, t.TextStyle.Bold, max(w, 0))
	if s != t.Text {
		t.Text = s
		t.Refresh()
	}
	size := t.MinSize()
	switch t.Alignment {
	case fyne.TextAlignTrailing:
		x += w - size.Width
	case fyne.TextAlignCenter:
		x += (w - size.Width) / 2
	}
	place(t, x, y+(h-size.Height)/2-t.TextSize*rise, size.Width, size.Height)
	return size.Width, cut
}

// rise lifts text so that the middle of its characters, not of its line, is in
// the middle; a share of the size.
const rise = .056

// toneColors are the text and the soft ground of a tone.
func toneColors(t document.Tone) (text, soft fyne.ThemeColorName) {
	switch t {
	case document.Good:
		return theme.Good, theme.GoodSoft
	case document.Warning:
		return theme.Warning, theme.WarningSoft
	case document.Bad:
		return theme.Bad, theme.BadSoft
	}
	return theme.Text, theme.Hover
}

// canvasOf is the canvas that shows o; nil before it is shown.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// shownOn is the canvas on which a popup of o is to stand; nil where o is shown
// no longer, as when the line of a widget was made anew while it was clicked.
// The toolkit forgets after a minute on which canvas a still widget is, and
// knows again when it looks for what needs room.
func shownOn(o fyne.CanvasObject) fyne.Canvas {
	if c := canvasOf(o); c != nil {
		return c
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if c, ok := w.Canvas().(interface{ EnsureMinSize() bool }); ok {
			c.EnsureMinSize()
		}
	}
	return canvasOf(o)
}

// percent writes a share done; "" where unknown.
func percent(f float64) string {
	if f < 0 {
		return ""
	}
	return strconv.Itoa(int(min(f, 1)*100)) + "%"
}

// passOn hands a shortcut that a widget has no use for to its window. Fyne
// gives shortcuts to the focused widget alone, which would swallow Ctrl+O.
func passOn(o fyne.CanvasObject, s fyne.Shortcut) {
	c := canvasOf(o)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	if h, ok := c.(fyne.Shortcutable); ok {
		h.TypedShortcut(s)
	}
}

// stepOf is where Ctrl and an arrow key carry a thing among its like: −1 before
// the one before it, +1 behind the one after it, 0 for any other shortcut.
func stepOf(s fyne.Shortcut) int {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierShortcutDefault {
		return 0
	}
	switch k.KeyName {
	case fyne.KeyLeft, fyne.KeyUp:
		return -1
	case fyne.KeyRight, fyne.KeyDown:
		return +1
	}
	return 0
}

// leave hands an Escape that a widget has no use for to the dialog or popup that
// it is in, or to its window. Fyne gives keys to the focused widget alone.
func leave(o fyne.CanvasObject) {
	c, e := canvasOf(o), &fyne.KeyEvent{Name: fyne.KeyEscape}
	if c == nil {
		return
	}
	if top := c.Overlays().Top(); top != nil {
		if over, ok := top.(fyne.Focusable); ok {
			over.TypedKey(e)
		}
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(e)
	}
}
