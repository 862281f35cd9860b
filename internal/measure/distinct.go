package measure

import "math/bits"

// Distinct is the number of different values, blanks not counted: a set of bits
// for each group where that is small, else a sorted list of pairs.
var Distinct = Kind{ID: "distinct", Input: Codes, Fits: anything,
	New: func(groups int, p Param) Acc {
		if words := (p.Codes + 63) / 64; groups*words*8 <= maxBitBytes {
			return &bitsets{make([]uint64, groups*words), words}
		}
		return &pairs{groups: groups, codes: p.Codes}
	}}

// maxBitBytes bounds the sets of one accumulator.
const maxBitBytes = 16 << 20

// bitsets holds one set of codes a group.
type bitsets struct {
	bits  []uint64
	words int // of each set
}

func (a *bitsets) Add(b *Batch) {
	bits, words, codes := a.bits, a.words, b.Codes[:len(b.Groups)]
	for i, g := range b.Groups {
		c := codes[i]
		bits[int(g)*words+int(c>>6)] |= 1 << (c & 63)
	}
}

func (a *bitsets) Merge(src Acc, to []uint32) {
	switch b := src.(type) {
	case *bitsets:
		for g := 0; g*a.words < len(b.bits); g++ {
			from := b.bits[g*a.words : (g+1)*a.words]
			t := int(target(to, g)) * a.words
			into := a.bits[t : t+a.words]
			for i, w := range from {
				into[i] |= w
			}
		}
	case *pairs:
		b.Settle()
		for _, p := range b.list {
			g, c := target(to, int(uint32(p))), uint32(p>>32)
			a.bits[int(g)*a.words+int(c>>6)] |= 1 << (c & 63)
		}
	}
}

func (a *bitsets) Values(out []float64) {
	for g := range out {
		n := 0
		for i, w := range a.bits[g*a.words : (g+1)*a.words] {
			if i == 0 {
				w &^= 1 // code 0 is blank
			}
			n += bits.OnesCount64(w)
		}
		out[g] = float64(n)
	}
}
