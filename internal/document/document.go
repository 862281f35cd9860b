// Package document describes reports without a format: headings, KPI tiles,
// tables, charts, notes and page breaks. Screen, workbook, PDF, printer and
// picture render the same blocks, so what is seen is what is printed and
// exported. The package knows neither how blocks are made nor how they are
// painted.
package document

import (
	"math"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Document is one report.
type Document struct {
	ID       string // of the report
	Title    string
	Question string // what the report answers, as a question
	Shop     string // "" unknown
	Period   string // for people: 10月26日–11月1日
	PeriodID string // the period in the text form of package pivot; "" none
	Compared string // the period that it is compared with; "" none
	Lang     lang.Lang
	Blocks   []Block
	Sources  []string // the logs that it was made from, for the cover
}

// Block is one part of a document: Heading, Text, Tiles, Chart, Table, Note or
// PageBreak, always by pointer.
type Block interface{ block() }

// Heading starts a section (level 1, a sheet of its own in a workbook) or a part
// of a section (level 2).
type Heading struct {
	Level int
	Text  string
	ID    string // stable id of the section, "types"; for goldens and sheet choice
}

// Tone is how something is meant. It is never shown by colour alone.
type Tone uint8

const (
	Neutral Tone = iota
	Good
	Warning
	Bad
)

// Text is a paragraph; as Lead it is the report's answer, in one sentence.
type Text struct {
	Text string
	Lead bool
	Tone Tone
	Ref  *Ref
}

// Tiles is a row of KPI tiles.
type Tiles struct{ Tiles []Tile }

// Tile is one KPI with its change against the period before.
type Tile struct {
	ID         string // of the KPI
	Label      string
	Help       string // definition, shown on hover
	Value      float64
	Format     display.Format
	Previous   float64 // NaN where there is none
	Change     float64 // share, or difference where ChangeAbs; NaN where there is none
	ChangeAbs  bool    // Change is a difference in the value's unit, percentage points for shares
	Better     int     // +1 higher is better, −1 lower is better, 0 neither
	Spark      []float64
	SparkNames []string // of the points, for hover
	Tone       Tone     // against the standard
	Ref        *Ref
}

// Chart is a chart in a document.
type Chart struct {
	ID     string // of the saved view that it draws; "" none
	Chart  *chart.Chart
	Height float64 // in points, on a page 500 points wide; 0 goes by the kind of chart
	Half   bool    // may stand beside the half chart after it
	Fill   bool    // takes the rest of its page; with a Height at least that, and no more than is usual
	// Refs lead from marks to rows, by [series][category]; nil where there are none.
	Refs [][]*Ref
}

// Table is a table of typed cells.
type Table struct {
	ID      string // stable, for the workbook's table name
	Title   string
	Columns []Column
	Rows    []Row
	Note    string // small print under it
	List    bool   // a list to work through: exported with checkbox and owner columns
	Printed int    // how many rows pages show beside the total, while files hold all; 0 shows all
}

// Column is one column of a table.
type Column struct {
	Title  string
	Help   string
	Format display.Format
	Weight float64 // relative width; 0 chooses by content
	Bar    bool    // draw data bars
	Scale  bool    // colour scale
	Signed int     // for changes: +1 where a rise is good, −1 where it is bad; 0 for other numbers
	// Span is the least and the greatest number of the bars or the scale, where
	// several columns share them; nil takes the column's own.
	Span *[2]float64
}

// Row is one line of a table.
type Row struct {
	Cells  []Cell
	Indent int  // depth in a tree
	Total  bool // the last ones of a table: bold, a line above
	Sub    bool // sums up the rows above or below it: bold, no bar and no shade
	Rest   bool // all that a top left out: no bar and no shade, which would dwarf the others
	Place  Place
}

// Tree reports whether rows of the table stand under others.
func (t *Table) Tree() bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Indent > 0 })
}

// Cell is a number (shown by its column's format) or words.
type Cell struct {
	Text string  // words; shown where not ""
	Num  float64 // NaN is missing
	// Format is that of Num where the rows of a column have units of their own and
	// Text says the number in words; nil elsewhere. Files that calculate take both.
	Format *display.Format
	Tone   Tone
	Ref    *Ref
}

// Words makes a cell of text.
func Words(s string) Cell { return Cell{Text: s, Num: nan} }

// Number makes a cell of a number; NaN is missing.
func Number(v float64) Cell { return Cell{Num: v} }

// Measured makes a cell of a number with a unit of its own.
func Measured(v float64, f display.Format, l lang.Lang) Cell {
	return Cell{Text: f.Full(v, l), Num: v, Format: &f}
}

// Note is a remark on what is missing, what could mislead, or too few rows.
type Note struct {
	Text string
	Tone Tone
	// Missing is the role that no column of the log has, so that a dropdown can
	// offer to choose one; "" in other notes.
	Missing string
	Log     string // the log that lacks it
}

// PageBreak starts a new page on paper.
type PageBreak struct{}

func (*Heading) block()   {}
func (*Text) block()      {}
func (*Tiles) block()     {}
func (*Chart) block()     {}
func (*Table) block()     {}
func (*Note) block()      {}
func (*PageBreak) block() {}

// Ref leads from a figure to the rows behind it: those of a log that pass the
// filters.
type Ref struct {
	Log   string // its name
	Where []pivot.Filter
	View  *pivot.Spec // for findings, the view that shows the figure among others; nil leads to the rows
}

var nan = math.NaN()
