package sheet

import (
	"bytes"
	"hash/maphash"
	"math"
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
	slots []uint64 // a hash, which gives the place, in the upper half; the code in the lower
	full  bool     // more than maxText was asked for

	touched uint64 // of no use but to be loaded
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
	return p.hashed(b, hashOf(b))
}

func hashOf(b []byte) uint64 { return maphash.Bytes(seed, b) &^ math.MaxUint32 }

// slotOf is where a string of that hash is sought first.
func (p *pool) slotOf(hash uint64) uint64 { return hash >> 32 & uint64(len(p.slots)-1) }

// batch is how many strings are looked up together.
const batch = 32

// raws is raw for up to batch strings, into codes. The slots of all are touched
// before any is needed: the processor fetches them at the same time, and where
// they are far from its cache that takes most of the time.
func (p *pool) raws(texts [][]byte, codes []uint32) {
	var hashes [batch]uint64
	touched := uint64(0)
	for i, b := range texts {
		hashes[i] = hashOf(b)
		touched |= p.slots[p.slotOf(hashes[i])]
	}
	p.touched = touched
	for i, b := range texts {
		codes[i] = 0
		if len(b) > 0 {
			codes[i] = p.hashed(b, hashes[i])
		}
	}
}

// hashed finds or adds a string that is not empty.
func (p *pool) hashed(b []byte, h uint64) uint32 {
	mask := uint64(len(p.slots) - 1)
	text := p.arena.String()
	for i := p.slotOf(h); ; i = (i + 1) & mask {
		s := p.slots[i]
		if s == 0 {
			if len(text)+len(b) > maxText {
				p.full = true
				return 0
			}
			p.arena.Write(b)
			p.off = append(p.off, uint32(p.arena.Len()))
			code := uint32(p.len())
			p.slots[i] = h | uint64(code)
			p.room(1)
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

// find gives the code of a string that stands in from under slot s, 0 where p
// does not have it.
func (p *pool) find(s uint64, from *pool) uint32 {
	mask := uint64(len(p.slots) - 1)
	for i := p.slotOf(s); p.slots[i] != 0; i = (i + 1) & mask {
		if c := uint32(p.slots[i]); (p.slots[i]^s)>>32 == 0 && p.at(c) == from.at(uint32(s)) {
			return c
		}
	}
	return 0
}

// place puts a slot where it belongs.
func (p *pool) place(s uint64) {
	mask := uint64(len(p.slots) - 1)
	i := p.slotOf(s)
	for p.slots[i] != 0 {
		i = (i + 1) & mask
	}
	p.slots[i] = s
}

// room makes sure that n more strings find a slot: into twice the slots go those
// that there are, four times while they are few. A slot has all of the hash that
// its place depends on, so no string is read, and both tables in their order.
func (p *pool) room(n int) {
	size := len(p.slots)
	for (len(p.off)+n-1)*3 > size*2 {
		if size *= 2; size < 1<<16 {
			size *= 2
		}
	}
	if size == len(p.slots) {
		return
	}
	old := p.slots
	p.slots = make([]uint64, size)
	for _, s := range old {
		if s != 0 {
			p.place(s)
		}
	}
}

// absorb adds the strings of another pool, and says which codes they got. The
// slots of both are gone through in their order, so that memory is read as it
// lies. Without more, nothing can be added to p any longer.
func (p *pool) absorb(from *pool, more bool) []uint32 {
	m := make([]uint32, from.len()+1)
	if p.arena.Len()+from.arena.Len() > maxText {
		p.full = true
		return m
	}
	for _, s := range from.slots {
		if s != 0 {
			m[uint32(s)] = p.find(s, from)
		}
	}
	had := uint32(p.len())
	for c := range uint32(from.len()) {
		if m[c+1] == 0 {
			p.arena.WriteString(from.at(c + 1))
			p.off = append(p.off, uint32(p.arena.Len()))
			m[c+1] = uint32(p.len())
		}
	}
	if !more {
		p.slots = nil
		return m
	}
	p.room(0)
	for _, s := range from.slots {
		if c := m[uint32(s)]; c > had {
			p.place(s&^math.MaxUint32 | uint64(c))
		}
	}
	return m
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
