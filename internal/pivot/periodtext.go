package pivot

import (
	"regexp"
	"strconv"
	"strings"

	"tallyboard/internal/fault"
)

// Presets lists the periods that have names, in the order in which they are
// offered. They count from the newest date in the logs, not from today.
var Presets = []string{"all", "today", "yesterday", "this-week", "last-week", "last-7-days",
	"this-month", "last-month", "last-30-days", "this-quarter", "last-quarter", "this-year", "last-year"}

// ParsePeriod reads a period: one of Presets, last-N-days, 2021, 2021-Q1,
// 2021-01, 2021-W04, 2021-01-04 or A..B of such. newest is the newest time in
// the logs, from which "this" and "last" count; NaN where there is none.
// Errors are the faults "pivot.period" and "pivot.period.nodate".
func ParsePeriod(s string, newest float64) (Period, error) {
	text := strings.ToLower(strings.TrimSpace(s))
	if text == "all" || text == "" {
		return Period{ID: "all"}, nil
	}
	if a, b, ok := strings.Cut(text, ".."); ok {
		from, ok1 := fixedPeriod(strings.TrimSpace(a))
		to, ok2 := fixedPeriod(strings.TrimSpace(b))
		if !ok1 || !ok2 || to.To <= from.From {
			return Period{}, fault.New("pivot.period", s)
		}
		return days(from.From, to.To), nil
	}
	if p, ok := fixedPeriod(text); ok {
		return p, nil
	}
	shape, ok := relativePeriod(text)
	if !ok {
		return Period{}, fault.New("pivot.period", s)
	}
	if newest != newest {
		return Period{}, fault.New("pivot.period.nodate", s)
	}
	if shape.days > 0 {
		end := startOf(Day, newest) + day
		return days(end-float64(shape.days)*day, end), nil
	}
	return unitPeriod(shape.unit, shift(shape.unit, startOf(shape.unit, newest), shape.back)), nil
}

// relative is a period that counts from the newest date.
type relative struct {
	unit Func
	back int // periods to go: 0 this one, −1 the last
	days int // instead: this many days up to the newest
}

// maxDays is the longest last-N-days, a hundred years.
const maxDays = 36525

func relativePeriod(s string) (relative, bool) {
	switch s {
	case "today":
		return relative{unit: Day}, true
	case "yesterday":
		return relative{unit: Day, back: -1}, true
	}
	which, unit, ok := strings.Cut(s, "-")
	back := 0
	if which == "last" {
		back = -1
	}
	if !ok || which != "this" && which != "last" {
		return relative{}, false
	}
	switch unit {
	case "week":
		return relative{unit: ISOWeek, back: back}, true
	case "month", "quarter", "year":
		return relative{unit: Func(unit), back: back}, true
	}
	if num, ok := strings.CutSuffix(unit, "-days"); ok && which == "last" {
		n, err := strconv.Atoi(num)
		return relative{days: n}, err == nil && n > 0 && n <= maxDays
	}
	return relative{}, false
}

var fixed = regexp.MustCompile(`^(\d{4})(?:-(?:q([1-4])|w(\d\d)|(\d{1,2})(?:-(\d{1,2}))?))?$`)

// fixedPeriod reads a period that is written as a date, with - or / between.
func fixedPeriod(s string) (Period, bool) {
	m := fixed.FindStringSubmatch(strings.ReplaceAll(strings.ToLower(s), "/", "-"))
	if m == nil {
		return Period{}, false
	}
	n := func(i int) int { v, _ := strconv.Atoi(m[i]); return v }
	y := n(1)
	switch {
	case m[2] != "":
		return unitPeriod(Quarter, date(y, 3*n(2)-2, 1)), true
	case m[3] != "":
		// 4 January is always in the first ISO week.
		from := startOf(Week, date(y, 1, 4)) + float64(n(3)-1)*week
		wy, w := civil(from).ISOWeek()
		return unitPeriod(ISOWeek, from), wy == y && w == n(3)
	case m[5] != "":
		p := unitPeriod(Day, date(y, n(4), n(5)))
		t := civil(p.From)
		return p, int(t.Month()) == n(4) && t.Day() == n(5)
	case m[4] != "":
		return unitPeriod(Month, date(y, n(4), 1)), n(4) >= 1 && n(4) <= 12
	}
	return unitPeriod(Year, date(y, 1, 1)), true
}
