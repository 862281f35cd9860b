package measure

import "math"

// tallies adds in whole units (cents, seconds): exact, and quicker than floats.
type tallies struct {
	t     []tally
	scale float64 // units in 1
	mean  bool
}

type tally struct{ sum, n int64 }

// whole, added to a number below 2⁵¹, leaves that number rounded in the low bits.
const whole = 3 << 51

func (a *tallies) Add(b *Batch) {
	nums, scale := b.Nums[:len(b.Groups)], a.scale
	for i, g := range b.Groups {
		v := nums[i]
		var n int64
		if v == v {
			n = 1
		}
		units := int64(math.Float64bits(v*scale+whole)) - int64(wholeBits)
		t := &a.t[g]
		t.sum += units & -n // a blank adds nothing
		t.n += n
	}
}

var wholeBits = math.Float64bits(whole)

func (a *tallies) Merge(src Acc, to []uint32) {
	for g, s := range src.(*tallies).t {
		t := &a.t[target(to, g)]
		t.sum += s.sum
		t.n += s.n
	}
}

func (a *tallies) Values(out []float64) {
	for g, t := range a.t {
		switch {
		case t.n == 0:
			out[g] = nan
		case a.mean:
			out[g] = float64(t.sum) / a.scale / float64(t.n)
		default:
			out[g] = float64(t.sum) / a.scale
		}
	}
}

// Scale gives the least of 1, 10, 100, 1000 and 10000 times which all numbers are
// whole, 0 where there is none, and the greatest size of a number. A number is
// taken for the decimal fraction that it is the nearest to.
func Scale(vals []float64) (scale, most float64) {
	scale = 1
	for _, v := range vals {
		if v != v {
			continue
		}
		for math.Round(v*scale)/scale != v {
			if scale *= 10; scale > 10000 {
				return 0, 0
			}
		}
		most = max(most, math.Abs(v))
	}
	return scale, most
}

// Adds reports whether rows numbers up to most can be added in units of scale.
func Adds(scale, most float64, rows int) bool {
	return scale > 0 && most*scale < 1<<51 && most*scale*float64(rows) < 1<<62
}
