package chart

import "math"

// noteWidth is the room that the words of a remark take at most, and noteLines
// how many lines.
const noteWidth, noteLines = 170, 3

// noteWords are the words of a remark, which nothing evicts.
type noteWords struct{ Label }

// NoteLine is a remark in one line with the place of its mark, for where the
// drawing does not show it.
func (c *Chart) NoteLine(n Note) string {
	if n.Ref.Category < 0 || n.Ref.Category >= len(c.Categories) {
		return n.Text
	}
	at := c.full(n.Ref.Category)
	if i := n.Ref.Series; i >= 0 && i < len(c.Series) && c.Series[i].Name != "" && len(c.Series) > 1 {
		at += " · " + c.Series[i].Name
	}
	return language(c.Lang).T("chart.note", at, n.Text)
}

// remark is one note being placed.
type remark struct {
	index int
	lines []string
	w, h  float64
	at    Point // where its mark is
}

func (b *plot) remark(index int, at Point, room float64) remark {
	r := remark{index: index, at: at}
	r.lines = Wrap(b.m, b.c.Notes[index].Text, smallSize, math.Min(noteWidth, room*.4), noteLines)
	for _, s := range r.lines {
		r.w = math.Max(r.w, b.width(s, smallSize))
	}
	r.w += 12
	r.h = float64(len(r.lines))*b.noteLine() + 6
	return r
}

// noteOrder is the order in which remarks are placed: those that a person has
// moved first, so that the others keep clear of them.
func (c *Chart) noteOrder() (out []int) {
	for _, moved := range []bool{true, false} {
		for k, n := range c.Notes {
			if (n.X != 0 || n.Y != 0) == moved {
				out = append(out, k)
			}
		}
	}
	return out
}

func (b *plot) noteLine() float64 { return b.height(smallSize) + 2 }

// noteRoom is the room over the marks that remarks ask for.
func (b *plot) noteRoom() float64 {
	if len(b.c.Notes) == 0 || b.box.H < 160 {
		return 0
	}
	return 30
}

// notes draws the remarks of an upright chart, before the values are written: a
// box over the marks around, with a stem down to its own. top is where the
// marks of a category end.
func (b *plot) notes(f *frame, top func(category int) float64) {
	for _, k := range b.c.noteOrder() {
		n := b.c.Notes[k]
		j, i := n.Ref.Category, n.Ref.Series
		if j < 0 || j >= len(b.c.Categories) || i >= len(b.c.Series) || i >= 0 && b.c.Series[i].Hidden {
			continue
		}
		y := top(j)
		switch {
		case i < 0:
		case b.c.Kind == Stacked || b.c.Kind == Area:
			y = f.value.at(b.within(i, j))
		default:
			a := &f.value
			if b.c.Series[i].Second && f.second != nil {
				a = f.second
			}
			if v := b.c.Series[i].value(j); !math.IsNaN(v) {
				y = a.at(v)
			}
		}
		area := f.area
		r := b.remark(k, Point{f.middle(j), y}, area.W)
		x := between(r.at.X-r.w/2, area.X, area.X+area.W-r.w)
		clear := y
		for j := range b.c.Categories {
			if m := f.middle(j); m > x-6 && m < x+r.w+6 {
				clear = math.Min(clear, top(j))
			}
		}
		over := b.noteRoom() + 16
		within := Box{X: area.X, Y: area.Y - over, W: area.W, H: area.H + over}
		// Over the marks around, else higher up, else under the own one.
		b.place(r, within, []Point{{x, clear - r.h - 20}, {x, clear - r.h - 44}, {x, clear - r.h - 8}, {x, y + 18}, {x, y + 44}}, false)
	}
}

// within is the middle of the part that a series has in the stack of a category.
func (b *plot) within(series, category int) float64 {
	below, v := 0.0, b.c.Series[series].value(category)
	for _, i := range b.c.visible() {
		if x := b.c.Series[i].value(category); i < series && x*v > 0 {
			below += x
		}
	}
	if math.IsNaN(v) {
		return 0
	}
	return below + v/2
}

// lateNotes draws the remarks that no chart type has drawn itself, beside
// marks that are drawn already: what values they cover the hover card tells.
func (b *plot) lateNotes() {
	within := b.Plot
	if within.W == 0 || within.H == 0 || b.c.Kind == Donut { // beside a ring there is room
		within = b.box
	}
	marks := len(b.Hits)
	for _, k := range b.c.noteOrder() {
		n := b.c.Notes[k]
		if k < len(b.noted) && b.noted[k] {
			continue
		}
		hit := markOf(b.Hits[:marks], n.Ref)
		if hit == nil {
			continue
		}
		at := hit.middle()
		switch b.c.Kind {
		case Heat, Map, Calendar: // the value stands in the middle
			at = Point{at.X + hit.W/2 - 5, at.Y - hit.H/2 + 5}
		}
		r := b.remark(k, at, within.W)
		var tries []Point
		for _, away := range []float64{16, 34, 60} {
			tries = append(tries, Point{at.X - r.w/2, at.Y - away - r.h}, Point{at.X + away, at.Y - r.h/2},
				Point{at.X - away - r.w, at.Y - r.h/2}, Point{at.X - r.w/2, at.Y + away})
		}
		b.place(r, within, tries, true)
	}
}

// markOf finds the region of a mark, of a ring the segment rather than its name.
func markOf(hits []Hit, ref Ref) (found *Hit) {
	for i := range hits {
		h := &hits[i]
		if !h.IsMark() || h.Ref.Category != ref.Category || ref.Series >= 0 && h.Ref.Series != ref.Series {
			continue
		}
		if found == nil || h.Wedge != nil {
			found = h
		}
	}
	return found
}

