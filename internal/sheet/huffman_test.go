package sheet

import (
	"math/rand/v2"
	"testing"
)

// randomLengths gives the lengths of a prefix code: a tree that is split at
// random, of which some leaves may then be left without a symbol.
func randomLengths(rng *rand.Rand, n int, whole bool) []uint8 {
	leaves := []uint8{1, 1}
	for len(leaves) < n {
		i := rng.IntN(len(leaves))
		if rng.IntN(2) == 0 {
			i = len(leaves) - 1 // long codes too
		}
		if leaves[i] == 15 {
			continue
		}
		leaves[i]++
		leaves = append(leaves, leaves[i])
	}
	rng.Shuffle(len(leaves), func(i, k int) { leaves[i], leaves[k] = leaves[k], leaves[i] })
	for i := range leaves {
		if !whole && rng.IntN(8) == 0 {
			leaves[i] = 0
		}
	}
	return leaves
}

// Every fifteen bits of input decode as the definition of a canonical code says,
// codes that no symbol has included.
func TestDecodingTables(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var table litTable
	built := 0
	for k := range 400 {
		lengths := randomLengths(rng, 2+rng.IntN(285), k%2 == 0)
		root := []int{7, distBits, litBits}[k%3]
		if !buildTable(table[:], root, lengths, litSymbols[:]) {
			continue
		}
		built++
		want := map[[2]uint32]uint32{} // length and code as in the input → symbol
		code := uint32(0)
		for l := 1; l <= 15; l++ {
			code <<= 1
			for s, have := range lengths {
				if int(have) == l {
					want[[2]uint32{uint32(l), reverse(code, l)}] = litSymbols[s]
					code++
				}
			}
		}
		for in := range uint32(1 << 15) {
			e, own := table[in&(1<<root-1)], 0
			if e&isSub != 0 {
				e, own = table[e>>16+in>>root&(1<<(e&0xff)-1)], root
			}
			own += int(e >> 8 & 31)
			symbol, ok := want[[2]uint32{uint32(own), in & (1<<own - 1)}]
			switch {
			case e == noCode:
				for l := range uint32(16) {
					if s, ok := want[[2]uint32{l, in & (1<<l - 1)}]; ok && s != noCode {
						t.Fatalf("code %d, input %015b: no symbol, want %x", k, in, s)
					}
				}
			case !ok || entry(symbol, int(e>>8&31)) != e:
				t.Fatalf("code %d, input %015b: %x, want %x of %d bits", k, in, e, symbol, own)
			}
		}
	}
	if built < 300 {
		t.Errorf("%d of 400 tables built", built)
	}
}

func TestNoPrefixCode(t *testing.T) {
	var table litTable
	if buildTable(table[:], litBits, []uint8{1, 1, 2}, litSymbols[:]) {
		t.Error("three codes in the room of two were taken")
	}
}
