package ingest

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// mostHeaderRows is how many rows a header can have.
const mostHeaderRows = 3

// merged finds the merged area that the stored row and column lie in.
func (t *top) merged(row, col int) (sheet.Range, bool) {
	no, col := int(t.g.RowNo[row]), col+1
	for _, m := range t.g.Merges {
		if m.Row1 <= no && no <= m.Row2 && m.Col1 <= col && col <= m.Col2 {
			return m, true
		}
	}
	return sheet.Range{}, false
}

// groupsAbove gives the first row of a header whose last row is r: rows above
// that hold the names of groups of columns belong to it.
func (t *top) groupsAbove(r int) int {
	for r > 0 && t.isGroups(r-1, r) {
		r--
		if r <= 0 {
			break
		}
	}
	return r
}

// leavesBelow gives the last row of a header that begins at r.
func (t *top) leavesBelow(r int) int {
	last := r
	for last+1 < t.rows && last-r < mostHeaderRows-1 && t.isGroups(last, last+1) {
		last++
	}
	return last
}

// isGroups reports whether row up names groups of the columns that row low
// names: it is all words, with areas merged over several columns, or with
// gaps that low fills while it has gaps where up has single names.
func (t *top) isGroups(up, low int) bool {
	if t.g.RowNo[low] != t.g.RowNo[up]+1 {
		return false
	}
	words, wide, down, gaps, leaves := 0, 0, 0, 0, 0
	for c := range t.width {
		a, b := t.cls[up][c], t.cls[low][c]
		if a == value || b == value {
			return false
		}
		if a == word {
			words++
			if utf8.RuneCountInString(cellText(t.g, up, c)) > 16 {
				return false
			}
			if m, ok := t.merged(up, c); ok {
				switch {
				case m.Col2 > m.Col1 && m.Col2-m.Col1+1 < t.usedWidth() && m.Row2 < int(t.g.RowNo[low]):
					wide++
				case m.Col1 == m.Col2 && m.Row2 >= int(t.g.RowNo[low]):
					down++
				}
			}
			if b == blank {
				gaps++
			}
		}
		if b == word {
			leaves++
		}
	}
	if words < 1 || leaves < 2 {
		return false
	}
	if wide > 0 {
		return words > 1
	}
	// Without merged areas: names over the gaps of the lower row, and gaps in
	// the upper row to the right of group names.
	return down > 0 && words > down || gaps > 0 && words >= 2 && t.complementary(up, low)
}

// complementary reports whether the cells of two rows fill each other's gaps,
// so that together they name every used column.
func (t *top) complementary(up, low int) bool {
	both, onlyUp, onlyLow := 0, 0, 0
	for c := range t.width {
		switch a, b := t.cls[up][c] == word, t.cls[low][c] == word; {
		case a && b:
			both++
		case a:
			onlyUp++
		case b:
			onlyLow++
		}
	}
	return both > 0 && onlyUp > 0 && onlyLow > 0 && both+onlyUp+onlyLow >= t.usual
}

// usedWidth is the number of columns with any value in the rows looked at.
func (t *top) usedWidth() int {
	n := 0
	for c := range t.width {
		if slices.ContainsFunc(t.cls, func(row []class) bool { return row[c] != blank }) {
			n++
		}
	}
	return n
}

// headerNames joins the rows of a header to one name a column, 组·列, and
// makes names unique. A column without any name is called by its letter.
func (t *top) headerNames(h header) []string {
	names := make([]string, t.width)
	for r := h.first; r <= h.last; r++ {
		carry, until := "", 0
		for c := range names {
			s := headerText(cellText(t.g, r, c))
			if s != "" {
				carry, until = s, t.spanEnd(r, c, h)
			} else if c <= until && carry != "" && r < h.last {
				s = carry
			}
			if s != "" && s != names[c] {
				if names[c] != "" {
					s = names[c] + "·" + s
				}
				names[c] = s
			}
		}
	}
	return unique(names, t.left)
}

// spanEnd is the last column that the group name at (r, c) stands over: the
// merged area's, or, without one, up to the next name in the row.
func (t *top) spanEnd(r, c int, h header) int {
	if r == h.last {
		return c
	}
	if m, ok := t.merged(r, c); ok {
		return m.Col2 - 1
	}
	if r+1 < t.rows && t.cls[r+1][c] == blank {
		return c
	}
	for e := c + 1; e < t.width; e++ {
		if _, ok := t.merged(r, e); ok || t.cls[r][e] != blank || t.cls[h.last][e] == blank {
			return e - 1
		}
	}
	return t.width - 1
}

// unique makes names differ: 名称, 名称 2. Names that differ only in case,
// width or blanks count as equal, since people do not tell them apart. A column
// without any name is called by its letter.
func unique(names []string, left int) []string {
	seen := make(map[string]bool, len(names))
	next := map[string]int{} // the number to try first, where many names are equal
	give := func(i int, base string) {
		n, key := base, table.Fold(base)
		if seen[key] {
			k := max(2, next[key])
			for n = numbered(base, k); seen[table.Fold(n)]; n = numbered(base, k) {
				k++
			}
			next[key] = k + 1
		}
		names[i] = n
		seen[table.Fold(n)] = true
	}
	named := make([]bool, len(names))
	for i, n := range names {
		if named[i] = n != ""; named[i] {
			give(i, n)
		}
	}
	for i := range names {
		if !named[i] {
			give(i, letter(left+i))
		}
	}
	return names
}

func numbered(name string, k int) string { return name + " " + strconv.Itoa(k) }
