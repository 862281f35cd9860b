package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
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
			tables[i], errs[i] = readFile(gctx, path, o, p.file(i))
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
	var logs []*Log
	for _, g := range groupBlocks(blocks, o) {
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

// progress sums up what the readers of several files report.
type progress struct {
	report func(done, total int64)
	total  int64
	sizes  []int64
	done   []atomic.Int64
}

func newProgress(files []string, report func(done, total int64)) *progress {
	p := &progress{report: report, sizes: make([]int64, len(files)), done: make([]atomic.Int64, len(files))}
	for i, f := range files {
		if st, err := os.Stat(f); err == nil {
			p.sizes[i] = st.Size()
			p.total += st.Size()
		}
	}
	return p
}

// file gives the reporting function of file i, nil where nobody listens.
func (p *progress) file(i int) func(done, total int64) {
	if p.report == nil {
		return nil
	}
	return func(done, total int64) {
		if total > 0 {
			p.done[i].Store(int64(float64(done) / float64(total) * float64(p.sizes[i])))
		}
		sum := int64(0)
		for k := range p.done {
			sum += p.done[k].Load()
		}
		p.report(min(sum, p.total), p.total)
	}
}
