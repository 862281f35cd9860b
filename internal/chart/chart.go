// Package chart draws pivoted numbers: a Chart becomes a Scene (display list
// and hit regions), and the scene is painted on any Canvas. Screen, PDF, PNG
// and SVG are canvases, and so is the recorder of the tests; so the picture is
// the same everywhere. One file per chart type.
package chart

import (
	"image/color"

	"tallyboard/internal/display"
)

// Kind is the id of a chart type; the Catalogue lists them.
type Kind string

const (
	Column  Kind = "column"  // grouped vertical bars
	Stacked Kind = "stacked" // stacked vertical bars
	Bar     Kind = "bar"     // horizontal bars
	Line    Kind = "line"
	Heat    Kind = "heat" // series × categories
	Pareto  Kind = "pareto"
	Donut   Kind = "donut"
)

// Chart is what to draw, in plain data.
type Chart struct {
	Kind       Kind
	Title      string
	Unit       string         // shown at the top right; "" none
	Format     display.Format // of the values
	Categories []string       // what is shown along the axis
	Full       []string       // full text of the categories for hover; nil where the same
	Series     []Series
	Time       bool // the categories follow each other in time
	Lang       string
}

// Series is one row of values over the categories.
type Series struct {
	Name   string
	Values []float64 // NaN draws nothing
	// Key chooses the colour, so that a value keeps its colour across charts;
	// "" takes the name.
	Key   string
	Other bool        // the rest of a top N: drawn grey
	Color color.NRGBA // overrides the palette where A > 0
}

// Ref tells which mark was hit.
type Ref struct{ Series, Category int }

// Measurer gives the size of text as it will be painted.
type Measurer interface {
	// Width is the advance width of s in the units of size.
	Width(s string, size float64, bold bool) float64
	// Metrics are ascent and descent of a line, both positive.
	Metrics(size float64, bold bool) (ascent, descent float64)
}

// Canvas is what a scene is painted on. Units are points, y grows downwards.
type Canvas interface {
	Rect(x, y, w, h float64, s Style)
	// Path paints a polyline, or a polygon where closed.
	Path(pts []Point, closed bool, s Style)
	// Text paints one line; x, y is the point of the text box that ha and va
	// (0 start or top, .5 middle, 1 end or bottom) choose; rot is degrees
	// counter-clockwise about that point.
	Text(x, y float64, text string, f Font, ha, va, rot float64)
	// PushClip confines painting to a rectangle until PopClip.
	PushClip(x, y, w, h float64)
	PopClip()
}

// Point is a place on a canvas.
type Point struct{ X, Y float64 }

// Style is how a shape is painted; a colour with A = 0 paints nothing.
type Style struct {
	Fill, Stroke color.NRGBA
	Width        float64 // of the stroke
	Dash         float64 // length of dashes and gaps; 0 is solid
	Radius       float64 // of a rectangle's corners
}

// Font is how text is painted.
type Font struct {
	Size  float64
	Bold  bool
	Color color.NRGBA
}

// Palette is the colours that a chart takes from its surroundings (light or
// dark screen, or paper).
type Palette struct {
	Surface, Text, Second, Line, Accent, Good, Warning, Bad color.NRGBA

	Series     []color.NRGBA
	Other      color.NRGBA
	Sequential []color.NRGBA // low to high
	Diverging  []color.NRGBA // low, middle, high
}
