package chart

// Scene is a chart laid out for a size: what to paint and what can be hit.
type Scene struct {
	W, H float64
	// Plot is where the marks are: between the axes, without legend and labels.
	Plot  Box
	Prims []Prim
	Hits  []Hit // later ones lie above earlier ones
}

// Prim is one thing to paint.
type Prim interface{ Paint(Canvas) }

// Hit is a region that answers to the pointer.
type Hit struct {
	X, Y, W, H float64
	Wedge      *Wedge // where set, the region is this and not the rectangle
	Title      string
	Lines      []string // of the hover card
	Ref        Ref
	Legend     bool // a legend entry: Ref.Series is the series, Category is -1
	// Note is the place of a remark in Chart.Notes, counted from 1; 0 is none.
	Note int
	// Mark is the mark itself where it is smaller than the region; for a
	// highlight and for the hover card to point at. Nil: the region is the mark.
	Mark *Box
}

// Wedge is a ring segment; angles in radians, clockwise from 12 o'clock.
type Wedge struct{ X, Y, Inner, Outer, From, To float64 }

// Paint paints the whole scene.
func (s *Scene) Paint(c Canvas) {
	for _, p := range s.Prims {
		p.Paint(c)
	}
}

// At finds the topmost hit under a point; nil where there is none.
func (s *Scene) At(x, y float64) *Hit {
	for i := len(s.Hits) - 1; i >= 0; i-- {
		if s.Hits[i].Contains(x, y) {
			return &s.Hits[i]
		}
	}
	return nil
}
