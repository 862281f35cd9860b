package ingest

import "strings"

// Order is the order of day, month and year in dates such as 3/5/21.
type Order string

const (
	AnyOrder Order = ""    // decided by the column
	YMD      Order = "ymd" // 21/3/5
	MDY      Order = "mdy" // 3/5/21
	DMY      Order = "dmy" // 5/3/21
)

// date is a text read as a date, as far as it can be read by itself.
type date struct {
	a, b, c  int  // the three numbers in the order of the text
	shape    byte // 'y' year first, 'x' year last, '?' all of two digits
	hasClock bool
	sec      float64 // seconds since midnight
}

// readDate reads a date with or without a time of day: 2021/3/5 9:03,
// 2021-03-05T09:03:22.000Z, 2021年3月5日 上午9:03, 3/5/21, 5 Mar 2021,
// 20210305, 20210305090322. A zone is read over: times stay as written.
func readDate(s string) (date, bool) {
	if len(s) < 6 || len(s) > 60 {
		return date{}, false
	}
	if d, ok := isoDate(s); ok {
		return d, true
	}
	s = trim(narrow(s))
	if len(s) == 0 {
		return date{}, false
	}
	if d, ok := compactDate(s); ok {
		return d, true
	}
	d, rest, ok := dateFront(s)
	if !ok {
		return date{}, false
	}
	if rest = clockFront(rest); rest == "" {
		return d, true
	}
	c, ok := readClock(rest)
	if !ok || c.sec >= 86400 || c.colons == 0 && !c.worded {
		return date{}, false
	}
	d.hasClock, d.sec = true, c.sec
	return d, true
}

// isoDate is the quick way for 2021-03-05 and 2021-03-05 09:03:22.
func isoDate(s string) (d date, ok bool) {
	if len(s) < 8 || !isDigit(s[0]) {
		return d, false
	}
	y, n := digits(s, 0, 5)
	if n != 4 {
		return d, false
	}
	sep := s[4]
	if sep != '-' && sep != '/' && sep != '.' {
		return d, false
	}
	m, n1 := digits(s, 5, 3)
	i := 5 + n1
	if n1 == 0 || n1 > 2 || i >= len(s) || s[i] != sep {
		return d, false
	}
	day, n2 := digits(s, i+1, 3)
	i += 1 + n2
	if n2 == 0 || n2 > 2 {
		return d, false
	}
	d = date{a: y, b: m, c: day, shape: 'y'}
	if i == len(s) {
		return d, true
	}
	if s[i] != ' ' && s[i] != 'T' {
		return d, false
	}
	h, n := digits(s, i+1, 3)
	i += 1 + n
	if n == 0 || n > 2 || h > 23 || i >= len(s) || s[i] != ':' {
		return d, false
	}
	mi, n := digits(s, i+1, 3)
	i += 1 + n
	if n != 2 || mi > 59 {
		return d, false
	}
	d.hasClock, d.sec = true, float64(h*3600+mi*60)
	if i == len(s) {
		return d, true
	}
	if s[i] != ':' {
		return d, false
	}
	sec, n := digits(s, i+1, 3)
	i += 1 + n
	if n != 2 || sec > 59 || i != len(s) {
		return d, false
	}
	d.sec += float64(sec)
	return d, true
}

// compactDate reads 20210305, 202103050903 and 20210305090322.
func compactDate(s string) (d date, ok bool) {
	if !allDigits(s) || len(s) != 8 && len(s) != 12 && len(s) != 14 {
		return d, false
	}
	num := func(i, n int) int { v, _ := digits(s, i, n); return v }
	d = date{a: num(0, 4), b: num(4, 2), c: num(6, 2), shape: 'y'}
	if d.a < 1900 || d.a > 2199 || !validDay(d.a, d.b, d.c) {
		return d, false
	}
	if len(s) == 8 {
		return d, true
	}
	h, m, sec := num(8, 2), num(10, 2), 0
	if len(s) == 14 {
		sec = num(12, 2)
	}
	if h > 23 || m > 59 || sec > 59 {
		return d, false
	}
	d.hasClock, d.sec = true, float64(h*3600+m*60+sec)
	return d, true
}

// dateFront reads the date at the start of s and gives what follows it.
func dateFront(s string) (d date, rest string, ok bool) {
	s = skipWeekday(s)
	var v, n [3]int
	named := -1 // which of the three is a month in letters
	i := 0
	for k := 0; k < 3; k++ {
		if m, l := monthName(s[i:]); l > 0 && named < 0 {
			v[k], n[k], named = m, 2, k
			i += l
		} else {
			v[k], n[k] = digits(s, i, 5)
			if n[k] == 0 || n[k] == 3 || n[k] > 4 {
				return d, "", false
			}
			i += n[k]
		}
		l, ok := dateMark(s[i:], k)
		if !ok {
			return d, "", false
		}
		i += l
	}
	d = date{a: v[0], b: v[1], c: v[2]}
	switch {
	case n[0] == 4 && n[1] <= 2 && n[2] <= 2:
		d.shape = 'y'
	case n[2] == 4 && n[0] <= 2 && n[1] <= 2:
		d.shape = 'x'
	case n[0] <= 2 && n[1] <= 2 && n[2] <= 2:
		d.shape = '?'
	default:
		return d, "", false
	}
	if named >= 0 {
		d, ok = d.named(named)
		return d, s[i:], ok
	}
	if strings.ContainsRune(s[:i], '年') {
		d.shape = 'y'
		if d.a < 100 {
			d.a += 2000
		}
	}
	return d, s[i:], true
}

