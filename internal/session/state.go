package session

import (
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"tallyboard/internal/library"
)

// stateKeeper writes down what is open. Views change with every click, so what
// is written of them waits until the person rests.
type stateKeeper struct {
	lib    *library.Library
	lost   library.State // what the run before left
	mu     sync.Mutex
	timer  *time.Timer
	closed bool
}

// stateAfter is how long a view must stay before it is written down.
const stateAfter = time.Second

func (k *stateKeeper) write(st library.State) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed {
		return
	}
	if err := k.lib.SetState(st); err != nil {
		slog.Warn("state", "err", err) // only a restart after a crash would miss it
	}
}

func (k *stateKeeper) later(st library.State) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.timer != nil {
		k.timer.Stop()
	}
	k.timer = time.AfterFunc(stateAfter, func() { k.write(st) })
}

// close leaves nothing to restore: the run ends well.
func (k *stateKeeper) close() {
	k.mu.Lock()
	if k.timer != nil {
		k.timer.Stop()
	}
	k.mu.Unlock()
	k.write(library.State{})
	k.mu.Lock()
	k.closed = true
	k.mu.Unlock()
}

// keepState begins to write down what is open.
func (s *Session) keepState() (err error) {
	s.state = &stateKeeper{lib: s.lib}
	s.state.lost, err = s.lib.State()
	s.On(LogsChanged, func() { s.state.write(s.open()) })
	s.On(ViewChanged, func() { s.state.later(s.open()) })
	return err
}

// open is the files that are open and how they are looked at.
func (s *Session) open() (st library.State) {
	for _, l := range s.logs {
		for _, p := range paths(l.Log) {
			if abs, err := filepath.Abs(p); err == nil && !slices.Contains(st.Files, abs) {
				st.Files = append(st.Files, abs)
			}
		}
		if l.view.at > 0 {
			st.Views = append(st.Views, library.LastView{Headers: headersOf(l.Log), View: written("", l)})
		}
	}
	return st
}

// Lost is the files that were open when the last run ended without closing; nil
// where none were.
func (s *Session) Lost() []string { return s.state.lost.Files }

// Restore opens what Lost lists, looked at as it was.
func (s *Session) Restore() {
	for _, v := range s.state.lost.Views {
		s.note(wrapLibrary(s.lib.KeepLast(v.Headers, v.View)))
	}
	s.Open(s.state.lost.Files, "")
}
