package widget

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tallyboard/internal/document"
	"tallyboard/internal/ui/theme"
)

// Model is what a Grid shows. Its methods are called on the UI goroutine, for
// visible cells at each repaint: they must be quick and have their text ready.
type Model interface {
	Rows() int
	Cols() int
	Header(col int) HeaderView
	Cell(row, col int) CellView
}

// Copied is a Model whose cells are copied as other words than are shown, such
// as numbers with all their digits.
type Copied interface {
	Model
	CopyCell(row, col int) string
}

// Grouped is a Model whose columns stand under headings: the outer levels of a
// column axis. Neighbouring columns of the same group share one heading.
type Grouped interface {
	Model
	Levels() int // of headings above the column titles
	Group(level, col int) GroupView
}

// GroupView is the heading above a column; level 0 is the topmost.
type GroupView struct {
	Title string
	Key   string // columns beside each other with the same key share the heading; "" has none
	Fold  Fold   // a triangle that calls OnFoldGroup
}

// Sort is the mark of a column by which the rows are sorted.
type Sort uint8

const (
	Unsorted Sort = iota
	Ascending
	Descending
)

// HeaderView is the head of one column.
type HeaderView struct {
	Title string
	Key   string  // tells columns with one title apart; "" takes the title
	Tip   string  // shown when the pointer rests on it; "" shows a title that was cut
	Sort  Sort    // draws the arrow
	Right bool    // right-aligned, as its numbers
	Width float32 // wanted at first; 0 takes it from the cells
}

// Fold is the triangle before a row that has rows below it.
type Fold uint8

const (
	NoFold Fold = iota
	Folded
	Unfolded
)

// CellView is one cell, ready to be painted.
type CellView struct {
	Text   string
	Tip    string // shown when the pointer rests on it; "" shows a text that was cut
	Right  bool   // numbers
	Bold   bool
	Total  bool // of a subtotal or total row: bold, on a ground, a line above
	Muted  bool // second colour
	Link   bool // a click calls OnOpen
	Tone   document.Tone
	Bar    float64     // data bar: −1 to 1 of the longest; 0 none
	Zero   float64     // where bars begin: 0 the left edge, .5 the middle, for columns with both signs
	Fill   color.NRGBA // ground of a colour scale; A = 0 none
	Indent int         // depth in a tree
	Fold   Fold
}

// Place is a cell of a grid; Row −1 is the header.
type Place struct{ Row, Col int }

// Range is a rectangle of cells, both corners included, From above and left.
type Range struct{ From, To Place }

// Grid is the data table: sticky header and first columns, any number of rows,
// selection, copying, keyboard, sorting and column widths, painted as one
// raster so that a million rows cost no more than a screenful.
type Grid struct {
	control

	// What the person wants; any may be nil.
	OnSort      func(col int)                     // a click on a header
	OnOpen      func(at Place)                    // a click on a link, double click or Enter on any cell
	OnFold      func(row int)                     // a click on the triangle, or ← → on its row
	OnFoldGroup func(level, col int)              // a click on the triangle of a heading
	OnSelect    func(sel Range)                   // the selection changed
	OnResize    func(col int, width float32)      // a column got another width
	OnMenu      func(at Place, pos fyne.Position) // right click; pos on the canvas
	// OnMoveColumn and OnMoveRow, where not nil, let columns be dragged by their
	// header and rows by their first cell; the model is changed by whoever is told.
	OnMoveColumn, OnMoveRow func(from, to int)
	// OnMoveGroup does so for all columns under a heading.
	OnMoveGroup func(level, from, to int)
	// Headings says that the first column names the rows: it is copied with what
	// stands in them.
	Headings bool
	// OnShift, where not nil, is told of Alt with an arrow key: what the cursor is
	// on goes a place left or right (dx), or up or down (dy).
	OnShift func(at Place, dx, dy int)
	// OnFrame is told, while a part of the frame is carried, to which cell: the
	// first of the header, or the one in the corner.
	OnFrame func(p FramePart, at Place)

	model   Model
	view    gridView
	sel     gridSelection
	pointer gridPointer
	move    gridMove
	heights gridHeights
	frame   gridFrame
	raster  *canvas.Raster
	buf     *image.RGBA
	empty   string
}

