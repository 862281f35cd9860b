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
// reports false where the lengths are no prefix code, or take more than the table.
func buildTable(table []uint32, root int, lengths []uint8, symbols []uint32) bool {
	var count, at [16]int // symbols of each length, and where those begin in sorted
	for _, l := range lengths {
		count[l&15]++
	}
	count[0] = 0
	left := 1
	for l := 1; l <= 15; l++ {
		if left = left<<1 - count[l]; left < 0 {
			return false
		}
		at[l] = at[l-1] + count[l-1]
	}
	var sorted [288]uint16 // by length, then by symbol: the order of the codes
	for s, l := range lengths {
		if l > 0 {
			sorted[at[l&15]] = uint16(s)
			at[l&15]++
		}
	}
	// The table for codes of up to l bits is twice that for l−1 bits, with the
	// codes of l bits put in.
	rest, code := sorted[:], uint32(0)
	table[0] = noCode
	for l := 1; l <= root; l++ {
		half := 1 << (l - 1)
		copy(table[half:2*half], table[:half])
		code <<= 1
		for _, s := range rest[:count[l]] {
			table[reverse(code, l)] = entry(symbols[s], l)
			code++
		}
		rest = rest[count[l]:]
	}
	return subTables(table, root, code, rest, count, symbols)
}

// subTables lays out, behind the first table, one for each prefix of longer
// codes, as wide as the longest of them asks for. code is the one behind the last
// of root bits, sorted begins with the symbols of more bits.
func subTables(table []uint32, root int, code uint32, sorted []uint16, count [16]int, symbols []uint32) bool {
	longest := 15
	for longest > root && count[longest] == 0 {
		longest--
	}
	end, start, width := 1<<root, 0, 0
	prefix := uint32(1) << root // none
	for l := root + 1; l <= longest; l++ {
		code <<= 1
		for k, s := range sorted[:count[l]] {
			c := reverse(code, l)
			code++
			if p := c & (1<<root - 1); p != prefix {
				prefix, start, width = p, end, l-root
				for space, m := count[l]-k, l; space < 1<<width && m < longest; width++ {
					m++
					space = space<<1 + count[m]
				}
				if end += 1 << width; end > len(table) {
					return false
				}
				table[p] = uint32(start)<<16 | isSub | uint32(root)<<8 | uint32(width)
				for j := start; j < end; j++ {
					table[j] = noCode
				}
			}
			e := entry(symbols[s], l-root)
			for j := int(c >> root); j < 1<<width; j += 1 << (l - root) {
				table[start+j] = e
			}
		}
		sorted = sorted[count[l]:]
	}
	return true
}

// reverse gives a code of l bits as it stands in the input, lowest bit first.
func reverse(code uint32, l int) uint32 { return uint32(bits.Reverse16(uint16(code)) >> (16 - l)) }

// entry adds the length of its code to a symbol.
func entry(sym uint32, l int) uint32 {
	if sym == noCode {
		return noCode
	}
	extra := sym & 0xff
	return sym&^0xff | uint32(l)<<8 | uint32(l) + extra
}
