package ingest

import (
	"strconv"
	"strings"
)

// number is a text read as a number.
type number struct {
	v    float64
	unit string // "%", "¥", "$", "s" …; "" none
}

// readNumber reads a number as people write it: 1,234.50, ¥12, 12元, 3.5%,
// 1.2万, （12）, 12-, +5, １２. A percentage is read as a fraction. Digits that
// must keep their form, such as 007, are not numbers.
func readNumber(s string) (number, bool) {
	if v, ok := plainNumber(s); ok {
		return number{v, ""}, true
	}
	s = trim(narrow(s))
	if s == "" || len(s) > 64 {
		return number{}, false
	}
	neg := false
	if s[0] == '(' && s[len(s)-1] == ')' {
		s, neg = trim(s[1:len(s)-1]), true
	}
	s, unit := currency(s)
	switch {
	case strings.HasPrefix(s, "-"), strings.HasPrefix(s, "−"):
		_, s, _ = cutRune(s)
		s, neg = trim(s), !neg
	case strings.HasPrefix(s, "+"):
		s = trim(s[1:])
	case strings.HasSuffix(s, "-") && len(s) > 1 && isDigit(s[len(s)-2]):
		s, neg = s[:len(s)-1], !neg
	}
	if unit == "" {
		s, unit = currency(s)
	}
	s, scale, more := suffix(s)
	if more != "" {
		unit = more
	}
	v, ok := grouped(s)
	if !ok {
		return number{}, false
	}
	if neg {
		v = -v
	}
	if scale < 1 {
		return number{v / (1 / scale), unit}, true
	}
	return number{v * scale, unit}, true
}

// readPoints is readNumber for 95分, which under other headers is a span of time.
func readPoints(s string) (number, bool) { return readNumber(strings.TrimSuffix(s, "分")) }

// readCommaNumber is readNumber for sheets that write 1.234,50.
func readCommaNumber(s string) (number, bool) {
	return readNumber(swapMarks.Replace(narrow(s)))
}

var swapMarks = strings.NewReplacer(",", ".", ".", ",")

func cutRune(s string) (first, rest string, ok bool) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:], true
		}
	}
	return s, "", s != ""
}

// currency takes a currency sign or word from the front of s.
func currency(s string) (rest, unit string) {
	for _, c := range currencies {
		if rest, ok := strings.CutPrefix(s, c.sign); ok {
			return trim(rest), c.unit
		}
	}
	return s, ""
}

var currencies = []struct{ sign, unit string }{
	{"RMB", "¥"}, {"rmb", "¥"}, {"CNY", "¥"}, {"人民币", "¥"}, {"¥", "¥"}, {"￥", "¥"},
	{"NT$", "NT$"}, {"HK$", "HK$"}, {"US$", "$"}, {"USD", "$"}, {"$", "$"}, {"€", "€"}, {"EUR", "€"}, {"£", "£"}, {"GBP", "£"},
}

// suffix takes multipliers and units from the end of s.
func suffix(s string) (rest string, scale float64, unit string) {
	scale = 1
	for {
		again := false
		for _, e := range endings {
			r, ok := strings.CutSuffix(s, e.word)
			if !ok || r == "" || !e.after(r) {
				continue
			}
			s, again = trim(r), true
			scale *= e.scale
			if e.unit != "" && unit == "" {
				unit = e.unit
			}
			break
		}
		if !again {
			return s, scale, unit
		}
	}
}

type ending struct {
	word  string
	scale float64
	unit  string
}

// after reports whether the ending may follow rest: a letter only after a digit.
func (e ending) after(rest string) bool {
	last := rest[len(rest)-1]
	return e.word[0] >= 0x80 || isDigit(last) || last == ' ' || last == '.'
}

// endings are multipliers and the counting words that follow a number without
// changing it. Spans of time are not among them: 3分 may be points or minutes.
var endings = []ending{
	{"%", 0.01, "%"}, {"‰", 0.001, "%"}, {"万", 1e4, ""}, {"萬", 1e4, ""}, {"亿", 1e8, ""}, {"億", 1e8, ""}, {"千", 1e3, ""},
	{"w", 1e4, ""}, {"W", 1e4, ""}, {"k", 1e3, ""}, {"K", 1e3, ""},
	{"元", 1, "¥"}, {"块", 1, "¥"}, {"圆", 1, "¥"}, {"RMB", 1, "¥"}, {"CNY", 1, "¥"}, {"USD", 1, "$"},
	{"个", 1, ""}, {"件", 1, ""}, {"单", 1, ""}, {"次", 1, ""}, {"人", 1, ""}, {"条", 1, ""}, {"笔", 1, ""}, {"人次", 1, ""}, {"通", 1, ""},
	{"台", 1, ""}, {"名", 1, ""}, {"位", 1, ""},
}

// plainNumber reads digits with an optional sign and point, without leading
// zeros, and powers of ten.
func plainNumber(s string) (float64, bool) {
	if s == "" || len(s) > 40 {
		return 0, false
	}
	i, n := 0, len(s)
	if s[0] == '-' || s[0] == '+' {
		i++
	}
	start := i
	for i < n && isDigit(s[i]) {
		i++
	}
	whole := i - start
	if whole > 1 && s[start] == '0' {
		return 0, false
	}
	frac := 0
	if i < n && s[i] == '.' {
		i++
		f := i
		for i < n && isDigit(s[i]) {
			i++
		}
		frac = i - f
	}
	if whole+frac == 0 {
		return 0, false
	}
	if i < n && (s[i] == 'e' || s[i] == 'E') {
		i++
		if i < n && (s[i] == '-' || s[i] == '+') {
			i++
		}
		_, d := digits(s, i, 4)
		if d == 0 || d > 3 {
			return 0, false
		}
		i += d
	}
	if i != n {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// grouped reads a number whose whole part may be grouped by commas, blanks or
// apostrophes in threes (or, as in Chinese, fours).
func grouped(s string) (float64, bool) {
	if v, ok := plainNumber(s); ok {
		return v, s[0] != '-' && s[0] != '+'
	}
	whole, frac, dot := strings.Cut(s, ".")
	if dot && !allDigits(frac) && frac != "" {
		return 0, false
	}
	var b strings.Builder
	size := 0
	for i, part := range strings.FieldsFunc(whole, groupMark) {
		if !allDigits(part) {
			return 0, false
		}
		switch {
		case i == 0 && len(part) > 4, i == 0 && part[0] == '0':
			return 0, false
		case i == 1:
			size = len(part)
			if size != 3 && size != 4 {
				return 0, false
			}
		case i > 1 && len(part) != size:
			return 0, false
		}
		b.WriteString(part)
	}
	if size == 0 || groupMark(rune(whole[0])) || groupMark(rune(whole[len(whole)-1])) || strings.Contains(whole, ",,") {
		return 0, false
	}
	if frac != "" {
		b.WriteString("." + frac)
	}
	v, err := strconv.ParseFloat(b.String(), 64)
	return v, err == nil
}

func groupMark(r rune) bool {
	return r == ',' || r == ' ' || r == '\u00a0' || r == '\'' || r == '’' || r == '，'
}

// keepsForm reports whether a word is digits that must be kept as they are:
// leading zeros, or more digits than a number holds.
func keepsForm(s string) bool {
	return allDigits(s) && (len(s) > 1 && s[0] == '0' || len(s) >= 16)
}
