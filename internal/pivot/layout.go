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
// a node, then the node itself. values gives by depth and node what to sort by;
// nil sorts by label.
func (t *tree) arrange(values [][]float64, desc bool) layout {
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
			t.sort(depth+1, kids, values, desc)
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

// manyNodes is from when on sorting by a rank made once pays.
const manyNodes = 2048

// sort puts siblings in order; what Top cut off and blank stay last either way.
func (t *tree) sort(depth int, nodes []uint32, values [][]float64, desc bool) {
	codes := t.tiers[depth].code
	compare := func(a, b uint32) int { return t.compareCodes(depth, codes[a], codes[b]) }
	if c := t.levels[depth-1].coding; c.dict != nil && len(nodes) > manyNodes {
		rank := c.rank()
		compare = func(a, b uint32) int {
			if x, y := codes[a], codes[b]; standing(x)+standing(y) == 0 {
				return cmp.Compare(rank[x], rank[y])
			}
			return t.compareCodes(depth, codes[a], codes[b])
		}
	}
	slices.SortFunc(nodes, func(a, b uint32) int {
		if x, y := standing(codes[a]), standing(codes[b]); x != y || x > 0 {
			return cmp.Compare(x, y)
		}
		if values == nil {
			if desc {
				a, b = b, a
			}
			return compare(a, b)
		}
		x, y := values[depth][a], values[depth][b]
		switch {
		case x != x || y != y: // nothing to show stands behind all numbers
			if (x == x) != (y == y) {
				return cmp.Compare(b2i(x != x), b2i(y != y))
			}
		case x != y:
			if (x < y) != desc {
				return -1
			}
			return 1
		}
		return compare(a, b)
	})
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
