package pivot

import "context"

// grouping numbers the combinations of codes of several dimensions densely, so
// that accumulators are plain vectors. Where the product of the dimensions is
// too large for that, combinations that occur are numbered through a hash map.
type grouping struct {
	parts []part
	n     int // groups are 0 to n−1
	dims  int
}

// part is a vector of codes that is mixed into the group number.
type part struct {
	codes  []uint32
	n      int
	stride int
	dims   []int    // the dimensions that it stands for
	rep    []uint32 // for a hashed part: a row of each code, else nil
	source []*coding
}

// maxDense is the largest number of groups that is not hashed, for a table of
// so many rows.
func maxDense(rows int) int { return 1<<16 + 2*rows }

// groupBy numbers the groups of dims.
func groupBy(ctx context.Context, dims []*coding, rows int) (*grouping, error) {
	g := &grouping{n: 1, dims: len(dims)}
	for i, c := range dims {
		if g.n*c.n > maxDense(rows) && len(g.parts) > 0 {
			p, err := g.hash(ctx, c, i, rows)
			if err != nil {
				return nil, err
			}
			g.parts, g.n = []part{p}, p.n
			continue
		}
		g.parts = append(g.parts, part{codes: c.codes, n: c.n, stride: g.n, dims: []int{i}, source: []*coding{c}})
		g.n *= c.n
	}
	return g, nil
}

// ids writes the group of rows lo to lo+len(out), or of the given rows. It may
// give a slice of a column instead of filling out.
func (g *grouping) ids(lo int, rows []uint32, out []uint32) []uint32 {
	if rows != nil {
		return g.pick(rows, out[:len(rows)])
	}
	switch len(g.parts) {
	case 0:
		clear(out)
		return out
	case 1:
		return g.parts[0].codes[lo : lo+len(out)]
	}
	x, y := g.parts[0].codes[lo:lo+len(out)], g.parts[1].codes[lo:lo+len(out)]
	stride := uint32(g.parts[1].stride)
	for i := range out {
		out[i] = x[i] + y[i]*stride
	}
	for _, p := range g.parts[2:] {
		stride := uint32(p.stride)
		for i, code := range p.codes[lo : lo+len(out)] {
			out[i] += code * stride
		}
	}
	return out
}

// pick writes the groups of rows.
func (g *grouping) pick(rows, out []uint32) []uint32 {
	clear(out)
	for _, p := range g.parts {
		stride := uint32(p.stride)
		for i, r := range rows {
			out[i] += p.codes[r] * stride
		}
	}
	return out
}

// codes writes the code of each dimension in a group.
func (g *grouping) codes(group int, out []uint32) {
	for i, p := range g.parts {
		code := group
		if i < len(g.parts)-1 {
			code = group % p.n
			group /= p.n
		}
		if p.rep == nil {
			out[p.dims[0]] = uint32(code)
			continue
		}
		for k, d := range p.dims {
			out[d] = p.source[k].codes[p.rep[code]]
		}
	}
}
