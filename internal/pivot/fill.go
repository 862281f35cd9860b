package pivot

import (
	"math"
	"slices"
)

// maxFill bounds how many periods an axis is filled up to: beyond it a wrong
// date would bury the rows.
const maxFill = 4000

// fillTime adds the periods without rows to every level along time: between the
// first and the last that occur, and of a period that filters keep as much as
// the times of the log reach over. A level that Top has cut stays as it is.
func (t *tree) fillTime() {
	for d := 1; d <= t.depth(); d++ {
		c, kept := t.levels[d-1].coding, t.kept
		if c.next == nil {
			continue
		}
		r := &t.tiers[d]
		if slices.Contains(r.code, other) {
			continue // what Top cut off has rows
		}
		first, last := math.Inf(1), math.Inf(-1)
		if c.ends != nil {
			first, last = c.ends()
		}
		if c.unit != Plain && !kept.All() && t.levels[d-1].info.Title == kept.Column && c.times.lo < kept.To && c.times.hi >= kept.From {
			first, last = startOf(c.unit, max(kept.From, c.times.lo)), startOf(c.unit, min(kept.To-1, c.times.hi))
		}
		have := map[uint64]bool{}
		for node, code := range r.code {
			if standing(code) == 0 {
				first, last = min(first, c.nums[code]), max(last, c.nums[code])
				have[uint64(r.parent[node])<<32|uint64(code)] = true
			}
		}
		var steps []uint32
		for v := first; v <= last && len(steps) <= maxFill; v = c.next(v) {
			code, ok := c.find(Label{Num: v})
			if !ok {
				code = uint32(c.n + len(r.extra))
				r.extra = append(r.extra, v)
			}
			steps = append(steps, code)
		}
		if len(steps) > maxFill {
			continue
		}
		for parent := range t.tiers[d-1].code {
			for _, code := range steps {
				if !have[uint64(parent)<<32|uint64(code)] {
					r.add(uint32(parent), code)
				}
			}
		}
	}
}
