// Package pivot says what to count, and counts it. A Spec is a small value that
// can also be written as a line of text; a Result is plain data. Screens,
// reports, the command line and the cluster all ask in Specs, and the in-memory
// engine in this package is one of the engines that answer them.
package pivot

import "tallyboard/internal/display"

// Spec is one pivot: the dimensions of its two axes, the values in its cells,
// the rows that count, and how the numbers are shown. The zero Spec counts all
// rows.
type Spec struct {
	Rows, Cols []Dim
	Values     []Value  // none counts rows
	Where      []Filter // rows count where all of these hold
	Show       Show

	// Top keeps that many members of the innermost row dimension under each
	// parent: those with the greatest of the value that is sorted by, or the first
	// ones where no value is. The others become one member; 0 keeps all.
	Top     int
	TopCols int // the same for the innermost column dimension

	// SortBy sorts the row dimensions that have no Order of their own: by member
	// ("" or "label"), by the first value ("value"), or by the text form or the
	// name of one of Values. " @ " and members after it choose the column whose
	// numbers are sorted by; see ParseOrder.
	SortBy string
	Desc   bool
	Orders []Order // of single dimensions; one whose dimension is on no axis has no effect

	FillTime bool // a time axis also shows the periods without rows
}

// Func makes the member of a dimension from a value of its column.
type Func string

const (
	Plain    Func = ""
	Hour     Func = "hour"     // 0 to 23
	Weekday  Func = "weekday"  // 1 = Monday to 7
	Day      Func = "day"      // 2021-01-25
	Week     Func = "week"     // the date of its Monday
	WeekSun  Func = "weeksun"  // the date of its Sunday
	ISOWeek  Func = "isoweek"  // 2021-W04
	Month    Func = "month"    // 2021-01
	Quarter  Func = "quarter"  // 2021-Q1
	Year     Func = "year"     // 2021
	Band     Func = "band"     // lower bound of the number's band of width Dim.Width
	Province Func = "province" // of a Chinese address or place name
	City     Func = "city"
)

// Funcs lists all functions of dimensions in the order in which they are offered.
var Funcs = []Func{Plain, Hour, Weekday, Day, Week, WeekSun, ISOWeek, Month, Quarter, Year, Band, Province, City}

// Periodic reports whether the members are periods that follow each other in
// time. Hours and weekdays, which come round again, are not.
func (f Func) Periodic() bool {
	switch f {
	case Day, Week, WeekSun, ISOWeek, Month, Quarter, Year:
		return true
	}
	return false
}

// Dim is one level of an axis.
type Dim struct {
	Column string // header or @role
	Func   Func
	Width  float64 // of the bands, with Func Band
}

// Agg is the id of an aggregation.
type Agg string

const (
	Count    Agg = "count"    // rows; with a column: not blank
	Distinct Agg = "distinct" // different values, blanks not counted
	Sum      Agg = "sum"
	Mean     Agg = "mean"
	Median   Agg = "median"
	Min      Agg = "min"
	Max      Agg = "max"
	Std      Agg = "std"   // of a sample (n−1)
	Pct      Agg = "p"     // percentile Value.P, linear interpolation; text form pNN
	Share    Agg = "share" // true among not blank, 0 to 1
	First    Agg = "first" // in row order
	Last     Agg = "last"
)

// Aggs lists the aggregations in the order in which they are offered.
var Aggs = []Agg{Count, Distinct, Sum, Mean, Median, Min, Max, Std, Pct, Share, First, Last}

// Operands of calculated values that are no aggregation of rows.
const (
	Const Agg = "const" // the number Value.P
	Ref   Agg = "ref"   // the value of the Spec whose Name is Value.Column
)

// Value is one thing that is computed for each cell: an aggregation of a
// column, the ratio of two, or arithmetic over such.
type Value struct {
	Agg    Agg
	Column string   // header or @role; "" counts rows
	P      float64  // of Pct, 0 to 100; of Const, the number
	Where  []Filter // beside those of the Spec: only these rows count for this value
	Over   *Value   // divides this value; computed from the aggregates, not row by row
	Calc   *Calc    // arithmetic in place of Agg, likewise computed from the aggregates
	Name   string   // shown in place of the text form; "" for none; only in Spec.Values

	As display.Style // how its numbers are written; only in Spec.Values
}

// Bare is v without name and style: only what is computed.
func (v Value) Bare() Value {
	v.Name, v.As = "", display.Auto
	return v
}

// Calc is A Op B with Op one of + - * /, or A alone in another period (Before,
// YearBefore). An aggregation divided by a value is written with Over instead.
type Calc struct {
	Op   byte
	A, B Value
}

// Operators of Calc that look at A in another period: along the innermost
// periodic dimension of the Spec, else in the period before the one that the
// filters on a time column keep.
const (
	Before     byte = 'p' // the period before
	YearBefore byte = 'y' // the same period a year before; weeks go 52 back
)

// In is v in another period, Before or YearBefore.
func (v Value) In(period byte) Value {
	return Value{Calc: &Calc{Op: period, A: v.Bare()}, As: v.As}
}

// Difference is v less v in another period.
func (v Value) Difference(period byte) Value {
	return Value{Calc: &Calc{'-', v.Bare(), v.In(period).Bare()}, As: v.As}
}

// Change is Difference as a share of v in the other period: 环比, 同比.
func (v Value) Change(period byte) Value {
	d, base := v.Difference(period).Bare(), v.In(period).Bare()
	d.Over = &base
	return d
}

// Op is a comparison of a filter.
type Op string

const (
	Eq       Op = "="  // one of Values; a lone "" is blank
	Ne       Op = "!=" // none of Values
	Ge       Op = ">="
	Le       Op = "<="
	Gt       Op = ">"
	Lt       Op = "<"
	Contains Op = "~"
	// Best keeps the rows of the members with the greatest results, counted over
	// the rows that the other filters keep: Values[0] is how many members (below
	// zero: of the least), Values[1] the text form of a value, count where there
	// is none. Blank is never among them.
	Best Op = "^"
)

// Filter keeps the rows for which it holds. With a Func it compares the text
// form of the member that Func makes of the column's value.
type Filter struct {
	Column string
	Func   Func
	Width  float64
	Op     Op
	Values []string
}

// Show is how the numbers of a result are shown.
type Show string

const (
	AsIs      Show = ""
	RowShare  Show = "row%"    // of the total of its row
	ColShare  Show = "col%"    // of the total of its column
	AllShare  Show = "total%"  // of the grand total
	ParShare  Show = "parent%" // of its parent member
	Diff      Show = "diff"    // from the member before it, along time
	DiffShare Show = "diff%"   // the same, as a share of that member
	Running   Show = "running" // the sum so far
	Rank      Show = "rank"    // 1 is the greatest
	Index     Show = "index"   // against what its row and column lead to expect, which is 1
)

// Shows lists all ways to show a result in the order in which they are offered.
var Shows = []Show{AsIs, RowShare, ColShare, AllShare, ParShare, Diff, DiffShare, Running, Rank, Index}
