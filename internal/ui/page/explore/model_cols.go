package explore

import (
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
	"tallyboard/internal/ui/widget"
)

// column is one column of the grid behind the first: a value of a column
// member, or of the subtotal that stands for a folded heading.
type column struct {
	document.ColumnRef
	format display.Format
	span   document.Spanned
}

// columns lists the columns that can be seen: of a folded heading its subtotal
// only, where there is one.
func (m *model) columns() {
	names := make([]string, len(m.r.Rows.Dims))
	for i, d := range m.r.Rows.Dims {
		names[i] = d.Title
	}
	m.cols = m.cols[:0]
	m.heads = append(m.heads[:0], m.head(strings.Join(names, " / "), "label", false))
	for _, c := range m.all {
		if !document.Inside(m.r.Cols.Members[c.Member].Path, m.foldedCols) {
			m.cols = append(m.cols, c)
			m.heads = append(m.heads, m.head(m.title(c), document.ColumnKey(m.r, c.ColumnRef), true))
		}
	}
}

// Levels implements widget.Grouped: all levels but the last are headings, and
// the last too where several values stand under it.
func (m *model) Levels() int {
	n := len(m.r.Cols.Dims)
	if len(m.r.Values) > 1 || n == 0 {
		return n
	}
	return n - 1
}

// Group implements widget.Grouped.
func (m *model) Group(level, c int) widget.GroupView {
	if c == 0 {
		return widget.GroupView{}
	}
	x := m.r.Cols.Members[m.cols[c-1].Member]
	switch {
	case level < len(x.Path):
		k := document.PathKey(x.Path[:level+1])
		g := widget.GroupView{Title: label(m.r.Cols.Dims[level], x.Path[level], m.lang), Key: k}
		if level < len(m.r.Cols.Dims)-1 && m.look.Subtotals != document.NoSubtotals {
			g.Fold = widget.Unfolded
			if m.foldedCols[k] {
				g.Fold = widget.Folded
			}
		}
		return g
	case level == len(x.Path) && m.Levels() > level:
		return widget.GroupView{Title: m.lang.T("pivot.total"), Key: "\x03" + document.PathKey(x.Path)}
	}
	return widget.GroupView{}
}

// foldGroup shows or hides what is under a heading.
func (m *model) foldGroup(level, c int) {
	x := m.r.Cols.Members[m.cols[c-1].Member]
	if level >= len(x.Path) {
		return
	}
	k := document.PathKey(x.Path[:level+1])
	m.foldedCols[k] = !m.foldedCols[k]
	m.columns()
}

// title is the words over a column that stand under its headings.
func (m *model) title(c column) string {
	v := m.r.Values[c.Value].Title
	x := m.r.Cols.Members[c.Member]
	n := len(m.r.Cols.Dims)
	switch {
	case n == 0 || len(m.r.Values) > 1:
		return v
	case len(x.Path) == n:
		return label(m.r.Cols.Dims[n-1], x.Path[n-1], m.lang)
	}
	return m.lang.T("pivot.total")
}

// isLeaf reports whether a grid column shows a leaf of the columns.
func (m *model) isLeaf(c int) bool {
	return c > 0 && m.r.Cols.Members[m.cols[c-1].Member].Kind == pivot.Leaf && len(m.r.Cols.Dims) > 0
}
