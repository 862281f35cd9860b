package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// TileView is what a tile shows, ready as text.
type TileView struct {
	Label  string
	Value  string
	Change string        // "12.4%"; "" none
	Trend  int           // +1 up, −1 down, 0 level: the arrow before Change
	Mood   document.Tone // whether the change is welcome: its colour
	Tone   document.Tone // the value against its standard
	Help   string        // definition, shown as a tip
	Spark  []float64     // NaN leaves a gap; fewer than two draw nothing
}

// Tile is one KPI: label, value, change with arrow and colour, spark line.
type Tile struct {
	control
	view TileView
}

// NewTile makes a tile; onTap may be nil.
func NewTile(v TileView, onTap func()) *Tile {
	t := &Tile{view: v}
	t.tap, t.tip = onTap, v.Help
	t.bind(t)
	return t
}

// SetView changes what is shown.
func (t *Tile) SetView(v TileView) {
	t.view, t.tip = v, v.Help
	t.Refresh()
}

// View is what is shown.
func (t *Tile) View() TileView { return t.view }

func (t *Tile) arrow() string {
	switch {
	case t.view.Change == "":
		return ""
	case t.view.Trend > 0:
		return "▲ "
	case t.view.Trend < 0:
		return "▼ "
	}
	return ""
}

// CreateRenderer implements fyne.Widget.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	box, edge, ring := newBox(theme.Radius), newBox(1.5), newRing()
	label, value, change := newText(), newText(), newText()
	spark := newInk(func(c *picture.Painter, w, h float64) { paintSpark(c, t.view.Spark, w, h) })
	p := &parts{of: t, objects: []fyne.CanvasObject{box, edge, spark, label, value, change, ring}}
	p.min = func() fyne.Size { return fyne.NewSize(168, 104) }
	p.update = func() {
		stroke := theme.Line
		if t.hovered && t.tap != nil {
			stroke = theme.Accent
		}
		setBox(box, theme.Surface, stroke)
		tone, _ := toneColors(t.view.Tone)
		setBox(edge, tone, "")
		edge.Hidden = t.view.Tone == document.Neutral
		setText(label, t.view.Label, theme.Small, theme.Second, false)
		setText(value, t.view.Value, theme.Display, theme.Text, true)
		mood := theme.Second
		if t.view.Mood != document.Neutral {
			mood, _ = toneColors(t.view.Mood)
		}
		setText(change, t.arrow()+t.view.Change, theme.Small, mood, true)
		canvas.Refresh(spark)
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		place(edge, 0, 14, 3, s.Height-28)
		t.placeRing(ring, s)
		in := s.Width - 2*theme.Pad
		putText(label, t.view.Label, theme.Pad, 12, in, 18)
		putText(value, t.view.Value, theme.Pad, 32, in, 36)
		w, _ := putText(change, t.arrow()+t.view.Change, theme.Pad, s.Height-32, in, 20)
		x := theme.Pad
		if w > 0 {
			x += w + 12
		}
		place(spark, x, s.Height-36, max(s.Width-theme.Pad-x, 0), 24)
	}
	return p.start()
}

// paintSpark draws a small line without axes, its last point marked.
func paintSpark(c chart.Canvas, values []float64, w, h float64) {
	low, high := math.Inf(1), math.Inf(-1)
	n := 0
	for _, v := range values {
		if !math.IsNaN(v) {
			low, high, n = min(low, v), max(high, v), n+1
		}
	}
	if n < 2 || w < 12 || h < 6 {
		return
	}
	if high == low {
		low, high = low-1, high+1
	}
	const r = 2.5
	ink := theme.Color(theme.Accent)
	step := (w - 2*r - 2) / float64(len(values)-1)
	at := func(i int) chart.Point {
		return chart.Point{X: 1 + r + float64(i)*step, Y: r + 1 + (h-2*r-2)*(high-values[i])/(high-low)}
	}
	var line []chart.Point
	flush := func() {
		if len(line) > 1 {
			c.Path(line, false, chart.Style{Stroke: ink, Width: 1.5})
		}
		line = nil
	}
	last := -1
	for i, v := range values {
		if math.IsNaN(v) {
			flush()
			continue
		}
		line, last = append(line, at(i)), i
	}
	flush()
	c.Path(circle(at(last), r), true, chart.Style{Fill: ink})
}
