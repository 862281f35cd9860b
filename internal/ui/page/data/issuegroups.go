package data

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
)

// groupKey tells groups apart: the kind of warning, and the column it is about.
type groupKey struct{ kind, name string }

// group is the warnings of one kind about one column.
type group struct {
	key   groupKey
	class ingest.Class
	items []fault.Warning // with a place, as far as places are kept
	first fault.Warning
	count int // cells or rows
}

// why is the reason, in words.
func (g group) why(l lang.Lang) string { return g.first.Why(l) }

// groupsOf groups the warnings that have a word in what they say, where they
// are or what stands there: what was not understood, what was left out, what is
// worth a look, in each the most frequent first.
func groupsOf(l *ingest.Log, word string, lg lang.Lang) []group {
	at := map[groupKey]int{}
	kept := map[string]int{}
	var out []group
	for _, list := range []fault.List{l.Warnings, l.Left} {
		for _, w := range list.Items {
			kept[w.Kind] += w.Count
			if word != "" && !strings.Contains(strings.ToLower(strings.Join([]string{w.Why(lg), w.Name, w.Text, w.File, w.Sheet}, "\n")), word) {
				continue
			}
			k := groupKey{w.Kind, w.Name}
			n, ok := at[k]
			if !ok {
				n = len(out)
				at[k] = n
				out = append(out, group{key: k, class: ingest.ClassOf(w.Kind), first: w})
			}
			g := &out[n]
			g.count += w.Count
			if w.Row > 0 || w.Col > 0 {
				g.items = append(g.items, w)
			}
		}
	}
	if word == "" { // those whose places are no longer kept are counted with the last of their kind
		for _, counts := range []map[string]int{l.Warnings.Counts, l.Left.Counts} {
			for kind, n := range counts {
				last := -1
				for i := range out {
					if out[i].key.kind == kind {
						last = i
					}
				}
				if last >= 0 && n > kept[kind] {
					out[last].count += n - kept[kind]
				}
			}
		}
	}
	order := []ingest.Class{ingest.Unread, ingest.Left, ingest.Hint}
	slices.SortStableFunc(out, func(a, b group) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.class), slices.Index(order, b.class)), cmp.Compare(b.count, a.count))
	})
	return out
}
