package measure

import "math"

// Pct is the percentile Param.P of the values, with linear interpolation
// between the two nearest (as numpy's default and Excel's PERCENTILE.INC).
var Pct = Kind{ID: "p", Input: Nums, Fits: level, Unit: true,
	New: func(groups int, p Param) Acc { return newQuantiles(groups, p.P/100) }}

// quantiles keeps all values, by group once settled.
type quantiles struct {
	at     float64   // 0 to 1
	groups []uint32  // of the values taken in since settle
	vals   []float64 // the same
	start  []int     // start[g] to start[g+1] bounds group g in sorted
	sorted []float64 // by group, in any order within
}

func newQuantiles(groups int, at float64) *quantiles {
	return &quantiles{at: at, start: make([]int, groups+1)}
}

func (a *quantiles) Add(b *Batch) {
	for i, g := range b.Groups {
		if v := b.Nums[i]; v == v {
			a.groups = append(a.groups, g)
			a.vals = append(a.vals, v)
		}
	}
}

// settle sorts what was taken in by group (counting sort).
func (a *quantiles) settle() {
	if len(a.vals) == 0 {
		return
	}
	old, from := a.sorted, a.start
	to := make([]int, len(from))
	for _, g := range a.groups {
		to[g+1]++
	}
	for g := 1; g < len(to); g++ {
		to[g] += to[g-1] + from[g] - from[g-1]
	}
	a.sorted = make([]float64, len(old)+len(a.vals))
	next := make([]int, len(from))
	for g := range from[1:] {
		next[g] = to[g] + copy(a.sorted[to[g]:], old[from[g]:from[g+1]])
	}
	for i, g := range a.groups {
		a.sorted[next[g]] = a.vals[i]
		next[g]++
	}
	a.start, a.groups, a.vals = to, nil, nil
}

func (a *quantiles) Merge(src Acc, to []uint32) {
	b := src.(*quantiles)
	b.settle()
	for g := range b.start[1:] {
		vals := b.sorted[b.start[g]:b.start[g+1]]
		t := target(to, g)
		a.vals = append(a.vals, vals...)
		for range vals {
			a.groups = append(a.groups, t)
		}
	}
}

func (a *quantiles) Values(out []float64) {
	a.settle()
	for g := range a.start[1:] {
		out[g] = quantile(a.sorted[a.start[g]:a.start[g+1]], a.at)
	}
}

// quantile reorders vals.
func quantile(vals []float64, at float64) float64 {
	if len(vals) == 0 {
		return nan
	}
	pos := at * float64(len(vals)-1)
	k := int(math.Floor(pos))
	low := nth(vals, k)
	part := pos - float64(k)
	if part == 0 {
		return low
	}
	high := vals[k+1]
	for _, v := range vals[k+2:] {
		high = min(high, v)
	}
	return low + (high-low)*part
}
