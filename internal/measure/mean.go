package measure

// Mean is the arithmetic mean of the values that are there.
var Mean = Kind{ID: "mean", Input: Nums, Fits: level, Unit: true, New: func(groups int, p Param) Acc {
	if p.Unit.Scale > 0 {
		return newUnits(groups, p, true)
	}
	return &means{sums{make([]sum, groups)}}
}}

type means struct{ sums }

func (a *means) Merge(src Acc, to []uint32) { mergeSums(a.s, src.(*means).s, to) }

func (a *means) Values(out []float64) {
	for g := range a.s {
		out[g] = nan
		if n := a.s[g].n; n > 0 {
			out[g] = a.s[g].total() / float64(n)
		}
	}
}
