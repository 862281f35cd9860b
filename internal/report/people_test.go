package report

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// The first of a list that is sorted in part are those of one sorted whole;
// equals keep their order.
func TestForemostAreTheFirstOfAll(t *testing.T) {
	type item struct{ n, place int }
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, 5, 6, 300} {
		for _, different := range []int{1, 3, 1000} {
			list := make([]item, size)
			for i := range list {
				list[i] = item{r.IntN(different), i}
			}
			want := slices.Clone(list)
			slices.SortStableFunc(want, func(x, y item) int { return cmp.Compare(y.n, x.n) })
			for _, n := range []int{1, 5, 100, size} {
				got := foremost(list, n, func(x item) float64 { return float64(x.n) })
				if !slices.Equal(got, want[:min(n, size)]) {
					t.Errorf("the first %d of %d with %d numbers: %v, want %v", n, size, different, got, want[:min(n, size)])
				}
			}
		}
	}
}
