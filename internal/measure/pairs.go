package measure

// pairs holds the different (group, code) pairs as group<<32 | code, for
// Distinct over very many groups.
type pairs struct {
	list    []uint64 // sorted and unique up to settled
	settled int
	groups  int
}

// unsettled is how many pairs may wait to be sorted in.
const unsettled = 1 << 21

func (a *pairs) Add(b *Batch) {
	for i, g := range b.Groups {
		if c := b.Codes[i]; c != 0 {
			a.list = append(a.list, uint64(g)<<32|uint64(c))
		}
	}
	if len(a.list)-a.settled > max(unsettled, a.settled) {
		a.settle()
	}
}

func (a *pairs) settle() {
	if a.settled == len(a.list) {
		return
	}
	sortUint64(a.list)
	n := 0
	for i, p := range a.list {
		if i == 0 || p != a.list[n-1] {
			a.list[n] = p
			n++
		}
	}
	a.list, a.settled = a.list[:n], n
}

// Merge never sees sets of bits: only a smaller number of groups has them, and
// numbers of groups shrink as they are merged.
func (a *pairs) Merge(src Acc, to []uint32) {
	b := src.(*pairs)
	b.settle()
	for _, p := range b.list {
		a.list = append(a.list, uint64(target(to, int(p>>32)))<<32|p&0xffffffff)
	}
}

func (a *pairs) Values(out []float64) {
	a.settle()
	clear(out)
	for _, p := range a.list {
		out[p>>32]++
	}
}

// sortUint64 is a radix sort by bytes that skips those in which all agree.
func sortUint64(s []uint64) {
	buf := make([]uint64, len(s))
	from, to := s, buf
	for shift := 0; shift < 64; shift += 8 {
		var count [257]int
		for _, v := range from {
			count[v>>shift&255+1]++
		}
		if len(from) == 0 || count[from[0]>>shift&255+1] == len(from) {
			continue
		}
		for i := 1; i < len(count); i++ {
			count[i] += count[i-1]
		}
		for _, v := range from {
			k := v >> shift & 255
			to[count[k]] = v
			count[k]++
		}
		from, to = to, from
	}
	if &from[0] != &s[0] {
		copy(s, from)
	}
}