// middle is a point on the mark of a hit.
func (h *Hit) middle() Point {
	if w := h.Wedge; w != nil {
		sin, cos := math.Sincos((w.From + w.To) / 2)
		r := (w.Inner + w.Outer) / 2
		return Point{w.X + r*sin, w.Y - r*cos}
	}
	m := Box{X: h.X, Y: h.Y, W: h.W, H: h.H}
	if h.Mark != nil {
		m = *h.Mark
	}
	return Point{m.X + m.W/2, m.Y + m.H/2}
}

// place puts a remark where it was moved to, else at the first of the tries
// that is free. Where nothing is free it takes the room of values if it may,
// and is else only a dot that answers to the pointer.
func (b *plot) place(r remark, within Box, tries []Point, evict bool) {
	if b.noted == nil {
		b.noted = make([]bool, len(b.c.Notes))
	}
	b.noted[r.index] = true
	const edge = 6 // of the dot, which answers to the pointer
	if !(r.at.X >= edge && r.at.Y >= edge && r.at.X <= b.W-edge && r.at.Y <= b.H-edge) {
		return // nowhere, or in a picture too small to read
	}
	n := b.c.Notes[r.index]
	answer := Hit{X: r.at.X - edge, Y: r.at.Y - edge, W: 2 * edge, H: 2 * edge, Title: n.Text, Ref: Ref{-1, -1}, Note: r.index + 1}
	b.late = append(b.late, answer)
	b.above = append(b.above, Arc{Wedge{X: r.at.X, Y: r.at.Y, Outer: 4.5, To: 2 * math.Pi}, Style{Fill: b.p.Surface}},
		Arc{Wedge{X: r.at.X, Y: r.at.Y, Outer: 3, To: 2 * math.Pi}, Style{Fill: b.p.Text}})
	if len(r.lines) == 0 || r.w > within.W || r.h > within.H {
		return
	}
	moved := n.X != 0 || n.Y != 0
	if moved {
		tries, evict = []Point{{n.X*b.W - r.w/2, n.Y*b.H - r.h/2}}, true
	}
	at, ok := b.room(r, within, tries, moved, evict)
	if !ok {
		return
	}
	q := boxQuad(at, r.w, r.h)
	b.evict(&q)
	b.drawNote(r, at)
	b.words.insert(q)
	b.boxes = append(b.boxes, q)
	answer.X, answer.Y, answer.W, answer.H = at.X, at.Y, r.w, r.h
	b.late = append(b.late, answer)
}

// room chooses among places for a box: the first that is free, else, where
// values may go, the one that covers the fewest.
func (b *plot) room(r remark, within Box, tries []Point, clamp, evict bool) (best Point, ok bool) {
	fewest := math.MaxInt
next:
	for _, t := range tries {
		p := Point{between(t.X, within.X, within.X+within.W-r.w), t.Y}
		if clamp || evict {
			p.Y = between(t.Y, within.Y, within.Y+within.H-r.h)
		}
		if p.Y < within.Y || p.Y+r.h > within.Y+within.H || !clamp && r.at.X > p.X && r.at.X < p.X+r.w && r.at.Y > p.Y && r.at.Y < p.Y+r.h {
			continue
		}
		q := boxQuad(p, r.w, r.h)
		if b.free(&q) {
			return p, true
		}
		for i := range b.boxes {
			if !clamp && b.boxes[i].meets(&q) {
				continue next
			}
		}
		if n := b.covered(&q); evict && n < fewest {
			best, fewest, ok = p, n, true
		}
	}
	return best, ok
}

// drawNote draws the box of a remark and the line that leads to its mark.
func (b *plot) drawNote(r remark, at Point) {
	ink := b.p.Text
	foot := Point{between(r.at.X, at.X, at.X+r.w), between(r.at.Y, at.Y, at.Y+r.h)}
	if foot != r.at {
		x, y := math.Min(foot.X, r.at.X), math.Min(foot.Y, r.at.Y)
		b.stems = append(b.stems, boxQuad(Point{x - 1, y}, math.Abs(foot.X-r.at.X)+2, math.Abs(foot.Y-r.at.Y)))
		b.above = append(b.above, Poly{Pts: []Point{foot, r.at}, Style: Style{Stroke: ink, Width: 1}})
	}
	b.top = append(b.top, Box{at.X, at.Y, r.w, r.h, Style{Fill: b.p.Surface, Stroke: mix(ink, b.p.Surface, .3), Width: 1, Radius: 4}})
	for k, s := range r.lines {
		b.top = append(b.top, noteWords{Label{X: at.X + 6, Y: at.Y + 3 + float64(k)*b.noteLine(), Text: s, Font: b.font(smallSize, ink)}})
	}
}

// stemmed reports whether the stem of a remark goes through a box.
func (b *plot) stemmed(q *quad) bool {
	for i := range b.stems {
		if b.stems[i].meets(q) {
			return true
		}
	}
	return false
}

// covered counts the words that a box would lie on.
func (b *plot) covered(q *quad) (n int) {
	for _, p := range b.top {
		if l, ok := p.(Label); ok {
			if o := quadOf(l, b.m); o.meets(q) {
				n++
			}
		}
	}
	return n
}

// evict takes away the words that a box lies on.
func (b *plot) evict(q *quad) {
	kept := b.top[:0]
	for _, p := range b.top {
		if l, ok := p.(Label); ok {
			if o := quadOf(l, b.m); o.meets(q) {
				continue
			}
		}
		kept = append(kept, p)
	}
	b.top = kept
}

func boxQuad(at Point, w, h float64) quad {
	return quad{p: [4]Point{at, {at.X + w, at.Y}, {at.X + w, at.Y + h}, {at.X, at.Y + h}}, x0: at.X, y0: at.Y, x1: at.X + w, y1: at.Y + h}
}

func between(v, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, v)) }
