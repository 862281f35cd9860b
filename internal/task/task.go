// Package task runs work in the background: one slot per purpose, the newest
// request wins, progress is polled, everything can be cancelled. It knows no
// window: results are handed over by an injected post function, which in the
// program puts them on the UI goroutine and in tests calls them at once.
package task

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"
)

// Runner owns all slots. Its contexts come from one root, so that closing the
// program stops everything.
type Runner struct {
	root context.Context
	stop context.CancelFunc
	post func(func())

	mu    sync.Mutex
	slots map[string]*job
	wg    sync.WaitGroup
	watch func() // called through post when what is running may have changed
}

type job struct {
	gen      uint64
	name     string
	cancel   context.CancelFunc
	progress *Progress
	started  time.Time
}

// Progress is how far a job is, from 0 to 1; negative where it is not known.
type Progress struct{ bits atomic.Int64 }

const scale = 1 << 20

// Set says that done of total is finished.
func (p *Progress) Set(done, total int64) {
	if p == nil || total <= 0 {
		return
	}
	p.bits.Store(min(done*scale/total, scale) + 1)
}

// Part gives the finished share, or −1.
func (p *Progress) Part() float64 { return float64(p.bits.Load()-1) / scale }

// NewRunner makes a Runner that hands results over by post.
func NewRunner(post func(func())) *Runner {
	ctx, cancel := context.WithCancel(context.Background())
	return &Runner{root: ctx, stop: cancel, post: post, slots: map[string]*job{}}
}

// Post hands fn over as results are, for events that come from elsewhere.
func (r *Runner) Post(fn func()) { r.post(fn) }

// Watch calls fn, through post, whenever a job starts or ends.
func (r *Runner) Watch(fn func()) { r.watch = fn }

// Start runs work in the slot, cancelling what runs there; done gets its result
// through post, unless a newer start or Cancel came before it was delivered.
// name is shown beside the progress. A panic in work becomes its error.
func Start[T any](r *Runner, slot, name string, work func(context.Context, *Progress) (T, error), done func(T, error)) {
	ctx, cancel := context.WithCancel(r.root)
	j := &job{name: name, cancel: cancel, progress: new(Progress), started: time.Now()}
	r.mu.Lock()
	if old := r.slots[slot]; old != nil {
		old.cancel()
		j.gen = old.gen + 1
	}
	r.slots[slot] = j
	r.wg.Add(1)
	r.mu.Unlock()
	r.changed()
	go func() {
		defer r.wg.Done()
		var v T
		err := Guard(func() (err error) {
			v, err = work(ctx, j.progress)
			return err
		})
		if err != nil && ctx.Err() == nil {
			slog.Error("failed", "task", slot, "err", err)
		}
		r.post(func() {
			cancel()
			r.mu.Lock()
			current := r.slots[slot] == j
			if current {
				delete(r.slots, slot)
			}
			r.mu.Unlock()
			if current {
				done(v, err)
				if r.watch != nil {
					r.watch()
				}
			}
		})
	}()
}

// Cancel stops what runs in the slot; its result is never delivered.
func (r *Runner) Cancel(slot string) {
	r.mu.Lock()
	if j := r.slots[slot]; j != nil {
		j.cancel()
		delete(r.slots, slot)
	}
	r.mu.Unlock()
	r.changed()
}

func (r *Runner) changed() {
	if r.watch != nil {
		r.post(r.watch)
	}
}

// Running is one job under way.
type Running struct {
	Slot, Name string
	Part       float64 // −1 unknown
	Since      time.Time
}

// Running lists the jobs under way, oldest first.
func (r *Runner) Running() []Running {
	r.mu.Lock()
	defer r.mu.Unlock()
	var out []Running
	for s, j := range r.slots {
		out = append(out, Running{s, j.name, j.progress.Part(), j.started})
	}
	for i := range out {
		for k := i; k > 0 && out[k].Since.Before(out[k-1].Since); k-- {
			out[k], out[k-1] = out[k-1], out[k]
		}
	}
	return out
}

// Close cancels everything and waits until all work has returned.
func (r *Runner) Close() {
	r.stop()
	r.mu.Lock()
	r.slots = map[string]*job{}
	r.mu.Unlock()
	r.wg.Wait()
}
