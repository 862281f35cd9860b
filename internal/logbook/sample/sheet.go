package sample

import (
	"iter"
	"math"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// Format is how the cells of a column are stored and shown.
type Format string

const (
	Text     Format = ""
	Time     Format = "time"     // seconds since 1970 in local wall time
	Date     Format = "date"     // the same, at midnight
	Duration Format = "duration" // seconds
	Integer  Format = "integer"
	Decimal  Format = "decimal"
	Money    Format = "money"
	Percent  Format = "percent" // as a share: 0.5 is 50%
)

// Column is the header of a column, as platforms write it, and its format.
type Column struct {
	Header string
	Format Format
}

// Cell holds Text in text columns (and where a word stands in another), else
// Num; both empty is a blank cell.
type Cell struct {
	Text string
	Num  float64 // NaN is blank
}

// Blank reports whether nothing stands in the cell.
func (c Cell) Blank() bool { return c.Text == "" && math.IsNaN(c.Num) }

var blank = Cell{Num: math.NaN()}

func text(s string) Cell { return Cell{Text: s, Num: math.NaN()} }
func num(f float64) Cell { return Cell{Num: f} }

// at is the cell of a moment; the zero stamp is blank.
func at(t stamp) Cell {
	if t == 0 {
		return blank
	}
	return num(float64(t))
}

// Sheet is one log: a file with one sheet.
type Sheet struct {
	Kind    logkind.Kind
	Name    string // of the sheet and, with an ending, of the file
	Title   string // a line over the header; "" none
	Columns []Column
	Count   int // rows of data, without title, header and totals row
	rows    iter.Seq[[]Cell]
	total   []Cell
}

func newSheet(words sheetWords, l lang.Lang, src source) *Sheet {
	s := &Sheet{Kind: words.Kind, Name: words.in(l), Count: src.count, rows: src.rows, total: src.total}
	if words.Title != nil {
		s.Title = words.Title.in(l)
	}
	for _, c := range words.Columns {
		s.Columns = append(s.Columns, Column{Header: c.in(l), Format: c.Format})
	}
	return s
}

// Rows yields the rows of data in the order of the sheet. A row may be used
// only until the next one. Every call yields the same rows.
func (s *Sheet) Rows() iter.Seq[[]Cell] { return s.rows }

// Total is the totals row under the data, nil where the sheet has none.
func (s *Sheet) Total() []Cell { return s.total }

// inMemory is the source of a log that is kept as a slice.
func inMemory[T any](items []T, cells func(T) []Cell) source {
	return source{count: len(items), rows: func(yield func([]Cell) bool) {
		for _, it := range items {
			if !yield(cells(it)) {
				return
			}
		}
	}}
}
