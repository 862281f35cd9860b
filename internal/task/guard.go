package task

import (
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// ErrPanic is the cause of an error that a panic was turned into.
var ErrPanic = errors.New("panic in background work")

// Guard runs f. A panic in it becomes an error with the cause ErrPanic, whose
// further lines are the stack: what one file does to the program must not take
// the others with it.
func Guard(f func() error) (err error) {
	defer func() {
		switch x := recover().(type) {
		case nil:
		case relayed:
			err = x.error // with the stack of where it happened
		default:
			err = fmt.Errorf("%w: %v\n%s", ErrPanic, x, debug.Stack())
		}
	}()
	return f()
}

// relayed is a panic of another goroutine, as Guard has caught it there.
type relayed struct{ error }

// Together runs f(0) to f(n−1), each on a goroutine of its own, and waits for
// all of them. The first panic is raised again on the caller's goroutine, where
// a Guard can catch it; on its own goroutine it would end the program.
func Together(n int, f func(i int)) {
	var wg sync.WaitGroup
	var first atomic.Pointer[error]
	for i := range n {
		wg.Go(func() {
			err := Guard(func() error {
				f(i)
				return nil
			})
			if err != nil {
				first.CompareAndSwap(nil, &err)
			}
		})
	}
	wg.Wait()
	if err := first.Load(); err != nil {
		panic(relayed{*err})
	}
}
