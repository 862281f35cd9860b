package page

import "slices"

// piece is something that is not cut: a line of text, a row of a table, a
// chart. Blocks become pieces, and pieces are put on pages.
type piece struct {
	height float64
	before float64 // space above, left away at the top of a page
	keep   bool    // stays on the page of the next piece
	breaks bool    // begins a new page
	repeat *piece  // drawn above where the piece begins a page (a table's header)
	draw   func(p *Page, x, y float64)
	// fill, in the place of draw, is given all the height that is left of the
	// page beside what follows on it, at least that of the piece and not above most.
	fill func(p *Page, x, y, h float64)
	most float64 // 0 is any height
	// shrink is the same piece at a lower height, at least lowest; nil where it
	// cannot be lower.
	shrink func(h float64) piece
	lowest float64
}

// least is the part of its height to which a piece may shrink rather than leave
// the rest of a page blank.
const least = .68

// box is the part of each page that pieces fill.
type box struct{ x, top, bottom float64 }

// paginate puts pieces on pages. first is where the first page's box begins,
// below the cover band.
func paginate(pieces []piece, w, h, first float64, b box) []*Page {
	cur := &Page{W: w, H: h}
	pages := []*Page{cur}
	y, fresh := first, true
	turn := func() {
		cur = &Page{W: w, H: h}
		pages = append(pages, cur)
		y, fresh = b.top, true
	}
	put := func(p piece, at int) {
		if fresh && p.repeat != nil {
			p.repeat.draw(cur, b.x, y)
			y += p.repeat.height
		}
		if !fresh {
			y += p.before
		}
		h := p.height
		switch {
		case p.fill != nil:
			h = max(h, b.bottom-y-under(pieces[at+1:]))
			if p.most > 0 {
				h = min(h, p.most)
			}
			p.fill(cur, b.x, y, h)
		case p.draw != nil:
			p.draw(cur, b.x, y)
		}
		y += h
		cur.end, fresh = y, false
	}
	for i := 0; i < len(pieces); {
		j := i
		for j < len(pieces)-1 && pieces[j].keep && !pieces[j+1].breaks {
			j++
		}
		group, from := pieces[i:j+1], i
		i = j + 1
		if group[0].breaks && !fresh {
			turn()
			cur.begun = true
		}
		if height(group, true) > b.bottom-b.top {
			// No page holds the group: its pieces follow each other as they fit.
			for k := range group {
				if y+need(group[k], fresh) > b.bottom && !fresh {
					turn()
				}
				put(group[k], from+k)
			}
			continue
		}
		if y+height(group, fresh) > b.bottom && y > b.top {
			if lower := squeeze(group, fresh, b.bottom-y); lower != nil {
				group = lower
			} else {
				turn()
			}
		}
		for k, p := range group {
			put(p, from+k)
		}
	}
	return pages
}

// under is the height of what follows on the same page.
func under(rest []piece) (h float64) {
	for _, p := range rest {
		if p.breaks {
			break
		}
		h += need(p, false)
	}
	return h
}

// squeeze makes the last piece of a group lower, so that the group fits into
// the room that is left; nil where that takes too much of it.
func squeeze(group []piece, fresh bool, room float64) []piece {
	last := group[len(group)-1]
	if last.shrink == nil {
		return nil
	}
	h := last.height - (height(group, fresh) - room)
	if h < last.lowest {
		return nil
	}
	lower := last.shrink(h)
	lower.breaks = last.breaks
	return append(slices.Clone(group[:len(group)-1]), lower)
}

// height is the height of pieces in one column; fresh where they begin a page.
func height(group []piece, fresh bool) (h float64) {
	for k, p := range group {
		h += need(p, fresh && k == 0)
	}
	return h
}

func need(p piece, fresh bool) float64 {
	switch {
	case !fresh:
		return p.before + p.height
	case p.repeat != nil:
		return p.repeat.height + p.height
	}
	return p.height
}
