package pivot

import "tallyboard/internal/measure"

// onePass is the shape of most pivots: two dimensions, all rows, and beside
// their number the sums or means of at most two columns. The group of a row is
// used where it is made, without vectors in between, which halves the time.
type onePass struct {
	x, y   []uint32 // codes of the dimensions
	stride uint32   // of y
	counts []uint32
	terms  []packedTerm
}

type packedTerm struct{ words, cells []int64 }

// onePass fills in a onePass that gathers what the scanner does; ok is false
// where the pivot has another shape.
func (s *scanner) onePass() (o onePass, ok bool) {
	if len(s.where) > 0 || len(s.groups.parts) != 2 || len(s.terms) > 2 {
		return o, false
	}
	x, y := s.groups.parts[0], s.groups.parts[1]
	o = onePass{x: x.codes, y: y.codes, stride: uint32(y.stride), counts: s.into.counts.N}
	for i, t := range s.terms {
		acc, packed := s.into.terms[i].(*measure.Packed)
		if !packed || len(t.where) > 0 {
			return o, false
		}
		o.terms = append(o.terms, packedTerm{t.words, acc.Cells})
	}
	return o, true
}

// chunk takes in rows lo to lo+n.
func (o *onePass) chunk(lo, n int) {
	x, y := o.x[lo:lo+n], o.y[lo:lo+n]
	switch len(o.terms) {
	case 0:
		o.count(x, y)
	case 1:
		o.addOne(x, y, o.terms[0].words[lo:lo+n])
	case 2:
		o.addTwo(x, y, o.terms[0].words[lo:lo+n], o.terms[1].words[lo:lo+n])
	}
}

// The loops cut their slices to one length first, so that the compiler leaves
// out all checks of indices but that of the group.

func (o *onePass) count(x, y []uint32) {
	y, stride, counts := y[:len(x)], o.stride, o.counts
	for i, g := range x {
		counts[g+y[i]*stride]++
	}
}

func (o *onePass) addOne(x, y []uint32, a []int64) {
	y, a = y[:len(x)], a[:len(x)]
	stride, counts := o.stride, o.counts
	sums := o.terms[0].cells[:len(counts)]
	for i, g := range x {
		g += y[i] * stride
		counts[g]++
		sums[g] += a[i]
	}
}

func (o *onePass) addTwo(x, y []uint32, a, b []int64) {
	y, a, b = y[:len(x)], a[:len(x)], b[:len(x)]
	stride, counts := o.stride, o.counts
	sumsA, sumsB := o.terms[0].cells[:len(counts)], o.terms[1].cells[:len(counts)]
	for i, g := range x {
		g += y[i] * stride
		counts[g]++
		sumsA[g] += a[i]
		sumsB[g] += b[i]
	}
}
