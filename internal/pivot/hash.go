package pivot

import "context"

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
