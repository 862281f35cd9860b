package session

import (
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"

	"tallyboard/internal/fault"
)

// settle is how long a file must rest after a change before reloading is
// offered: spreadsheet programs save in several steps.
const settle = 700 * time.Millisecond

// watcher tells when a file of an open log is saved again by another program.
type watcher struct {
	fs    *fsnotify.Watcher
	dirs  []string
	timer *time.Timer
}

// Watch offers to read a log again when one of its files is saved. It is
// called once; folders are watched as logs come and go.
func (s *Session) Watch() {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		s.note(fault.Wrap(err, "session.watch"))
		return
	}
	s.watcher = &watcher{fs: w}
	s.On(LogsChanged, s.watchFolders)
	go func() {
		for e := range w.Events {
			if e.Has(fsnotify.Write) || e.Has(fsnotify.Create) || e.Has(fsnotify.Rename) {
				s.runner.Post(func() { s.touched(e.Name) })
			}
		}
	}()
	go func() {
		for range w.Errors { // a missed event costs an offer to reload, nothing else
			continue
		}
	}()
}

// watchFolders watches the folders of the open files: a file that is saved by
// renaming would be lost if it were watched itself.
func (s *Session) watchFolders() {
	var want []string
	for _, l := range s.logs {
		for _, f := range l.Files {
			if d := filepath.Dir(f.Path); !slices.Contains(want, d) {
				want = append(want, d)
			}
		}
	}
	w := s.watcher
	for _, d := range w.dirs {
		if !slices.Contains(want, d) {
			_ = w.fs.Remove(d) // gone already is as good
		}
	}
	for _, d := range want {
		if !slices.Contains(w.dirs, d) {
			if err := w.fs.Add(d); err != nil {
				s.note(fault.Wrap(err, "session.watch"))
			}
		}
	}
	w.dirs = want
}

// touched offers to reload the log that a changed file belongs to, once the
// file has come to rest.
func (s *Session) touched(path string) {
	for i, l := range s.logs {
		for _, f := range l.Files {
			if f.Path != path {
				continue
			}
			if s.watcher.timer != nil {
				s.watcher.timer.Stop()
			}
			s.watcher.timer = time.AfterFunc(settle, func() {
				s.runner.Post(func() {
					reload := func() {
						s.SetCurrent(i)
						s.Reload()
					}
					s.Say(func() Notice {
						return Notice{Text: s.T("session.saved", filepath.Base(path)), Act: s.T("session.reload"), Do: reload}
					})
				})
			})
			return
		}
	}
}

func (w *watcher) close() {
	if w == nil {
		return
	}
	if w.timer != nil {
		w.timer.Stop()
	}
	w.fs.Close()
}
