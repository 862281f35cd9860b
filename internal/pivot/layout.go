package pivot

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
	children := make([]family, t.depth()) // by depth of the parent
	members, labels := 0, 0
	for d := range t.tiers {
		nodes := len(t.tiers[d].code)
		l.at[d] = make([]int, nodes)
		members, labels = members+nodes, labels+d*nodes
		if d > 0 {
			children[d-1] = t.family(d)
		}
	}
	for _, lev := range t.levels {
		l.axis.Dims = append(l.axis.Dims, lev.info)
	}
	l.axis.Members = make([]Member, 0, members)
	room, named := make([]Label, labels), t.namers()
	var emit func(depth int, node uint32, path []Label)
	emit = func(depth int, node uint32, path []Label) {
		if depth < t.depth() {
			kids := children[depth].of(node)
			t.sort(depth+1, kids, by[depth+1])
			for _, kid := range kids {
				own := room[: depth+1 : depth+1]
				room = room[depth+1:]
				copy(own, path)
				own[depth] = named[depth](t.tiers[depth+1].code[kid])
				emit(depth+1, kid, own)
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

// namers give the labels of the codes of each level. Where there are more nodes
// than codes, each is made once: the text of a day takes long.
func (t *tree) namers() []func(code uint32) Label {
	out := make([]func(code uint32) Label, t.depth())
	for d := range out {
		out[d] = func(code uint32) Label { return t.label(d+1, code) }
		n := t.levels[d].n
		if len(t.tiers[d+1].code) <= n {
			continue
		}
		made := make([]Label, n)
		for code := range made {
			made[code] = t.label(d+1, uint32(code))
		}
		out[d] = func(code uint32) Label {
			if int(code) < n {
				return made[code]
			}
			return t.label(d+1, code)
		}
	}
	return out
}

// family is the nodes of a depth gathered by their parents.
type family struct {
	nodes []uint32
	start []uint32 // parent p has nodes[start[p]:start[p+1]]
}

func (f family) of(parent uint32) []uint32 { return f.nodes[f.start[parent]:f.start[parent+1]] }

// family lists the nodes of a depth by their parents, in their own order.
func (t *tree) family(depth int) family {
	parents := t.tiers[depth].parent
	f := family{make([]uint32, len(parents)), make([]uint32, len(t.tiers[depth-1].code)+2)}
	for _, p := range parents {
		f.start[p+2]++
	}
	for p := 2; p < len(f.start); p++ {
		f.start[p] += f.start[p-1]
	}
	for node, p := range parents {
		f.nodes[f.start[p+1]] = uint32(node)
		f.start[p+1]++
	}
	f.start = f.start[:len(f.start)-1]
	return f
}
