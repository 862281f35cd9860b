package measure

import "math/bits"

// pairs holds the different pairs of code and group as code<<32 | group, for
// Distinct over very many groups. They stand in the order of codes, so that
// merging is one walk: a stamp tells which groups have the code already.
type pairs struct {
	list    []uint64 // different and in the order of codes up to settled
	settled int
	groups  int
	codes   int
}

// unsettled is how many pairs may wait to be put in order.
const unsettled = 1 << 21

func (a *pairs) Add(b *Batch) {
	for i, g := range b.Groups {
		if c := b.Codes[i]; c != 0 {
			a.list = append(a.list, uint64(c)<<32|uint64(g))
		}
	}
	if len(a.list)-a.settled > max(unsettled, a.settled) {
		a.Settle()
	}
}

// Settle puts the pairs in order. It is called when a goroutine is done with its
// rows, so that the work is shared.
func (a *pairs) Settle() {
	if a.settled == len(a.list) {
		return
	}
	sortByCode(a.list, a.codes)
	s := newStamps(a.groups)
	n := 0
	for _, p := range a.list {
		if s.first(p) {
			a.list[n] = p
			n++
		}
	}
	a.list, a.settled = a.list[:n], n
}

// Merge never sees sets of bits: only a smaller number of groups has them, and
// numbers of groups shrink as they are merged.
func (a *pairs) Merge(src Acc, to []uint32) {
	b := src.(*pairs)
	b.Settle()
	a.Settle()
	mine, theirs := a.list, b.list
	out := make([]uint64, 0, len(mine)+len(theirs))
	s := newStamps(a.groups)
	for len(mine)+len(theirs) > 0 {
		var p uint64
		if len(theirs) == 0 || len(mine) > 0 && mine[0]>>32 <= theirs[0]>>32 {
			p, mine = mine[0], mine[1:]
		} else {
			p, theirs = theirs[0]&^0xffffffff|uint64(target(to, int(uint32(theirs[0])))), theirs[1:]
		}
		if s.first(p) {
			out = append(out, p)
		}
	}
	a.list, a.settled = out, len(out)
}

func (a *pairs) Values(out []float64) {
	a.Settle()
	clear(out)
	for _, p := range a.list {
		out[uint32(p)]++
	}
}

// stamps remembers for each group the last code seen in it.
type stamps []uint32

func newStamps(groups int) stamps { return make(stamps, groups) }

// first reports whether a pair is new, where codes come in order.
func (s stamps) first(p uint64) bool {
	g, code := uint32(p), uint32(p>>32)
	if s[g] == code {
		return false
	}
	s[g] = code
	return true
}

// sortByCode is a radix sort by the codes, eleven bits at a time.
func sortByCode(list []uint64, codes int) {
	const digit = 11
	from, to := list, make([]uint64, len(list))
	for shift := 32; shift < 32+bits.Len(uint(codes)); shift += digit {
		var start [1<<digit + 1]int
		for _, p := range from {
			start[p>>shift&(1<<digit-1)+1]++
		}
		for i := 1; i < len(start); i++ {
			start[i] += start[i-1]
		}
		for _, p := range from {
			k := p >> shift & (1<<digit - 1)
			to[start[k]] = p
			start[k]++
		}
		from, to = to, from
	}
	if len(list) > 0 && &from[0] != &list[0] {
		copy(list, from)
	}
}
