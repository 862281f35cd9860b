// Package crash keeps what the program says when it dies in a file that the user
// can read and send, and knows whether the last run ended well. The file holds
// the program's own stack and versions, nothing of what the logs hold.
package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

const (
	runningName = "running.txt" // of the run that is going on
	reportName  = "crash.txt"   // of the last run that did not end well
	// The line between what is known at the start and what the runtime writes.
	rule = "----\n"
)

// Guard is one run of the program.
type Guard struct {
	dir  string
	file *os.File
}

// Begin marks the start of a run in dir and has the runtime write its last words
// there: panics on any goroutine, and crashes in libraries. crashed says that
// the run before did not end well.
func Begin(dir, version string) (g *Guard, crashed bool, err error) {
	g = &Guard{dir: dir}
	err = os.Rename(g.path(runningName), g.path(reportName))
	crashed = err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return g, false, err
	}
	if g.file, err = os.OpenFile(g.path(runningName), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600); err != nil {
		return g, crashed, err
	}
	_, err = fmt.Fprintf(g.file, "Tallyboard %s, %s/%s, %s\n%s\n%s", version, runtime.GOOS, runtime.GOARCH, runtime.Version(),
		time.Now().Format(time.RFC3339), rule)
	return g, crashed, errors.Join(err, debug.SetCrashOutput(g.file, debug.CrashOptions{}))
}

// End marks a good end.
func (g *Guard) End() error {
	return errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), g.file.Close(), os.Remove(g.path(runningName)))
}

// Report is the path of what the last run that did not end well has said; ""
// where it could say nothing, as when the power failed.
func (g *Guard) Report() string {
	b, err := os.ReadFile(g.path(reportName))
	if err != nil || strings.HasSuffix(string(b), rule) {
		return ""
	}
	return g.path(reportName)
}

func (g *Guard) path(name string) string { return filepath.Join(g.dir, name) }