// named orders a date whose month stands in letters at place k.
func (d date) named(k int) (date, bool) {
	switch {
	case k == 1 && d.shape == 'y':
		return d, true
	case k == 0:
		d.a, d.b, d.c = d.c, d.a, d.b
	case k == 1:
		d.a, d.c = d.c, d.a
	default:
		return d, false
	}
	if d.a < 100 {
		d.a = fullYear(d.a)
	}
	d.shape = 'y'
	return d, true
}

// dateMark gives the length of what may follow the k-th number of a date.
func dateMark(s string, k int) (int, bool) {
	marks := [3][]string{{"年", "-", "/", ".", ", ", " ", ","}, {"月", "-", "/", ".", ", ", " ", ","}, {"日", "号", "號"}}[k]
	blanks := len(s) - len(strings.TrimLeft(s, " "))
	for _, m := range marks {
		if strings.HasPrefix(s, m) || m[0] >= 0x80 && strings.HasPrefix(s[blanks:], m) {
			l := len(m)
			if m[0] >= 0x80 {
				l += blanks
			}
			for k < 2 && l < len(s) && s[l] == ' ' {
				l++
			}
			return l, true
		}
	}
	return 0, k == 2
}

// clockFront drops what may stand between a date and a time of day.
func clockFront(s string) string {
	s = trim(s)
	if s != "" && (s[0] == 'T' || s[0] == 't' || s[0] == ',') && len(s) > 1 {
		s = trim(s[1:])
	}
	return trim(skipWeekday(s))
}

var weekdays = []string{"星期", "周", "週", "礼拜", "禮拜"}

// skipWeekday drops a weekday at the start of s, with brackets around it.
func skipWeekday(s string) string {
	t := strings.TrimPrefix(s, "(")
	for _, w := range weekdays {
		if r, ok := strings.CutPrefix(t, w); ok && r != "" {
			first, rest, _ := cutRune(r)
			if strings.Contains("一二三四五六日天末", first) {
				return trim(strings.TrimLeft(rest, "), "))
			}
		}
	}
	for _, w := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"} {
		if len(t) > len(w) && strings.EqualFold(t[:len(w)], w) && !isLetter(t[len(w)]) {
			return trim(strings.TrimLeft(t[len(w):], "),. "))
		}
	}
	return s
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
var longMonths = []string{"uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"}

// monthName reads an English month at the start of s; length 0 where there is none.
func monthName(s string) (month, length int) {
	if len(s) < 3 || !isLetter(s[0]) {
		return 0, 0
	}
	for i, m := range months {
		if !strings.EqualFold(s[:3], m) {
			continue
		}
		n := 3
		if l := n + len(longMonths[i]); l <= len(s) && strings.EqualFold(s[n:l], longMonths[i]) {
			n = l
		} else if i == 8 && len(s) > 3 && s[3]|0x20 == 't' {
			n = 4
		}
		if n < len(s) && isLetter(s[n]) {
			return 0, 0
		}
		return i + 1, n
	}
	return 0, 0
}

// ymd gives year, month and day under the given order of the column; ok is
// false where they are no day of the calendar.
func (d date) ymd(o Order) (y, m, day int, ok bool) {
	switch {
	case d.shape == 'y', d.shape == '?' && o == YMD:
		y, m, day = d.a, d.b, d.c
	case o == DMY:
		y, m, day = d.c, d.b, d.a
	case o == MDY:
		y, m, day = d.c, d.a, d.b
	default:
		return 0, 0, 0, false
	}
	if d.shape == '?' {
		y = fullYear(y)
	}
	return y, m, day, y >= 1900 && y <= 2199 && validDay(y, m, day)
}

// fullYear takes two-digit years below 70 for this century, as Excel and the
// C library do.
func fullYear(y int) int {
	if y < 70 {
		return y + 2000
	}
	return y + 1900
}

// seconds gives the moment in seconds since 1970.
func (d date) seconds(o Order) (float64, bool) {
	y, m, day, ok := d.ymd(o)
	if !ok {
		return 0, false
	}
	return float64(daysSince1970(y, m, day))*86400 + d.sec, true
}

func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	switch m {
	case 4, 6, 9, 11:
		return d <= 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return d <= 29
		}
		return d <= 28
	}
	return true
}

// daysSince1970 counts days in the Gregorian calendar (Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms": days_from_civil).
func daysSince1970(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := y / 400
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}
