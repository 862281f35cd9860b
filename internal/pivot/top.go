package pivot

import (
	"cmp"
	"math"
	"slices"
)

// keepTop keeps under each parent the n leaves of the greatest values, labels
// deciding between equals, and always blank. The rest of a parent becomes one
// node. It gives the new leaf of each old one, nil where nothing changed.
func (t *tree) keepTop(n int, values []float64) []uint32 {
	if t.depth() == 0 {
		return nil
	}
	depth, old := t.depth(), t.leaves()
	sel := selector{n: n, values: values, compare: func(a, b uint32) int {
		if c := cmp.Compare(values[b], values[a]); c != 0 { // NaN counts as least
			return c
		}
		return t.compareCodes(depth, old.code[a], old.code[b])
	}}
	best := make([]topList, len(t.tiers[depth-1].code))
	over := false
	for node, code := range old.code {
		if code != 0 {
			p := &best[old.parent[node]]
			sel.add(p, uint32(node))
			over = over || p.seen > n
		}
	}
	if !over {
		return nil
	}
	const none = math.MaxUint32
	to := make([]uint32, len(old.code))
	for i := range to {
		to[i] = none
	}
	var kept tier
	rest := make([]uint32, len(best))
	for p := range best {
		sel.cut(&best[p])
		for _, node := range best[p].nodes {
			to[node] = kept.add(uint32(p), old.code[node])
		}
		if best[p].seen > n {
			rest[p] = kept.add(uint32(p), other)
		}
	}
	for node, code := range old.code {
		switch {
		case code == 0:
			to[node] = kept.add(old.parent[node], 0)
		case to[node] == none:
			to[node] = rest[old.parent[node]]
		}
	}
	*old = kept
	return to
}

// selector finds the n best of very many without sorting all.
type selector struct {
	n       int
	values  []float64
	compare func(a, b uint32) int // the better is less
}

// topList is the best nodes of one parent so far, and a few more.
type topList struct {
	nodes []uint32
	floor float64 // what is below this is not among the best; NaN while nothing is known
	full  bool
	seen  int
}

func (s selector) add(l *topList, node uint32) {
	l.seen++
	if l.full && !(s.values[node] >= l.floor) && l.floor == l.floor {
		return
	}
	l.nodes = append(l.nodes, node)
	if len(l.nodes) >= 2*s.n+64 {
		s.cut(l)
	}
}

// cut sorts the list and leaves the n best.
func (s selector) cut(l *topList) {
	slices.SortFunc(l.nodes, s.compare)
	if len(l.nodes) >= s.n {
		l.nodes, l.full = l.nodes[:s.n], true
		l.floor = s.values[l.nodes[s.n-1]]
	}
}
