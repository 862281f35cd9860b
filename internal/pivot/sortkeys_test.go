package pivot

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Many members stand as few do: by value and then by label, either way, with
// nothing to show behind all numbers.
func TestManyMembersStandAsFewDo(t *testing.T) {
	odd := []float64{math.NaN(), math.Copysign(0, -1), 0, math.Inf(1), math.Inf(-1), -1.5, -math.MaxFloat64, math.SmallestNonzeroFloat64}
	kinds := map[string]func(r *rand.Rand) float64{
		"counts": func(r *rand.Rand) float64 { return float64(r.IntN(20)) },
		"sums":   func(r *rand.Rand) float64 { return math.Round(r.NormFloat64()*1e6) / 100 },
		"odd":    func(r *rand.Rand) float64 { return odd[r.IntN(len(odd))] },
		"alike":  func(*rand.Rand) float64 { return 3 },
	}
	for name, number := range kinds {
		for _, desc := range []bool{false, true} {
			for _, byLabel := range []bool{false, true} {
				r := rand.New(rand.NewPCG(1, 2))
				values := make([]float64, 5000)
				codes := make([]uint32, len(values))
				keys := make([]sortKey, len(values))
				for i, rank := range r.Perm(len(values)) {
					values[i], codes[i] = number(r), uint32(i+1)
					keys[i] = sortKey{node: uint32(i), value: values[i], rank: uint32(rank) << 7}
				}
				by := ranking{values: values, desc: desc}
				if byLabel {
					by.values = nil
				}
				want := slices.SortedFunc(slices.Values(keys), by.compare(codes, func(a, b sortKey) int { return cmp.Compare(a.rank, b.rank) }))
				got := by.distribute(slices.Clone(keys))
				if !slices.EqualFunc(got, want, func(a, b sortKey) bool { return a.node == b.node }) {
					t.Errorf("%s, descending %v, by label %v: another order", name, desc, byLabel)
				}
			}
		}
	}
}
