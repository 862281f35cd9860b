package ingest

import (
	"strconv"
	"strings"
)

// timeUnit is a unit of elapsed time with the words that it goes by, longest first.
type timeUnit struct {
	seconds float64
	words   []string
}

var timeUnits = []timeUnit{
	{86400, []string{"days", "day", "天", "日", "d"}},
	{3600, []string{"hours", "hour", "小时", "小時", "个小时", "hrs", "hr", "时", "時", "h"}},
	{60, []string{"minutes", "minute", "分钟", "分鐘", "mins", "min", "分", "m", "'", "′"}},
	{1, []string{"seconds", "second", "秒钟", "秒鐘", "secs", "sec", "秒", "s", "\"", "″", "''"}},
	{0.001, []string{"毫秒", "ms"}},
}

// readDuration reads a span of time with its units written out: 3分21秒, 201秒,
// 2h 3m, 1.5小时, 1天2小时, 3'21". Units must fall in size.
func readDuration(s string) (float64, bool) {
	s = strings.ToLower(trim(narrow(s)))
	if s == "" || len(s) > 60 || !isDigit(s[0]) {
		return 0, false
	}
	total, last := 0.0, 1e9
	for s != "" {
		n := 0
		for n < len(s) && (isDigit(s[n]) || s[n] == '.') {
			n++
		}
		if n == 0 {
			return 0, false
		}
		v, err := strconv.ParseFloat(s[:n], 64)
		if err != nil {
			return 0, false
		}
		s = strings.TrimLeft(s[n:], " ")
		unit, l := spanWord(s)
		if l == 0 || unit >= last {
			return 0, false
		}
		total += v * unit
		last = unit
		s = strings.TrimLeft(s[l:], " ,零又")
		if r, ok := strings.CutPrefix(s, "and "); ok {
			s = r
		}
		if s != "" && last == 86400 && strings.Contains(s, ":") { // 1天 02:03:04
			c, ok := readClock(s)
			return total + c.sec, ok && c.colons > 0
		}
	}
	return total, true
}

// spanWord reads a unit at the start of s: its seconds and its length.
func spanWord(s string) (seconds float64, length int) {
	for _, u := range timeUnits {
		for _, w := range u.words {
			if len(w) <= length || !strings.HasPrefix(s, w) {
				continue
			}
			if isLetter(w[len(w)-1]) && len(s) > len(w) && isLetter(s[len(w)]) {
				continue
			}
			seconds, length = u.seconds, len(w)
		}
	}
	return seconds, length
}

// bareDays reports whether a word such as 3天 or 5日 is all there is: it may
// as well be a day of the month.
func bareDays(s string) bool { return strings.HasSuffix(s, "日") }
