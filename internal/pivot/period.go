package pivot

import (
	"math"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Period is a stretch of time, in seconds since 1970 of local wall time,
// half-open: From is in it, To is not. The zero Period is all time.
type Period struct {
	ID       string // canonical text: "2021-W04", "2021-01", "2021-01-04..2021-01-10"; "all"
	From, To float64
	Unit     Func // Day, ISOWeek, Month, Quarter or Year; Plain for any other stretch
}

// All reports whether p leaves nothing out.
func (p Period) All() bool { return p.From == p.To }

// Contains reports whether a time is in p.
func (p Period) Contains(sec float64) bool { return p.All() || sec >= p.From && sec < p.To }

// unitPeriod is the period of a unit around sec.
func unitPeriod(f Func, sec float64) Period {
	from := startOf(f, sec)
	return Period{periodText(f, from), from, shift(f, from, 1), f}
}

// PeriodAt is the period of a periodic function around a time: of the start of a
// week the whole week. Weeks that start on Sunday are seven days.
func PeriodAt(f Func, sec float64) Period {
	switch f {
	case Week:
		f = ISOWeek
	case WeekSun:
		from := startOf(WeekSun, sec)
		return days(from, from+week)
	}
	return unitPeriod(f, sec)
}

// days is the stretch of whole days [from, to).
func days(from, to float64) Period {
	if to-from == day {
		return unitPeriod(Day, from)
	}
	return Period{periodText(Day, from) + ".." + periodText(Day, to-day), from, to, Plain}
}

// Previous is the period before, of the same nature: the week before a week,
// the month before a month, the seven days before seven days. All time has none
// and gives itself.
func (p Period) Previous() Period {
	switch {
	case p.All():
		return p
	case p.Unit != Plain:
		return unitPeriod(p.Unit, shift(p.Unit, p.From, -1))
	}
	return days(p.From-(p.To-p.From), p.From)
}

// Next is the period after, of the same nature. All time gives itself.
func (p Period) Next() Period {
	switch {
	case p.All():
		return p
	case p.Unit != Plain:
		return unitPeriod(p.Unit, shift(p.Unit, p.From, 1))
	}
	return days(p.To, p.To+(p.To-p.From))
}

// LastYear is the same period a year before: the same calendar dates, and for a
// week the one 52 weeks before, so that weekdays match.
func (p Period) LastYear() Period {
	switch {
	case p.All():
		return p
	case p.Unit == ISOWeek:
		return unitPeriod(ISOWeek, shift(ISOWeek, p.From, -52))
	case p.Unit == Day:
		return unitPeriod(Day, yearBefore(p.From))
	case p.Unit != Plain:
		return unitPeriod(p.Unit, yearBefore(p.From))
	}
	return days(yearBefore(p.From), yearBefore(p.To-day)+day)
}

// yearBefore is the same date of the year before, 28 for 29 February.
func yearBefore(sec float64) float64 {
	t := civil(sec)
	d := t.Day()
	if t.Month() == 2 && d == 29 {
		d = 28
	}
	return date(t.Year()-1, int(t.Month()), d)
}

// Partial reports whether the data, whose first and last times are given, do
// not reach over the whole period: whole days count.
func (p Period) Partial(first, last float64) bool {
	if p.All() || math.IsNaN(first) || math.IsNaN(last) {
		return false
	}
	return startOf(Day, first) > p.From || startOf(Day, last)+day < p.To
}

// Filters are the filters that keep the rows of a time column in p.
func (p Period) Filters(column string) []Filter {
	if p.All() {
		return nil
	}
	return []Filter{
		{Column: column, Op: Ge, Values: []string{periodText(Day, p.From)}},
		{Column: column, Op: Lt, Values: []string{periodText(Day, p.To)}},
	}
}

// Span gives the first and the last time of a column, NaN where it has none.
func Span(c *table.Column) (first, last float64) {
	first, last = math.NaN(), math.NaN()
	if c == nil || c.Type != table.Time {
		return first, last
	}
	for _, v := range c.Nums {
		if !(v >= first) && v == v {
			first = v
		}
		if !(v <= last) && v == v {
			last = v
		}
	}
	return first, last
}

// LogSpan is Span over the time columns of several logs: the first and last
// time of any of them.
func LogSpan(logs ...*logkind.Log) (first, last float64) {
	first, last = math.NaN(), math.NaN()
	for _, l := range logs {
		a, b := Span(l.Col("time"))
		if a == a && !(first <= a) {
			first = a
		}
		if b == b && !(last >= b) {
			last = b
		}
	}
	return first, last
}
