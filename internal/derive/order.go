package derive

import (
	"math"
	"runtime"

	"tallyboard/internal/task"
)

// order is rows gathered by a key and sorted by time within it; rows without a
// key or a time are not in it.
type order struct {
	rows  []int32 // all groups one after the other
	start []int32 // group g is rows[start[g]:start[g+1]]
}

// groups calls fn for every group, in parallel; a group is handed out whole,
// so that fn may write to the places of its rows. scratch is called once for
// each goroutine and its result given to fn.
func groups[S any](o *order, scratch func() S, fn func(s S, rows []int32)) {
	n := len(o.start) - 1
	workers := min(max(1, runtime.GOMAXPROCS(0)), n)
	task.Together(workers, func(w int) {
		s := scratch()
		for g := n * w / workers; g < n*(w+1)/workers; g++ {
			fn(s, o.rows[o.start[g]:o.start[g+1]])
		}
	})
}

// each is groups without a scratch.
func (o *order) each(fn func(rows []int32)) {
	groups(o, func() struct{} { return struct{}{} }, func(_ struct{}, rows []int32) { fn(rows) })
}

// orderBy gathers the rows by key (0 is missing, keys up to max) and sorts each
// group by time; equal times keep row order.
func orderBy(keys []uint32, top int, times []float64) *order {
	sorted := byTime(times)
	at := make([]int32, top+2)
	n := 0
	for _, r := range sorted {
		if k := keys[r]; k != 0 {
			at[k+1]++
			n++
		}
	}
	o := &order{rows: make([]int32, n), start: []int32{0}}
	for k := 1; k < len(at); k++ {
		if at[k] > 0 {
			o.start = append(o.start, o.start[len(o.start)-1]+at[k])
		}
		at[k] += at[k-1]
	}
	for _, r := range sorted {
		if k := keys[r]; k != 0 {
			o.rows[at[k]] = r
			at[k]++
		}
	}
	return o
}

// byTime lists the rows that have a time, by it; equal times keep row order.
// Logs are mostly in order as they are, so that comes first; else a radix sort
// of whole seconds, with an insertion pass for what lies within one.
func byTime(times []float64) []int32 {
	rows := make([]int32, 0, len(times))
	low, high, sorted := math.Inf(1), math.Inf(-1), true
	for i, t := range times {
		if t != t || math.IsInf(t, 0) {
			continue
		}
		rows = append(rows, int32(i))
		sorted = sorted && t >= high
		low, high = math.Min(low, t), math.Max(high, t)
	}
	if sorted {
		return rows
	}
	unit := 1.0 // seconds in one step of the radix key
	for (high-low)/unit >= math.MaxUint32 {
		unit *= 2
	}
	keys := make([]uint32, len(rows))
	for i, r := range rows {
		keys[i] = uint32((times[r] - low) / unit)
	}
	radix(rows, keys)
	for i := 1; i < len(rows); i++ {
		r := rows[i]
		j := i
		for ; j > 0 && times[rows[j-1]] > times[r]; j-- {
			rows[j] = rows[j-1]
		}
		rows[j] = r
	}
	return rows
}

// radix sorts rows by their keys, stably, eleven bits at a time.
func radix(rows []int32, keys []uint32) {
	const bits, size = 11, 1 << 11
	rows2, keys2 := make([]int32, len(rows)), make([]uint32, len(keys))
	a, b, ka, kb := rows, rows2, keys, keys2
	for shift := 0; shift < 33; shift += bits {
		var at [size]int
		for _, k := range ka {
			at[k>>shift&(size-1)]++
		}
		sum := 0
		for i, n := range at {
			at[i] = sum
			sum += n
		}
		for i, k := range ka {
			d := k >> shift & (size - 1)
			b[at[d]], kb[at[d]] = a[i], k
			at[d]++
		}
		a, b, ka, kb = b, a, kb, ka
	}
	copy(rows, a)
}
