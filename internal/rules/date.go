package rules

import (
	"math"
	"time"

	"tallyboard/internal/fault"
)

// Date is a day: days since 1970-01-01. Zero stands for "from the beginning".
// Its text is 2026-11-03.
type Date int32

// Month is a month of a year, counted from year 0. Its text is 2026-11.
type Month int32

const dayLayout, monthLayout = "2006-01-02", "2006-01"

// DateOf is the day of a time in seconds since 1970, as tables hold it.
func DateOf(seconds float64) Date { return Date(math.Floor(seconds / 86400)) }

// Seconds is where the day begins.
func (d Date) Seconds() float64 { return float64(d) * 86400 }

// Weekday counts from Monday, 0, to Sunday, 6.
func (d Date) Weekday() int { return int(((d+3)%7 + 7) % 7) }

// Month is the month that the day lies in.
func (d Date) Month() Month {
	t := d.time()
	return Month(t.Year()*12 + int(t.Month()) - 1)
}

func (d Date) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String is the text of a day; "" for zero.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.time().Format(dayLayout)
}

// ParseDate reads 2026-11-03, 2026/11/3 or 2026.11.3.
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{dayLayout, "2006-1-2", "2006/1/2", "2006.1.2", "2006年1月2日"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1970 {
			return Date(t.Unix() / 86400), nil
		}
	}
	return 0, fault.New("rules.date", s)
}

// MarshalText implements encoding.TextMarshaler.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = 0
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

// First is the first day of the month, Last the last.
func (m Month) First() Date {
	return Date(time.Date(int(m)/12, time.Month(int(m)%12+1), 1, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Last is the last day of the month.
func (m Month) Last() Date { return (m + 1).First() - 1 }

// Days is how many days the month has.
func (m Month) Days() int { return int((m + 1).First() - m.First()) }

// String is the text of a month.
func (m Month) String() string { return m.First().time().Format(monthLayout) }

// ParseMonth reads 2026-11, 2026/11 or 2026年11月.
func ParseMonth(s string) (Month, error) {
	for _, layout := range []string{monthLayout, "2006-1", "2006/1", "2006.1", "2006年1月"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1970 {
			return Month(t.Year()*12 + int(t.Month()) - 1), nil
		}
	}
	return 0, fault.New("rules.month", s)
}

// MarshalText implements encoding.TextMarshaler.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (m *Month) UnmarshalText(b []byte) (err error) {
	*m, err = ParseMonth(string(b))
	return err
}
