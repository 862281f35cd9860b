package measure

import "math"

// Min is the least value.
var Min = Kind{ID: "min", Input: Nums, Fits: level, Unit: true,
	New: func(groups int, _ Param) Acc { return mins(filled(groups, math.Inf(1))) }}

type mins []float64

func (a mins) Add(b *Batch) {
	for i, g := range b.Groups {
		if v := b.Nums[i]; v < a[g] {
			a[g] = v
		}
	}
}

func (a mins) Merge(src Acc, to []uint32) {
	for g, v := range src.(mins) {
		if t := target(to, g); v < a[t] {
			a[t] = v
		}
	}
}

func (a mins) Values(out []float64) { known(out, a) }

func filled(n int, v float64) []float64 {
	s := make([]float64, n)
	for i := range s {
		s[i] = v
	}
	return s
}

// known copies values; the infinity of an empty group becomes NaN.
func known(out, vals []float64) {
	for g, v := range vals {
		if math.IsInf(v, 0) {
			v = nan
		}
		out[g] = v
	}
}
