// Package library is what the program keeps between runs, in the user's data
// folder: choices, recent files, remembered layouts, saved views. Everything is
// readable JSON, replaced only when complete. It never leaves the computer.
package library

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Library is one folder of kept things. It is not safe for several goroutines.
type Library struct {
	dir    string
	behind *behind
}

// Dir is the folder where the library is kept: TALLYBOARD_HOME where it is
// set, else the place that the system has for a program's own data.
func Dir() (string, error) {
	if d := os.Getenv("TALLYBOARD_HOME"); d != "" {
		return d, nil
	}
	if runtime.GOOS == "windows" {
		if d := os.Getenv("LOCALAPPDATA"); d != "" {
			return filepath.Join(d, "Tallyboard"), nil
		}
	}
	if runtime.GOOS == "linux" {
		if d := os.Getenv("XDG_DATA_HOME"); d != "" {
			return filepath.Join(d, "tallyboard"), nil
		}
		home, err := os.UserHomeDir()
		return filepath.Join(home, ".local", "share", "tallyboard"), err
	}
	d, err := os.UserConfigDir()
	return filepath.Join(d, "Tallyboard"), err
}

// Open opens the library in dir, making the folder where it is missing.
func Open(dir string) (*Library, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return &Library{dir, newBehind()}, nil
}

// Path is the folder of the library.
func (l *Library) Path() string { return l.dir }

// load reads name into v. A file that is not there leaves v as it is. One that
// cannot be read as JSON is set aside under a new name, so that nothing of it
// is overwritten, and the error says so.
func (l *Library) load(name string, v any) error {
	path := filepath.Join(l.dir, name)
	b, err := l.behind.read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return errors.Join(err, os.Rename(path, path+".damaged"))
	}
	return nil
}

// Erase removes everything that is kept.
func (l *Library) Erase() error {
	var paths []string
	for _, n := range []string{prefsFile, layoutsFile, viewsFile, lastFile, rulesFile, dashboardFile, stateFile} {
		paths = append(paths, filepath.Join(l.dir, n))
	}
	return l.behind.remove(paths)
}
