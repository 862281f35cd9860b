package measure

import "math"

// Max is the greatest value.
var Max = Kind{ID: "max", Input: Nums, Fits: level, Unit: true,
	New: func(groups int, _ Param) Acc { return maxs(filled(groups, math.Inf(-1))) }}

type maxs []float64

func (a maxs) Add(b *Batch) {
	for i, g := range b.Groups {
		if v := b.Nums[i]; v > a[g] {
			a[g] = v
		}
	}
}

func (a maxs) Merge(src Acc, to []uint32) {
	for g, v := range src.(maxs) {
		if t := target(to, g); v > a[t] {
			a[t] = v
		}
	}
}

func (a maxs) Values(out []float64) { known(out, a) }
