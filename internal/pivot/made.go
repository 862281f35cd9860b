package pivot

import (
	"math"

	"tallyboard/internal/measure"
	"tallyboard/internal/table"
)

// What the cache keeps of the numbers of a column as they are stands in the
// place of a function.
const (
	unitOf  Func = "\x00unit"
	wordsOf Func = "\x00words"
	zonesOf Func = "\x00zones"
)

// coding gives the coding of a function of a column; ok is false where the
// function does not fit.
func (k *cache) coding(col *table.Column, d Dim) (c *coding, ok bool) {
	c = remember(k, col, d.Func, d.Width, func() (*coding, int) {
		if c, ok := encode(col, d); ok {
			return c, c.bytes(col)
		}
		return nil, 0
	})
	return c, c != nil
}

// unit is in which units numbers can be added; the zero Unit where in none.
func (k *cache) unit(col *table.Column) measure.Unit {
	return remember(k, col, unitOf, 0, func() (measure.Unit, int) {
		parts := make([]measure.Unit, workers())
		for w := range parts {
			parts[w].Scale = 1
		}
		parallel(len(col.Nums), func(w, lo, hi int) { parts[w] = measure.UnitOf(col.Nums[lo:hi]) })
		u := parts[0]
		for _, part := range parts[1:] {
			u = u.Join(part)
		}
		if !u.Adds() {
			return measure.Unit{}, 0
		}
		return u, 0
	})
}

// maxWords bounds the words of a column, lest a few of them take turns in the
// cache.
const maxWords = maxCacheBytes / 8

// words gives the numbers of a column packed in its unit; nil where they do not
// fit.
func (k *cache) words(col *table.Column) []int64 {
	u := k.unit(col)
	if !u.Packs() || 8*u.Rows > maxWords {
		return nil
	}
	return remember(k, col, wordsOf, 0, func() ([]int64, int) {
		out := make([]int64, u.Rows)
		parallel(u.Rows, func(_, lo, hi int) { u.Pack(out[lo:hi], col.Nums[lo:hi]) })
		return out, 8 * u.Rows
	})
}

// zone is what is known of the numbers of one chunk of rows, so that a range
// that holds all or none of them need not look at each.
type zone struct {
	low, high float64 // low > high where all are blank
	blanks    bool
}

// zones gives the zone of each chunk of a column.
func (k *cache) zones(col *table.Column) []zone {
	return remember(k, col, zonesOf, 0, func() ([]zone, int) {
		out := make([]zone, (len(col.Nums)+chunk-1)/chunk)
		parallel(len(col.Nums), func(_, lo, hi int) {
			for ; lo < hi; lo += chunk {
				z := zone{low: math.Inf(1), high: math.Inf(-1)}
				for _, v := range col.Nums[lo:min(lo+chunk, hi)] {
					if v != v {
						z.blanks = true
						continue
					}
					z.low, z.high = min(z.low, v), max(z.high, v)
				}
				out[lo/chunk] = z
			}
		})
		return out, 24 * len(out)
	})
}
