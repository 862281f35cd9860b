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

// shortDuration is a duration on a chart: the same words as in a table, so that
// nobody has to turn 72 seconds into 1分12秒.
func shortDuration(s float64, l lang.Lang) string {
	if s == 0 {
		return "0"
	}
	return duration(s, l)
}

// durationScale writes the ticks of an axis as durations; below ten seconds with
// the decimals that their distance needs.
func (f Format) durationScale(greatest, tick float64, l lang.Lang) func(float64) string {
	d := decimalsOf(tick)
	return func(v float64) string {
		switch a := math.Abs(v); {
		case v == 0:
			return "0"
		case greatest < 10:
			return f.signed(v, l.T("display.duration.s", fixed(a, d, true)), "", "")
		default:
			return f.signed(v, duration(a, l), "", "")
		}
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
