package document

import (
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Judge says how good a number of a value is that so many rows stand behind.
type Judge func(value int, v float64, rows int64) Tone

// FromPivot makes a table of a result as it looks on screen: its lines with
// their levels as indents, one column per column member and value. judge may be
// nil.
func FromPivot(r *pivot.Result, l lang.Lang, k Look, judge Judge) *Table {
	t := &Table{ID: "pivot", Columns: []Column{{Title: rowTitle(r), Format: display.Format{Kind: display.Text}}}}
	refs, lines := ColumnRefs(r, k), Lines(r, k)
	spans := Spans(r, k)
	judge = k.Judge(r, judge)
	seen := refs[:0:0]
	for i, ref := range refs {
		c, v := r.Cols.Members[ref.Member], r.Values[ref.Value]
		if Inside(c.Path, k.FoldedCols) {
			continue
		}
		seen = append(seen, ref)
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
		col.Bar, col.Scale = spans[i].Bar, spans[i].Scale
		if col.Bar || col.Scale {
			col.Span = &spans[i].Span
		}
		t.Columns = append(t.Columns, col)
	}
	for _, at := range Seen(lines, k.Folded) {
		x := lines[at]
		x.Numbers = x.Shows(k.Folded)
		m := r.Rows.Members[x.Member]
		row := Row{Indent: x.Depth, Total: x.Kind == Total, Sub: x.Kind == Head || x.Kind == Sum, Rest: x.Kind == Item && m.IsRest()}
		row.Cells = append(row.Cells, Words(lineLabel(r, m, x, l)))
		for _, ref := range seen {
			row.Cells = append(row.Cells, lineCell(r, x, ref, judge))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func lineCell(r *pivot.Result, x Line, c ColumnRef, judge Judge) Cell {
	if !x.Numbers {
		return Words(" ") // not missing: it stands in another line
	}
	if words := r.TextAt(x.Member, c.Member, c.Value); words != "" {
		return Words(words)
	}
	cell := Number(r.At(x.Member, c.Member, c.Value))
	cell.Tone = judge(c.Value, cell.Num, r.CountAt(x.Member, c.Member))
	return cell
}

// Spanned is what stands behind the numbers of a column.
type Spanned struct {
	Bar, Scale bool
	Span       [2]float64 // the least and the greatest number of leaves: of the column for bars, of the value for a scale
}

// Spans are those of the columns of a look. What a top cut off does not count:
// beside it all others would look small.
func Spans(r *pivot.Result, k Look) []Spanned {
	refs := ColumnRefs(r, k)
	out := make([]Spanned, len(refs))
	ofValue := make([][2]float64, len(r.Values))
	alone := !slices.ContainsFunc(r.Cols.Members, func(m pivot.Member) bool { return m.Kind == pivot.Leaf })
	for i, c := range refs {
		leaf, grand := r.Cols.Members[c.Member].Kind == pivot.Leaf || alone, r.Cols.Members[c.Member].Kind == pivot.Grand
		switch {
		case r.Spec.Show == pivot.Rank || len(r.Rows.Dims) == 0:
		case k.Ground == TotalBars:
			out[i].Bar = grand && (r.Spec.Show == pivot.AsIs || alone)
		case k.Ground == Bars:
			out[i].Bar = leaf || grand
		case k.Ground == Scale:
			out[i].Scale = leaf
		}
		if !out[i].Bar && !out[i].Scale {
			continue
		}
		for j, m := range r.Rows.Members {
			if m.Kind != pivot.Leaf || m.IsRest() {
				continue
			}
			if v := r.At(j, c.Member, c.Value); v == v {
				out[i].Span[0], out[i].Span[1] = min(out[i].Span[0], v), max(out[i].Span[1], v)
			}
		}
		if out[i].Scale {
			all := &ofValue[c.Value]
			all[0], all[1] = min(all[0], out[i].Span[0]), max(all[1], out[i].Span[1])
		}
	}
	for i, c := range refs {
		if out[i].Scale {
			out[i].Span = ofValue[c.Value]
		}
	}
	return out
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

// lineLabel is the text at a line's start: its last level only, since what it
// belongs to stands above it. A subtotal below says whose it is.
func lineLabel(r *pivot.Result, m pivot.Member, x Line, l lang.Lang) string {
	if x.Kind == Total || len(m.Path) == 0 {
		return l.T("pivot.total")
	}
	last := len(m.Path) - 1
	text := r.Rows.Dims[last].Label(m.Path[last], l)
	if x.Kind == Sum {
		return l.T("pivot.subtotal", text)
	}
	return text
}
