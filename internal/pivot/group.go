package pivot

import (
	"context"
)

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
		out = out[:len(rows)]
		for k, p := range g.parts {
			stride := uint32(p.stride)
			for i, r := range rows {
				if k == 0 {
					out[i] = p.codes[r]
				} else {
					out[i] += p.codes[r] * stride
				}
			}
		}
	} else {
		switch len(g.parts) {
		case 0:
		case 1:
			return g.parts[0].codes[lo : lo+len(out)]
		default:
			x := g.parts[0].codes[lo : lo+len(out)]
			y := g.parts[1].codes[lo : lo+len(out)]
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
		}
	}
	if len(g.parts) == 0 {
		clear(out)
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

// hash numbers the combinations of everything so far with one more dimension.
func (g *grouping) hash(ctx context.Context, c *coding, dim, rows int) (part, error) {
	p := part{codes: make([]uint32, rows), stride: 1}
	for _, old := range g.parts {
		p.dims = append(p.dims, old.dims...)
		p.source = append(p.source, old.source...)
	}
	p.dims, p.source = append(p.dims, dim), append(p.source, c)

	tables := make([]*numbers, workers())
	parallel(rows, func(w, lo, hi int) {
		t := newNumbers(min(hi-lo, 1<<16))
		var buf [chunk]uint32
		for ; lo < hi && ctx.Err() == nil; lo += chunk {
			ids := g.ids(lo, nil, buf[:min(chunk, hi-lo)])
			for i, id := range ids {
				p.codes[lo+i] = t.number(uint64(id)*uint64(c.n)+uint64(c.codes[lo+i]), uint32(lo+i))
			}
		}
		tables[w] = t
	})
	if err := ctx.Err(); err != nil {
		return p, err
	}
	all := tables[0]
	to := make([][]uint32, len(tables))
	for w, t := range tables[1:] {
		if t == nil {
			continue
		}
		to[w+1] = make([]uint32, len(t.keys))
		for i, key := range t.keys {
			to[w+1][i] = all.number(key, t.rep[i])
		}
	}
	parallel(rows, func(w, lo, hi int) {
		if to[w] != nil {
			for i, id := range p.codes[lo:hi] {
				p.codes[lo+i] = to[w][id]
			}
		}
	})
	p.n, p.rep = len(all.keys), all.rep
	return p, nil
}

// numbers numbers keys in order of first appearance: open addressing, half full
// at most.
type numbers struct {
	slots []uint32 // number+1, 0 is free
	keys  []uint64
	rep   []uint32 // a row of each
}

func newNumbers(hint int) *numbers {
	size := 1024
	for size < 2*hint {
		size *= 2
	}
	return &numbers{slots: make([]uint32, size)}
}

func (t *numbers) number(key uint64, row uint32) uint32 {
	for at := mix(key); ; at++ {
		slot := &t.slots[at&uint64(len(t.slots)-1)]
		if *slot == 0 {
			t.keys, t.rep = append(t.keys, key), append(t.rep, row)
			*slot = uint32(len(t.keys))
			if 2*len(t.keys) > len(t.slots) {
				t.grow()
			}
			return uint32(len(t.keys) - 1)
		}
		if t.keys[*slot-1] == key {
			return *slot - 1
		}
	}
}

func (t *numbers) grow() {
	t.slots = make([]uint32, 2*len(t.slots))
	for i, key := range t.keys {
		at := mix(key)
		for t.slots[at&uint64(len(t.slots)-1)] != 0 {
			at++
		}
		t.slots[at&uint64(len(t.slots)-1)] = uint32(i + 1)
	}
}

// mix spreads a key over all bits (the finaliser of splitmix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
