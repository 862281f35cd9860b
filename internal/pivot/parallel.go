package pivot

import (
	"runtime"
	"sync/atomic"

	"tallyboard/internal/task"
)

// maxWorkers bounds the goroutines of one pivot: each has partial results of
// its own to be merged.
const maxWorkers = 8

func workers() int { return min(runtime.GOMAXPROCS(0), maxWorkers) }

// parallel cuts 0…n into ranges, one a worker, and runs f on each. Small n runs
// on the caller's goroutine as worker 0.
func parallel(n int, f func(worker, lo, hi int)) {
	w := workers()
	if w == 1 || n < 4*chunk {
		f(0, 0, n)
		return
	}
	task.Together(w, func(k int) { f(k, n/chunk*k/w*chunk, end(n, k, w)) })
}

// share runs pieces of work on all goroutines; on the caller's alone where the
// rows behind them are few.
func share(rows int, work []func()) {
	w := workers()
	if w == 1 || rows < 4*chunk || len(work) == 1 {
		for _, f := range work {
			f()
		}
		return
	}
	var next atomic.Int64
	task.Together(w, func(int) {
		for i := next.Add(1) - 1; int(i) < len(work); i = next.Add(1) - 1 {
			work[i]()
		}
	})
}

// end is where worker k's range ends; ranges meet at multiples of chunk.
func end(n, k, w int) int {
	if k == w-1 {
		return n
	}
	return n / chunk * (k + 1) / w * chunk
}

// chunk is how many rows are worked on at a time, so that what is made of them
// stays in the first-level cache.
const chunk = 2048
