package sample

import (
	"context"
	"os"
	"path/filepath"

	"tallyboard/internal/fault"
)

// checkEvery is how many rows are written between two looks at the context.
const checkEvery = 4096

// Write puts every sheet into a workbook of its own in dir, which is made
// where it is missing, and gives their paths. A file that was there before is
// replaced only by a complete one.
func (s *Shop) Write(ctx context.Context, dir string) ([]string, error) {
	return s.writeAll(ctx, dir, ".xlsx", (*Sheet).WriteXLSX)
}

// WriteCSV is Write as CSV: UTF-8 with a byte order mark.
func (s *Shop) WriteCSV(ctx context.Context, dir string) ([]string, error) {
	return s.writeAll(ctx, dir, ".csv", (*Sheet).WriteCSV)
}

func (s *Shop) writeAll(ctx context.Context, dir, ending string, write func(*Sheet, context.Context, string) error) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fault.Wrap(err, "sample.folder", dir)
	}
	var paths []string
	for _, sheet := range s.Sheets {
		path := filepath.Join(dir, sheet.Name+ending)
		if err := write(sheet, ctx, path); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// replace writes a file under a temporary name in the same folder, syncs it
// and gives it its name.
func replace(path string, write func(*os.File) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".tallyboard-*.tmp")
	if err != nil {
		return fault.Wrap(err, "sample.write", path)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return f.Chmod(0o644) },
		f.Sync,
		f.Close,
		func() error { return os.Rename(f.Name(), path) },
	} {
		if err := step(); err != nil {
			return fault.Wrap(err, "sample.write", path)
		}
	}
	return nil
}
