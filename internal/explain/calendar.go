package explain

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// leastStretches is how many words must follow each other in time for a column
// of words to be a calendar: two agents may well have relieved each other.
const leastStretches = 3

// tellsTime reports whether a column of words only says when rows were, as one of
// weeks or months does: its words follow each other in time and never meet. It
// would explain every change between periods, and none.
func tellsTime(q Question, d pivot.Dim) bool {
	words := q.Log.Find(d.Column)
	at := slices.IndexFunc(q.Now, func(f pivot.Filter) bool {
		c := q.Log.Find(f.Column)
		return c != nil && c.Type == table.Time
	})
	if at < 0 || d.Func != pivot.Plain || words == nil || !words.Type.Coded() {
		return false
	}
	times := q.Log.Find(q.Now[at].Column).Nums
	type stretch struct{ first, last float64 }
	found := make([]stretch, words.Dict.Len()+1)
	for i := range found {
		found[i] = stretch{math.Inf(1), math.Inf(-1)}
	}
	for i, c := range words.Codes {
		if v := times[i]; v == v {
			s := &found[c]
			s.first, s.last = min(s.first, v), max(s.last, v)
		}
	}
	found = slices.DeleteFunc(found[1:], func(s stretch) bool { return s.first > s.last }) // 0 is blank
	slices.SortFunc(found, func(a, b stretch) int { return cmp.Compare(a.first, b.first) })
	for i := 1; i < len(found); i++ {
		if found[i].first <= found[i-1].last {
			return false
		}
	}
	return len(found) >= leastStretches
}
