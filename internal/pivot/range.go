package pivot

import (
	"math"
	"strconv"
	"strings"
	"time"

	"tallyboard/internal/fault"
	"tallyboard/internal/table"
)

// byRange asks whether a number lies in one of several ranges.
type byRange struct {
	nums   []float64
	zones  []zone // of nums, where plain
	in     []span
	blank  bool // blanks are in
	negate bool
}

// span is the numbers from lo to below hi.
type span struct{ lo, hi float64 }

// plain reports whether t is one range and nothing else, of some numbers.
func (t byRange) plain() bool { return len(t.in) == 1 && !t.blank && !t.negate && len(t.nums) > 0 }

func (t byRange) holds(row int) bool {
	v := t.nums[row]
	in := v != v && t.blank
	for _, r := range t.in {
		in = in || v >= r.lo && v < r.hi
	}
	return in != t.negate
}

func (t byRange) and(mask []byte, lo int) {
	if !t.plain() {
		for i := range mask {
			if mask[i] != 0 && !t.holds(lo+i) {
				mask[i] = 0
			}
		}
		return
	}
	r := t.in[0]
	switch z := t.zones[lo/chunk]; {
	case t.none(lo):
		clear(mask)
	case z.low >= r.lo && z.high < r.hi && !z.blanks: // all
	default:
		for i, v := range t.nums[lo : lo+len(mask)] {
			mask[i] &= bit(v >= r.lo) & bit(v < r.hi)
		}
	}
}

// none reports whether the zone of the chunk that row stands in leaves no row;
// t is plain.
func (t byRange) none(row int) bool {
	z := t.zones[row/chunk]
	return z.high < t.in[0].lo || z.low >= t.in[0].hi
}

// reach gives the rows from lo to below hi outside which no row passes the
// tests, as far as zones tell: rows mostly stand in the order of time.
func reach(tests []test, rows int) (lo, hi int) {
	hi = rows
	for _, t := range tests {
		r, ok := t.(byRange)
		if !ok || !r.plain() {
			continue
		}
		for lo < hi && r.none(lo) {
			lo += chunk
		}
		for lo < hi && r.none(hi-1) {
			hi = (hi - 1) / chunk * chunk
		}
	}
	return min(lo, hi), hi
}

// bit is 1 for true; the compiler makes no branch of it.
func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// rangeTest turns a filter on numbers, times or durations into ranges. A date
// stands for its whole day, a month for the whole month, and so on.
func rangeTest(col *table.Column, f Filter) (byRange, error) {
	t := byRange{nums: col.Nums, negate: f.Op == Ne}
	for _, v := range f.Values {
		if v == "" {
			t.blank = t.blank || f.Op == Eq || f.Op == Ne
			continue
		}
		s, err := readSpan(col, v)
		if err != nil {
			return t, err
		}
		switch f.Op {
		case Ge:
			s.hi = math.Inf(1)
		case Gt:
			s = span{s.hi, math.Inf(1)}
		case Le:
			s.lo = math.Inf(-1)
		case Lt:
			s = span{math.Inf(-1), s.lo}
		}
		t.in = append(t.in, s)
	}
	return t, nil
}

// readSpan reads a value of a filter in the way of its column.
func readSpan(col *table.Column, s string) (span, error) {
	switch col.Type {
	case table.Time:
		if r, ok := timeSpan(s); ok {
			return r, nil
		}
		p, err := ParsePeriod(s, math.NaN())
		if fault.Is(err, "pivot.period.nodate") {
			_, newest := Span(col)
			p, err = ParsePeriod(s, newest)
		}
		if err != nil {
			return span{}, fault.New("pivot.filter.time", s, col.Name)
		}
		if p.All() {
			return span{math.Inf(-1), math.Inf(1)}, nil
		}
		return span{p.From, p.To}, nil
	case table.Clock, table.Duration:
		if v, ok := clockSeconds(s); ok {
			return just(v), nil
		}
	}
	if v, err := strconv.ParseFloat(strings.TrimSpace(s), 64); err == nil && v == v {
		return just(v), nil
	}
	return span{}, fault.New("pivot.filter.number", s, col.Name)
}

// just is the span of one number.
func just(v float64) span { return span{v, math.Nextafter(v, math.Inf(1))} }

// timeSpan reads a date with a time of day, to the minute, the second or the
// microsecond; it spans what its last digit leaves open.
func timeSpan(s string) (span, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), "/", "-")
	s = strings.Replace(s, "T", " ", 1)
	date, clock, ok := strings.Cut(s, " ")
	if !ok {
		return span{}, false
	}
	t, err := time.Parse("2006-1-2", date)
	sec, ok := clockSeconds(clock)
	if err != nil || !ok || sec >= day {
		return span{}, false
	}
	from := float64(t.Unix()) + sec
	switch {
	case strings.Contains(clock, "."):
		return span{from - 5e-7, from + 5e-7}, true
	case strings.Count(clock, ":") == 2:
		return span{from, from + 1}, true
	}
	return span{from, from + minute}, true
}

// clockSeconds reads h:mm, h:mm:ss or h:mm:ss.ffffff.
func clockSeconds(s string) (float64, bool) {
	parts := strings.Split(strings.TrimSpace(s), ":")
	if len(parts) < 2 || len(parts) > 3 {
		return 0, false
	}
	total := 0.0
	for i, p := range parts {
		v, err := strconv.ParseFloat(p, 64)
		if err != nil || v < 0 || i > 0 && v >= 60 || p[0] == '+' {
			return 0, false
		}
		total = total*60 + v
	}
	if len(parts) == 2 {
		total *= 60
	}
	return total, true
}
