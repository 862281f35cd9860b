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
			start, own, at := []int32{0}, []uint32{}, []float64{}
			for i, row := range want {
				at = append(at, times[row])
				if i+1 == len(want) || keys[row] != keys[want[i+1]] {
					start, own = append(start, int32(i+1)), append(own, keys[row])
				}
			}
			if !slices.Equal(got.start, start) {
				t.Errorf("%s, %d customers: groups begin elsewhere", name, customers)
			}
			if !slices.Equal(got.keys, own) || !slices.Equal(got.at, at) {
				t.Errorf("%s, %d customers: rows stand with other keys or times", name, customers)
			}
		}
	}
}
