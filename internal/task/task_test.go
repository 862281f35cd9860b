package task

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// queue is a post function with an explicit pump, like a UI loop.
type queue struct {
	mu  sync.Mutex
	fns []func()
}

func (q *queue) post(f func()) { q.mu.Lock(); q.fns = append(q.fns, f); q.mu.Unlock() }

func (q *queue) pump() {
	for {
		q.mu.Lock()
		if len(q.fns) == 0 {
			q.mu.Unlock()
			return
		}
		f := q.fns[0]
		q.fns = q.fns[1:]
		q.mu.Unlock()
		f()
	}
}

func TestNewestRequestWins(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var q queue
		r := NewRunner(q.post)
		var got []int
		for i := range 5 {
			Start(r, "pivot", "", func(ctx context.Context, _ *Progress) (int, error) {
				select {
				case <-ctx.Done():
					return i, ctx.Err()
				case <-time.After(time.Second):
					return i, nil
				}
			}, func(v int, err error) { got = append(got, v) })
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		q.pump()
		if len(got) != 1 || got[0] != 4 {
			t.Errorf("delivered %v, want only the newest, 4", got)
		}
		r.Close()
	})
}

// A result that is finished but not yet delivered is overtaken too.
func TestOvertakenBeforeDelivery(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var q queue
		r := NewRunner(q.post)
		var got []string
		run := func(s string) {
			Start(r, "chart", "", func(context.Context, *Progress) (string, error) { return s, nil },
				func(v string, _ error) { got = append(got, v) })
		}
		run("old")
		synctest.Wait()
		run("new")
		synctest.Wait()
		q.pump()
		if len(got) != 1 || got[0] != "new" {
			t.Errorf("delivered %v, want only new", got)
		}
		r.Close()
	})
}

func TestCancelDeliversNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var q queue
		r := NewRunner(q.post)
		stopped := false
		Start(r, "load", "", func(ctx context.Context, _ *Progress) (int, error) {
			<-ctx.Done()
			stopped = true
			return 0, ctx.Err()
		}, func(int, error) { t.Error("a cancelled job was delivered") })
		r.Cancel("load")
		synctest.Wait()
		q.pump()
		if !stopped {
			t.Error("the work was not told to stop")
		}
		if n := len(r.Running()); n != 0 {
			t.Errorf("%d jobs still listed", n)
		}
		r.Close()
	})
}

func TestPanicBecomesError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var q queue
		r := NewRunner(q.post)
		var got error
		Start(r, "x", "", func(context.Context, *Progress) (int, error) { panic("bad file") },
			func(_ int, err error) { got = err })
		synctest.Wait()
		q.pump()
		if !errors.Is(got, ErrPanic) {
			t.Errorf("err = %v, want ErrPanic", got)
		}
		r.Close()
	})
}

func TestProgress(t *testing.T) {
	var p Progress
	if p.Part() >= 0 {
		t.Errorf("unknown progress is %v, want negative", p.Part())
	}
	p.Set(1, 4)
	if v := p.Part(); v < 0.249 || v > 0.251 {
		t.Errorf("1 of 4 is %v", v)
	}
	p.Set(9, 4)
	if v := p.Part(); v != 1 {
		t.Errorf("9 of 4 is %v, want 1", v)
	}
}
