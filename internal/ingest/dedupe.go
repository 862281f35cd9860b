package ingest

import (
	"hash/maphash"
	"math"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
)

// dropDuplicates leaves out rows that stand in two blocks: the same contact
// exported twice. Where the log has a column of record numbers, rows with one
// number are the same record, and the later file has its newest state; else
// rows are the same when all columns that every block has are equal, running
// numbers aside. A row that stands twice in one block is counted twice, so of
// equal rows as many stay as the block with most of them has.
func dropDuplicates(blocks []*block, names []string, cols [][]int, stop stopped) {
	d := duplicates{blocks: blocks, out: make([]map[int]bool, len(blocks)), seed: maphash.MakeSeed(), stop: stop}
	id := -1
	for i, c := range cols {
		if !everywhere(c) || runningNumber(blocks, c) {
			continue
		}
		d.shared = append(d.shared, c)
		if id < 0 && (logkind.ID.Names(names[i]) || logkind.OrderID.Names(names[i])) && d.uniqueIDs(c) {
			id = len(d.shared) - 1
		}
	}
	if len(d.shared) == 0 {
		return
	}
	for k := range blocks {
		d.out[k] = map[int]bool{}
	}
	if id >= 0 {
		d.byID(id)
	}
	d.byRow()
	for k, b := range blocks {
		if n := len(d.out[k]); n > 0 {
			b.remove(d.out[k])
			b.file.LeftOut.Duplicates += n
		}
	}
}

type duplicates struct {
	blocks []*block
	shared [][]int        // grid column in each block of the columns that all have
	out    []map[int]bool // stored rows to leave out, by block
	seed   maphash.Seed
	stop   stopped
}

type rowRef struct{ block, row int }

// byID finds records whose number stands in several blocks. Numbers that meet
// on rows with little else in common (each file counting for itself) prove nothing.
func (d *duplicates) byID(id int) {
	first := map[uint64]rowRef{}
	for k, b := range d.blocks {
		words := map[uint32]uint64{}
		for _, s := range b.rows {
			for r := s.first; r < s.end; r++ {
				if d.stop.at(r) {
					return
				}
				h := cellSum(b.grid, &b.grid.Cols[d.shared[id][k]], r, words, d.seed)
				if h == 0 {
					continue
				}
				here := rowRef{k, r}
				old, ok := first[h]
				first[h] = here
				if !ok || old.block == k {
					continue
				}
				equal := d.equalCells(old, here)
				if equal*2 < len(d.shared) {
					continue
				}
				gone := d.blocks[old.block]
				d.out[old.block][old.row] = true
				kind := WarnDuplicate
				if equal < len(d.shared) {
					kind = WarnChanged
				}
				gone.warn(fault.Warning{Kind: kind, Text: rowText(gone.grid, old.row), Args: []any{b.source().File}}, old.row, -1)
			}
		}
	}
}

// equalCells counts the shared columns in which two rows are equal.
func (d *duplicates) equalCells(a, b rowRef) int {
	n := 0
	words := map[uint32]uint64{}
	for _, cols := range d.shared {
		sum := func(x rowRef) uint64 {
			clear(words)
			g := d.blocks[x.block].grid
			return cellSum(g, &g.Cols[cols[x.block]], x.row, words, d.seed)
		}
		if sum(a) == sum(b) {
			n++
		}
	}
	return n
}

// byRow finds whole rows that stand in several blocks; the first block keeps them.
func (d *duplicates) byRow() {
	seen := map[uint64]int32{}
	source := map[uint64]int{}
	for k, b := range d.blocks {
		cols := make([]int, len(d.shared))
		for i, c := range d.shared {
			cols[i] = c[k]
		}
		sums := d.rowSums(b, cols)
		here := make(map[uint64]int32, len(sums))
		i := 0
		for _, s := range b.rows {
			for r := s.first; r < s.end; r++ {
				if d.stop.at(r) {
					return
				}
				h := sums[i]
				i++
				if d.out[k][r] {
					continue
				}
				if here[h]++; here[h] <= seen[h] {
					d.out[k][r] = true
					b.warn(fault.Warning{Kind: WarnDuplicate, Text: rowText(b.grid, r), Args: []any{d.blocks[source[h]].source().File}}, r, -1)
				}
			}
		}
		for h, n := range here {
			if seen[h] == 0 {
				source[h] = k
			}
			seen[h] = max(seen[h], n)
		}
	}
}

// uniqueIDs reports whether a column names each row of its block by a value of
// its own.
func (d *duplicates) uniqueIDs(cols []int) bool {
	for k, b := range d.blocks {
		words, seen, blank := map[uint32]uint64{}, map[uint64]bool{}, 0
		for _, s := range b.rows {
			for r := s.first; r < s.end; r++ {
				if d.stop.at(r) {
					return false
				}
				h := cellSum(b.grid, &b.grid.Cols[cols[k]], r, words, d.seed)
				if h == 0 {
					blank++
					continue
				}
				if seen[h] {
					return false
				}
				seen[h] = true
			}
		}
		if blank*20 > b.count {
			return false
		}
	}
	return true
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

// rowSums hashes the given columns of each row of a block.
func (d *duplicates) rowSums(b *block, cols []int) []uint64 {
	sums := make([]uint64, b.count)
	words := map[uint32]uint64{}
	for n, col := range cols {
		c := &b.grid.Cols[col]
		salt := uint64(n+1) * 0x9e3779b97f4a7c15
		i := 0
		clear(words)
		for _, s := range b.rows {
			for r := s.first; r < s.end; r++ {
				if d.stop.at(r) {
					return sums
				}
				if h := cellSum(b.grid, c, r, words, d.seed); h != 0 {
					sums[i] = mix(sums[i] ^ mix(h^salt))
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
