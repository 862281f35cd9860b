package main

import (
	"runtime"
	"runtime/debug"
	"testing"
)

// The limit leaves room for what is in use, and falls back when that is gone.
func TestMemoryLimitFollowsWhatIsInUse(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	const much = 384 << 20
	b := make([]byte, much)
	runtime.GC()
	afterCollection(&marker{})
	if got := debug.SetMemoryLimit(-1); got < much+much/5 {
		t.Errorf("the limit is %d MB with %d in use", got>>20, much>>20)
	}
	runtime.KeepAlive(b) // from here on it is garbage
	runtime.GC()
	runtime.GC()
	afterCollection(&marker{})
	if got := debug.SetMemoryLimit(-1); got != usual {
		t.Errorf("the limit is %d MB with nothing in use", got>>20)
	}
}
