// Package sheet reads files into raw cells: one file per format behind one
// interface, format and encoding decided by content, never by extension. It
// does not guess what cells mean: finding the header, types and totals rows is
// the work of package ingest, the next bend of the river.
package sheet

import "tallyboard/internal/table"

// Form is the class of a cell's number format: what the person who opens the
// file sees a number as.
type Form uint8

const (
	FormGeneral  Form = iota
	FormDate          // a calendar date, with or without a time of day: Num is a serial day of the 1900 system
	FormTime          // a time of day or an elapsed time: Num is a fraction of days
	FormPercent       // 0.5 shown as 50%
	FormCurrency      // shown with a currency sign
	FormBool          // Num is 1 or 0
	FormError         // Text is the error, such as #N/A
)

// Column holds the raw cells of one sheet column, one entry per stored row.
// A cell is blank, a text or a number, never two of them.
type Column struct {
	Text []uint32  // codes into Grid.Strings; 0 where there is no text; nil where the column has none
	Num  []float64 // NaN where there is no number; nil where the column has none
	// Form is the form of each cell. Nil means AllForm for every cell with a
	// number; the form says nothing about plain texts, which have none. Where a
	// column has errors, Form is set.
	Form    []Form
	AllForm Form
}

// Grid is the cells of one sheet, column by column. Rows that are wholly blank
// are not stored; RowNo tells which sheet row a stored row was.
//
// Formats whose cells are all text (csv, html …) deliver a cell as Num only
// where the number written plainly is the cell's text again (no leading zero,
// at most 15 digits), so that no digit of an id is ever lost.
type Grid struct {
	Name  string // of the sheet; "" where the format has none
	Cols  []Column
	RowNo []uint32 // ascending, 1-based
	// Strings is what the codes of all columns stand for. Cells of one column
	// with equal text have equal codes; two columns may each have a code of
	// their own for a string.
	Strings *table.Dict
	Merges  []Range  // merged areas, the value in the upper left cell
	Blank   int      // wholly blank rows between the first and the last row of the file, also trailing rows that hold only separators
	Hidden  []uint32 // stored rows, by sheet row number, hidden by a filter or by hand, ascending
}

// Range is a rectangle of cells; rows and columns are 1-based and inclusive.
type Range struct{ Row1, Col1, Row2, Col2 int }

// Rows is the number of stored rows.
func (g *Grid) Rows() int { return len(g.RowNo) }
