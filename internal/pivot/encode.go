package pivot

import (
	"math"
	"slices"
	"strconv"

	"tallyboard/internal/place"
	"tallyboard/internal/table"
)

// maxSpan is the widest range of whole numbers that is coded by a look-up
// vector; wider ones, and fractions, go through a map.
const maxSpan = 1 << 22

// encodeNumbers codes what key makes of the numbers (nil: themselves) in
// ascending order.
func encodeNumbers(vals []float64, key func(float64) float64, text func(float64) string) *coding {
	keys := vals
	if key != nil {
		keys = make([]float64, len(vals))
		parallel(len(vals), func(_, lo, hi int) {
			for i, v := range vals[lo:hi] {
				keys[lo+i] = key(v) // NaN stays NaN
			}
		})
	}
	c := &coding{text: text, codes: make([]uint32, len(keys))}
	low, high, whole := bounds(keys)
	switch {
	case low > high:
		c.nums = []float64{math.NaN()}
	case whole && high-low < maxSpan:
		c.nums = recode(c.codes, int(high-low)+1,
			func(i int) uint32 {
				if v := keys[i]; v == v {
					return uint32(v-low) + 1
				}
				return 0
			}, func(k int) float64 { return low + float64(k) })
	default:
		c.nums = encodeAny(keys, c.codes)
	}
	c.n = len(c.nums)
	return c
}

// bounds gives the least and the greatest number, low > high where there is
// none, and whether all are whole.
func bounds(vals []float64) (low, high float64, whole bool) {
	type part struct {
		low, high float64
		broken    bool
	}
	parts := make([]part, workers())
	for w := range parts {
		parts[w].low, parts[w].high = math.Inf(1), math.Inf(-1)
	}
	parallel(len(vals), func(w, lo, hi int) {
		p := parts[w]
		for _, v := range vals[lo:hi] {
			if v < p.low {
				p.low = v
			}
			if v > p.high {
				p.high = v
			}
			p.broken = p.broken || v == v && v != math.Trunc(v)
		}
		parts[w] = p
	})
	low, high, whole = math.Inf(1), math.Inf(-1), true
	for _, p := range parts {
		low, high, whole = min(low, p.low), max(high, p.high), whole && !p.broken
	}
	return low, high, whole
}

// recode writes for each row the code of its slot (1 to slots; 0 is blank),
// where slots with the same number share a code and slots without rows have
// none. It gives the numbers by code; num must not fall as slots rise, or only
// take few values.
func recode(codes []uint32, slots int, slot func(row int) uint32, num func(slot int) float64) []float64 {
	seen := make([][]bool, workers())
	parallel(len(codes), func(w, lo, hi int) {
		s := make([]bool, slots+1)
		for i := lo; i < hi; i++ {
			k := slot(i)
			codes[i] = k
			s[k] = true
		}
		seen[w] = s
	})
	of := make([]float64, slots+1)
	var nums []float64
	for k := 1; k <= slots; k++ {
		if !slices.ContainsFunc(seen, func(s []bool) bool { return s != nil && s[k] }) {
			continue
		}
		of[k] = num(k - 1)
		if len(nums) == 0 || nums[len(nums)-1] != of[k] {
			nums = append(nums, of[k])
		}
	}
	slices.Sort(nums)
	nums = slices.Compact(nums)
	nums = slices.Insert(nums, 0, math.NaN())
	lut := make([]uint32, slots+1)
	for k := 1; k <= slots; k++ {
		if at, ok := slices.BinarySearch(nums[1:], of[k]); ok {
			lut[k] = uint32(at + 1)
		}
	}
	parallel(len(codes), func(_, lo, hi int) {
		for i := lo; i < hi; i++ {
			codes[i] = lut[codes[i]]
		}
	})
	return nums
}

