package report

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
)

// talks is how many contacts a page proposes to discuss.
const talks = 3

// pick chooses for each agent the contacts to discuss: the worst rated, then
// those not resolved, then those whose customer came back, the newest first.
func (c *card) pick() {
	v := c.v
	log := v.log()
	if agent := log.Col(logkind.Agent); agent == nil || !agent.Type.Coded() {
		return
	}
	newest := newestOf(log, v.time)
	if rating := log.Col(logkind.Satisfaction); rating != nil {
		c.choose(worseHalf(v.behind(kpi.Rated(log, logkind.Satisfaction)), rating.Num), func(x, y int) int {
			if n := cmp.Compare(rating.Num(x), rating.Num(y)); n != 0 {
				return n
			}
			return newest(x, y)
		})
	}
	for _, r := range []logkind.Role{logkind.Resolved, derive.SolvedFirst} {
		if log.Has(r) {
			c.choose(v.behind(kpi.No(log, r)), newest)
		}
	}
}

// choose adds for each agent the first of some rows, in an order without ties,
// until there is enough to discuss. Of half a million rows a few are wanted: they
// are picked, not sorted.
func (c *card) choose(rows []int, compare func(x, y int) int) {
	agent := c.v.log().Col(logkind.Agent)
	chosen, first := make([][]int, agent.Dict.Len()+1), make([][]int, agent.Dict.Len()+1)
	for code := range chosen {
		chosen[code] = c.discuss[agent.Dict.At(uint32(code))]
	}
	for _, r := range slices.Backward(rows) { // the newest mostly stand last
		code := agent.Codes[r]
		list, wanted := first[code], talks-len(chosen[code])
		if code == 0 || wanted <= 0 || len(list) == wanted && compare(r, list[wanted-1]) > 0 || slices.Contains(chosen[code], r) {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, r, compare)
		list = slices.Insert(list, at, r)
		first[code] = list[:min(len(list), wanted)]
	}
	for code, list := range first {
		if len(list) > 0 {
			c.discuss[agent.Dict.At(uint32(code))] = append(chosen[code], list...)
		}
	}
}

// worseHalf keeps the rows whose number lies below the middle of the range of
// all.
func worseHalf(rows []int, num func(int) float64) []int {
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		low, high = min(low, num(r)), max(high, num(r))
	}
	middle := (low + high) / 2
	return slices.DeleteFunc(rows, func(r int) bool { return !(num(r) < middle) })
}
