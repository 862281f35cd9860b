package measure

import "math"

// tallies adds in whole units (cents, seconds): exact, and quicker than floats.
type tallies struct {
	t     []tally
	scale float64 // units in 1
	mean  bool
}

type tally struct{ sum, n int64 }

// value is the sum or the mean that a tally comes to.
func (t tally) value(scale float64, mean bool) float64 {
	switch {
	case t.n == 0:
		return nan
	case mean:
		return float64(t.sum) / scale / float64(t.n)
	}
	return float64(t.sum) / scale
}

// newUnits makes the accumulator of a sum or a mean of numbers that are whole in
// some unit.
func newUnits(groups int, p Param, mean bool) Acc {
	if p.Words {
		return &Packed{make([]int64, groups), p.Unit, mean}
	}
	return &tallies{make([]tally, groups), p.Unit.Scale, mean}
}

// whole, added to a number below 2⁵¹, leaves that number rounded in the low bits.
const whole = 3 << 51

// inUnits gives a number in units and 1, or 0 and 0 for a blank, without a
// branch: where blanks are many a branch would often be guessed wrong.
func inUnits(v, scale float64) (units, n int64) {
	if v == v {
		n = 1
	}
	units = int64(math.Float64bits(v*scale+whole) - math.Float64bits(whole))
	return units & -n, n
}

func (a *tallies) Add(b *Batch) {
	nums, scale := b.Nums[:len(b.Groups)], a.scale
	for i, g := range b.Groups {
		units, n := inUnits(nums[i], scale)
		t := &a.t[g]
		t.sum += units
		t.n += n
	}
}

func (a *tallies) Merge(src Acc, to []uint32) {
	for g, s := range src.(*tallies).t {
		t := &a.t[target(to, g)]
		t.sum += s.sum
		t.n += s.n
	}
}

func (a *tallies) Values(out []float64) {
	for g, t := range a.t {
		out[g] = t.value(a.scale, a.mean)
	}
}
