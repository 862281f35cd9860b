package measure

import "math"

// Pct is the percentile Param.P of the values, with linear interpolation
// between the two nearest (as numpy's default and Excel's PERCENTILE.INC).
var Pct = Kind{ID: "p", Input: Nums, Ranked: true, Fits: level, Unit: true,
	New: func(groups int, p Param) Acc { return percentile(groups, p.P/100, p.Ranks) }}

func percentile(groups int, at float64, ranks []float64) Acc {
	if ranks != nil {
		return newHistograms(groups, at, ranks)
	}
	return newQuantiles(groups, at)
}

// quantiles keeps all values in blocks that are never changed once full, so that
// what is merged shares them.
type quantiles struct {
	at     float64 // 0 to 1
	groups int
	blocks []block
}

// block is values with the group of each.
type block struct {
	groups []uint32
	vals   []float64
}

// maxBlock is the room of a block.
const maxBlock = 1 << 16

func newQuantiles(groups int, at float64) *quantiles { return &quantiles{at: at, groups: groups} }

func (a *quantiles) Add(b *Batch) {
	last := len(a.blocks) - 1
	if last < 0 || cap(a.blocks[last].vals)-len(a.blocks[last].vals) < len(b.Groups) {
		room := 2 * len(b.Groups)
		if last >= 0 {
			room = max(room, min(2*cap(a.blocks[last].vals), maxBlock))
		}
		a.blocks = append(a.blocks, block{make([]uint32, 0, room), make([]float64, 0, room)})
		last++
	}
	to := &a.blocks[last]
	n := len(to.vals)
	groups, vals := to.groups[:n+len(b.Groups)], to.vals[:n+len(b.Groups)]
	for i, g := range b.Groups {
		v := b.Nums[i]
		_, one := present(v)
		groups[n], vals[n] = g, v
		n += int(one)
	}
	to.groups, to.vals = groups[:n], vals[:n]
}

func (a *quantiles) Merge(src Acc, to []uint32) {
	for _, b := range src.(*quantiles).blocks {
		if to != nil {
			groups := make([]uint32, len(b.groups))
			for i, g := range b.groups {
				groups[i] = to[g]
			}
			b.groups = groups
		}
		a.blocks = append(a.blocks, b)
	}
}

// Values sorts the values by group (counting sort) and selects in each.
func (a *quantiles) Values(out []float64) {
	end := make([]int, a.groups+1)
	for _, b := range a.blocks {
		for _, g := range b.groups {
			end[g+1]++
		}
	}
	for g := range a.groups {
		end[g+1] += end[g]
	}
	sorted := make([]float64, end[a.groups])
	next := end[:a.groups] // becomes the end of each group as it fills
	for _, b := range a.blocks {
		for i, g := range b.groups {
			sorted[next[g]] = b.vals[i]
			next[g]++
		}
	}
	start := 0
	for g, to := range next {
		out[g] = quantile(sorted[start:to], a.at)
		start = to
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
