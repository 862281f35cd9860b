package library

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"tallyboard/internal/atomicfile"
)

// behind writes files on a goroutine of its own, in the order in which they were
// first due and each with its newest content: a disk that is slow to confirm
// holds nobody up.
type behind struct {
	put func(path string, b []byte) error

	mu     sync.Mutex
	idle   sync.Cond        // told when nothing is being written
	report func(error)      // gets what goes wrong; nil while files are written at once
	due    map[string]*page // by path, what is not on the disk yet
	queue  []string
	busy   bool
}

// page is the content of a file.
type page struct{ bytes []byte }

func newBehind() *behind {
	b := &behind{due: map[string]*page{}, put: func(path string, b []byte) error {
		return atomicfile.Write(path, func(w io.Writer) error { _, err := w.Write(b); return err })
	}}
	b.idle.L = &b.mu
	return b
}

// Behind has choices, views, layouts and the dashboard written in the background
// from now on. What was saved is read back at once; what could not be written is
// told to report, on another goroutine. Flush waits for the disk. With nil every
// saving waits for it again; Flush first.
func (l *Library) Behind(report func(error)) {
	l.behind.mu.Lock()
	defer l.behind.mu.Unlock()
	l.behind.report = report
}

// Flush waits until everything that was saved is on the disk.
func (l *Library) Flush() {
	b := l.behind
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.busy {
		b.idle.Wait()
	}
}

// write replaces a file, soon or at once.
func (b *behind) write(path string, content []byte) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.report == nil {
		return b.put(path, content)
	}
	b.due[path] = &page{content}
	if !slices.Contains(b.queue, path) {
		b.queue = append(b.queue, path)
	}
	if !b.busy {
		b.busy = true
		go b.run()
	}
	return nil
}

// run writes what is due, until nothing is.
func (b *behind) run() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.queue) > 0 {
		path := b.queue[0]
		b.queue = b.queue[1:]
		p, report := b.due[path], b.report
		b.mu.Unlock()
		if err := b.put(path, p.bytes); err != nil {
			report(err)
		}
		b.mu.Lock()
		if b.due[path] == p { // nothing newer was saved meanwhile
			delete(b.due, path)
		}
	}
	b.busy = false
	b.idle.Broadcast()
}

// read is the content of a file as it was last saved, on the disk yet or not.
func (b *behind) read(path string) ([]byte, error) {
	b.mu.Lock()
	p := b.due[path]
	b.mu.Unlock()
	if p != nil {
		return p.bytes, nil
	}
	return os.ReadFile(path)
}

// remove takes files away, and what was still to be written to them.
func (b *behind) remove(paths []string) (err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.queue = slices.DeleteFunc(b.queue, func(p string) bool { return slices.Contains(paths, p) })
	for b.busy {
		b.idle.Wait()
	}
	for _, p := range paths {
		delete(b.due, p)
		if e := os.Remove(p); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}

// encoded is v as it stands in a file.
func encoded(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

// save keeps v in a file of the library, behind the caller's back where Behind
// was asked for; v may be changed afterwards.
func (l *Library) save(name string, v any) error {
	b, err := encoded(v)
	if err != nil {
		return err
	}
	return l.behind.write(filepath.Join(l.dir, name), b)
}

// saveNow keeps v in a file of the library, and waits for the disk: for callers
// that are in the background already.
func (l *Library) saveNow(name string, v any) error {
	b, err := encoded(v)
	if err != nil {
		return err
	}
	return l.behind.put(filepath.Join(l.dir, name), b)
}
