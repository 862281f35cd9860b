package session

import (
	"errors"
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"tallyboard/internal/library"
	"tallyboard/internal/task"
)

// stateKeeper writes down what is open and how each log is looked at, beside the
// goroutine of the window: however the run ends, what is open is not lost, and of
// how it is looked at no more than the last second.
type stateKeeper struct {
	lib   *library.Library
	lasts *library.Lasts
	lost  library.State // what the run before left

	writing sync.Mutex // held while files are written, so that the newest is written last

	mu    sync.Mutex
	state library.State
	timer *time.Timer // of the writing that is due; nil where none is
	ended bool
}

// stateAfter is how long after a change of a view it is written down. Views change
// with every click: the changes of one second are written together.
const stateAfter = time.Second

// keep has a state written down after a while.
func (k *stateKeeper) keep(st library.State, after time.Duration) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.ended {
		return
	}
	k.state = st
	switch {
	case k.timer == nil:
		k.timer = time.AfterFunc(after, func() {
			if err := task.Guard(k.write); err != nil {
				slog.Warn("state", "err", err) // only a run that does not end well would miss it
			}
		})
	case after < stateAfter:
		k.timer.Reset(after)
	}
}

// write writes what is due.
func (k *stateKeeper) write() error {
	k.writing.Lock()
	defer k.writing.Unlock()
	k.mu.Lock()
	st, due := k.state, k.timer != nil
	k.rest()
	k.mu.Unlock()
	if !due {
		return nil
	}
	return errors.Join(k.lasts.Save(), k.lib.SetState(st))
}

// rest drops what is due; mu is held.
func (k *stateKeeper) rest() {
	if k.timer != nil {
		k.timer.Stop()
	}
	k.timer = nil
}

// end writes down what the run leaves, the last of all.
func (k *stateKeeper) end(left library.State) error {
	k.mu.Lock()
	k.rest()
	k.ended = true
	k.mu.Unlock()
	k.writing.Lock()
	defer k.writing.Unlock()
	return errors.Join(k.lasts.Save(), k.lib.SetState(left))
}

// forget has erase take away what is kept, while nothing is written.
func (k *stateKeeper) forget(erase func() error) error {
	k.mu.Lock()
	k.rest()
	k.mu.Unlock()
	k.writing.Lock()
	defer k.writing.Unlock()
	err := erase()
	lasts, read := k.lib.Lasts()
	k.lasts = lasts
	return errors.Join(err, read)
}

// keepState begins to write down what is open.
func (s *Session) keepState() error {
	s.state = &stateKeeper{lib: s.lib}
	var err, err2 error
	s.state.lost, err = s.lib.State()
	s.state.lasts, err2 = s.lib.Lasts()
	keep := func(after time.Duration) func() {
		return func() {
			s.keepViews()
			s.state.keep(s.open(), after)
		}
	}
	s.On(LogsChanged, keep(0))
	s.On(ViewChanged, keep(stateAfter))
	return errors.Join(err, err2)
}

// open is the files that are open and how they are looked at.
func (s *Session) open() (st library.State) {
	for _, l := range s.logs {
		for _, p := range paths(l.Log) {
			if abs, err := filepath.Abs(p); err == nil && !slices.Contains(st.Files, abs) {
				st.Files = append(st.Files, abs)
			}
		}
		if l.view.turned() {
			st.Views = append(st.Views, library.LastView{Headers: headersOf(l.Log), View: written("", l)})
		}
	}
	return st
}

// Lost is the files that were open when the last run ended without being closed
// by its user; nil where none were.
func (s *Session) Lost() []string { return s.state.lost.Files }

// Restore opens what Lost lists, looked at as it was.
func (s *Session) Restore() {
	for _, v := range s.state.lost.Views {
		s.state.lasts.Keep(v.Headers, v.View)
	}
	s.Open(s.state.lost.Files, "")
}
