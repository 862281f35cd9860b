package logkind

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/table"
)

// GuessKind guesses what kind of log a table is, from its headers and values
// and from the names of its file and sheet. The kinds come best first; Generic
// is always among them, with a confidence that a real guess must beat.
func GuessKind(t *table.Table, names ...string) []Candidate {
	return newEvidence(t).kinds(names)
}

// Guess guesses kind and roles together, cheaper than one after the other.
// With a kind given, only the roles are guessed.
func Guess(t *table.Table, given Kind, names ...string) ([]Candidate, map[string]RoleGuess) {
	e := newEvidence(t)
	var cands []Candidate
	if given != "" {
		cands = []Candidate{{given, 1, Reason{"kind.chosen", nil}}}
	} else {
		cands = e.kinds(names)
	}
	return cands, e.assign(cands[0].Kind)
}

const genericScore = 0.55

func (e *evidence) kinds(names []string) []Candidate {
	best := e.bestByRole()
	type scored struct {
		Candidate
		score float64
	}
	var all []scored
	for _, info := range Catalogue {
		if info == generic {
			all = append(all, scored{Candidate{Generic, 0, Reason{"kind.generic", nil}}, genericScore})
			continue
		}
		score, marks := 0.0, []pairing(nil)
		for _, r := range markOrder(info) {
			p, ok := best[r]
			if !ok {
				continue
			}
			w := info.Marks[r] * p.score
			score += w
			if w > 0 {
				marks = append(marks, p)
			}
		}
		reason := e.marksReason(marks)
		if word := nameWord(info, names); word != "" && score > -0.3 {
			score += 0.8
			reason = Reason{"kind.name", []any{word}}
		} else if info.Kind.Contact() && keyWord(info, e.keys) != "" {
			score += 0.35
		}
		all = append(all, scored{Candidate{info.Kind, 0, reason}, max(0, score)})
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	out := make([]Candidate, len(all))
	for i, s := range all {
		rival := all[0].score
		if i == 0 {
			rival = all[1].score
		}
		out[i] = s.Candidate
		out[i].Confidence = confidence(s.score, rival)
	}
	return out
}

// confidence grows with the evidence and shrinks with the strength of a rival.
func confidence(score, rival float64) float64 {
	if score <= 0 {
		return 0
	}
	return score / (score + 0.35) * score / (score + 0.3*rival)
}

// bestByRole gives for each role its best column, each column counting for at
// most two roles, so that one vague header does not speak for everything.
func (e *evidence) bestByRole() map[Role]pairing {
	used := map[int]int{}
	best := map[Role]pairing{}
	for _, p := range e.pairs {
		if _, has := best[p.role]; has || used[p.col] >= 2 && !p.exact || p.score < minScore {
			continue
		}
		best[p.role] = p
		used[p.col]++
	}
	return best
}

// markOrder lists a kind's marks, the strongest first.
func markOrder(info *Info) []Role {
	roles := make([]Role, 0, len(info.Marks))
	for r := range info.Marks {
		roles = append(roles, r)
	}
	slices.SortFunc(roles, func(a, b Role) int {
		return cmp.Or(cmp.Compare(info.Marks[b], info.Marks[a]), cmp.Compare(a, b))
	})
	return roles
}

func (e *evidence) marksReason(marks []pairing) Reason {
	var cols []string
	for _, p := range marks {
		if name := e.cols[p.col].Name; len(cols) < 4 && !slices.Contains(cols, name) {
			cols = append(cols, name)
		}
	}
	if len(cols) == 0 {
		return Reason{}
	}
	return Reason{"kind.columns", []any{strings.Join(cols, " · ")}}
}

// NamedKind gives the kind that the names of a file or sheet speak of, "" where
// they speak of none.
func NamedKind(names ...string) Kind {
	for _, info := range Catalogue {
		if nameWord(info, names) != "" {
			return info.Kind
		}
	}
	return ""
}

// nameWord finds a word that marks the kind in names of files, sheets or headers.
func nameWord(info *Info, names []string) string {
	keys := make([]string, len(names))
	for i, n := range names {
		keys[i] = HeaderKey(n)
	}
	return keyWord(info, keys)
}

func keyWord(info *Info, keys []string) string {
	for _, w := range info.Words {
		w = HeaderKey(w)
		for _, k := range keys {
			if HasWord(k, w) {
				return w
			}
		}
	}
	return ""
}
