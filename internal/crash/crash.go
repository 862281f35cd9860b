// Package crash keeps what a panic says in a file that the user can read and
// send, and remembers whether the last run ended well. The file holds the
// program's own stack and versions, nothing of what the logs hold.
package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"
)

const (
	runningName = "running"
	reportName  = "crash.txt"
)

// Guard is one run of the program.
type Guard struct{ dir, version string }

// Begin marks the start of a run in dir; crashed says that the run before did
// not end well.
func Begin(dir, version string) (g *Guard, crashed bool, err error) {
	g = &Guard{dir, version}
	_, err = os.Stat(g.path(runningName))
	crashed = err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return g, false, err
	}
	return g, crashed, os.WriteFile(g.path(runningName), []byte(time.Now().Format(time.RFC3339)+"\n"), 0o600)
}

// End marks a good end.
func (g *Guard) End() { os.Remove(g.path(runningName)) }

// Report is the path of the last report; "" where there is none.
func (g *Guard) Report() string {
	if _, err := os.Stat(g.path(reportName)); err != nil {
		return ""
	}
	return g.path(reportName)
}

// Catch, deferred, writes a report of a panic and lets it go on.
func (g *Guard) Catch() {
	if x := recover(); x != nil {
		g.Write(x, debug.Stack())
		panic(x)
	}
}

// Write writes a report.
func (g *Guard) Write(what any, stack []byte) {
	text := fmt.Sprintf("Tallyboard %s, %s/%s, %s\n%s\n\n%v\n\n%s", g.version, runtime.GOOS, runtime.GOARCH, runtime.Version(),
		time.Now().Format(time.RFC3339), what, stack)
	if err := os.WriteFile(g.path(reportName), []byte(text), 0o600); err != nil {
		fmt.Fprintln(os.Stderr, err) // the last place left to say it
	}
}

func (g *Guard) path(name string) string { return filepath.Join(g.dir, name) }
