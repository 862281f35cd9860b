package measure

import "tallyboard/internal/table"

// Share is the share of true among the values that are there, 0 to 1. A number
// is true where it is not zero.
var Share = Kind{ID: "share", Input: Nums, Fits: truth,
	New: func(groups int, _ Param) Acc { return shares(make([]ballot, groups)) }}

type ballot struct{ yes, all uint32 }

type shares []ballot

func (a shares) Add(b *Batch) {
	for i, g := range b.Groups {
		v, n := present(b.Nums[i])
		s := &a[g]
		s.all += uint32(n)
		if v != 0 {
			n = 1
		} else {
			n = 0
		}
		s.yes += uint32(n)
	}
}

func (a shares) Merge(src Acc, to []uint32) {
	for g, b := range src.(shares) {
		if b.all > 0 {
			s := &a[target(to, g)]
			s.yes += b.yes
			s.all += b.all
		}
	}
}

func (a shares) Values(out []float64) {
	for g, s := range a {
		out[g] = nan
		if s.all > 0 {
			out[g] = float64(s.yes) / float64(s.all)
		}
	}
}

func truth(c *table.Column) (table.Type, bool) {
	return table.Number, c.Type == table.Bool || c.Type == table.Number
}
