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
			_, one := present(b.Nums[i])
			n[g] += uint32(one)
		}
	default:
		for _, g := range b.Groups {
			n[g]++
		}
	}
}

// Merge adds the counts of src.
func (a *Counts) Merge(src Acc, to []uint32) {
	from := src.(*Counts).N
	if to == nil {
		for g, n := range from {
			a.N[g] += n
		}
		return
	}
	for g, t := range to[:len(from)] {
		a.N[t] += from[g]
	}
}

// Values writes the counts; a group without rows has 0.
func (a *Counts) Values(out []float64) {
	for g, n := range a.N {
		out[g] = float64(n)
	}
}

var nan = math.NaN()
