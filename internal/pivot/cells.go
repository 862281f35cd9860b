package pivot

// cells is the results at one depth of the row tree and one of the column tree:
// for each cell that has rows its two nodes and what was gathered.
type cells struct {
	row, col []uint32
	*gathered
}

// base makes the cells of the leaves from the groups that have rows, and grows
// both trees. recode, if not nil, changes the codes of a group first.
func (p *plan) base(groups *grouping, parts []*gathered, rows, cols *grower, recode func(codes []uint32)) *cells {
	// The first part becomes the sum of all rows; then the groups that have any
	// are moved together, which for the counts needs no merging.
	counts := parts[0].counts.N
	for _, part := range parts[1:] {
		for g, n := range part.counts.N {
			counts[g] += n
		}
	}
	n := 0
	for _, c := range counts {
		if c > 0 {
			n++
		}
	}
	out := &cells{row: make([]uint32, n), col: make([]uint32, n), gathered: newGathered(p.terms, n)}
	to := make([]uint32, groups.n)
	codes := make([]uint32, groups.dims)
	n = 0
	for g, c := range counts {
		if c == 0 {
			continue
		}
		groups.codes(g, codes)
		if recode != nil {
			recode(codes)
		}
		to[g], out.counts.N[n] = uint32(n), c
		out.row[n] = rows.leaf(codes[:rows.depth()])
		out.col[n] = cols.leaf(codes[rows.depth():])
		n++
	}
	if n > 0 {
		for _, part := range parts {
			out.mergeTerms(part, to)
		}
	}
	return out
}

// fold joins cells whose nodes become equal: node r of the rows becomes
// rowTo[r], where rowTo is not nil, out of rowN; and so for columns.
func (c *cells) fold(terms []*term, rowTo []uint32, rowN int, colTo []uint32, colN int) *cells {
	out := &cells{}
	to := make([]uint32, len(c.row))
	var dense []uint32
	var sparse map[uint64]uint32
	if size := rowN * colN; size <= 1<<16+4*len(c.row) {
		dense = make([]uint32, size)
	} else {
		sparse = map[uint64]uint32{}
	}
	for i := range c.row {
		r, k := c.row[i], c.col[i]
		if rowTo != nil {
			r = rowTo[r]
		}
		if colTo != nil {
			k = colTo[k]
		}
		key := uint64(r)*uint64(colN) + uint64(k)
		var at uint32 // index+1
		if dense != nil {
			at = dense[key]
		} else {
			at = sparse[key]
		}
		if at == 0 {
			out.row, out.col = append(out.row, r), append(out.col, k)
			at = uint32(len(out.row))
			if dense != nil {
				dense[key] = at
			} else {
				sparse[key] = at
			}
		}
		to[i] = at - 1
	}
	out.gathered = newGathered(terms, len(out.row))
	out.merge(c.gathered, to)
	return out
}

// cube is the cells at every pair of depths, with the results of the values.
type cube struct {
	rows, cols *tree
	compare    *compare // nil where nothing is compared
	sets       [][]slab // [row depth][column depth]
}

// cube rolls the leaves up to every pair of depths. Each is folded from a finer
// one by merging what was gathered, so that totals are made of rows.
func (p *plan) cube(c *compare, base sources, rows, cols *tree) (*cube, error) {
	q := &cube{rows: rows, cols: cols, compare: c, sets: make([][]slab, rows.depth()+1)}
	var evaluations []func()
	line := base
	for i := rows.depth(); i >= 0; i-- {
		q.sets[i] = make([]slab, cols.depth()+1)
		at := line
		for j := cols.depth(); j >= 0; j-- {
			if err := p.ctx.Err(); err != nil {
				return nil, err
			}
			set := at
			evaluations = append(evaluations, func() { q.sets[i][j] = p.evaluate(set, c.missing(rows, cols, i, j)) })
			if j > 0 {
				at = at.each(func(c *cells) *cells {
					return c.fold(p.terms, nil, len(rows.tiers[i].code), cols.tiers[j].parent, len(cols.tiers[j-1].code))
				})
			}
		}
		if i > 0 {
			line = line.each(func(c *cells) *cells {
				return c.fold(p.terms, rows.tiers[i].parent, len(rows.tiers[i-1].code), nil, len(cols.leaves().code))
			})
		}
	}
	// The median of all rows takes as long as those of all their parts together.
	share(p.log.Table.Rows, evaluations)
	return q, p.ctx.Err()
}
