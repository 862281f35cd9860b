package ingest

import (
	"slices"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Rename is a column that had another name in the remembered layout; From is
// folded, as layouts keep names.
type Rename struct{ From, To string }

// alikeEnough is the share of common characters from which two headers at one
// place are taken for one column under two names.
const alikeEnough = 0.4

// renames pairs headers that are gone with headers that are new: as many stand
// between the same neighbours, and those at one place read alike or name the
// same role.
func renames(names, kept []string, l *Layout) []Rename {
	fresh, gone := gaps(names, kept), gaps(kept, names)
	var out []Rename
	for between, to := range fresh {
		from := gone[between]
		if len(from) != len(to) {
			continue
		}
		for i := range to {
			if likeness(from[i], table.Fold(to[i])) >= alikeEnough || sameRole(l, from[i], to[i]) {
				out = append(out, Rename{from[i], to[i]})
			}
		}
	}
	slices.SortFunc(out, func(a, b Rename) int { return slices.Index(names, a.To) - slices.Index(names, b.To) })
	return out
}

// gaps lists the names that others lack by the shared names before and behind
// them.
func gaps(names, others []string) map[[2]string][]string {
	have := map[string]bool{}
	for _, o := range others {
		have[table.Fold(o)] = true
	}
	out := map[[2]string][]string{}
	var open []string
	before := ""
	shut := func(behind string) {
		if len(open) > 0 {
			out[[2]string{before, behind}] = open
		}
		open, before = nil, behind
	}
	for _, n := range names {
		if have[table.Fold(n)] {
			shut(table.Fold(n))
		} else {
			open = append(open, n)
		}
	}
	shut("")
	return out
}

// likeness is the share of characters that two headers have in common.
func likeness(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	both := 0
	for _, r := range x {
		if i := slices.Index(y, r); i >= 0 {
			both++
			y = slices.Delete(slices.Clone(y), i, i+1)
		}
	}
	return 2 * float64(both) / float64(max(1, len(x)+len(y)))
}

// sameRole reports whether the column played a role that the new name names too.
func sameRole(l *Layout, from, to string) bool {
	for role, header := range l.Roles {
		if table.Fold(header) == from && role.Names(to) {
			return true
		}
	}
	return false
}

// renamed is the layout under the new names of a change.
func (l *Layout) renamed(c *Change) *Layout {
	if c == nil || len(c.Renamed) == 0 {
		return l
	}
	name := func(header string) string {
		for _, r := range c.Renamed {
			if table.Fold(header) == r.From {
				return r.To
			}
		}
		return header
	}
	out := *l
	out.Roles = logkind.Roles{}
	for role, header := range l.Roles {
		out.Roles[role] = name(header)
	}
	out.Types, out.DateOrders, out.Units = underNames(l.Types, name), underNames(l.DateOrders, name), underNames(l.Units, name)
	return &out
}

func underNames[T any](m map[string]T, name func(string) string) map[string]T {
	out := make(map[string]T, len(m))
	for header, v := range m {
		out[name(header)] = v
	}
	return out
}
