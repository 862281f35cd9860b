package session

import (
	"math"
	"slices"

	"tallyboard/internal/table"
)

// sketchBars is how many bars a sketch of a column has, and sketchRows how many
// rows are looked at for it.
const (
	sketchBars = 14
	sketchRows = 50_000
)

// sketch draws how the values of a column are spread, in small: the most frequent
// words, or the numbers from least to greatest. It looks at every step-th value.
func sketch(c *table.Column, step int) []float64 {
	if c.Type.Coded() {
		counts := make([]float64, c.Dict.Len()+1)
		for i := 0; i < len(c.Codes); i += step {
			counts[c.Codes[i]]++
		}
		counts = counts[1:] // blank is none of the values
		slices.SortFunc(counts, func(a, b float64) int { return int(b - a) })
		return counts[:min(len(counts), sketchBars)]
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := 0; i < len(c.Nums); i += step {
		if v := c.Nums[i]; v == v {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if !(hi > lo) {
		return nil
	}
	out := make([]float64, sketchBars)
	for i := 0; i < len(c.Nums); i += step {
		if v := c.Nums[i]; v == v {
			out[min(int((v-lo)/(hi-lo)*sketchBars), sketchBars-1)]++
		}
	}
	return out
}
