package display

import (
	"math"
	"strconv"
	"strings"
	"time"

	"tallyboard/internal/lang"
)

// wall reads seconds since 1970 in local wall time.
func wall(v float64) time.Time { return time.Unix(int64(math.Floor(v)), 0).UTC() }

func date(v float64) string {
	t := wall(v)
	y := strconv.Itoa(t.Year())
	for len(y) < 4 {
		y = "0" + y
	}
	return y + "-" + two(int64(t.Month())) + "-" + two(int64(t.Day()))
}

// clock is hours and minutes, and seconds where they are asked for or not zero.
func clock(v float64, seconds bool) string {
	n := int64(math.Floor(v)) % day
	if n < 0 {
		n += day
	}
	s := two(n/hour) + ":" + two(n%hour/minute)
	if seconds || n%minute != 0 {
		s += ":" + two(n%minute)
	}
	return s
}

// Label is the text of one member of a dimension for people. fn is the
// function that made it (hour, weekday, day, week, weeksun, isoweek, month,
// quarter, year, band; "" and others are words), text its canonical text, num
// the number behind it (NaN for words), width that of a band. Days and weeks
// have no year: 10月26日, 10月26日–11月1日.
func Label(fn, text string, num, width float64, l lang.Lang) string {
	return label(fn, text, num, width, l, fn == "month" || fn == "quarter" || fn == "isoweek")
}

// FullLabel is Label with everything said, as for a hover card: year and weekday.
func FullLabel(fn, text string, num, width float64, l lang.Lang) string {
	s := label(fn, text, num, width, l, true)
	if fn == "day" && !math.IsNaN(num) {
		s = l.T("display.day.full", s, weekday(wall(num).Weekday(), l))
	}
	return s
}

// Labels are the labels of a whole axis: months and longer with the year where
// there is more than one, days and weeks where they would repeat without it.
func Labels(fn string, texts []string, nums []float64, width float64, l lang.Lang) []string {
	year := false
	switch fn {
	case "day", "week", "weeksun":
		first, last := math.Inf(1), math.Inf(-1)
		for _, n := range nums {
			if !math.IsNaN(n) {
				first, last = math.Min(first, n), math.Max(last, n)
			}
		}
		year = last-first >= 358*day // the same days may come again
	case "isoweek", "month", "quarter":
		years := map[int]bool{}
		for _, n := range nums {
			if !math.IsNaN(n) {
				years[wall(n).Year()] = true
			}
		}
		year = len(years) > 1
	}
	out := make([]string, len(texts))
	for i := range texts {
		out[i] = label(fn, texts[i], nums[i], width, l, year)
	}
	return out
}

func label(fn, text string, num, width float64, l lang.Lang, year bool) string {
	if math.IsNaN(num) || math.IsInf(num, 0) {
		return text
	}
	switch fn {
	case "hour":
		return l.T("display.hour", int(num))
	case "weekday":
		return weekday(time.Weekday(int(num)%7), l)
	case "day":
		return dayLabel(wall(num), l, year)
	case "week", "weeksun":
		return Span(num, num+6*day, l, year)
	case "isoweek":
		y, w := wall(num).ISOWeek()
		if year {
			return l.T("display.isoweek.year", y, w)
		}
		return l.T("display.isoweek", w)
	case "month":
		t := wall(num)
		if year {
			return l.T("display.month.year", t.Year(), month(t.Month(), l))
		}
		return month(t.Month(), l)
	case "quarter":
		t := wall(num)
		q := l.T("display.quarter." + strconv.Itoa((int(t.Month())+2)/3))
		if year {
			return l.T("display.month.year", t.Year(), q)
		}
		return q
	case "year":
		return l.T("display.year", wall(num).Year())
	case "band":
		return band(num, width)
	}
	return text
}

func weekday(d time.Weekday, l lang.Lang) string {
	return l.T("display.weekday." + strconv.Itoa((int(d)+6)%7+1))
}

func month(m time.Month, l lang.Lang) string {
	return l.T("display.month." + strconv.Itoa(int(m)))
}

func dayLabel(t time.Time, l lang.Lang, year bool) string {
	if year {
		return l.T("display.day.year", t.Year(), month(t.Month(), l), t.Day())
	}
	return l.T("display.day", month(t.Month(), l), t.Day())
}

// Span is a range of days, the last included: 10月26日–11月1日, Oct 26–Nov 1,
// 10月5–11日, Oct 5–11; with the year where asked or where the years differ.
func Span(from, to float64, l lang.Lang, year bool) string {
	a, b := wall(from), wall(to)
	switch {
	case a.Year() != b.Year() && year:
		return l.T("display.span", dayLabel(a, l, true), dayLabel(b, l, true))
	case a.Year() == b.Year() && a.YearDay() == b.YearDay():
		return dayLabel(a, l, year)
	case a.Year() == b.Year() && a.Month() == b.Month() && year:
		return l.T("display.span.month.year", a.Year(), month(a.Month(), l), a.Day(), b.Day())
	case a.Year() == b.Year() && a.Month() == b.Month():
		return l.T("display.span.month", month(a.Month(), l), a.Day(), b.Day())
	case year:
		return l.T("display.span.year", a.Year(), dayLabel(a, l, false), dayLabel(b, l, false))
	}
	return l.T("display.span", dayLabel(a, l, false), dayLabel(b, l, false))
}

// band is the range of a band of numbers from its lower bound on.
func band(low, width float64) string {
	num := func(v float64) string {
		s := fixed(math.Abs(v), AsNeeded, true)
		if v < 0 {
			return "−" + s
		}
		return s
	}
	if width <= 0 {
		return num(low)
	}
	return strings.Join([]string{num(low), num(round2(low + width))}, "–")
}

// round2 drops the last bits that a sum of decimals leaves.
func round2(v float64) float64 { return math.Round(v*1e9) / 1e9 }

// Blank is the label of rows without a value.
func Blank(l lang.Lang) string { return l.T("display.blank") }

// Other is the label of everything that a top N cut off.
func Other(l lang.Lang) string { return l.T("display.other") }
