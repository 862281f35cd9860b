package table

import (
	"math"
	"sync"
)

// Dict is an immutable list of distinct strings in one arena, numbered from 1;
// code 0 is the missing value. It costs four bytes a string beside the bytes.
type Dict struct {
	arena string
	off   []uint32 // off[c-1] .. off[c] bounds code c

	once  sync.Once
	index map[string]uint32
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
	d.once.Do(func() {
		d.index = make(map[string]uint32, d.Len())
		for c := uint32(1); int(c) <= d.Len(); c++ {
			d.index[d.At(c)] = c
		}
	})
	code, ok = d.index[s]
	return code, ok
}

// Bytes is the memory that the strings take.
func (d *Dict) Bytes() int { return len(d.arena) + 4*len(d.off) }
