// Package chart draws pivoted numbers. A Chart is laid out as a Scene, a display
// list with the regions that answer to the pointer, and a Scene is painted on
// any Canvas. Screen, PDF, PNG and SVG are canvases, and so is the recorder of
// the tests, so a chart looks the same everywhere. There is one file per chart
// type. The package knows neither windows nor files.
package chart

import (
	"image/color"

	"tallyboard/internal/display"
)

// Kind is the id of a chart type; the Catalogue lists them.
type Kind string

const (
	Column    Kind = "column"    // grouped vertical bars
	Stacked   Kind = "stacked"   // stacked vertical bars
	Bar       Kind = "bar"       // horizontal bars
	Line      Kind = "line"      // a line for each series
	Heat      Kind = "heat"      // series × categories
	Pareto    Kind = "pareto"    // bars from the greatest down and their running share
	Donut     Kind = "donut"     // shares of a whole
	Area      Kind = "area"      // stacked areas
	Percent   Kind = "percent"   // stacked vertical bars of equal height
	Combo     Kind = "combo"     // bars, and lines on an axis of their own
	Scatter   Kind = "scatter"   // a point for each category: series 0 across, 1 up, 2 its size
	Bullet    Kind = "bullet"    // series 0 against 1 (standard) and 2 (excellent)
	Funnel    Kind = "funnel"    // what is left at each step
	Calendar  Kind = "calendar"  // a square for each day
	Map       Kind = "map"       // a tile for each province of China
	Multiples Kind = "multiples" // a small chart for each series
)

// Chart is what to draw, in plain data.
type Chart struct {
	Kind       Kind
	Title      string
	Short      string         // used where Title is too long; "" cuts Title with …
	Unit       string         // shown at the top right; "" none
	Format     display.Format // of the values
	Categories []string       // what is shown along the axis
	Full       []string       // the categories in full, for hover; nil where they are the same
	Series     []Series
	Time       bool // the categories follow each other in time
	Lang       string

	// Parts says that the values add up to a whole, as counts and sums do: they
	// may be stacked, and their shares are shown. FromPivot sets it.
	Parts bool
	// Ordered says that the categories have an order of their own (hours,
	// weekdays, bands, steps), so that no chart type sorts them. Time implies it.
	Ordered bool
	// Keys are the colour keys of the categories, for types that colour them;
	// nil takes Categories.
	Keys []string
	// Rest marks the categories that stand for all others: drawn last, in grey.
	Rest []bool
	// Outer and Leaf are the two levels of the categories where they have two
	// (the outer ones joined where there are more): bars show them as names and
	// groups, other types show Categories. Nil where there is one level.
	Outer, Leaf []string
	// Partial marks periods that the data cover only in part. They are drawn paler
	// and say so on hover, since they cannot be compared with whole ones.
	Partial []bool
	// Times are the days of the categories in seconds since 1970, for the
	// calendar; nil where they are none.
	Times []float64
	// Marks are reference lines: mean, standard, target.
	Marks []Mark
	// Notes are remarks at marks, typed by a person or found by a report.
	Notes []Note
	// Colours keeps a value's colour the same in all charts that share it; nil
	// chooses the colours for this chart alone.
	Colours *Colours
	// Better says which change is good: +1 a rise, −1 a fall, 0 neither.
	Better int
	// Omitted and OmittedCategories count the series and categories that were
	// left out; a line under the chart says so.
	Omitted, OmittedCategories int
	// Inner is the type of small multiples: Line, Area, Column; "" chooses.
	Inner Kind
}

// Series is one row of values over the categories.
type Series struct {
	Name   string
	Values []float64 // NaN draws nothing
	// Key chooses the colour, so that a value keeps its colour across charts;
	// "" takes the name. See the function Key.
	Key   string
	Other bool        // the rest of a top N: drawn grey
	Color color.NRGBA // overrides the palette where A > 0

	Hidden bool // switched off in the legend: named there, not drawn
	Muted  bool // drawn pale: something to compare with, such as the period before
	// Second puts the series on the second axis of a Combo, as a line. Format and
	// Unit hold there, and in a Scatter, where each series is an axis.
	Second bool
	Format *display.Format // where it differs from the chart's
	Unit   string
	// Cells are the places in the pivot that the values come from; nil where the
	// chart is not made from one.
	Cells []Cell
}

// Cell is a place in a pivot.Result, as indices of its row and column members
// and of its value. Row is −1 where a mark stands for several cells.
type Cell struct{ Row, Col, Value int }

// Mark is a reference line across the value axis.
type Mark struct {
	Value  float64
	Label  string
	Tone   Tone
	Second bool // on the second axis
}

// Tone is how a mark is meant.
type Tone uint8

const (
	Neutral Tone = iota
	Good
	Warning
	Bad
)

// Note is a remark that points at a mark or, where Ref.Series is −1, at a
// category.
type Note struct {
	ID   int // for whoever made the chart
	Ref  Ref
	Text string
	// X and Y are where somebody moved the middle of its words to, from 0 to 1
	// across and down the picture. Where both are 0 a place near the mark is found.
	X, Y float64
}

// Ref names a mark by the indices of its series and category.
type Ref struct{ Series, Category int }

// Measurer measures text as it will be painted.
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
	// Text paints one line. ha and va say which point of the text's box lies at
	// x, y (0 start or top, .5 middle, 1 end or bottom); rot turns the text about
	// that point, in degrees counter-clockwise.
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
