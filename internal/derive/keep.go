package derive

import (
	"slices"
	"sync"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// Keep remembers the columns derived last, so that report after report over the
// same logs computes them once. The zero Keep, and nil, remember nothing yet.
type Keep struct {
	mu   sync.Mutex
	from []*logkind.Log
	d    *Deriver
}

// Deriver is New, or the one made last where logs, definitions and language are
// the same.
func (k *Keep) Deriver(logs []*logkind.Log, p Params, l lang.Lang) *Deriver {
	if k == nil {
		return New(logs, p, l)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.holds(logs, p, l) {
		k.from, k.d = slices.Clone(logs), New(logs, p, l)
	}
	return k.d
}

// Kept is the Deriver made last where logs, definitions and language are the
// same, else nil.
func (k *Keep) Kept(logs []*logkind.Log, p Params, l lang.Lang) *Deriver {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.holds(logs, p, l) {
		return k.d
	}
	return nil
}

// Drop forgets what was derived.
func (k *Keep) Drop() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.from, k.d = nil, nil
}

func (k *Keep) holds(logs []*logkind.Log, p Params, l lang.Lang) bool {
	return k.d != nil && k.d.params == p && k.d.lang == l && slices.Equal(k.from, logs)
}
