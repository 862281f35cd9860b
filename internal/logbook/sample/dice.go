package sample

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"sort"
)

// dice is a source of chance for one purpose: what one part of the shop draws
// does not move what another part gets.
type dice struct{ *rand.Rand }

func newDice(seed uint64, purpose string) dice {
	h := fnv.New64a()
	h.Write([]byte(purpose))
	return dice{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

func (d dice) chance(p float64) bool { return d.Float64() < p }

// between is uniform in [lo, hi).
func (d dice) between(lo, hi float64) float64 { return lo + (hi-lo)*d.Float64() }

// wait is an exponential waiting time with the given mean.
func (d dice) wait(mean float64) float64 { return d.ExpFloat64() * mean }

// around is log-normal: its median is mid, about two thirds lie within a
// factor of e^spread.
func (d dice) around(mid, spread float64) float64 { return mid * math.Exp(d.NormFloat64()*spread) }

// times draws from a Poisson distribution of a small mean.
func (d dice) times(mean float64) int {
	n, p, limit := 0, d.Float64(), math.Exp(-mean)
	for p > limit {
		n++
		p *= d.Float64()
	}
	return n
}

// picker draws indices in proportion to weights.
type picker struct{ cum []float64 }

func newPicker(n int, weight func(int) float64) picker {
	cum := make([]float64, n)
	sum := 0.0
	for i := range cum {
		sum += weight(i)
		cum[i] = sum
	}
	return picker{cum}
}

// pick maps x in [0, 1) to an index.
func (p picker) pick(x float64) int {
	x *= p.cum[len(p.cum)-1]
	return min(sort.Search(len(p.cum), func(i int) bool { return p.cum[i] > x }), len(p.cum)-1)
}

// share spreads total over the weights as whole numbers, largest remainders
// first, so that the numbers add up to total exactly.
func share(total int, weights []float64) []int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	out := make([]int, len(weights))
	if sum == 0 {
		return out
	}
	rest := make([]float64, len(weights))
	order := make([]int, len(weights))
	left := total
	for i, w := range weights {
		exact := float64(total) * w / sum
		out[i] = int(exact)
		rest[i], order[i] = exact-float64(out[i]), i
		left -= out[i]
	}
	sort.SliceStable(order, func(a, b int) bool { return rest[order[a]] > rest[order[b]] })
	for i := 0; i < left; i++ {
		out[order[i%len(order)]]++
	}
	return out
}

// mix scrambles an id into 64 even bits (splitmix64), and unit into [0, 1).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func unit(x uint64) float64 { return float64(mix(x)>>11) / (1 << 53) }
