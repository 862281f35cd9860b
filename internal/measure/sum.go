package measure

import "math"

// Sum adds so that money adds up to the cent and the order of rows does not
// matter: in whole units where the column has such, else with the rounding
// error carried along (Knuth's TwoSum).
var Sum = Kind{ID: "sum", Input: Nums, Fits: amount, Unit: true, New: func(groups int, p Param) Acc {
	if p.Unit.Scale > 0 {
		return newUnits(groups, p, false)
	}
	return &sums{s: make([]sum, groups)}
}}

type sum struct {
	sum, err float64
	n        int64
}

func (s *sum) add(v float64) {
	t := s.sum + v
	part := t - s.sum
	s.err += (s.sum - (t - part)) + (v - part)
	s.sum = t
}

func (s *sum) total() float64 {
	if t := s.sum + s.err; t == t {
		return t
	}
	return s.sum // an infinity among the numbers leaves no error to speak of
}

type sums struct{ s []sum }

func (a *sums) Add(b *Batch) {
	nums := b.Nums[:len(b.Groups)]
	for i, g := range b.Groups {
		v, n := present(nums[i])
		s := &a.s[g]
		s.add(v)
		s.n += n
	}
}

// present gives the value and 1, or 0 and 0 for a blank, without a branch:
// where blanks are many a branch would often be guessed wrong.
func present(v float64) (float64, int64) {
	var n int64
	if v == v {
		n = 1
	}
	return math.Float64frombits(math.Float64bits(v) & uint64(-n)), n
}

func (a *sums) Merge(src Acc, to []uint32) { mergeSums(a.s, src.(*sums).s, to) }

func mergeSums(dst, src []sum, to []uint32) {
	for g := range src {
		if src[g].n > 0 {
			s := &dst[target(to, g)]
			s.add(src[g].sum)
			s.err += src[g].err
			s.n += src[g].n
		}
	}
}

func (a *sums) Values(out []float64) {
	for g := range a.s {
		out[g] = nan
		if a.s[g].n > 0 {
			out[g] = a.s[g].total()
		}
	}
}
