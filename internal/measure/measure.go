// Package measure is the aggregations: accumulators over dense group numbers,
// one file each. A scan hands them batches of rows with the group of each;
// partial results of goroutines are merged, and merged again into totals, so
// that a total is computed from the same rows as its parts (never a mean of
// means). It knows nothing of dimensions, filters or how groups came about.
package measure

import "tallyboard/internal/table"

// Batch is a run of rows with the group of each. All slices that are set are of
// equal length; they are only valid during the call.
type Batch struct {
	Groups []uint32  // group of each row
	Rows   []uint32  // row number in the table, ascending; set for Input Rows
	Nums   []float64 // numeric reading, NaN is blank; for Input Nums, and for blanks of number columns
	Codes  []uint32  // code, 0 is blank; for Input Codes, and for blanks of coded columns
	Words  []int64   // in place of Nums where Param.Words is set, as Unit.Pack writes them
}

// Acc gathers one aggregation for groups 0 to n−1.
type Acc interface {
	// Add takes in the rows of a batch.
	Add(b *Batch)
	// Merge takes in what src, made by the same Kind and Param, has gathered:
	// its group g joins group to[g]; a nil to joins equal numbers. Rows of src
	// stand behind the rows taken in so far, or among them.
	Merge(src Acc, to []uint32)
	// Values writes the result of each group; NaN where there is none.
	Values(out []float64)
}

// Settler is an Acc with work to do once all rows of a goroutine are in.
type Settler interface{ Settle() }

// Input says what an aggregation reads.
type Input uint8

const (
	Blanks Input = iota // only whether there is a value
	Nums                // numeric readings
	Codes               // codes of different values
	Rows                // whether there is a value, and the row number
)

// Param is what an accumulator is made for.
type Param struct {
	P     float64 // percentile, 0 to 100
	Codes int     // number of codes, with 0, for Input Codes
	// Unit, where its Scale is above 0, promises of Input Nums that the numbers
	// are whole in it and can be added so: see UnitOf and Unit.Adds.
	Unit  Unit
	Words bool // sums and means get Words; the unit packs
	// Ranks, where set, promises of a Ranked kind that batches carry codes of the
	// numbers, and gives the number of each code, ascending from code 1.
	Ranks []float64
}

// Kind is one aggregation.
type Kind struct {
	ID    string
	Input Input
	// Fits gives the type of the result for a column; ok is false where the
	// aggregation makes no sense.
	Fits func(c *table.Column) (t table.Type, ok bool)
	New  func(groups int, p Param) Acc
	// Ranked kinds depend on the order of numbers only, and can do with codes.
	Ranked bool
	// Unit reports whether the result carries the unit of the column.
	Unit bool
}

// Catalogue lists the aggregations in the order in which they are offered.
var Catalogue = []*Kind{&Count, &Distinct, &Sum, &Mean, &Median, &Min, &Max, &Std, &Pct, &Share, &First, &Last}

// ByID finds an aggregation, nil where there is none.
func ByID(id string) *Kind {
	for _, k := range Catalogue {
		if k.ID == id {
			return k
		}
	}
	return nil
}

// target is the group that group g of a merged accumulator joins.
func target(to []uint32, g int) uint32 {
	if to == nil {
		return uint32(g)
	}
	return to[g]
}

// anything fits every column and gives a number.
func anything(*table.Column) (table.Type, bool) { return table.Number, true }

// level fits whatever has a numeric reading and keeps its type.
func level(c *table.Column) (table.Type, bool) {
	if c.Type.Coded() {
		return table.Number, c.Values != nil
	}
	return c.Type, true
}

// amount is level for what is measured from zero: times of day become
// durations, and dates do not fit.
func amount(c *table.Column) (table.Type, bool) {
	switch c.Type {
	case table.Clock:
		return table.Duration, true
	case table.Time:
		return table.Time, false
	}
	return level(c)
}
