package measure

import (
	"math"
	"math/bits"
)

// Packed adds whole units (cents, seconds) and counts them in one step: each
// number comes as one word with the units in its low bits and a 1 above them,
// and a blank as 0. It is open to callers that add words themselves.
type Packed struct {
	Cells []int64 // by group
	unit  Unit
	mean  bool
}

// Add takes in a batch with Words.
func (a *Packed) Add(b *Batch) {
	cells, words := a.Cells, b.Words[:len(b.Groups)]
	for i, g := range b.Groups {
		cells[g] += words[i]
	}
}

// Merge adds the cells of src.
func (a *Packed) Merge(src Acc, to []uint32) {
	for g, c := range src.(*Packed).Cells {
		a.Cells[target(to, g)] += c
	}
}

// Values writes the sums or means.
func (a *Packed) Values(out []float64) {
	shift := a.unit.shift()
	for g, c := range a.Cells {
		units := c << (64 - shift) >> (64 - shift)
		n := (c - units) >> shift
		out[g] = tally{units, n}.value(a.unit.Scale, a.mean)
	}
}

// Packs reports whether numbers fit into words, all their sums included.
func (u Unit) Packs() bool {
	return u.Adds() && 2*u.Total*u.Scale+1 < math.Ldexp(1, u.shift()-1)
}

// Pack writes numbers as words.
func (u Unit) Pack(out []int64, nums []float64) {
	shift, scale := u.shift(), u.Scale
	out = out[:len(nums)]
	for i, v := range nums {
		units, n := inUnits(v, scale)
		out[i] = units + n<<shift
	}
}

// shift is how many bits of a word hold units; those above count up to Rows.
func (u Unit) shift() int { return 63 - bits.Len(uint(u.Rows)) }
