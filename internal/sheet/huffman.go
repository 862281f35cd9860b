package sheet

import "math/bits"

// Decoding tables of DEFLATE. The low bits of the input index a first table;
// codes longer than its index go on in a sub-table behind it. An entry holds
//
//	bits 0–7    bits to take from the input: the code and its extra bits
//	bits 8–12   of these, the code's own bits
//	bit  13     a literal byte
//	bit  14     a sub-table: bits 0–7 are the bits that index it
//	bit  15     the end of the block, or no code at all
//	bits 16–31  the literal, the base of a length or distance, or the
//	            start of the sub-table
const (
	litBits  = 11
	distBits = 9

	isLiteral = 1 << 13
	isSub     = 1 << 14
	isEnd     = 1 << 15
	noCode    = isEnd | 0xff
)

// The largest tables that complete codes of 286 and 30 symbols of up to 15
// bits need are 2342 and 594 entries; the rest is refused.
type (
	litTable  [1 << (litBits + 1)]uint32
	distTable [1 << (distBits + 1)]uint32
)

// litSymbols and distSymbols give each symbol's entry: value, extra bits and
// flags, without the length of its code.
var litSymbols, distSymbols = symbols()

func symbols() (lit [288]uint32, dist [32]uint32) {
	for i := range 256 {
		lit[i] = uint32(i)<<16 | isLiteral
	}
	lit[256] = isEnd
	base := uint32(3)
	for i := range 28 {
		extra := uint32(max(0, i/4-1))
		lit[257+i] = base<<16 | extra
		base += 1 << extra
	}
	lit[285] = 258 << 16
	lit[286], lit[287] = noCode, noCode
	base = 1
	for i := range 30 {
		extra := uint32(max(0, i/2-1))
		dist[i] = base<<16 | extra
		base += 1 << extra
	}
	dist[30], dist[31] = noCode, noCode
	return lit, dist
}

// buildTable fills table for the canonical code with the given lengths. It
// reports false where the lengths are no prefix code.
func buildTable(table []uint32, root uint, lengths []uint8, symbols []uint32) bool {
	var count [16]int
	for _, l := range lengths {
		count[l]++
	}
	count[0] = 0
	var next [16]uint32
	left, code := 1, uint32(0)
	for l := 1; l <= 15; l++ {
		if left = left<<1 - count[l]; left < 0 {
			return false
		}
		code = (code + uint32(count[l-1])) << 1
		next[l] = code
	}
	first := table[:1<<root]
	for i := range first {
		first[i] = noCode
	}
	if !subTables(table, root, lengths, next) {
		return false
	}
	for s, l8 := range lengths {
		if l8 == 0 {
			continue
		}
		l := uint(l8)
		c := bits.Reverse32(next[l]) >> (32 - l)
		next[l]++
		sym := symbols[s]
		if l <= root {
			e := entry(sym, l)
			for j := c; j < 1<<root; j += 1 << l {
				first[j] = e
			}
			continue
		}
		sub := first[c&(1<<root-1)]
		start, width := sub>>16, uint(sub&0xff)
		e := entry(sym, l-root)
		for j := c >> root; j < 1<<width; j += 1 << (l - root) {
			table[start+j] = e
		}
	}
	return true
}

// entry adds the length of its code to a symbol.
func entry(sym uint32, l uint) uint32 {
	if sym == noCode {
		return noCode
	}
	extra := sym & 0xff
	return sym&^0xff | uint32(l)<<8 | uint32(l) + extra
}

// subTables lays out a sub-table for each prefix of long codes, wide enough
// for the longest of them.
func subTables(table []uint32, root uint, lengths []uint8, next [16]uint32) bool {
	var longest [1 << litBits]uint8
	any := false
	for _, l8 := range lengths {
		l := uint(l8)
		if l == 0 {
			continue
		}
		c := next[l]
		next[l]++
		if l > root {
			any = true
			p := bits.Reverse32(c) >> (32 - l) & (1<<root - 1)
			longest[p] = max(longest[p], l8)
		}
	}
	if !any {
		return true
	}
	end := uint32(1) << root
	for p := range table[:1<<root] {
		if longest[p] == 0 {
			continue
		}
		width := uint(longest[p]) - root
		size := uint32(1) << width
		if int(end+size) > len(table) {
			return false
		}
		table[p] = end<<16 | isSub | uint32(root)<<8 | uint32(width)
		for i := range size {
			table[end+i] = noCode
		}
		end += size
	}
	return true
}
