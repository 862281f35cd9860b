package pivot

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// find resolves a header or @role. A column that is not there is the fault
// "pivot.column", which names the closest headers, or "pivot.role".
func find(log *logkind.Log, name string) (*table.Column, error) {
	if c := log.Find(name); c != nil {
		return c, nil
	}
	if len(name) > 1 && name[0] == '@' {
		return nil, fault.New("pivot.role", name)
	}
	return nil, fault.New("pivot.column", name, strings.Join(Closest(log.Table, name, 3), " | "))
}

// Closest gives up to n headers of t, the one that looks most like name first.
func Closest(t *table.Table, name string, n int) []string {
	type scored struct {
		name string
		dist float64
	}
	key := []rune(table.Fold(name))
	var all []scored
	for _, c := range t.Cols {
		head := []rune(table.Fold(c.Name))
		d := float64(distance(key, head)) / float64(max(len(key), len(head), 1))
		if strings.Contains(string(head), string(key)) || strings.Contains(string(key), string(head)) {
			d /= 2
		}
		all = append(all, scored{c.Name, d})
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(a.dist, b.dist) })
	var out []string
	for _, s := range all[:min(n, len(all))] {
		out = append(out, s.name)
	}
	return out
}

// distance is Levenshtein's.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
