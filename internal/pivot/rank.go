package pivot

import (
	"cmp"
	"slices"
)

// rankCells writes the rank of the cells at the given places: 1 for the
// greatest, equals alike, nothing for nothing.
func rankCells(raw, out []float64, at []int) {
	at = slices.DeleteFunc(at, func(i int) bool { return raw[i] != raw[i] })
	slices.SortFunc(at, func(a, b int) int { return cmp.Compare(raw[b], raw[a]) })
	for i, cell := range at {
		out[cell] = float64(i + 1)
		if i > 0 && raw[at[i-1]] == raw[cell] {
			out[cell] = out[at[i-1]]
		}
	}
}
