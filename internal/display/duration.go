package display

import (
	"math"
	"strconv"

	"tallyboard/internal/lang"
)

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour
)

// duration writes seconds in their two largest units: 2.4秒, 45秒, 3分21秒,
// 1小时5分, 2天3小时.
func duration(s float64, l lang.Lang) string {
	if s >= 1e12 {
		return None
	}
	if s < 10 && round(s, 0) != s {
		return l.T("display.duration.s", trimmed(s, 1))
	}
	n := int64(round(s, 0))
	switch {
	case n < minute:
		return l.T("display.duration.s", strconv.FormatInt(n, 10))
	case n < hour:
		return pair(n, minute, 1, "display.duration.m", "display.duration.ms", l)
	}
	n = int64(round(s/minute, 0)) * minute
	if n < day {
		return pair(n, hour, minute, "display.duration.h", "display.duration.hm", l)
	}
	n = int64(round(s/hour, 0)) * hour
	return pair(n, day, hour, "display.duration.d", "display.duration.dh", l)
}

func pair(n, big, small int64, one, both string, l lang.Lang) string {
	a, b := n/big, n%big/small
	if b == 0 {
		return l.T(one, strconv.FormatInt(a, 10))
	}
	return l.T(both, a, b)
}

// unitOf is the unit in which durations up to s are shown on a chart.
func unitOf(s float64) (size float64, key string) {
	switch {
	case s <= 2*minute:
		return 1, "display.duration.s"
	case s <= 2*hour:
		return minute, "display.duration.m"
	case s <= 2*day:
		return hour, "display.duration.h"
	}
	return day, "display.duration.d"
}

func shortDuration(s float64, l lang.Lang) string {
	if s == 0 {
		return "0"
	}
	size, key := unitOf(round(s, 0))
	x := s / size
	d := 1
	if x >= 100 || size == 1 && x >= 10 {
		d = 0
	}
	return l.T(key, trimmed(x, d))
}

func (f Format) durationScale(greatest, tick float64, l lang.Lang) func(float64) string {
	size, key := unitOf(greatest)
	d := decimalsOf(tick / size)
	if d > 1 { // 3分55秒 reads better than 3.9167分
		return func(v float64) string { return f.Bare(v, l) }
	}
	return func(v float64) string {
		if v == 0 {
			return "0"
		}
		return f.signed(v, l.T(key, fixed(math.Abs(v)/size, d, true)), "", "")
	}
}

// pasteDuration is h:mm:ss, which spreadsheets read as a time span.
func pasteDuration(v float64) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	n := int64(round(v, 0))
	return sign + strconv.FormatInt(n/hour, 10) + ":" + two(n%hour/minute) + ":" + two(n%minute)
}

func two(n int64) string {
	return string([]byte{byte('0' + n/10), byte('0' + n%10)})
}
