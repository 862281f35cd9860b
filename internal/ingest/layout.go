package ingest

import (
	"iter"
	"slices"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/table"
)

// AllLayouts is what Layouts may offer besides: all that is remembered, so that
// an export whose columns have changed a little still finds its choices.
type AllLayouts interface {
	All() iter.Seq2[[]string, *Layout]
}

// Change is how the columns of a log differ from the remembered layout that
// was used for it.
type Change struct {
	Added, Missing []string
	Renamed        []Rename // in neither of the others
}

// worthPairing is the share from which renamed headers are looked for, and
// nearEnough the share of headers that a remembered layout must have in
// common with a log to be used for it.
const worthPairing, nearEnough = 0.25, 0.6

// remembered finds the choices kept for these headers, or for most of them;
// the change is nil where they are exactly the same.
func (o Options) remembered(names []string) (*Layout, *Change) {
	if o.Layouts == nil {
		return nil, nil
	}
	if l := o.Layouts.Find(names); l != nil {
		return l, nil
	}
	all, ok := o.Layouts.(AllLayouts)
	if !ok {
		return nil, nil
	}
	have := map[string]bool{}
	for _, n := range names {
		have[table.Fold(n)] = true
	}
	var best *Layout
	var near []string
	share := 0.0
	for kept, l := range all.All() {
		s := overlap(have, kept, 0)
		if s < nearEnough && s >= worthPairing {
			s = overlap(have, kept, len(renames(names, kept, l)))
		}
		if s >= nearEnough && (s > share || s == share && slices.Compare(kept, near) < 0) {
			best, near, share = l, kept, s
		}
	}
	if best == nil {
		return nil, nil
	}
	change := compare(names, near, best)
	return best.renamed(change), change
}

// overlap is the number of headers that both sets have, as share of all; those
// under another name count too.
func overlap(have map[string]bool, kept []string, renamed int) float64 {
	both := renamed
	for _, k := range kept {
		if have[table.Fold(k)] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(have)+len(kept)-both))
}

func compare(names, kept []string, l *Layout) *Change {
	c := &Change{Renamed: renames(names, kept, l)}
	old, now := map[string]bool{}, map[string]bool{}
	for _, r := range c.Renamed {
		old[table.Fold(r.To)], now[table.Fold(r.From)] = true, true
	}
	for _, k := range kept {
		old[table.Fold(k)] = true
	}
	for _, n := range names {
		now[table.Fold(n)] = true
		if !old[table.Fold(n)] {
			c.Added = append(c.Added, n)
		}
	}
	for _, k := range kept {
		if !now[table.Fold(k)] {
			c.Missing = append(c.Missing, k)
		}
	}
	if len(c.Added)+len(c.Missing)+len(c.Renamed) == 0 {
		return nil // another order of the same columns
	}
	return c
}

// tellChange notes how the layout has changed.
func (l *Log) tellChange(b *block) {
	if l.Changed == nil {
		return
	}
	words := func(names []string) string {
		if len(names) == 0 {
			return "–"
		}
		return strings.Join(names, " · ")
	}
	renamed := make([]string, len(l.Changed.Renamed))
	for i, r := range l.Changed.Renamed {
		renamed[i] = r.From + " → " + r.To
	}
	w := fault.Warning{Kind: WarnNewLayout, Args: []any{words(l.Changed.Added), words(l.Changed.Missing), words(renamed)}}
	l.Warnings.Add(b.place(w, -1, -1))
}
