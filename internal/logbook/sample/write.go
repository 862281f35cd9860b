package sample

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"tallyboard/internal/atomicfile"
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

// replace writes a file whole or not at all, and says which one failed.
func replace(ctx context.Context, path string, fill func(io.Writer) error) error {
	err := atomicfile.Write(path, fill)
	if err != nil && ctx.Err() == nil {
		return fault.Wrap(err, "sample.write", path)
	}
	return err
}
