package measure

import (
	"math/bits"
	"slices"
)

// nth moves the k-th least of vals to vals[k], with nothing greater before it
// and nothing less behind it (Hoare's quickselect), and gives it.
func nth(vals []float64, k int) float64 {
	lo, hi := 0, len(vals)-1
	for tries := 4 * bits.Len(uint(len(vals))); lo < hi; tries-- {
		if tries == 0 || hi-lo < 12 {
			slices.Sort(vals[lo : hi+1])
			break
		}
		pivot := median3(vals[lo], vals[(lo+hi)/2], vals[hi])
		i, j := lo, hi
		for i <= j {
			for vals[i] < pivot {
				i++
			}
			for vals[j] > pivot {
				j--
			}
			if i <= j {
				vals[i], vals[j] = vals[j], vals[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return vals[k]
		}
	}
	return vals[k]
}

func median3(a, b, c float64) float64 { return max(min(a, b), min(max(a, b), c)) }
