package library

import (
	"slices"
	"sync"
)

const lastFile = "last.json"

// keepLasts is for how many sets of headers the last view is remembered.
const keepLasts = 60

// Lasts are how sheets were last looked at, by their headers. What is kept is
// known at once and written by Save, which may run on another goroutine.
type Lasts struct {
	lib    *Library
	mu     sync.Mutex
	newest []last // first
	unsaid bool   // something was kept since the last Save
}

// last is the view that was last used for a set of headers.
type last struct {
	Key  string
	View View
}

// Lasts reads how sheets were last looked at.
func (l *Library) Lasts() (*Lasts, error) {
	ls := &Lasts{lib: l}
	err := l.load(lastFile, &ls.newest)
	return ls, err
}

// Keep remembers how sheets with these headers were last looked at. Only the
// newest of them are kept.
func (ls *Lasts) Keep(headers []string, v View) {
	key := layoutKey(headers)
	ls.mu.Lock()
	defer ls.mu.Unlock()
	others := slices.DeleteFunc(slices.Clone(ls.newest), func(o last) bool { return o.Key == key })
	ls.newest = append([]last{{key, v}}, others[:min(len(others), keepLasts-1)]...)
	ls.unsaid = true
}

// Find is how sheets with these headers were last looked at; ok is false where
// that is not known.
func (ls *Lasts) Find(headers []string) (v View, ok bool) {
	key := layoutKey(headers)
	ls.mu.Lock()
	defer ls.mu.Unlock()
	for _, o := range ls.newest {
		if o.Key == key {
			return o.View, true
		}
	}
	return View{}, false
}

// Save writes what was kept since the last Save; what could not be written is
// due again at the next.
func (ls *Lasts) Save() error {
	ls.mu.Lock()
	all, due := ls.newest, ls.unsaid
	ls.unsaid = false
	ls.mu.Unlock()
	if !due {
		return nil
	}
	err := ls.lib.saveNow(lastFile, all)
	if err != nil {
		ls.mu.Lock()
		ls.unsaid = true
		ls.mu.Unlock()
	}
	return err
}
