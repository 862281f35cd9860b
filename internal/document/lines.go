package document

import (
	"math"
	"strings"

	"tallyboard/internal/pivot"
)

// LineKind says what a line of a pivot's table is.
type LineKind uint8

const (
	Item  LineKind = iota // a leaf
	Head                  // what stands above the lines below a member
	Sum                   // the subtotal under them
	Total                 // of all rows
)

// Line is one line of a pivot's table.
type Line struct {
	Kind    LineKind
	Member  int // of the row axis: the leaf, or the subtotal of a Head or Sum
	Depth   int
	Key     string // tells members apart by their path
	Numbers bool   // a Head without numbers has them in its Sum, or not at all
}

// Lines lists the lines of a pivot's table under a look, in order. It is what
// screen and files alike show.
func Lines(r *pivot.Result, k Look) []Line {
	subtotal := map[string]int{}
	for i, m := range r.Rows.Members {
		if m.Kind == pivot.Subtotal {
			subtotal[PathKey(m.Path)] = i
		}
	}
	var out []Line
	opened := map[string]bool{}
	for i, m := range r.Rows.Members {
		switch m.Kind {
		case pivot.Grand:
			if !k.NoTotalRow || len(r.Rows.Dims) == 0 {
				out = append(out, Line{Total, i, 0, "", true})
			}
		case pivot.Leaf:
			for d := 1; d < len(m.Path); d++ {
				key := PathKey(m.Path[:d])
				if at, ok := subtotal[key]; ok && !opened[key] {
					opened[key] = true
					out = append(out, Line{Head, at, d - 1, key, k.Subtotals == Above})
				}
			}
			out = append(out, Line{Item, i, max(0, len(m.Path)-1), PathKey(m.Path), true})
		case pivot.Subtotal:
			if k.Subtotals == Below {
				out = append(out, Line{Sum, i, len(m.Path) - 1, PathKey(m.Path), true})
			}
		}
	}
	return out
}

// Seen lists which lines are not inside a folded one.
func Seen(lines []Line, folded map[string]bool) []int {
	var out []int
	hide := math.MaxInt
	for i, x := range lines {
		if x.Kind != Total && x.Depth > hide || x.Kind == Sum && folded[x.Key] {
			continue
		}
		hide = math.MaxInt
		out = append(out, i)
		if x.Kind == Head && folded[x.Key] {
			hide = x.Depth
		}
	}
	return out
}

// Shows reports whether a line shows its numbers: a heading that has them
// elsewhere does so only while it is folded.
func (x Line) Shows(folded map[string]bool) bool { return x.Numbers || folded[x.Key] }

// Inside reports whether a member stands inside a folded one.
func Inside(path []pivot.Label, folded map[string]bool) bool {
	for d := 1; d < len(path) && len(folded) > 0; d++ {
		if folded[PathKey(path[:d])] {
			return true
		}
	}
	return false
}

// ColumnRef is one column of numbers of a pivot's table.
type ColumnRef struct{ Member, Value int }

// ColumnRefs lists the columns of numbers under a look, in order: the leaves,
// then their subtotal, and the grand total last.
func ColumnRefs(r *pivot.Result, k Look) []ColumnRef {
	var out []ColumnRef
	for i, m := range r.Cols.Members {
		if len(r.Cols.Dims) > 0 && (m.Kind == pivot.Grand && k.NoTotalCol || m.Kind == pivot.Subtotal && k.Subtotals == NoSubtotals) {
			continue
		}
		for v := range r.Values {
			out = append(out, ColumnRef{i, v})
		}
	}
	return out
}

// ColumnKey tells a column of numbers by its value and its member, in the
// grammar by which rows are sorted.
func ColumnKey(r *pivot.Result, c ColumnRef) string {
	return pivot.SortKey(r.Values[c.Value].Value.Bare().String(), r.Cols.Members[c.Member].Path)
}

// PathKey tells members of an axis apart.
func PathKey(path []pivot.Label) string {
	var b strings.Builder
	for _, l := range path {
		b.WriteString(l.Text)
		if l.Other {
			b.WriteByte(1)
		}
		if l.Missing {
			b.WriteByte(2)
		}
		b.WriteByte(0)
	}
	return b.String()
}