// NewGrid makes a grid; m may be nil at first.
func NewGrid(m Model) *Grid {
	g := &Grid{model: m}
	g.key = g.typed
	g.pointer.over = nowhere
	g.view.pinned = 0
	g.bind(g)
	g.fitColumns()
	return g
}

// SetModel shows another model and starts at its top; column widths are kept
// where the columns have the same titles.
func (g *Grid) SetModel(m Model) {
	was, same := g.model, g.sameColumns(m)
	g.model = m
	g.view.top, g.view.frac = 0, 0
	g.sel = gridSelection{}
	g.pointer.over = nowhere
	if !same {
		g.view.left = 0
		g.fitColumns()
	} else {
		g.widthsOf(was)
		g.widen()
	}
	g.measureRows()
	g.Refresh()
}

// Replace shows a model in the place of one with the same content that looks
// different: position and selection stay.
func (g *Grid) Replace(m Model) {
	was, same := g.model, g.sameColumns(m)
	g.model = m
	if !same {
		g.fitColumns()
	} else {
		g.widthsOf(was)
	}
	g.Update()
}

// widthsOf takes over the widths that the model asks for where those of the one
// before were others.
func (g *Grid) widthsOf(was Model) {
	for c := range g.view.widths {
		if w := g.model.Header(c).Width; w != was.Header(c).Width {
			g.view.widths[c] = g.fitting(c)
		}
	}
}

// widen lets columns grow to what other rows need, where the model remembers
// the widths that a person chose; they never become narrower by themselves.
func (g *Grid) widen() {
	if g.OnResize == nil {
		return
	}
	for c, w := range g.view.widths {
		if g.model.Header(c).Width == 0 {
			g.view.widths[c] = max(w, g.fitting(c))
		}
	}
}

// Update repaints after the model's content changed in place; position and
// selection stay as far as they can.
func (g *Grid) Update() {
	if g.model != nil && len(g.view.widths) != g.model.Cols() {
		g.fitColumns()
	}
	g.sel.clamp(g.rows(), g.cols())
	g.measureRows()
	g.scrollTo(g.view.top, g.view.frac)
	g.Refresh()
}

// Model is what the grid shows.
func (g *Grid) Model() Model { return g.model }

// SetPinned keeps the first n columns in place while the others scroll.
func (g *Grid) SetPinned(n int) {
	g.view.pinned = n
	g.Refresh()
}

// SetEmptyText sets the words shown where there are no rows.
func (g *Grid) SetEmptyText(s string) { g.empty = s }

func (g *Grid) rows() int {
	if g.model == nil {
		return 0
	}
	return g.model.Rows()
}

func (g *Grid) cols() int {
	if g.model == nil {
		return 0
	}
	return len(g.view.widths)
}

func (g *Grid) sameColumns(m Model) bool {
	if g.model == nil || m == nil || g.model.Cols() != m.Cols() {
		return false
	}
	for c := range m.Cols() {
		if a, b := g.model.Header(c), m.Header(c); a.Title != b.Title || a.Key != b.Key {
			return false
		}
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	g.raster = canvas.NewRaster(g.paint)
	p := &parts{of: g, objects: []fyne.CanvasObject{g.raster}}
	p.min = func() fyne.Size { return fyne.NewSize(120, headerHeight+2*theme.Row) }
	p.layout = func(s fyne.Size) {
		g.raster.Resize(s)
		g.scrollTo(g.view.top, g.view.frac)
	}
	return p
}

func (g *Grid) repaint() {
	if g.raster != nil {
		g.raster.Refresh()
	}
}
