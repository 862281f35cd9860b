package document

import (
	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// FromPivot makes a table of a result: one line per row member with its levels
// as indents, one column per column member and value, totals last. ref, if not
// nil, gives what leads to the rows behind a cell.
func FromPivot(r *pivot.Result, l lang.Lang, ref func(row, col pivot.Member) *Ref) *Table {
	t := &Table{ID: "pivot", Columns: []Column{{Title: rowTitle(r), Format: display.Format{Kind: display.Text}}}}
	for _, c := range r.Cols.Members {
		for _, v := range r.Values {
			title := v.Title
			if len(r.Cols.Dims) > 0 {
				title = r.Cols.PathText(c, l)
				if c.Kind == pivot.Subtotal {
					title = l.T("pivot.subtotal", title)
				}
				if len(r.Values) > 1 {
					title += " " + v.Title
				}
			}
			col := Column{Title: title, Format: v.Format(r.Spec.Show)}
			if r.Spec.Show == pivot.Diff || r.Spec.Show == pivot.DiffShare {
				col.Signed = +1
			}
			col.Bar = len(r.Cols.Members) == 1 && r.Spec.Show == pivot.AsIs
			t.Columns = append(t.Columns, col)
		}
	}
	for i, m := range r.Rows.Members {
		row := Row{Indent: max(0, len(m.Path)-1), Total: m.Kind == pivot.Grand}
		row.Cells = append(row.Cells, Words(rowLabel(r, m, l)))
		for j, c := range r.Cols.Members {
			for k := range r.Values {
				cell := Number(r.At(i, j, k))
				if words := r.TextAt(i, j, k); words != "" {
					cell = Words(words)
				}
				if ref != nil {
					cell.Ref = ref(m, c)
				}
				row.Cells = append(row.Cells, cell)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func rowTitle(r *pivot.Result) string {
	s := ""
	for i, d := range r.Rows.Dims {
		if i > 0 {
			s += " / "
		}
		s += d.Title
	}
	return s
}

// rowLabel is the text at a line's start. A leaf of a tree says its last level
// only; the subtotal under it says whose it is.
func rowLabel(r *pivot.Result, m pivot.Member, l lang.Lang) string {
	switch {
	case m.Kind == pivot.Grand || len(m.Path) == 0:
		return l.T("pivot.total")
	case m.Kind == pivot.Subtotal:
		return l.T("pivot.subtotal", r.Rows.Dims[len(m.Path)-1].Label(m.Path[len(m.Path)-1], l))
	case len(m.Path) > 1:
		return r.Rows.PathText(m, l)
	}
	return r.Rows.Dims[0].Label(m.Path[0], l)
}
