package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	usual = 360 << 20 // memory that a log of a million rows gets by with
	slack = 64 << 20  // of garbage where more than that is in use
)

// boundMemory keeps the garbage small where much is in use: a quarter of it once
// all is more than the usual. A load makes large buffers that die at once, and
// nearly all that lives are numbers: collecting sooner costs a few percent of its
// time. A limit that the environment sets stays.
func boundMemory() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		afterCollection(&marker{})
	}
}

// marker is garbage at once, so that each collection finds it.
type marker struct{ _ *byte }

// afterCollection sets the limit by what is in use, now and after each
// collection to come.
func afterCollection(m *marker) {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	live := int64(sample[0].Value.Uint64())
	debug.SetMemoryLimit(max(usual, live+live/4+slack))
	runtime.SetFinalizer(m, afterCollection)
}
