package ingest

import (
	"math"
	"strings"

	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// tryMonths takes columns of months, 2021年3月 or 2021-03: each stands for its
// first day. Where the header speaks of no time, all values must be months: 2021/3
// may as well be a number of something.
func tryMonths(x *cells, h hint, _ columnOptions) (verdict, bool) {
	maybe := h.month && x.numbers > 0
	for _, w := range x.words[:min(len(x.words), 20)] {
		_, ok := readMonth(w, h)
		maybe = maybe || ok
	}
	if !maybe {
		return verdict{}, false
	}
	v := monthVerdict(x, h)
	least := 1.0
	if h.date || h.month {
		least = enough
	}
	return v, v.understood >= least
}

func monthVerdict(x *cells, h hint) verdict {
	v := verdict{typ: table.Time, why: logkind.Reason{Key: "type.months"}}
	var good int
	v.reading, good = readWords(x, true, func(w string, _ int) float64 {
		if sec, ok := readMonth(w, h); ok {
			return sec
		}
		return nan
	})
	v.num = func(n float64, f sheet.Form) float64 {
		if f != sheet.FormGeneral || !h.month || n != math.Trunc(n) || n < 0 || n > 999999 {
			return nan
		}
		return monthStart(int(n)/100, int(n)%100)
	}
	x.eachNumber(func(n float64, f sheet.Form) bool {
		if s := v.num(n, f); s == s {
			good++
		}
		return true
	})
	v.understood = x.share(good)
	return v
}

// monthStart is the first moment of a month; NaN where it is none of our times.
func monthStart(y, m int) float64 {
	if y < 1990 || y > 2100 || m < 1 || m > 12 {
		return nan
	}
	return float64(daysSince1970(y, m, 1)) * 86400
}

// readMonth reads 2021年3月, 2021-03, 2021/3 and Mar 2021; 202103 only under a
// header of months.
func readMonth(s string, h hint) (sec float64, ok bool) {
	if len(s) < 6 || len(s) > 24 {
		return nan, false
	}
	s = trim(narrow(s))
	if m, n := monthName(s); n > 0 {
		rest := strings.TrimLeft(s[n:], " -,./")
		y, n := digits(rest, 0, 5)
		sec = monthStart(y, m)
		return sec, n == 4 && n == len(rest) && sec == sec
	}
	y, n := digits(s, 0, 7)
	switch n {
	case 6:
		sec = monthStart(y/100, y%100)
		return sec, h.month && len(s) == 6 && sec == sec
	case 4:
	default:
		return nan, false
	}
	rest := trim(s[4:])
	worded := false
	if r, ok := strings.CutPrefix(rest, "年"); ok {
		rest, worded = trim(r), true
	} else if rest != "" && (rest[0] == '-' || rest[0] == '/') {
		rest = rest[1:]
	} else {
		return nan, false
	}
	m, n := digits(rest, 0, 3)
	if n == 0 || n > 2 {
		return nan, false
	}
	switch end := trim(rest[n:]); {
	case end == "月", end == "月份", end == "" && !worded:
		sec = monthStart(y, m)
		return sec, sec == sec
	}
	return nan, false
}
