package formats

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"tallyboard/internal/atomicfile"
	"tallyboard/internal/fault"
)

// SaveFile writes a file under a temporary name in the same folder and renames
// it when it is complete. That the place cannot be written is found before the
// work is done; the fault names the file and the reason.
func SaveFile(path string, fill func(io.Writer) error) error {
	// A link stays a link: what it leads to is replaced.
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	if err := probe(path); err != nil {
		return place(err, path)
	}
	var filling error
	err := atomicfile.Write(path, func(w io.Writer) error {
		filling = fill(w)
		return filling
	})
	if err == nil {
		return nil
	}
	if filling != nil && !isDisk(filling) {
		return filling
	}
	return place(err, path)
}

// probe opens an existing file for writing, without touching it: another
// program may hold it open, or it may be read-only.
func probe(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fault.New("render.folder", path)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		_, err = os.Stat(filepath.Dir(path))
		return err
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// isDisk reports whether an error came from writing the file, not from making
// what is written.
func isDisk(err error) bool {
	var e *fs.PathError
	return errors.As(err, &e)
}

// place turns a file error into a plain sentence.
func place(err error, path string) error {
	var known *fault.Error
	if errors.As(err, &known) {
		return err
	}
	code := "render.write"
	switch {
	case locked(err):
		code = "render.open"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		code = "render.denied"
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(err, "render.nofolder", filepath.Base(path), filepath.Dir(path))
	case full(err):
		code = "render.full"
	}
	return fault.Wrap(err, code, path)
}
