package measure

import "math"

// histograms finds percentiles of a column of few different numbers, by how
// often each occurs in each group: no values are kept or sorted.
type histograms struct {
	at    float64   // 0 to 1
	nums  []float64 // by code, ascending from code 1
	count []uint32  // by group and code; blanks are counted at code 0 and not looked at
}

func newHistograms(groups int, at float64, nums []float64) *histograms {
	return &histograms{at, nums, make([]uint32, groups*len(nums))}
}

// HistogramFits reports whether percentiles of so many groups and codes are
// found by Ranked accumulators.
func HistogramFits(groups, codes int) bool { return groups*codes <= maxHistogram }

// maxHistogram is 16 MB for each accumulator.
const maxHistogram = 4 << 20

func (a *histograms) Add(b *Batch) {
	width := len(a.nums)
	codes := b.Codes[:len(b.Groups)]
	for i, g := range b.Groups {
		a.count[int(g)*width+int(codes[i])]++
	}
}

func (a *histograms) Merge(src Acc, to []uint32) {
	b, width := src.(*histograms), len(a.nums)
	for g := 0; g*width < len(b.count); g++ {
		into := a.count[int(target(to, g))*width:][:width]
		for i, n := range b.count[g*width : (g+1)*width] {
			into[i] += n
		}
	}
}

func (a *histograms) Values(out []float64) {
	width := len(a.nums)
	for g := range out {
		count := a.count[g*width : (g+1)*width]
		n := 0
		for _, c := range count[1:] {
			n += int(c)
		}
		out[g] = nan
		if n == 0 {
			continue
		}
		pos := a.at * float64(n-1)
		k := int(math.Floor(pos))
		low, next := a.from(count, k)
		out[g] = low
		if part := pos - float64(k); part > 0 {
			out[g] = low + (next-low)*part
		}
	}
}

// from gives the k-th least number, counted from 0, and the one after it.
func (a *histograms) from(count []uint32, k int) (kth, next float64) {
	seen, found := 0, false
	for code, c := range count {
		if code == 0 || c == 0 {
			continue
		}
		if found {
			return kth, a.nums[code]
		}
		seen += int(c)
		if seen > k {
			kth, found = a.nums[code], true
			if seen > k+1 {
				return kth, kth
			}
		}
	}
	return kth, kth
}
