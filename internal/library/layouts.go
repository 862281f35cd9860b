package library

import (
	"iter"
	"maps"
	"strings"

	"tallyboard/internal/ingest"
	"tallyboard/internal/table"
)

const layoutsFile = "layouts.json"

// Layouts are the remembered choices for sets of headers, ready for ingest.
// The last one kept for a set wins.
type Layouts struct {
	lib   *Library
	byKey map[string]*ingest.Layout
}

// Layouts reads all remembered layouts.
func (l *Library) Layouts() (*Layouts, error) {
	ls := &Layouts{l, map[string]*ingest.Layout{}}
	err := l.load(layoutsFile, &ls.byKey)
	if ls.byKey == nil {
		ls.byKey = map[string]*ingest.Layout{}
	}
	return ls, err
}

// Find implements ingest.Layouts.
func (ls *Layouts) Find(headers []string) *ingest.Layout { return ls.byKey[layoutKey(headers)] }

// All implements ingest.AllLayouts: every remembered layout with its headers,
// folded, in no fixed order.
func (ls *Layouts) All() iter.Seq2[[]string, *ingest.Layout] {
	return func(yield func([]string, *ingest.Layout) bool) {
		for key, l := range ls.byKey {
			if !yield(strings.Split(key, "\t"), l) {
				return
			}
		}
	}
}

// Keep remembers what was chosen for headers.
func (ls *Layouts) Keep(headers []string, l ingest.Layout) error {
	ls.byKey[layoutKey(headers)] = &l
	return ls.lib.save(layoutsFile, ls.byKey)
}

// Forget drops what is remembered for headers.
func (ls *Layouts) Forget(headers []string) error {
	delete(ls.byKey, layoutKey(headers))
	return ls.lib.save(layoutsFile, ls.byKey)
}

// Snapshot is what is remembered now, for a reader in the background: what is
// kept or forgotten later does not reach it.
func (ls *Layouts) Snapshot() *Layouts { return &Layouts{ls.lib, maps.Clone(ls.byKey)} }

// Len is how many layouts are remembered.
func (ls *Layouts) Len() int { return len(ls.byKey) }

// layoutKey joins headers as they are compared: the order of columns counts,
// width and letter case do not.
func layoutKey(headers []string) string {
	folded := make([]string, len(headers))
	for i, h := range headers {
		folded[i] = table.Fold(h)
	}
	return strings.Join(folded, "\t")
}
