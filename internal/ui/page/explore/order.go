package explore

import (
	"slices"

	"fyne.io/fyne/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// placed is the members of a dimension that stand first, after one of siblings
// was put at another place. was is those that stood first before, siblings the
// members below one parent as they stand now, with the moved one at its new
// place. Only as many are named as need be: the rest keeps its own order.
func placed(was, siblings []string, at int) []string {
	last := at
	for i, s := range siblings {
		if slices.Contains(was, s) {
			last = max(last, i)
		}
	}
	next := siblings[:last+1]
	var out []string
	for _, s := range was {
		if slices.Contains(siblings, s) {
			if len(next) > 0 {
				out, next = append(out, next[0]), next[1:]
			}
			continue
		}
		out = append(out, s) // below another parent
	}
	return append(out, next...)
}

// sibling is a member among those below the same parent, as they stand.
type sibling struct {
	path []pivot.Label
	at   int // first grid row or column
}

// movable reports whether a member can be put at another place: times have their
// own order, and what a top cut off and blank stand last.
func movable(a pivot.Axis, path []pivot.Label) bool {
	if len(path) == 0 {
		return false
	}
	l, d := path[len(path)-1], a.Dims[len(path)-1]
	return !l.Missing && !l.Other && !d.Func.Periodic()
}

// siblings lists those of a member among the paths that stand at grid places.
func siblings(a pivot.Axis, path []pivot.Label, n int, pathAt func(i int) []pivot.Label) []sibling {
	var out []sibling
	for i := range n {
		q := pathAt(i)
		if len(q) < len(path) {
			continue
		}
		q = q[:len(path)]
		if document.PathKey(q[:len(q)-1]) != document.PathKey(path[:len(path)-1]) || !movable(a, q) {
			continue
		}
		if len(out) == 0 || document.PathKey(out[len(out)-1].path) != document.PathKey(q) {
			out = append(out, sibling{q, i})
		}
	}
	return out
}

// reorder puts a member before the slot-th grid place.
func (p *Page) reorder(a pivot.Axis, path []pivot.Label, list []sibling, slot int) {
	self := document.PathKey(path)
	var names []string
	at, now := 0, 0
	for i, s := range list {
		if document.PathKey(s.path) == self {
			now = i
			continue
		}
		if s.at < slot {
			at++
		}
		names = append(names, s.path[len(path)-1].Text)
	}
	if at != now {
		p.place(a.Dims[len(path)-1].Dim, names, path[len(path)-1].Text, at)
	}
}

// place puts a member of a dimension at a place among the other siblings.
func (p *Page) place(d pivot.Dim, others []string, name string, at int) {
	p.s.SetView(func(v *session.View) {
		o := v.Spec.OrderOf(d)
		o.First = placed(o.First, slices.Insert(slices.Clone(others), at, name), at)
		v.Spec.SetOrder(o)
	})
}

// rowSiblings are those of the member of a line.
func (p *Page) rowSiblings(path []pivot.Label) []sibling {
	return siblings(p.model.r.Rows, path, p.model.Rows(), func(i int) []pivot.Label {
		x := p.model.line(i)
		if x.Kind == document.Sum {
			return nil
		}
		return p.model.r.Rows.Members[x.Member].Path
	})
}

// colSiblings are those of the member of a column.
func (p *Page) colSiblings(path []pivot.Label) []sibling {
	return siblings(p.model.r.Cols, path, len(p.model.cols), func(i int) []pivot.Label {
		return p.model.r.Cols.Members[p.model.cols[i].Member].Path
	})
}

// moveRow puts the member of a row that was dragged at another place.
func (p *Page) moveRow(from, to int) {
	if to >= from {
		to++ // behind what stands there
	}
	x := p.model.line(from)
	path := p.model.r.Rows.Members[x.Member].Path
	if x.Kind == document.Sum || !movable(p.model.r.Rows, path) {
		return
	}
	p.keep(widget.Place{Row: from})
	p.reorder(p.model.r.Rows, path, p.rowSiblings(path), to)
}

// moveColumn puts the member of a column that was dragged at another place, or
// its value among the values of that member.
func (p *Page) moveColumn(from, to int) {
	if from == 0 {
		return
	}
	m := p.model
	a, b := m.cols[from-1], m.cols[max(to, 1)-1]
	if a.Member == b.Member && len(m.r.Values) > 1 {
		p.moveValue(a.Value, b.Value)
		return
	}
	slot := to
	if to > from {
		slot++ // behind what stands there
	}
	if path := m.r.Cols.Members[a.Member].Path; m.isLeaf(from) && movable(m.r.Cols, path) {
		p.reorder(m.r.Cols, path, p.colSiblings(path), slot-1)
	}
}

// moveGroup puts the member of a heading that was dragged at another place.
func (p *Page) moveGroup(level, from, to int) {
	m := p.model
	path := m.r.Cols.Members[m.cols[from-1].Member].Path
	if level >= len(path) || !movable(m.r.Cols, path[:level+1]) {
		return
	}
	slot := to
	if to > from {
		slot++ // behind what stands there
	}
	p.reorder(m.r.Cols, path[:level+1], p.colSiblings(path[:level+1]), slot-1)
}

func (p *Page) moveValue(from, to int) {
	p.s.SetView(func(v *session.View) {
		if from != to && max(from, to) < len(v.Spec.Values) {
			v.Spec.Values = moved(v.Spec.Values, from, to)
		}
	})
}

// shift moves the row or the column that the keyboard is on by one place.
func (p *Page) shift(at widget.Place, dx, dy int) {
	m := p.model
	axis, path := m.r.Rows, m.r.Rows.Members[m.line(at.Row).Member].Path
	by, list := dy, p.rowSiblings(path)
	if dx != 0 {
		if !m.isLeaf(at.Col) {
			return
		}
		axis, path = m.r.Cols, m.r.Cols.Members[m.cols[at.Col-1].Member].Path
		by, list = dx, p.colSiblings(path)
	}
	p.shiftAmong(axis, path, list, by, at)
}

func (p *Page) shiftAmong(a pivot.Axis, path []pivot.Label, list []sibling, by int, at widget.Place) {
	if !movable(a, path) {
		return
	}
	now := slices.IndexFunc(list, func(s sibling) bool { return document.PathKey(s.path) == document.PathKey(path) })
	next := now + by
	if now < 0 || next < 0 || next >= len(list) {
		return
	}
	var names []string
	for i, s := range list {
		if i != now {
			names = append(names, s.path[len(path)-1].Text)
		}
	}
	p.keep(at)
	p.place(a.Dims[len(path)-1].Dim, names, path[len(path)-1].Text, next)
}

// orderChips say which dimensions stand in an order of their own; their × goes
// back to that of the table.
func (p *Page) orderChips() []fyne.CanvasObject {
	spec := p.s.View().Spec
	var out []fyne.CanvasObject
	for _, o := range spec.Orders {
		title := session.DimText(o.Dim, p.shelf.title(o.Dim.Column), p.s.Lang())
		if len(o.First) > 0 {
			out = append(out, widget.NewChip(p.s.T("table.manual", title), theme.Drag, nil, func() { p.setOrder(pivot.Order{Dim: o.Dim, By: o.By, Desc: o.Desc}) }).CloseTip(p.s.T("table.auto")).Strong())
		}
		if o.By != "" {
			icon, other := theme.SortUp, spec.Cols
			if slices.Contains(spec.Cols, o.Dim) {
				other = spec.Rows
			}
			if o.Desc {
				icon = theme.SortDown
			}
			out = append(out, widget.NewChip(p.s.T("table.sorted", title, session.KeyText(spec, o.By, other, p.s.Lang())), icon, nil,
				func() { p.setOrder(pivot.Order{Dim: o.Dim, First: o.First}) }).Strong())
		}
	}
	return out
}

func (p *Page) setOrder(o pivot.Order) {
	p.s.SetView(func(v *session.View) { v.Spec.SetOrder(o) })
}
