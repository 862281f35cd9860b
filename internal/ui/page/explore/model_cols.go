package explore

import (
	"slices"

	"tallyboard/internal/pivot"
	"tallyboard/internal/ui/widget"
)

// column is one column of the grid behind the first: a value of a column
// member, or of the subtotal that stands for a folded heading.
type column struct{ member, value int }

// columns lists the columns that can be seen: the leaves and their subtotals,
// of a folded heading the subtotal only, and the grand total last.
func (m *model) columns() {
	m.cols = m.cols[:0]
	for i, x := range m.r.Cols.Members {
		hidden := false
		for d := 1; d < len(x.Path) && !hidden; d++ {
			hidden = m.foldedCols[key(x.Path[:d])]
		}
		if hidden {
			continue
		}
		for v := range m.r.Values {
			m.cols = append(m.cols, column{i, v})
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
	x := m.r.Cols.Members[m.cols[c-1].member]
	switch {
	case level < len(x.Path):
		k := key(x.Path[:level+1])
		g := widget.GroupView{Title: label(m.r.Cols.Dims[level], x.Path[level], m.lang), Key: k}
		if level < len(m.r.Cols.Dims)-1 {
			g.Fold = widget.Unfolded
			if m.foldedCols[k] {
				g.Fold = widget.Folded
			}
		}
		return g
	case level == len(x.Path) && m.Levels() > level:
		return widget.GroupView{Title: m.lang.T("pivot.total"), Key: "\x03" + key(x.Path)}
	}
	return widget.GroupView{}
}

// foldGroup shows or hides what is under a heading.
func (m *model) foldGroup(level, c int) {
	x := m.r.Cols.Members[m.cols[c-1].member]
	if level >= len(x.Path) {
		return
	}
	k := key(x.Path[:level+1])
	m.foldedCols[k] = !m.foldedCols[k]
	m.columns()
	m.measure()
}

// title is the words over a column that stand under its headings.
func (m *model) title(c int) string {
	at := m.cols[c-1]
	v := m.r.Values[at.value].Title
	x := m.r.Cols.Members[at.member]
	n := len(m.r.Cols.Dims)
	switch {
	case n == 0 || len(m.r.Values) > 1:
		return v
	case len(x.Path) == n:
		return label(m.r.Cols.Dims[n-1], x.Path[n-1], m.lang)
	}
	return m.lang.T("pivot.total")
}

// isTotal reports whether a grid column shows the total of all column members.
func (m *model) isTotal(c int) bool {
	return m.r.Cols.Members[m.cols[c-1].member].Kind == pivot.Grand
}

// scaled reports whether data bars make sense in a column: in that of totals,
// and wherever there is but one value to look at.
func (m *model) scaled(c int) bool {
	return m.isTotal(c) || !slices.ContainsFunc(m.r.Cols.Members, func(x pivot.Member) bool { return x.Kind == pivot.Leaf })
}
