package ingest

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
	"tallyboard/internal/task"
)

func open(ctx context.Context, paths []string, o Options) ([]*Log, []Failure, error) {
	files := once(sheet.Files(paths))
	tables := make([][]*block, len(files))
	errs := make([]error, len(files))
	p := newProgress(files, o.Progress)
	group, gctx := errgroup.WithContext(ctx)
	group.SetLimit(max(1, runtime.GOMAXPROCS(0)))
	for i, path := range files {
		group.Go(func() error {
			errs[i] = task.Guard(func() (err error) {
				tables[i], err = readFile(gctx, path, o, p.file(i))
				return err
			})
			p.whole(i) // also where it could not be read
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	var blocks []*block
	var failures []Failure
	for i, path := range files {
		if errs[i] != nil {
			failures = append(failures, Failure{path, people(errs[i], path)})
			continue
		}
		blocks = append(blocks, tables[i]...)
	}
	groups := groupBlocks(blocks, o)
	built := p.plan(groups)
	var logs []*Log
	for i, g := range groups {
		o.built = built[i]
		log, err := buildLog(ctx, g, o)
		if err != nil {
			return nil, nil, err
		}
		logs = append(logs, log)
	}
	return logs, failures, ctx.Err()
}

// once drops paths that come again, as a folder and a file in it.
func once(paths []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(paths), func(p string) bool {
		if abs, err := filepath.Abs(p); err == nil {
			p = abs
		}
		again := seen[p]
		seen[p] = true
		return again
	})
}

// people makes sure that an error has words for people.
func people(err error, path string) error {
	var f *fault.Error
	if errors.As(err, &f) {
		return f
	}
	return fault.Wrap(err, "ingest.unreadable", filepath.Base(path))
}
