package pivot

import (
	"cmp"
	"math"
)

// tree is the members of one axis: a tier of nodes for each level under the
// root, which is the grand total. Leaves are the last tier.
type tree struct {
	levels []level
	tiers  []tier
	kept   Bounded // what filters keep of the times
}

// tier is the nodes of one depth.
type tier struct {
	parent []uint32 // node of the tier above
	code   []uint32 // of the level's coding, other, or coding.n + an index into extra
	extra  []float64
}

// other is the code of the node that holds what Top cut off.
const other = math.MaxUint32

func newTree(levels []level) *tree {
	t := &tree{levels: levels, tiers: make([]tier, len(levels)+1)}
	t.tiers[0] = tier{parent: []uint32{0}, code: []uint32{0}}
	return t
}

// depth is the number of levels.
func (t *tree) depth() int { return len(t.levels) }

// leaves is the last tier.
func (t *tree) leaves() *tier { return &t.tiers[t.depth()] }

func (r *tier) add(parent, code uint32) uint32 {
	r.parent, r.code = append(r.parent, parent), append(r.code, code)
	return uint32(len(r.code) - 1)
}

// grower adds paths of codes to a tree and gives their leaves.
type grower struct {
	*tree
	first  []uint32   // node+1 by code, for the first level
	deeper []*numbers // the nodes of the levels below, by parent and code
}

func (t *tree) grower() *grower {
	g := &grower{tree: t, deeper: make([]*numbers, len(t.levels))}
	for d, l := range t.levels {
		if d == 0 {
			g.first = make([]uint32, l.n)
			if l.n < 1<<20 {
				t.tiers[1] = tier{parent: make([]uint32, 0, l.n), code: make([]uint32, 0, l.n)}
			}
		} else {
			g.deeper[d] = newNumbers(0)
		}
	}
	return g
}

// leaf gives the node of a path, which has a code for each level.
func (g *grower) leaf(path []uint32) (node uint32) {
	if len(path) == 0 {
		return 0
	}
	first := &g.first[path[0]]
	if *first == 0 {
		*first = g.tiers[1].add(0, path[0]) + 1
	}
	node = *first - 1
	for d := 1; d < len(path); d++ {
		next := g.deeper[d].number(uint64(node)<<32|uint64(path[d]), 0)
		if int(next) == len(g.tiers[d+1].code) {
			g.tiers[d+1].add(node, path[d])
		}
		node = next
	}
	return node
}

// label describes a node's code at a depth from 1.
func (t *tree) label(depth int, code uint32) Label {
	c := t.levels[depth-1].coding
	switch {
	case code == other:
		return Label{Num: math.NaN(), Other: true}
	case int(code) >= c.n:
		num := t.tiers[depth].extra[int(code)-c.n]
		return t.cut(depth, c.numbered(num))
	}
	return t.cut(depth, c.label(code))
}

// cut marks a period of which a filter keeps only a part.
func (t *tree) cut(depth int, l Label) Label {
	at := t.levels[depth-1]
	if c := at.coding; c.unit != Plain && !t.kept.All() && at.info.Title == t.kept.Column && !math.IsNaN(l.Num) {
		l.Partial = Period{From: l.Num, To: c.next(l.Num)}.Partial(max(c.times.lo, t.kept.From), min(c.times.hi, t.kept.To-1))
	}
	return l
}

// compareCodes orders the codes of a depth by label: what Top cut off after all
// members, and blank last.
func (t *tree) compareCodes(depth int, a, b uint32) int {
	if a == b {
		return 0
	}
	if c := cmp.Compare(standing(a), standing(b)); c != 0 || standing(a) > 0 {
		return c
	}
	c := t.levels[depth-1].coding
	if c.dict != nil {
		return c.compareWords(a, b)
	}
	return cmp.Compare(t.num(depth, a), t.num(depth, b))
}

// standing is 0 for members, 1 for the rest of a top, 2 for blank.
func standing(code uint32) int {
	switch code {
	case other:
		return 1
	case 0:
		return 2
	}
	return 0
}

func (t *tree) num(depth int, code uint32) float64 {
	c := t.levels[depth-1].coding
	if int(code) >= c.n {
		return t.tiers[depth].extra[int(code)-c.n]
	}
	return c.nums[code]
}
