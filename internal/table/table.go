// Package table holds immutable typed columns: the one shape of data that
// everything after ingest works on. Text is dictionary-coded; everything else
// is a float64, with NaN for missing. For each row a table knows the file, the
// sheet and the row number that it came from.
//
// It is at the bottom of the dependency order and imports no other package of
// the project.
package table

import (
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Type says what the values of a column mean, not how they are stored.
type Type uint8

const (
	Text     Type = iota // Codes into Dict
	Bool                 // Codes into Dict; Values holds 1 or 0 for each code
	Number               // Nums
	Time                 // Nums: seconds since 1970-01-01T00:00:00 in local wall time
	Clock                // Nums: seconds since midnight, a time of day without a date
	Duration             // Nums: seconds
)

// String gives the stable lower-case id of the type, as used in JSON and on
// the command line.
func (t Type) String() string {
	return [...]string{"text", "bool", "number", "time", "clock", "duration"}[t]
}

// Coded reports whether values of the type live in Codes and Dict.
func (t Type) Coded() bool { return t <= Bool }

// Missing stands for a number that is not there. It is NaN, which does not equal
// itself: test with math.IsNaN or Column.Blank.
var Missing = math.NaN()

// Column is one immutable column. Exactly one of Codes and Nums is set,
// according to Type.Coded; its length is the number of rows of the table.
type Column struct {
	Name string // the header as in the file, trimmed; unique within its table
	Type Type

	Codes []uint32 // 1-based codes into Dict; 0 is missing
	Dict  *Dict
	// Values is the numeric reading of each code, for coded columns whose words
	// have one: true and false as 1 and 0, ratings in words as 1 to 5. It is
	// indexed by code (Values[0] is NaN) and nil where words mean no number.
	Values []float64

	Nums []float64 // NaN is missing

	DateOnly bool   // a Time column in which no value has a time of day
	Unit     string // from the header or the cells: "s", "min", "¥", "%" …; "" where unknown
}

// Len is the number of rows.
func (c *Column) Len() int {
	if c.Type.Coded() {
		return len(c.Codes)
	}
	return len(c.Nums)
}

// Seconds reports whether a Time or Clock column should be shown with seconds:
// whether any of its first thousand values is not a whole minute.
func (c *Column) Seconds() bool {
	for _, v := range c.Nums[:min(len(c.Nums), 1000)] {
		if m := v / 60; m == m && m != math.Floor(m) {
			return true
		}
	}
	return false
}

// Num is the numeric reading of row i: the number itself or, in a coded column,
// the reading of its word. It is NaN where there is none.
func (c *Column) Num(i int) float64 {
	if !c.Type.Coded() {
		return c.Nums[i]
	}
	if c.Values == nil {
		return Missing
	}
	return c.Values[c.Codes[i]]
}

// Blank reports whether row i holds no value.
func (c *Column) Blank(i int) bool {
	if c.Type.Coded() {
		return c.Codes[i] == 0
	}
	return c.Nums[i] != c.Nums[i]
}

// Table is a set of columns of equal length, with the origin of each row.
type Table struct {
	Rows    int
	Cols    []*Column
	Sources []Source
	Origin  Origin
}

// Source is one sheet of one file that rows came from.
type Source struct {
	File  string // base name, for people
	Path  string // full path, for reopening
	Sheet string // "" where the format has no sheets
}

// Column finds a column by its header, or returns nil. An exact match wins;
// otherwise white space, letter case and full or half width do not matter.
func (t *Table) Column(name string) *Column {
	for _, c := range t.Cols {
		if c.Name == name {
			return c
		}
	}
	key := Fold(name)
	for _, c := range t.Cols {
		if Fold(c.Name) == key {
			return c
		}
	}
	return nil
}

// With returns a table with the rows and columns of t and, after them, cols. A
// column of the same name is replaced where it stands. t does not change.
func (t *Table) With(cols ...*Column) *Table {
	out := *t
	out.Cols = append([]*Column(nil), t.Cols...)
next:
	for _, c := range cols {
		if c.Len() != t.Rows {
			panic("table: With: column " + c.Name + " has another number of rows")
		}
		for i, old := range out.Cols {
			if old.Name == c.Name {
				out.Cols[i] = c
				continue next
			}
		}
		out.Cols = append(out.Cols, c)
	}
	return &out
}

// Fold is the form in which headers are compared: half width, lower case, each
// run of white space a single space, none at the ends.
func Fold(s string) string {
	s = width.Fold.String(s)
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