// encodeAny codes numbers of any kind through a map.
func encodeAny(keys []float64, codes []uint32) []float64 {
	seen := map[float64]uint32{}
	var nums []float64
	for i, v := range keys {
		if v != v {
			continue
		}
		code, ok := seen[v]
		if !ok {
			nums = append(nums, v+0) // −0 becomes 0
			code = uint32(len(nums))
			seen[v] = code
		}
		codes[i] = code
	}
	sorted := slices.Insert(slices.Sorted(slices.Values(nums)), 0, math.NaN())
	to := make([]uint32, len(nums)+1)
	for i, v := range nums {
		at, _ := slices.BinarySearch(sorted[1:], v)
		to[i+1] = uint32(at + 1)
	}
	for i, code := range codes {
		codes[i] = to[code]
	}
	return sorted
}

// encodeDays codes what a function makes of the day of each time. It looks at
// each day that occurs once, not at each row.
func encodeDays(vals []float64, f Func) *coding {
	num := func(sec float64) float64 { return startOf(f, sec) }
	text := func(v float64) string { return periodText(f, v) }
	c := &coding{text: text, next: func(v float64) float64 { return shift(f, v, 1) }}
	if f == Weekday {
		num = func(sec float64) float64 { return (sec-startOf(Week, sec))/day + 1 }
		c.text, c.next = plainNumber, following
		c.ends = func() (float64, float64) { return 1, 7 }
	}
	low, high, _ := bounds(vals)
	if f.Periodic() {
		c.unit, c.times = f, span{low, high}
	}
	first := math.Floor(low / day)
	if low > high || (high/day-first) >= maxSpan {
		wide := encodeNumbers(vals, func(v float64) float64 {
			if v != v {
				return v
			}
			return num(math.Floor(v/day) * day)
		}, c.text)
		wide.next, wide.ends, wide.unit, wide.times = c.next, c.ends, c.unit, c.times
		return wide
	}
	c.codes = make([]uint32, len(vals))
	c.nums = recode(c.codes, int(high/day-first)+1,
		func(i int) uint32 {
			if v := vals[i]; v == v {
				return uint32(v/day-first) + 1
			}
			return 0
		}, func(k int) float64 { return num((first + float64(k)) * day) })
	c.n = len(c.nums)
	return c
}

// encodeBands codes the lower bounds of bands of equal width.
func encodeBands(col *table.Column, width float64) (*coding, bool) {
	vals := col.Nums
	if col.Type.Coded() {
		if col.Values == nil {
			return nil, false
		}
		vals = make([]float64, len(col.Codes))
		for i, code := range col.Codes {
			vals[i] = col.Values[code]
		}
	}
	if col.Type == table.Time {
		return nil, false
	}
	c := encodeNumbers(vals, func(v float64) float64 { return math.Floor(v / width) }, plainNumber)
	for i, k := range c.nums {
		// Twelve digits: 3 × 0.1 is 0.3.
		c.nums[i], _ = strconv.ParseFloat(strconv.FormatFloat(k*width, 'g', 12, 64), 64)
	}
	return c, true
}

// encodePlaces codes the provinces or cities that the words of a column name.
func encodePlaces(col *table.Column, f Func) *coding {
	lut := make([]uint32, col.Dict.Len()+1)
	seen := map[string]uint32{}
	var words []string
	for code := 1; code < len(lut); code++ {
		name := place.Province(col.Dict.At(uint32(code)))
		if f == City {
			name = place.City(col.Dict.At(uint32(code)))
		}
		if name == "" {
			continue
		}
		if seen[name] == 0 {
			words = append(words, name)
			seen[name] = uint32(len(words))
		}
		lut[code] = seen[name]
	}
	c := &coding{codes: make([]uint32, len(col.Codes)), n: len(words) + 1, dict: table.DictOf(words...)}
	parallel(len(col.Codes), func(_, lo, hi int) {
		for i, code := range col.Codes[lo:hi] {
			c.codes[lo+i] = lut[code]
		}
	})
	return c
}
