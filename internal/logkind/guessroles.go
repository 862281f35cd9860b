package logkind

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/table"
)

// GuessRoles guesses the role of each column of a log of kind k, from headers
// and values. The result has an entry for each column that got a role, by
// header; no role is given twice.
func GuessRoles(t *table.Table, k Kind) map[string]RoleGuess {
	return newEvidence(t).assign(k)
}

// pairing is one role that one column could play.
type pairing struct {
	col   int
	role  Role
	score float64
	why   Reason
	exact bool
}

// evidence is what headers and values of a table say about roles, before the
// kind of the log is known.
type evidence struct {
	cols  []*table.Column
	facts []*Facts
	keys  []string // of the headers
	pairs []pairing
}

func newEvidence(t *table.Table) *evidence {
	e := &evidence{cols: t.Cols}
	for i, c := range t.Cols {
		f := FactsOf(c)
		e.facts = append(e.facts, f)
		key, last := HeaderKey(c.Name), ""
		e.keys = append(e.keys, key)
		if j := strings.LastIndex(key, "·"); j >= 0 {
			last = key[j+len("·"):]
		}
		for r := range headers().roles {
			e.consider(i, f, &headers().roles[r], key, last)
		}
	}
	slices.SortStableFunc(e.pairs, func(a, b pairing) int { return cmp.Compare(b.score, a.score) })
	return e
}

// consider adds what column i has to say for one role.
func (e *evidence) consider(i int, f *Facts, rw *roleWords, key, last string) {
	head, by := rw.match(key)
	if last != "" {
		if h, b := rw.match(last); h*0.95 > head {
			head, by = h*0.95, b
		}
	}
	p := pairing{col: i, role: rw.info.Role, exact: head > 0.9}
	if head > 0 {
		fit := rw.info.Fits(f)
		p.score = head * fit
		p.why = Reason{"role.header", []any{f.Col.Name}}
		if !p.exact {
			p.why = Reason{"role.word", []any{by}}
		}
		if f.coded() && f.Distinct > 0 {
			p.why.Key += ".distinct"
			p.why.Args = append(p.why.Args, f.Distinct)
		}
	}
	if rw.info.Alone != nil {
		alone := rw.info.Alone(f)
		switch {
		case head > 0 && alone > 0:
			p.score += 0.3 * alone * (1 - p.score)
		case alone > p.score:
			p.score = alone
			p.why = Reason{"role.values", []any{sampleWords(f)}}
			if len(f.Words) == 0 {
				p.why = Reason{Key: "role.numbers"}
			}
		}
	}
	if p.score > 0.15 {
		e.pairs = append(e.pairs, p)
	}
}

// minScore is what a guess needs to be made at all.
const minScore = 0.3

// assign gives each role of the kind to the column with the best evidence.
func (e *evidence) assign(k Kind) map[string]RoleGuess {
	info := k.Info()
	taken := map[int]bool{}
	roles := map[Role]int{}
	out := map[string]RoleGuess{}
	give := func(p pairing, r Role) {
		taken[p.col], roles[r] = true, p.col
		out[e.cols[p.col].Name] = RoleGuess{r, min(1, p.score), p.why}
	}
	for _, p := range e.ranked(info) {
		if _, has := roles[p.role]; has || taken[p.col] || p.score < minScore {
			continue
		}
		if p.role == Time && !p.exact && slices.ContainsFunc(info.Instead[p.role], func(r Role) bool { _, has := roles[r]; return has }) {
			continue // its stand-in is surer
		}
		give(p, p.role)
	}
	e.fillIn(info, taken, roles, give)
	return out
}

// ranked lists the pairings with roles of the kind, the kind's own roles
// before those that it only may have.
func (e *evidence) ranked(info *Info) []pairing {
	var ps []pairing
	for _, p := range e.pairs {
		i := slices.Index(info.Roles, p.role)
		if i < 0 {
			continue
		}
		if slices.Contains(info.Own, p.role) {
			p.score = min(1, p.score*1.04)
		} else {
			p.score *= 1 - 0.0005*float64(i)
		}
		ps = append(ps, p)
	}
	slices.SortStableFunc(ps, func(a, b pairing) int { return cmp.Compare(b.score, a.score) })
	return ps
}

// fillIn gives what is left over its likely role: a log of contacts without a
// type column has its reasons or categories for types, and types are numbered
// from the first.
func (e *evidence) fillIn(info *Info, taken map[int]bool, roles map[Role]int, give func(pairing, Role)) {
	take := func(from, to Role) {
		if _, has := roles[to]; has {
			return
		}
		col, has := roles[from]
		if !has {
			for _, p := range e.pairs {
				if p.role == from && !taken[p.col] && p.score >= minScore && e.facts[p.col].coded() {
					give(pairing{col: p.col, score: p.score * 0.8, why: p.why}, to)
					return
				}
			}
			return
		}
		for _, p := range e.pairs {
			if p.col == col && p.role == from {
				delete(roles, from)
				give(pairing{col: col, score: p.score * 0.85, why: p.why}, to)
				return
			}
		}
	}
	if col, has := roles[Status]; has && info.Kind.Contact() && e.facts[col].settled() {
		take(Status, Resolved)
	}
	switch info.Kind {
	case Inbound, Chat:
		take(Type2, Type1)
		take(Cause, Type1)
		take(Category, Type1)
	case Outbound:
		take(Type2, Type1)
	}
}

// sampleWords shows a few words of a column.
func sampleWords(f *Facts) string {
	n := min(3, len(f.Words))
	s := strings.Join(f.Words[:n], " · ")
	if len(f.Words) > n {
		s += " …"
	}
	return s
}
