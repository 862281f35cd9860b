package measure

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestUnitOf(t *testing.T) {
	tenth := .1
	for _, c := range []struct {
		vals  []float64
		scale float64
		adds  bool
	}{
		{nil, 1, true}, {[]float64{nan, 3, -7}, 1, true}, {[]float64{.1, 2}, 10, true}, {[]float64{1902487.15, -.01, nan}, 100, true},
		{[]float64{1.0 / 3}, 0, false}, {[]float64{tenth + 2*tenth}, 0, false}, {[]float64{math.Inf(1)}, 1, false}, {[]float64{1e16}, 1, false}, {[]float64{1e14, .01}, 0, false},
	} {
		u := UnitOf(c.vals)
		if u.Scale != c.scale && c.scale > 0 || u.Adds() != c.adds || u.Rows != len(c.vals) {
			t.Errorf("%v: got %+v, adds %v; want %v, %v", c.vals, u, u.Adds(), c.scale, c.adds)
		}
		for cut := range c.vals {
			if j := UnitOf(c.vals[:cut]).Join(UnitOf(c.vals[cut:])); j.Adds() != c.adds || c.adds && j != u {
				t.Errorf("%v cut at %d: got %+v, want %+v", c.vals, cut, j, u)
			}
		}
	}
	a := Sum.New(1, Param{Unit: Unit{Scale: 100}})
	a.Add(&Batch{Groups: []uint32{0, 0, 0, 0}, Nums: []float64{1e13 + .01, nan, -1e13, .1}})
	out := []float64{0}
	if a.Values(out); out[0] != .11 {
		t.Errorf("in cents: got %v, want 0.11", out[0])
	}
}

// Words add up to what integers do, up to the greatest totals that are packed.
func TestPackedToTheLimit(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for _, rows := range []int{1, 2, 1000, 1 << 20} {
		packed := 0
		for size := 1.0; size < 1e15; size *= 4 {
			nums := make([]float64, min(rows, 1000))
			for i := range nums {
				if nums[i] = math.Round(size*r.Float64()) / 100; r.IntN(2) == 0 {
					nums[i] = -nums[i]
				}
			}
			nums[len(nums)/2] = nan
			for _, sign := range []float64{0, 1, -1} { // mixed, all above, all below zero
				list := make([]float64, len(nums))
				for i, v := range nums {
					if list[i] = v; sign != 0 {
						list[i] = math.Copysign(v, sign)
					}
				}
				u := UnitOf(list)
				u.Rows, u.Total = rows, u.Total*float64(rows)/float64(len(list))
				if !u.Packs() {
					continue
				}
				packed++
				a, b := newUnits(1, Param{Unit: u, Words: true}, false), newUnits(1, Param{Unit: u}, false)
				words, zeros := make([]int64, len(list)), make([]uint32, len(list))
				u.Pack(words, list)
				for range rows / len(list) {
					a.Add(&Batch{Groups: zeros, Words: words})
					b.Add(&Batch{Groups: zeros, Nums: list})
				}
				got, want := []float64{0}, []float64{0}
				a.Values(got)
				b.Values(want)
				if got[0] != want[0] && (got[0] == got[0] || want[0] == want[0]) {
					t.Fatalf("%d rows of up to %v: got %v, want %v", rows, u.Most, got[0], want[0])
				}
			}
		}
		if packed == 0 {
			t.Errorf("nothing of %d rows is packed", rows)
		}
	}
	if (Unit{Scale: 1, Most: 1 << 40, Total: 1 << 60, Rows: 1 << 20}).Packs() {
		t.Error("a total that does not fit into the bits beside the count is packed")
	}
}
