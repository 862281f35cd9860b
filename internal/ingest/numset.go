package ingest

import "math"

// numset numbers different floats from 1, in order of first appearance: an
// open-addressing table, several times faster than a map on a million numbers.
type numset struct {
	keys  []uint64
	codes []uint32
	n     int
	small [1024]uint32 // codes of the whole numbers below 1024, which most columns are made of
}

func newNumset() *numset {
	return &numset{keys: make([]uint64, 64), codes: make([]uint32, 64)}
}

// reserve makes room for n numbers in an empty set.
func (s *numset) reserve(n int) {
	size := len(s.keys)
	for size < 2*n {
		size *= 2
	}
	s.keys, s.codes = make([]uint64, size), make([]uint32, size)
}

// code gives the number of v, and whether v is new.
func (s *numset) code(v float64) (code uint32, fresh bool) {
	if i := uint32(v); i < 1024 && float64(i) == v {
		if s.small[i] == 0 {
			s.small[i], _ = s.key(math.Float64bits(float64(i)))
			return s.small[i], true
		}
		return s.small[i], false
	}
	return s.key(math.Float64bits(v))
}

// key is code for any 64 bits.
func (s *numset) key(k uint64) (code uint32, fresh bool) {
	i := s.slot(k)
	if s.codes[i] != 0 {
		return s.codes[i], false
	}
	s.n++
	s.keys[i], s.codes[i] = k, uint32(s.n)
	if s.n*2 > len(s.keys) {
		s.grow()
	}
	return uint32(s.n), true
}

func (s *numset) slot(k uint64) int {
	mask := uint64(len(s.keys) - 1)
	h := k * 0x9e3779b97f4a7c15
	i := (h ^ h>>32) & mask
	for s.codes[i] != 0 && s.keys[i] != k {
		i = (i + 1) & mask
	}
	return int(i)
}

// grow rehashes into four times the slots; twice when they are many.
func (s *numset) grow() {
	keys, codes := s.keys, s.codes
	n := 4 * len(keys)
	if n > 1<<20 {
		n /= 2
	}
	s.keys, s.codes = make([]uint64, n), make([]uint32, n)
	for i, c := range codes {
		if c != 0 {
			j := s.slot(keys[i])
			s.keys[j], s.codes[j] = keys[i], c
		}
	}
}
