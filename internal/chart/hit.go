package chart

import "math"

// IsMark reports whether the region is a mark of one value, which Ref names;
// legend entries, reference lines, remarks and the rest of a ring are none.
func (h *Hit) IsMark() bool { return !h.Legend && h.Ref.Series >= 0 && h.Ref.Category >= 0 }

// Contains reports whether a point lies in the region.
func (h *Hit) Contains(x, y float64) bool {
	if w := h.Wedge; w != nil {
		dx, dy := x-w.X, y-w.Y
		r, a := math.Hypot(dx, dy), math.Atan2(dx, -dy)
		if a < 0 {
			a += 2 * math.Pi
		}
		return r >= w.Inner && r <= w.Outer && a >= w.From && a < w.To
	}
	return x >= h.X && x < h.X+h.W && y >= h.Y && y < h.Y+h.H
}
