package pivot

import (
	"fmt"
	"math"
	"time"
)

// Times are seconds since 1970-01-01T00:00:00 in local wall time, so a day has
// always 86,400 of them and no time zone comes in.
const (
	minute  = 60
	hour    = 3600
	day     = 86400
	week    = 7 * day
	mondays = 4 * day // 1970-01-05 was a Monday
	sundays = 3 * day
)

// civil is the calendar of a time, for which UTC stands in.
func civil(sec float64) time.Time { return time.Unix(int64(math.Floor(sec)), 0).UTC() }

// date is the first second of a day; month and day may overflow as in time.Date.
func date(y, m, d int) float64 {
	return float64(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix())
}

// startOf is the first second of the period of a periodic function around sec.
func startOf(f Func, sec float64) float64 {
	switch f {
	case Day:
		return math.Floor(sec/day) * day
	case Week, ISOWeek:
		return math.Floor((sec-mondays)/week)*week + mondays
	case WeekSun:
		return math.Floor((sec-sundays)/week)*week + sundays
	}
	t := civil(sec)
	switch f {
	case Month:
		return date(t.Year(), int(t.Month()), 1)
	case Quarter:
		return date(t.Year(), (int(t.Month())-1)/3*3+1, 1)
	case Year:
		return date(t.Year(), 1, 1)
	}
	panic("pivot: startOf " + string(f) + ", which is no period")
}

// shift is the start of the period n periods after the one that starts at sec.
func shift(f Func, sec float64, n int) float64 {
	switch f {
	case Day:
		return sec + float64(n)*day
	case Week, ISOWeek, WeekSun:
		return sec + float64(n)*week
	}
	t := civil(sec)
	switch f {
	case Month:
		return date(t.Year(), int(t.Month())+n, 1)
	case Quarter:
		return date(t.Year(), int(t.Month())+3*n, 1)
	case Year:
		return date(t.Year()+n, 1, 1)
	}
	panic("pivot: shift " + string(f) + ", which is no period")
}

// periodText is the canonical text of the period that starts at sec.
func periodText(f Func, sec float64) string {
	t := civil(sec)
	switch f {
	case ISOWeek:
		y, w := t.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", y, w)
	case Month:
		return t.Format("2006-01")
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", t.Year(), (int(t.Month())-1)/3+1)
	case Year:
		return t.Format("2006")
	}
	return t.Format("2006-01-02")
}
