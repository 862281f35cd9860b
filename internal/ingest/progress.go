package ingest

import (
	"context"
	"os"
	"sync"
	"sync/atomic"
)

// progress sums up what the stages of a load report: the bytes that the readers
// of all files took in, then the columns that were typed. It never goes back.
type progress struct {
	report func(done, total int64)
	total  int64
	sizes  []int64
	read   []atomic.Int64 // of each file, in bytes
	built  atomic.Int64   // cells
	cells  int64
	mu     sync.Mutex // of last, and of telling: one at a time, and in order
	last   int64
}

// steps is the number of steps in which progress is reported, readSteps how many
// of them reading takes, and bytesShare the part of reading that is over when
// the last byte was taken in: then the columns are put together. Measured on a
// csv file of a million rows: 350, 60 and 135 of 545 ms; on a workbook of as many
// 430, 20 and 95.
const (
	steps, readSteps = 1000, 780
	bytesShare       = 0.88
)

func newProgress(files []string, report func(done, total int64)) *progress {
	p := &progress{report: report, sizes: make([]int64, len(files)), read: make([]atomic.Int64, len(files))}
	for i, f := range files {
		if st, err := os.Stat(f); err == nil {
			p.sizes[i] = max(1, st.Size())
			p.total += p.sizes[i]
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
			raise(&p.read[i], int64(float64(min(done, total))/float64(total)*float64(p.sizes[i])*bytesShare))
		}
		p.tell()
	}
}

// whole tells that file i is read, and its table found.
func (p *progress) whole(i int) {
	if p.report != nil {
		raise(&p.read[i], p.sizes[i])
		p.tell()
	}
}

// columnStages is how often a column tells that it has come on: its cells are
// gathered, its type is decided, and it is built.
const columnStages = 3

// stage tells that a column has come on, and stops it where nobody waits for it
// any longer.
func (o Options) stage(ctx context.Context) error {
	if o.built != nil {
		o.built()
	}
	return ctx.Err()
}

// plan gives, for each group, what is called for every stage of its columns.
func (p *progress) plan(groups [][]*block) []func() {
	out := make([]func(), len(groups))
	if p.report == nil {
		return out
	}
	for i, g := range groups {
		names, _ := columns(g)
		rows := int64(1)
		for _, b := range g {
			rows += int64(b.count)
		}
		p.cells += columnStages * rows * int64(len(names))
		out[i] = func() {
			p.built.Add(rows)
			p.tell()
		}
	}
	p.tell()
	return out
}

func (p *progress) tell() {
	p.mu.Lock()
	defer p.mu.Unlock()
	sum := int64(0)
	for k := range p.read {
		sum += p.read[k].Load()
	}
	now := int64(0)
	if p.total > 0 {
		now = int64(float64(readSteps) * float64(min(sum, p.total)) / float64(p.total))
	}
	if p.cells > 0 {
		now += int64(float64(steps-readSteps) * float64(min(p.built.Load(), p.cells)) / float64(p.cells))
	}
	if now > p.last {
		p.last = now
		p.report(now, steps)
	}
}

// raise sets a to v where v is more; it reports whether it did.
func raise(a *atomic.Int64, v int64) bool {
	for {
		was := a.Load()
		if v <= was {
			return false
		}
		if a.CompareAndSwap(was, v) {
			return true
		}
	}
}
