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
// group by time; equal times keep row order. Each goroutine has a stretch of the
// rows: first it counts its keys, then it knows where to put them.
func orderBy(keys []uint32, top int, times []float64) *order {
	sorted, inOrder := []int32(nil), ascends(times)
	n := len(times)
	if !inOrder {
		sorted = byTime(times)
		n = len(sorted)
	}
	workers := 1
	if n > 1<<14 {
		workers = max(1, min(runtime.GOMAXPROCS(0), 1+n/(top+1)))
	}
	at := make([][]int32, workers) // by key: how many, then where the next one goes
	each := func(w int, fn func(row int32, key uint32)) {
		for i := n * w / workers; i < n*(w+1)/workers; i++ {
			row := int32(i)
			if !inOrder {
				row = sorted[i]
			}
			fn(row, keys[row])
		}
	}
	task.Together(workers, func(w int) {
		count := make([]int32, top+1)
		each(w, func(_ int32, key uint32) { count[key]++ })
		at[w] = count
	})
	o := &order{start: []int32{0}}
	next := int32(0)
	for key := 1; key <= top; key++ {
		from := next
		for _, count := range at {
			count[key], next = next, next+count[key]
		}
		if next > from {
			o.start = append(o.start, next)
		}
	}
	o.rows = make([]int32, next)
	task.Together(workers, func(w int) {
		to := at[w]
		each(w, func(row int32, key uint32) {
			if key != 0 {
				o.rows[to[key]] = row
				to[key]++
			}
		})
	})
	return o
}

// ascends reports whether all rows have a time and stand in their order, as they
// do in most logs.
func ascends(times []float64) bool {
	last := math.Inf(-1)
	for i, t := range times {
		if !(t >= last) || i == 0 && t == last {
			return false
		}
		last = t
	}
	return last < math.Inf(1)
}

// byTime lists the rows that have a time, by it; equal times keep row order: a
// radix sort of whole seconds, with an insertion pass for what lies within one.
func byTime(times []float64) []int32 {
	rows := make([]int32, 0, len(times))
	low, high, sorted := math.Inf(1), math.Inf(-1), true
	for i, t := range times {
		if t != t || math.IsInf(t, 0) {
			continue
		}
		rows = append(rows, int32(i))
		sorted = sorted && t >= high
		low, high = min(low, t), max(high, t)
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
