package pivot

import (
	"context"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Engine answers Specs over logs: in memory, or a cluster.
type Engine interface {
	// Run computes spec over log. An error is a *fault.Error (a column that is
	// not there, a function that does not fit) or the context's.
	Run(ctx context.Context, log *logkind.Log, spec Spec) (*Result, error)
	// Behind lists the table rows behind one cell of a result, ascending. A
	// nil path stands for the whole axis.
	Behind(ctx context.Context, log *logkind.Log, spec Spec, row, col []Label) ([]int, error)
}

// Label is one member of a dimension.
type Label struct {
	Text    string  // the canonical text: "Streaming", "2021-01-25", "9"; what filters compare
	Num     float64 // the number behind it (start of the period in seconds, the hour, the band …); NaN for words
	Missing bool    // rows whose value is blank
	Other   bool    // everything that Top cut off
	Partial bool    // a period of which the column reaches over, or filters on it keep, only a part
}

// MemberKind says what a line of an axis stands for.
type MemberKind uint8

const (
	Leaf     MemberKind = iota
	Subtotal            // all leaves below Path
	Grand               // all rows
)

// Member is one line of an axis.
type Member struct {
	Kind MemberKind
	Path []Label // as long as the axis has levels for a leaf, shorter for a subtotal, empty for the grand total
}

// IsRest reports whether a member is what Top cut off below its parent.
func (m Member) IsRest() bool { return len(m.Path) > 0 && m.Path[len(m.Path)-1].Other }

// Axis is the members of one side of a result, in display order: the leaves
// below a parent, then its subtotal (only where there are two levels or more),
// and last the grand total. An axis without dimensions has the grand total only.
type Axis struct {
	Dims    []DimInfo
	Members []Member
}

// Leaves lists the indices of the leaves, in order; for an axis without
// dimensions the grand total stands in.
func (a Axis) Leaves() []int {
	var out []int
	for i, m := range a.Members {
		if m.Kind == Leaf || len(a.Dims) == 0 {
			out = append(out, i)
		}
	}
	return out
}

// DimInfo describes a dimension of a result.
type DimInfo struct {
	Dim
	Title string // header of the column
	Type  table.Type
}

// ValueInfo describes a value of a result.
type ValueInfo struct {
	Value
	Title string     // Name, or the text form with the column's header
	Type  table.Type // Number, Duration, Time, Clock or Text (first and last of words)
	Ratio bool       // a share or a ratio: 0.5 may be shown as 50%
	Unit  string     // of the column
	Whole bool       // every number is whole: counts, and sums of whole numbers
}

// Result is what a Spec comes to.
type Result struct {
	Spec       Spec
	Rows, Cols Axis
	Values     []ValueInfo
	RowsUsed   int // rows that passed the filters
	RowsAll    int // rows of the log
	Warnings   []fault.Warning

	Cells []float64      // [row member][column member][value], as shown; NaN is nothing
	Raw   []float64      // the same before Show; the same slice where Show is AsIs
	Count []int64        // [row member][column member]: rows behind each cell
	Texts map[int]string // index into Cells → words, for first and last of words
}

// At is the shown number of a cell; NaN where there is none.
func (r *Result) At(row, col, value int) float64 { return r.Cells[r.index(row, col, value)] }

// RawAt is the number of a cell before Show.
func (r *Result) RawAt(row, col, value int) float64 { return r.Raw[r.index(row, col, value)] }

// CountAt is the number of rows behind a cell.
func (r *Result) CountAt(row, col int) int64 { return r.Count[row*len(r.Cols.Members)+col] }

// TextAt is the words of a cell of first or last; "" for numbers.
func (r *Result) TextAt(row, col, value int) string { return r.Texts[r.index(row, col, value)] }

func (r *Result) index(row, col, value int) int {
	return (row*len(r.Cols.Members)+col)*len(r.Values) + value
}
