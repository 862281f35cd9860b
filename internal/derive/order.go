package derive

import (
	"math"
	"runtime"

	"tallyboard/internal/task"
)

// order is rows gathered by a key and sorted by time within it; rows without a
// key or a time are not in it. Times stand beside their rows: who goes through
// the groups would wait for memory, were each looked up in the log.
type order struct {
	rows  []int32   // all groups one after the other
	at    []float64 // the time of each
	start []int32   // group g is rows[start[g]:start[g+1]]
	keys  []uint32  // of the groups, ascending
}

// group is the rows of one key, in time.
type group struct {
	key  uint32
	from int // where its rows begin among those of the order
	rows []int32
	at   []float64 // their times
}

func (o *order) group(g int) group {
	from, to := o.start[g], o.start[g+1]
	return group{o.keys[g], int(from), o.rows[from:to], o.at[from:to]}
}

// byRow puts marks of an order's rows where the rows stand among n; the others
// have none. One goroutine does it: several would take the same stretches of
// memory from each other all the time.
func (o *order) byRow(marks []uint8, n int) []uint8 {
	out := make([]uint8, n)
	for i, r := range o.rows {
		out[r] = marks[i]
	}
	return out
}

// part is some of the rows of a group.
func (g group) part(from, to int) group {
	return group{g.key, g.from + from, g.rows[from:to], g.at[from:to]}
}

// arranged puts the values of rows in the order of rows: many are waited for at
// the same time, where a group asks for one after the other.
func arranged[T any](vals []T, rows []int32) []T {
	out := make([]T, len(rows))
	stretches(len(rows), func(from, to int) {
		for i, r := range rows[from:to] {
			out[from+i] = vals[r]
		}
	})
	return out
}

// groups calls fn for every group, in parallel; a group is handed out whole,
// so that fn may write to the places of its rows. scratch is called once for
// each goroutine and its result given to fn.
func groups[S any](o *order, scratch func() S, fn func(s S, g group)) {
	stretches(len(o.keys), func(from, to int) {
		s := scratch()
		for g := from; g < to; g++ {
			fn(s, o.group(g))
		}
	})
}

// each is groups without a scratch.
func (o *order) each(fn func(g group)) {
	groups(o, func() struct{} { return struct{}{} }, func(_ struct{}, g group) { fn(g) })
}

// stretches runs fn on the parts of 0…n, one for each goroutine.
func stretches(n int, fn func(from, to int)) {
	workers := max(1, min(runtime.GOMAXPROCS(0), n>>10))
	task.Together(workers, func(w int) { fn(n*w/workers, n*(w+1)/workers) })
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
		workers = max(1, min(runtime.GOMAXPROCS(0), 1+4*n/(top+1)))
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
	most := min(top, n)
	o := &order{start: make([]int32, 1, most+1), keys: make([]uint32, 0, most)}
	next := int32(0)
	for key := 1; key <= top; key++ {
		from := next
		for _, count := range at {
			count[key], next = next, next+count[key]
		}
		if next > from {
			o.start, o.keys = append(o.start, next), append(o.keys, uint32(key))
		}
	}
	o.rows, o.at = make([]int32, next), make([]float64, next)
	task.Together(workers, func(w int) {
		to := at[w]
		each(w, func(row int32, key uint32) {
			if key != 0 {
				o.rows[to[key]], o.at[to[key]] = row, times[row]
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
