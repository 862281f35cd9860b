package pivot

import (
	"container/list"
	"math"
	"runtime"
	"slices"
	"sync"
	"weak"

	"tallyboard/internal/measure"
	"tallyboard/internal/table"
)

// cache keeps what was made of columns (week codes and the like), the least
// recently used given up first. It does not keep the columns themselves.
type cache struct {
	mu      sync.Mutex
	entries map[codingKey]*list.Element // of *entry
	recent  list.List                   // front is the latest
	bytes   int
}

// maxCacheBytes bounds a cache; sixteen codings of a million rows.
const maxCacheBytes = 64 << 20

type codingKey struct {
	col   weak.Pointer[table.Column]
	f     Func
	width float64
}

type entry struct {
	key   codingKey
	once  sync.Once
	c     *coding
	ok    bool
	scale float64 // of its own key: see measure.Scale
	most  float64 // the greatest size of a number
	bytes int

	dies runtime.Cleanup // drops the entry with its column
}

// scaleKey stands in the place of a function for what is known of the numbers
// of a column as they are.
const scaleKey Func = "\x00scale"

func newCache() *cache { return &cache{entries: map[codingKey]*list.Element{}} }

// coding gives the coding of a function of a column, made at most once at a
// time; ok is false where the function does not fit.
func (k *cache) coding(col *table.Column, d Dim) (*coding, bool) {
	e := k.entry(col, codingKey{weak.Make(col), d.Func, d.Width})
	e.once.Do(func() {
		e.c, e.ok = encode(col, d)
		k.mu.Lock()
		defer k.mu.Unlock()
		if el := k.entries[e.key]; e.ok && el != nil && el.Value == e {
			e.bytes = e.c.bytes(col)
			k.bytes += e.bytes
			k.trim()
		}
	})
	return e.c, e.ok
}

// scale is in which units the numbers of a column can be added, 0 for none, and
// the greatest size of a number.
func (k *cache) scale(col *table.Column) (scale, most float64) {
	e := k.entry(col, codingKey{weak.Make(col), scaleKey, 0})
	e.once.Do(func() {
		scales, mosts := make([]float64, workers()), make([]float64, workers())
		parallel(len(col.Nums), func(w, lo, hi int) {
			if scales[w], mosts[w] = measure.Scale(col.Nums[lo:hi]); scales[w] == 0 {
				mosts[w] = math.Inf(1)
			}
		})
		// What is whole in tenths is whole in hundredths.
		if scale, most := slices.Max(scales), slices.Max(mosts); measure.Adds(scale, most, len(col.Nums)) {
			e.scale, e.most = scale, most
		}
	})
	return e.scale, e.most
}

// entry finds or makes the place of a key.
func (k *cache) entry(col *table.Column, key codingKey) *entry {
	k.mu.Lock()
	defer k.mu.Unlock()
	el, hit := k.entries[key]
	if hit {
		k.recent.MoveToFront(el)
	} else {
		el = k.recent.PushFront(&entry{key: key, dies: runtime.AddCleanup(col, k.drop, key)})
		k.entries[key] = el
	}
	return el.Value.(*entry)
}

// trim gives up the oldest codings, but never the latest.
func (k *cache) trim() {
	for k.bytes > maxCacheBytes && k.recent.Len() > 1 {
		k.remove(k.recent.Back())
	}
}

func (k *cache) drop(key codingKey) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if el := k.entries[key]; el != nil {
		k.remove(el)
	}
}

func (k *cache) remove(el *list.Element) {
	e := k.recent.Remove(el).(*entry)
	delete(k.entries, e.key)
	e.dies.Stop()
	k.bytes -= e.bytes
}
