package pivot

import (
	"cmp"
	"slices"
)

// layout is a tree in display order.
type layout struct {
	axis Axis
	at   [][]int // member index by depth and node
}

// arrange puts siblings in order and lists the members of a tree: what is below
// a node, then the node itself. by gives for each depth what to sort by; nil
// sorts by label.
func (t *tree) arrange(by []ranking) layout {
	if by == nil {
		by = make([]ranking, t.depth()+1)
	}
	l := layout{at: make([][]int, len(t.tiers))}
	children := make([][][]uint32, len(t.tiers)) // by depth of the parent and parent
	for d := range t.tiers {
		l.at[d] = make([]int, len(t.tiers[d].code))
		if d > 0 {
			children[d-1] = t.children(d)
		}
	}
	for _, lev := range t.levels {
		l.axis.Dims = append(l.axis.Dims, lev.info)
	}
	var emit func(depth int, node uint32, path []Label)
	emit = func(depth int, node uint32, path []Label) {
		if depth < t.depth() {
			kids := children[depth][node]
			t.sort(depth+1, kids, by[depth+1])
			for _, kid := range kids {
				label := t.label(depth+1, t.tiers[depth+1].code[kid])
				emit(depth+1, kid, append(path[:depth:depth], label))
			}
		}
		kind := Subtotal
		switch depth {
		case 0:
			kind = Grand
		case t.depth():
			kind = Leaf
		}
		l.at[depth][node] = len(l.axis.Members)
		l.axis.Members = append(l.axis.Members, Member{Kind: kind, Path: path})
	}
	emit(0, 0, nil)
	return l
}

// children lists the nodes of a depth by their parents.
func (t *tree) children(depth int) [][]uint32 {
	out := make([][]uint32, len(t.tiers[depth-1].code))
	for node, parent := range t.tiers[depth].parent {
		out[parent] = append(out[parent], uint32(node))
	}
	return out
}

// sort puts siblings in order; what Top cut off and blank stay last either way.
func (t *tree) sort(depth int, nodes []uint32, by ranking) {
	codes := t.tiers[depth].code
	last := slices.DeleteFunc(slices.Clone(nodes), func(n uint32) bool { return standing(codes[n]) == 0 })
	slices.SortFunc(last, func(a, b uint32) int { return cmp.Compare(standing(codes[a]), standing(codes[b])) })
	keys := make([]sortKey, 0, len(nodes))
	for _, n := range nodes {
		if standing(codes[n]) == 0 {
			k := sortKey{node: n}
			if by.values != nil {
				k.value = by.values[n]
			}
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, by.compare(codes, t.rank(depth, keys)))
	for i, k := range keys {
		nodes[i] = k.node
	}
	copy(nodes[len(keys):], last)
}

// sortKey is a node with what it is sorted by.
type sortKey struct {
	value float64
	rank  uint32 // in the order of labels, where that is known
	node  uint32
}

// manyNodes is from when on a rank of all words, made once, pays.
const manyNodes = 2048

// rank gives what orders keys by label, filling in their ranks for it.
func (t *tree) rank(depth int, keys []sortKey) func(a, b sortKey) int {
	codes := t.tiers[depth].code
	c := t.levels[depth-1].coding
	if c.dict != nil && len(keys) <= manyNodes {
		return func(a, b sortKey) int { return c.compareWords(codes[a.node], codes[b.node]) }
	}
	if c.dict == nil {
		return func(a, b sortKey) int { return cmp.Compare(t.num(depth, codes[a.node]), t.num(depth, codes[b.node])) }
	}
	rank := c.rank()
	for i, k := range keys {
		keys[i].rank = rank[codes[k.node]]
	}
	return func(a, b sortKey) int { return cmp.Compare(a.rank, b.rank) }
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
