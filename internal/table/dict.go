package table

import (
	"hash/maphash"
	"math"
	"sync"
)

// Dict is an immutable list of distinct strings in one arena, numbered from 1;
// code 0 is the missing value. It costs four bytes a string beside the bytes.
type Dict struct {
	arena string
	off   []uint32 // off[c-1] .. off[c] bounds code c

	once  sync.Once
	index index
}

// MaxDictBytes bounds the text of one dictionary, since offsets are 32 bits.
const MaxDictBytes = math.MaxUint32

// NewDict takes over arena, cut at off: off[0] is 0, off[n] is len(arena).
func NewDict(arena string, off []uint32) *Dict {
	if len(off) == 0 {
		off = []uint32{0}
	}
	return &Dict{arena: arena, off: off}
}

// DictOf numbers the given strings in order. They must be distinct.
func DictOf(words ...string) *Dict {
	var b []byte
	off := make([]uint32, 1, len(words)+1)
	for _, w := range words {
		b = append(b, w...)
		off = append(off, uint32(len(b)))
	}
	return NewDict(string(b), off)
}

// Len is the number of strings; codes run from 1 to Len.
func (d *Dict) Len() int {
	if d == nil {
		return 0
	}
	return len(d.off) - 1
}

// At gives the string of a code, "" for code 0. It does not allocate.
func (d *Dict) At(code uint32) string {
	if code == 0 {
		return ""
	}
	return d.arena[d.off[code-1]:d.off[code]]
}

// Code finds the code of a string; ok is false where it does not occur. The
// first call builds an index.
func (d *Dict) Code(s string) (code uint32, ok bool) {
	d.once.Do(func() { d.index = newIndex(d) })
	code = d.index.find(d, s)
	return code, code != 0
}

// Bytes is the memory that the strings take.
func (d *Dict) Bytes() int { return len(d.arena) + 4*len(d.off) }

// index finds the codes of a dictionary's strings: open addressing, at most two
// thirds full. A slot holds a part of the string's hash above its code, so that
// only few other strings are looked at; 0 is free.
type index struct {
	slots []uint64
	seed  maphash.Seed
}

func newIndex(d *Dict) index {
	size := 4
	for 2*size < 3*d.Len() {
		size *= 2
	}
	x := index{make([]uint64, size), maphash.MakeSeed()}
	for code := uint64(1); int(code) <= d.Len(); code++ {
		hash := maphash.String(x.seed, d.At(uint32(code)))
		at := hash
		for ; x.slots[at&uint64(size-1)] != 0; at++ {
		}
		x.slots[at&uint64(size-1)] = hash&^math.MaxUint32 | code
	}
	return x
}

func (x index) find(d *Dict, s string) uint32 {
	hash := maphash.String(x.seed, s)
	for at := hash; ; at++ {
		slot := x.slots[at&uint64(len(x.slots)-1)]
		if slot == 0 {
			return 0
		}
		if (slot^hash)>>32 == 0 && d.At(uint32(slot)) == s {
			return uint32(slot)
		}
	}
}
