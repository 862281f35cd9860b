package measure

import (
	"math"

	"tallyboard/internal/table"
)

// Std is the standard deviation of a sample (n−1), by Welford's recurrence and
// Chan's formula for merging; a single value has none.
var Std = Kind{ID: "std", Input: Nums, Fits: spread, Unit: true,
	New: func(groups int, _ Param) Acc { return stds(make([]moment, groups)) }}

// moment is the number, the mean and the sum of squared deviations of values.
type moment struct{ n, mean, m2 float64 }

type stds []moment

func (a stds) Add(b *Batch) {
	for i, g := range b.Groups {
		if v := b.Nums[i]; v == v {
			m := &a[g]
			m.n++
			d := v - m.mean
			m.mean += d / m.n
			m.m2 += d * (v - m.mean)
		}
	}
}

func (a stds) Merge(src Acc, to []uint32) {
	for g, b := range src.(stds) {
		if b.n == 0 {
			continue
		}
		m := &a[target(to, g)]
		n, d := m.n+b.n, b.mean-m.mean
		m.m2 += b.m2 + d*d*m.n*b.n/n
		m.mean += d * b.n / n
		m.n = n
	}
}

func (a stds) Values(out []float64) {
	for g, m := range a {
		out[g] = nan
		if m.n > 1 {
			out[g] = math.Sqrt(m.m2 / (m.n - 1))
		}
	}
}

// spread is level for distances between values: of times it is a duration.
func spread(c *table.Column) (table.Type, bool) {
	if c.Type == table.Time || c.Type == table.Clock {
		return table.Duration, true
	}
	return level(c)
}
