package pivot

import (
	"container/list"
	"runtime"
	"sync"
	"weak"

	"tallyboard/internal/table"
)

// cache keeps what was made of columns (week codes and the like; see made.go),
// the least recently used given up first. It does not keep the columns
// themselves.
type cache struct {
	mu      sync.Mutex
	entries map[madeKey]*list.Element // of *entry
	recent  list.List                 // front is the latest
	bytes   int
}

// maxCacheBytes bounds a cache; sixteen codings of a million rows.
const maxCacheBytes = 64 << 20

// madeKey tells what was made of which column.
type madeKey struct {
	col   weak.Pointer[table.Column]
	f     Func
	width float64
}

type entry struct {
	key   madeKey
	once  sync.Once
	value any
	bytes int

	dies runtime.Cleanup // drops the entry with its column
}

func newCache() *cache { return &cache{entries: map[madeKey]*list.Element{}} }

// remember gives what build makes of a column, built at most once at a time.
// build also says how many bytes that holds beside the column.
func remember[T any](k *cache, col *table.Column, f Func, width float64, build func() (T, int)) T {
	e := k.entry(col, madeKey{weak.Make(col), f, width})
	e.once.Do(func() {
		v, bytes := build()
		e.value = v
		k.weigh(e, bytes)
	})
	v, _ := e.value.(T)
	return v
}

// entry finds or makes the place of a key.
func (k *cache) entry(col *table.Column, key madeKey) *entry {
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

// weigh counts the bytes of an entry that was just built, and gives up the
// oldest for it, but never the latest.
func (k *cache) weigh(e *entry, bytes int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if el := k.entries[e.key]; el == nil || el.Value != e {
		return // given up in the meantime
	}
	e.bytes = bytes
	k.bytes += bytes
	for k.bytes > maxCacheBytes && k.recent.Len() > 1 {
		k.remove(k.recent.Back())
	}
}

func (k *cache) drop(key madeKey) {
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
