package session

import (
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
)

// AddNote writes a remark at a cell of the current result. One at a time stands
// at the time alone, whatever else is drawn there.
func (s *Session) AddNote(row, col []pivot.Label, value int, atTime bool, text string) {
	r := s.result.value
	if r == nil || text == "" {
		return
	}
	n := library.Note{Text: text, At: append(membersOf(r.Rows, row, atTime), membersOf(r.Cols, col, atTime)...)}
	if len(r.Values) > 1 && value < len(r.Values) && !atTime {
		n.Of = plainText(r.Values[value].Value)
	}
	s.SetView(func(v *View) { v.Notes = append(v.Notes, n) })
}

// EditNote gives a remark of the current view other words; none remove it.
func (s *Session) EditNote(i int, text string) {
	if text == "" {
		s.RemoveNote(i)
		return
	}
	s.changeNote(i, func(n *library.Note) { n.Text = text })
}

// MoveNote puts a remark at another place of the picture, in shares of it; 0, 0
// puts it back beside its mark.
func (s *Session) MoveNote(i int, x, y float64) {
	s.changeNote(i, func(n *library.Note) { n.X, n.Y = min(max(x, 0), 1), min(max(y, 0), 1) })
}

// RemoveNote takes a remark off the current view.
func (s *Session) RemoveNote(i int) {
	s.SetView(func(v *View) {
		if i >= 0 && i < len(v.Notes) {
			v.Notes = slices.Delete(v.Notes, i, i+1)
		}
	})
}

func (s *Session) changeNote(i int, change func(*library.Note)) {
	s.SetView(func(v *View) {
		if i >= 0 && i < len(v.Notes) {
			change(&v.Notes[i])
		}
	})
}

// membersOf are the filters that keep the members of a path; only those along
// time where asked, if there are any.
func membersOf(a pivot.Axis, path []pivot.Label, atTime bool) []string {
	var out []string
	for i, l := range path {
		if d := a.Dims[i].Dim; !l.Other && (!atTime || d.Func.Periodic()) {
			out = append(out, d.Is(l).String())
		}
	}
	return out
}

func plainText(v pivot.Value) string { return v.Bare().String() }

// notesOn finds the marks of a chart at which remarks stand; ID is the place in
// the list. A remark whose members are not drawn, or at more than one category,
// is not shown.
func notesOn(c *chart.Chart, r *pivot.Result, notes []library.Note) []chart.Note {
	var out []chart.Note
	for i, n := range notes {
		if ref, ok := anchor(c, r, n); ok {
			out = append(out, chart.Note{ID: i, Ref: ref, Text: n.Text, X: n.X, Y: n.Y})
		}
	}
	return out
}

// anchor is the mark of a remark; its Series is −1 where it stands at a
// category as a whole.
func anchor(c *chart.Chart, r *pivot.Result, n library.Note) (ref chart.Ref, ok bool) {
	inRow, inCol := make([]string, len(r.Rows.Dims)), make([]string, len(r.Cols.Dims))
	given := make([]bool, len(inRow)+len(inCol))
	for _, text := range n.At {
		f, err := pivot.ParseFilter(text)
		if err != nil || len(f.Values) != 1 {
			return ref, false
		}
		d := pivot.Dim{Column: f.Column, Func: f.Func, Width: f.Width}
		is := func(x pivot.DimInfo) bool { return x.Dim == d }
		if k := slices.IndexFunc(r.Rows.Dims, is); k >= 0 {
			inRow[k], given[k] = f.Values[0], true
		} else if k := slices.IndexFunc(r.Cols.Dims, is); k >= 0 {
			inCol[k], given[len(inRow)+k] = f.Values[0], true
		} else {
			return ref, false
		}
	}
	rows, cols := matching(r.Rows, inRow, given[:len(inRow)]), matching(r.Cols, inCol, given[len(inRow):])
	ref = chart.Ref{Series: -1, Category: -1}
	found := 0
	for i := range c.Series {
		for j, cell := range c.Series[i].Cells {
			if cell.Row < 0 || cell.Col < 0 || !rows[cell.Row] || !cols[cell.Col] {
				continue
			}
			if n.Of != "" && plainText(r.Values[cell.Value].Value) != n.Of {
				continue
			}
			if found > 0 && ref.Category != j {
				return ref, false
			}
			found++
			ref = chart.Ref{Series: i, Category: j}
		}
	}
	if found > 1 {
		ref.Series = -1
	}
	return ref, found > 0
}

// matching says which members of an axis are those that were given, level by
// level.
func matching(a pivot.Axis, want []string, given []bool) []bool {
	out := make([]bool, len(a.Members))
	for i, m := range a.Members {
		out[i] = true
		for k, x := range want {
			if given[k] && (k >= len(m.Path) || m.Path[k].Other || m.Path[k].Text != x) {
				out[i] = false
			}
		}
	}
	return out
}
