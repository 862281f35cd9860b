package sheet

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf8"

	"tallyboard/internal/table"
)

// pool is a growing set of distinct strings, numbered from 1 in order of first
// appearance; 0 is the empty string. All bytes stand in one arena.
type pool struct {
	arena strings.Builder
	off   []uint32
	slots []uint64 // upper half of the hash, and the code
	full  bool     // more than maxText was asked for
}

// maxText bounds the text of one sheet, so that a small hostile file cannot
// fill the memory.
const maxText = 1 << 30

var seed = maphash.MakeSeed()

func newPool() *pool { return &pool{off: make([]uint32, 1, 16), slots: make([]uint64, 16)} }

func (p *pool) len() int { return len(p.off) - 1 }

func (p *pool) at(code uint32) string {
	return p.arena.String()[p.off[code-1]:p.off[code]]
}

// code finds or adds a string. Bytes that are not UTF-8 become U+FFFD.
func (p *pool) code(b []byte) uint32 {
	if len(b) == 0 {
		return 0
	}
	if !utf8.Valid(b) {
		b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	return p.raw(b)
}

// raw is code for bytes that stay as they are, such as text not yet decoded.
func (p *pool) raw(b []byte) uint32 {
	if len(b) == 0 {
		return 0
	}
	h := maphash.Bytes(seed, b)
	mask := uint64(len(p.slots) - 1)
	text := p.arena.String()
	for i := h & mask; ; i = (i + 1) & mask {
		s := p.slots[i]
		if s == 0 {
			if len(text)+len(b) > maxText {
				p.full = true
				return 0
			}
			p.arena.Write(b)
			p.off = append(p.off, uint32(p.arena.Len()))
			code := uint32(p.len())
			p.slots[i] = h&^0xffffffff | uint64(code)
			if len(p.off)*3 > len(p.slots)*2 {
				p.grow()
			}
			return code
		}
		if (s^h)>>32 == 0 {
			c := uint32(s)
			if text[p.off[c-1]:p.off[c]] == string(b) {
				return c
			}
		}
	}
}

// grow rehashes into twice the slots; four times while they are few.
func (p *pool) grow() {
	n := 2 * len(p.slots)
	if n < 1<<16 {
		n *= 2
	}
	slots := make([]uint64, n)
	mask := uint64(len(slots) - 1)
	text := p.arena.String()
	for c := 1; c < len(p.off); c++ {
		h := maphash.String(seed, text[p.off[c-1]:p.off[c]])
		i := h & mask
		for slots[i] != 0 {
			i = (i + 1) & mask
		}
		slots[i] = h&^0xffffffff | uint64(c)
	}
	p.slots = slots
}

// dict hands the strings over; the pool is used up.
func (p *pool) dict() *table.Dict {
	p.slots = nil
	return table.NewDict(p.arena.String(), p.off)
}

// reserve makes room in an empty pool for n strings of size bytes together.
func (p *pool) reserve(n, size int) {
	const most = 256 << 20 // of bytes of text
	p.arena.Grow(min(size, most))
	p.off = slices.Grow(p.off, min(n, most/16))
	slots := len(p.slots)
	for 3*min(n, most/16) > 2*slots {
		slots *= 2
	}
	p.slots = make([]uint64, slots)
}
