package ingest

import (
	"maps"
	"path/filepath"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// groupBlocks puts blocks of one layout and kind together, in the order in
// which the first of each came.
func groupBlocks(blocks []*block, o Options) [][]*block {
	var groups [][]*block
next:
	for _, b := range blocks {
		b.kind = o.kindOf(b)
		for i, g := range groups {
			if sameKind(g[0], b) && sameLayout(g[0], b) {
				groups[i] = append(g, b)
				continue next
			}
		}
		groups = append(groups, []*block{b})
	}
	return groups
}

// kindOf gives the kind that a person, or else the name of file or sheet,
// gives a block; "" where neither does.
func (o Options) kindOf(b *block) logkind.Kind {
	for _, key := range []string{b.file.Path, filepath.Base(b.file.Path)} {
		if k, ok := o.Kinds[key]; ok {
			return k
		}
	}
	return o.Kind
}

// sameKind reports whether nothing says that two blocks are of different kinds.
func sameKind(a, b *block) bool {
	if a.kind != b.kind {
		return false
	}
	if a.kind != "" {
		return true
	}
	x, y := logkind.NamedKind(a.source().File, a.file.Sheet), logkind.NamedKind(b.source().File, b.file.Sheet)
	return x == y || x == "" || y == ""
}

// sameLayout reports whether two blocks have the same columns, whatever their
// order; one may have a few that the other lacks.
func sameLayout(a, b *block) bool {
	if a.bare != b.bare {
		return false
	}
	if a.bare {
		return len(a.cols) == len(b.cols)
	}
	x, y := a.headers(), b.headers()
	shared := 0
	for h := range x {
		if y[h] {
			shared++
		}
	}
	less, more := min(len(x), len(y)), max(len(x), len(y))
	return shared > 0 && (shared == more || shared == less && less*2 >= more && less >= 2 || shared*5 >= more*4)
}

// equalLayout reports whether two blocks have exactly the same named columns.
func equalLayout(a, b *block) bool {
	return !a.bare && !b.bare && maps.Equal(a.headers(), b.headers())
}

// headers is the set of folded column names of the table.
func (b *block) headers() map[string]bool {
	set := make(map[string]bool, len(b.cols))
	for _, c := range b.cols {
		set[table.Fold(b.names[c])] = true
	}
	return set
}

// columns lists the columns of a log made of blocks, in the order of the first
// block with added ones behind: the name, and the grid column in each block,
// −1 where it has none.
func columns(blocks []*block) (names []string, cols [][]int) {
	at := map[string]int{}
	for k, b := range blocks {
		for _, c := range b.cols {
			key := table.Fold(b.names[c])
			i, ok := at[key]
			if !ok {
				i = len(names)
				at[key] = i
				names = append(names, b.names[c])
				row := make([]int, len(blocks))
				for j := range row {
					row[j] = -1
				}
				cols = append(cols, row)
			}
			cols[i][k] = c
		}
	}
	return names, cols
}
