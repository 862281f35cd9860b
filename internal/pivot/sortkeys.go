package pivot

import (
	"cmp"
	"math"
	"slices"
)

// sort puts siblings in order; what Top cut off and blank stay last either way.
func (t *tree) sort(depth int, nodes []uint32, by ranking) {
	if len(nodes) < 2 {
		return
	}
	codes := t.tiers[depth].code
	keys := make([]sortKey, 0, len(nodes))
	var last []uint32
	for _, n := range nodes {
		if standing(codes[n]) > 0 {
			last = append(last, n)
			continue
		}
		k := sortKey{node: n}
		if by.values != nil {
			k.value = by.values[n]
		}
		keys = append(keys, k)
	}
	slices.SortFunc(last, func(a, b uint32) int { return cmp.Compare(standing(codes[a]), standing(codes[b])) })
	switch ranked := len(keys) > manyNodes && t.rank(depth, keys); {
	case ranked && by.first == nil:
		keys = by.distribute(keys)
	case ranked:
		slices.SortFunc(keys, by.compare(codes, func(a, b sortKey) int { return cmp.Compare(a.rank, b.rank) }))
	default:
		slices.SortFunc(keys, by.compare(codes, func(a, b sortKey) int { return t.compareCodes(depth, codes[a.node], codes[b.node]) }))
	}
	for i, k := range keys {
		nodes[i] = k.node
	}
	copy(nodes[len(keys):], last)
}

// sortKey is a node with what it is sorted by.
type sortKey struct {
	value float64
	rank  uint32 // in the order of labels, where that is known
	node  uint32
}

// manyNodes is from when on a rank of all words, made once, pays.
const manyNodes = 2048

// rank fills in where keys stand in the order of labels; ok is false where that
// is not known of all.
func (t *tree) rank(depth int, keys []sortKey) (ok bool) {
	codes, c := t.tiers[depth].code, t.levels[depth-1].coding
	if c.dict == nil { // numbers have ascending codes, but for those that were filled in
		for i, k := range keys {
			keys[i].rank = codes[k.node]
		}
		return len(t.tiers[depth].extra) == 0
	}
	rank := c.rank()
	for i, k := range keys {
		keys[i].rank = rank[codes[k.node]]
	}
	return true
}

// distribute is what sorting keys by compare comes to where all have a rank:
// digit by digit, the last one first, which for a hundred thousand customers is
// several times as fast.
func (r ranking) distribute(keys []sortKey) []sortKey {
	byRank := func(k sortKey) uint64 { return uint64(k.rank) }
	if r.values == nil && r.desc {
		byRank = func(k sortKey) uint64 { return uint64(^k.rank) }
	}
	room := make([]sortKey, len(keys))
	keys, room = radix(keys, room, byRank)
	if r.values != nil {
		keys, _ = radix(keys, room, func(k sortKey) uint64 { return ascending(k.value, r.desc) })
	}
	return keys
}

// ascending is a number as bits in its order, or against it; what is no number
// comes last either way.
func ascending(v float64, desc bool) uint64 {
	if v != v {
		return math.MaxUint64
	}
	b := math.Float64bits(v + 0) // −0 equals 0
	if b>>63 == 1 {
		b = ^b
	} else {
		b |= 1 << 63
	}
	if desc {
		b = ^b
	}
	return b
}

// radix sorts keys stably by a number, and gives them with the room that is
// then free. Digits in which no two keys differ are passed over: of small counts
// only one or two do.
func radix(keys, room []sortKey, by func(sortKey) uint64) (sorted, free []sortKey) {
	const bits, size = 11, 1 << 11
	first, differ := by(keys[0]), uint64(0)
	for _, k := range keys {
		differ |= by(k) ^ first
	}
	for shift := 0; shift < 64; shift += bits {
		if differ>>shift&(size-1) == 0 {
			continue
		}
		var at [size]int
		for _, k := range keys {
			at[by(k)>>shift&(size-1)]++
		}
		sum := 0
		for digit, n := range at {
			at[digit] = sum
			sum += n
		}
		for _, k := range keys {
			digit := by(k) >> shift & (size - 1)
			room[at[digit]] = k
			at[digit]++
		}
		keys, room = room, keys
	}
	return keys, room
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
