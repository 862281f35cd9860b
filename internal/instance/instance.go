// Package instance keeps one window per user: a second start hands its files to
// the first and ends. The two speak over a socket in the user's own folder,
// which nobody else can reach.
package instance

import (
	"encoding/json"
	"errors"
	"net"
	"os"
	"path/filepath"
	"time"
)

const (
	socketName = "window.sock"
	// patience is how long the first window may take to answer; one that hangs
	// must not keep a second from opening.
	patience = 2 * time.Second
	// mostBytes bounds a message: file names, nothing else.
	mostBytes = 1 << 20
)

// message is what a second start says.
type message struct {
	Files []string `json:"files"`
}

// Hand gives files to the window that has dir open; ok is false where there is
// none that answers.
func Hand(dir string, files []string) (ok bool) {
	c, err := net.DialTimeout("unix", filepath.Join(dir, socketName), patience)
	if err != nil {
		return false
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		return false
	}
	abs := make([]string, len(files))
	for i, f := range files {
		if abs[i], err = filepath.Abs(f); err != nil {
			abs[i] = f
		}
	}
	letFront()
	if err := json.NewEncoder(c).Encode(message{abs}); err != nil {
		return false
	}
	var answer bool
	return json.NewDecoder(c).Decode(&answer) == nil && answer
}

// Listen calls got, on a goroutine of its own, with the files of every later
// start, until close is called. A socket that a crash left behind is replaced.
func Listen(dir string, got func(files []string)) (closer func(), err error) {
	path := filepath.Join(dir, socketName)
	l, err := net.Listen("unix", path)
	if err != nil {
		if rm := os.Remove(path); rm != nil {
			return nil, errors.Join(err, rm)
		}
		if l, err = net.Listen("unix", path); err != nil {
			return nil, err
		}
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return // closed
			}
			serve(c, got)
		}
	}()
	return func() { l.Close() }, nil
}

func serve(c net.Conn, got func([]string)) {
	defer c.Close()
	if c.SetDeadline(time.Now().Add(patience)) != nil {
		return
	}
	var m message
	if err := json.NewDecoder(&limited{c, mostBytes}).Decode(&m); err != nil {
		return // not one of ours
	}
	if json.NewEncoder(c).Encode(true) == nil {
		got(m.Files)
	}
}

// limited reads no more than so many bytes.
type limited struct {
	c    net.Conn
	left int
}

// Read implements io.Reader.
func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errors.New("instance: message too long")
	}
	n, err := l.c.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}
