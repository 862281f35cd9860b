package page

// piece is something that is not cut: a line of text, a row of a table, a
// chart. Blocks become pieces, and pieces are put on pages.
type piece struct {
	height float64
	before float64 // space above, left away at the top of a page
	keep   bool    // stays on the page of the next piece
	breaks bool    // begins a new page
	repeat *piece  // drawn above where the piece begins a page (a table's header)
	draw   func(p *Page, x, y float64)
}

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
	put := func(p piece) {
		if fresh && p.repeat != nil {
			p.repeat.draw(cur, b.x, y)
			y += p.repeat.height
		}
		if !fresh {
			y += p.before
		}
		if p.draw != nil {
			p.draw(cur, b.x, y)
		}
		y += p.height
		cur.end, fresh = y, false
	}
	for i := 0; i < len(pieces); {
		j := i
		for j < len(pieces)-1 && pieces[j].keep && !pieces[j+1].breaks {
			j++
		}
		group := pieces[i : j+1]
		i = j + 1
		if group[0].breaks && !fresh {
			turn()
		}
		if height(group, true) > b.bottom-b.top {
			// No page holds the group: its pieces follow each other as they fit.
			for k := range group {
				if y+need(group[k], fresh) > b.bottom && !fresh {
					turn()
				}
				put(group[k])
			}
			continue
		}
		if y+height(group, fresh) > b.bottom && y > b.top {
			turn()
		}
		for _, p := range group {
			put(p)
		}
	}
	return pages
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
