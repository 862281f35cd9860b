package derive

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Rows gathered by several goroutines stand as after one plain stable sort.
func TestRowsAreGatheredByKeyAndTime(t *testing.T) {
	const rows = 100_000
	logs := map[string]func(r *rand.Rand, i int) float64{
		"in order":     func(_ *rand.Rand, i int) float64 { return float64(i / 3) },
		"newest first": func(_ *rand.Rand, i int) float64 { return float64((rows - i) / 3) },
		"any order":    func(r *rand.Rand, _ int) float64 { return r.Float64() * 1e6 },
		"some blank": func(r *rand.Rand, i int) float64 {
			if r.IntN(10) == 0 {
				return math.NaN()
			}
			return float64(i)
		},
		"blank": func(*rand.Rand, int) float64 { return math.NaN() },
	}
	for name, time := range logs {
		for _, customers := range []int{0, 1, 7, 30_000} {
			r := rand.New(rand.NewPCG(1, uint64(customers)))
			keys, times := make([]uint32, rows), make([]float64, rows)
			var want []int32
			for i := range rows {
				keys[i], times[i] = uint32(r.IntN(customers+1)), time(r, i)
				if keys[i] != 0 && times[i] == times[i] {
					want = append(want, int32(i))
				}
			}
			slices.SortStableFunc(want, func(a, b int32) int {
				return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(times[a], times[b]))
			})
			got := orderBy(keys, customers, times)
			if !slices.Equal(got.rows, want) {
				t.Errorf("%s, %d customers: rows stand otherwise", name, customers)
			}
			start := []int32{0}
			for i := range want {
				if i+1 == len(want) || keys[want[i]] != keys[want[i+1]] {
					start = append(start, int32(i+1))
				}
			}
			if !slices.Equal(got.start, start) {
				t.Errorf("%s, %d customers: groups begin elsewhere", name, customers)
			}
		}
	}
}
