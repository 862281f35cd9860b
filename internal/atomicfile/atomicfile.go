// Package atomicfile replaces files only when their new content is complete:
// it is written under a temporary name in the same folder, synced, and renamed.
// Logs are customers' data, so new files are readable by their owner only; a
// file that is replaced keeps its permissions.
package atomicfile

import (
	"io"
	"os"
	"path/filepath"
)

// Write replaces the file at path by what fill writes. Where fill fails, or the
// disk does, the old file is as it was and nothing is left beside it.
func Write(path string, fill func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".tallyboard-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if old, statErr := os.Stat(path); statErr == nil && old.Mode().IsRegular() {
		if err = f.Chmod(old.Mode().Perm()); err != nil {
			return err
		}
	}
	if err = fill(f); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
