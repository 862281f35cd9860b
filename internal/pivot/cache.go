package pivot

import (
	"container/list"
	"runtime"
	"sync"
	"weak"

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
	bytes int
}

func newCache() *cache { return &cache{entries: map[codingKey]*list.Element{}} }

// coding gives the coding of a function of a column, made at most once at a
// time; ok is false where the function does not fit.
func (k *cache) coding(col *table.Column, d Dim) (*coding, bool) {
	key := codingKey{weak.Make(col), d.Func, d.Width}
	k.mu.Lock()
	el, hit := k.entries[key]
	if hit {
		k.recent.MoveToFront(el)
	} else {
		el = k.recent.PushFront(&entry{key: key})
		k.entries[key] = el
		runtime.AddCleanup(col, k.drop, key)
	}
	e := el.Value.(*entry)
	k.mu.Unlock()

	e.once.Do(func() {
		e.c, e.ok = encode(col, d)
		k.mu.Lock()
		defer k.mu.Unlock()
		if e.ok && k.entries[key] == el {
			e.bytes = e.c.bytes(col)
			k.bytes += e.bytes
			k.trim()
		}
	})
	return e.c, e.ok
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
	k.bytes -= e.bytes
}
