package ingest

import (
	"hash/maphash"
	"math"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
)

// dropDuplicates leaves out rows that stand in an earlier block too: the same
// contact exported twice. Rows are equal when all columns that every block has
// are, running numbers aside. A row that stands twice in one block is counted
// twice, so of equal rows as many stay as the block with most of them has.
func dropDuplicates(blocks []*block, cols [][]int) {
	seed := maphash.MakeSeed()
	var shared [][]int
	for _, c := range cols {
		if everywhere(c) && !runningNumber(blocks, c) {
			shared = append(shared, c)
		}
	}
	if len(shared) == 0 {
		return
	}
	seen := map[uint64]int32{}
	for k, b := range blocks {
		sums := rowSums(b, k, shared, seed)
		here := make(map[uint64]int32, len(sums))
		out := map[int]bool{}
		i := 0
		for _, s := range b.rows {
			for r := s.first; r < s.end; r++ {
				h := sums[i]
				i++
				here[h]++
				if here[h] <= seen[h] {
					out[r] = true
					b.warn(fault.Warning{Kind: WarnDuplicate, Text: b.rowText(r)}, r, -1)
				}
			}
		}
		for h, n := range here {
			seen[h] = max(seen[h], n)
		}
		if len(out) > 0 {
			b.remove(out)
			b.file.LeftOut.Duplicates += len(out)
		}
	}
}

// remove takes stored rows out of the block.
func (b *block) remove(out map[int]bool) {
	var rows []span
	for _, s := range b.rows {
		first := s.first
		for r := s.first; r <= s.end; r++ {
			if r < s.end && !out[r] {
				continue
			}
			if r > first {
				rows = append(rows, span{first, r})
			}
			first = r + 1
		}
	}
	b.rows = rows
	b.count -= len(out)
	b.file.Rows = b.count
}

func everywhere(cols []int) bool {
	for _, c := range cols {
		if c < 0 {
			return false
		}
	}
	return true
}

// runningNumber reports whether a column numbers the rows of its file 1, 2, 3 …
// in every block: such numbers tell nothing about the row.
func runningNumber(blocks []*block, cols []int) bool {
	for k, b := range blocks {
		num := b.grid.Cols[cols[k]].Num
		if num == nil || b.count < 2 {
			return false
		}
		want := nan
		for _, s := range b.rows {
			for r := s.first; r < s.end; r++ {
				if want == want && num[r] != want || num[r] != num[r] {
					return false
				}
				want = num[r] + 1
			}
		}
		if want != float64(b.count)+1 && want != float64(b.count) {
			return false
		}
	}
	return true
}

// rowSums hashes the shared columns of each row of block k.
func rowSums(b *block, k int, shared [][]int, seed maphash.Seed) []uint64 {
	sums := make([]uint64, b.count)
	words := map[uint32]uint64{}
	for n, cols := range shared {
		c := &b.grid.Cols[cols[k]]
		salt := uint64(n+1) * 0x9e3779b97f4a7c15
		i := 0
		clear(words)
		for _, s := range b.rows {
			for r := s.first; r < s.end; r++ {
				if h := cellSum(b.grid, c, r, words, seed); h != 0 {
					sums[i] = mix(sums[i] ^ mix(h^salt))
				} else {
					sums[i] = mix(sums[i] + salt)
				}
				i++
			}
		}
	}
	return sums
}

// cellSum hashes one cell; 0 is blank. A number has the same sum as the text
// that writes it plainly, since one format may hold either.
func cellSum(g *sheet.Grid, c *sheet.Column, r int, words map[uint32]uint64, seed maphash.Seed) uint64 {
	if c.Num != nil && c.Num[r] == c.Num[r] {
		return mix(math.Float64bits(c.Num[r]) + 1)
	}
	if c.Text == nil || c.Text[r] == 0 {
		return 0
	}
	code := c.Text[r]
	h, ok := words[code]
	if !ok {
		w := cleanWord(g.Strings.At(code))
		switch v, plain := plainNumber(w); {
		case w == "":
		case plain && len(w) <= 15 && numberText(v, sheet.FormGeneral) == w:
			h = mix(math.Float64bits(v) + 1)
		default:
			h = maphash.String(seed, w) | 1
		}
		words[code] = h
	}
	return h
}

// mix is the finaliser of splitmix64 (Steele, Lea, Flood 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}
