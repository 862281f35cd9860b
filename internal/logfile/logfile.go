// Package logfile is the program's own log: what it did, how long it took and
// what went wrong, in the user's folder, for someone who is asked for help. It
// never holds what the sheets hold: whoever writes to it passes errors as they
// are, and the package leaves names and quotations out.
package logfile

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
)

const (
	name      = "tallyboard.log"
	olderName = "tallyboard.1.log"
	// mostBytes is the size at which a log becomes the older one; the one that
	// was the older is gone then.
	mostBytes = 256 << 10
)

// Path is the log file in dir.
func Path(dir string) string { return filepath.Join(dir, name) }

// Open opens the log in dir for appending. Nobody but the user can read it.
func Open(dir string) (*slog.Logger, io.Closer, error) {
	f := &file{dir: dir}
	if err := f.open(); err != nil {
		return nil, nil, err
	}
	return slog.New(slog.NewTextHandler(f, &slog.HandlerOptions{ReplaceAttr: tidy})), f, nil
}

// tidy keeps customers' data out: of errors only what Plain leaves is written,
// and of messages, which libraries write too, what it leaves of their text.
func tidy(_ []string, a slog.Attr) slog.Attr {
	if err, ok := a.Value.Any().(error); ok {
		return slog.String(a.Key, Plain(err))
	}
	if a.Key == slog.MessageKey {
		return slog.String(a.Key, plain(a.Value.String()))
	}
	return a
}

// Tail is the end of the log in dir, whole lines of at most so many bytes; ""
// where there is none.
func Tail(dir string, most int) string {
	b, err := os.ReadFile(Path(dir))
	if err != nil {
		return "" // nothing was logged yet
	}
	if len(b) > most {
		b = b[len(b)-most:]
		for i, c := range b {
			if c == '\n' {
				b = b[i+1:]
				break
			}
		}
	}
	return string(b)
}

// file is a log file that starts anew when it has grown.
type file struct {
	mu   sync.Mutex
	dir  string
	f    *os.File
	size int64
}

func (l *file) open() error {
	f, err := os.OpenFile(Path(l.dir), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return err
	}
	l.f, l.size = f, info.Size()
	return nil
}

// Write implements io.Writer.
func (l *file) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.size > 0 && l.size+int64(len(p)) > mostBytes {
		l.f.Close()
		if err := os.Rename(Path(l.dir), filepath.Join(l.dir, olderName)); err != nil {
			return 0, err
		}
		if err := l.open(); err != nil {
			return 0, err
		}
	}
	n, err := l.f.Write(p)
	l.size += int64(n)
	return n, err
}

// Close implements io.Closer.
func (l *file) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.f.Close()
}
