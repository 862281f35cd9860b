package measure

import "math"

// Count is the number of rows that have a value; of all rows where the batch
// carries no column.
var Count = Kind{ID: "count", Input: Blanks, Fits: anything,
	New: func(groups int, _ Param) Acc { return NewCounts(groups) }}

// Counts is the accumulator of Count, open to callers that need the number of
// rows of each group.
type Counts struct{ N []uint32 }

// NewCounts makes a Counts for groups.
func NewCounts(groups int) *Counts { return &Counts{make([]uint32, groups)} }

// Add takes in a batch.
func (a *Counts) Add(b *Batch) {
	n := a.N
	switch {
	case b.Codes != nil:
		for i, g := range b.Groups {
			if b.Codes[i] != 0 {
				n[g]++
			}
		}
	case b.Nums != nil:
		for i, g := range b.Groups {
			if v := b.Nums[i]; v == v {
				n[g]++
			}
		}
	default:
		for _, g := range b.Groups {
			n[g]++
		}
	}
}

// Merge adds the counts of src.
func (a *Counts) Merge(src Acc, to []uint32) {
	for g, n := range src.(*Counts).N {
		if n > 0 {
			a.N[target(to, g)] += n
		}
	}
}

// Values writes the counts; a group without rows has 0.
func (a *Counts) Values(out []float64) {
	for g, n := range a.N {
		out[g] = float64(n)
	}
}

var nan = math.NaN()
