package ingest

import (
	"strconv"
	"strings"
)

// clock is a text with colons or Chinese time words, which may be a time of
// day or, under a suitable header, a span of time.
type clock struct {
	sec    float64 // hours:minutes[:seconds] as seconds
	short  float64 // of two parts: read as minutes:seconds
	colons int     // 1 or 2; 0 where worded
	first  int     // the first number
	half   bool    // 上午, PM … : can only be a time of day
	worded bool    // 9点3分
}

// half is a word for part of the day: hours from .. 11 are after noon, and
// with midnight 12 is 0.
type half struct {
	word     string
	from     int
	midnight bool
}

var halves = []half{
	{"上午", 12, true}, {"早上", 12, true}, {"早晨", 12, true}, {"清晨", 12, true}, {"凌晨", 12, true}, {"中午", 1, false},
	{"下午", 1, false}, {"傍晚", 1, false}, {"晚上", 5, true}, {"夜里", 5, true}, {"夜间", 5, true},
	{"am", 12, true}, {"pm", 1, false}, {"a.m.", 12, true}, {"p.m.", 1, false},
}

// cutHalf takes a word for part of the day from the front of s.
func cutHalf(s string) (rest string, h half, ok bool) {
	for _, h := range halves {
		if len(s) >= len(h.word) && strings.EqualFold(s[:len(h.word)], h.word) {
			return trim(s[len(h.word):]), h, true
		}
	}
	return s, half{}, false
}

// hour puts an hour of the clock face into the day.
func (h half) hour(hour int) int {
	switch {
	case hour == 12 && h.midnight:
		return 0
	case hour >= h.from && hour < 12 && !(h.word == "中午" && hour >= 10):
		return hour + 12
	}
	return hour
}

// readClock reads 9:03, 09:03:22.5, 上午9:03, 9:03 PM, 9点3分, 21时5分7秒 with
// a zone behind it or not.
func readClock(s string) (c clock, ok bool) {
	s, part, halved := cutHalf(trim(narrow(s)))
	if s == "" || !isDigit(s[0]) {
		return c, false
	}
	h, n := digits(s, 0, 5)
	if n == 0 || n > 4 {
		return c, false
	}
	c.first = h
	rest := s[n:]
	if strings.HasPrefix(rest, ":") {
		rest, ok = c.colonParts(h, rest)
	} else {
		rest, ok = c.wordParts(h, rest)
	}
	if !ok {
		return c, false
	}
	if rest = trim(rest); !halved {
		rest, part, halved = cutHalf(rest)
	}
	if halved {
		if h > 24 {
			return c, false
		}
		c.half = true
		c.sec += float64(part.hour(h)-h) * 3600
	}
	return c, zone(rest)
}

// colonParts reads :mm[:ss[.fff]] behind the hours h.
func (c *clock) colonParts(h int, s string) (rest string, ok bool) {
	m, n := digits(s, 1, 3)
	if n == 0 || n > 2 || m > 59 {
		return "", false
	}
	s = s[1+n:]
	c.colons, c.sec, c.short = 1, float64(h*3600+m*60), float64(h*60+m)
	if !strings.HasPrefix(s, ":") {
		if strings.HasPrefix(s, ".") { // 03:21.5 is minutes and seconds
			f, l, ok := fraction(s)
			c.short += f
			return s[l:], ok
		}
		return s, true
	}
	sec, n := digits(s, 1, 3)
	if n == 0 || n > 2 || sec > 60 {
		return "", false
	}
	s = s[1+n:]
	c.colons = 2
	c.sec += float64(sec)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, ",") {
		f, l, ok := fraction(s)
		c.sec += f
		s = s[l:]
		if !ok {
			return "", false
		}
	}
	return s, true
}

// fraction reads .123 at the start of s.
func fraction(s string) (f float64, length int, ok bool) {
	n := 1
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 1 || n > 12 {
		return 0, n, false
	}
	f, err := strconv.ParseFloat("0."+s[1:n], 64)
	return f, n, err == nil
}

// wordParts reads 点mm分ss秒 and 时mm分ss秒 behind the hours h.
func (c *clock) wordParts(h int, s string) (rest string, ok bool) {
	hour := ""
	for _, w := range []string{"点", "點", "时", "時"} {
		if strings.HasPrefix(s, w) {
			hour = w
		}
	}
	if hour == "" || h > 24 {
		return "", false
	}
	s = strings.TrimPrefix(s[len(hour):], "钟")
	c.worded, c.sec = true, float64(h*3600)
	if r, ok := strings.CutPrefix(s, "半"); ok {
		c.sec += 1800
		return r, true
	}
	m, n := digits(s, 0, 2)
	if n == 0 {
		return s, true
	}
	if m > 59 {
		return "", false
	}
	c.sec += float64(m * 60)
	s = strings.TrimPrefix(s[n:], "分")
	sec, n := digits(s, 0, 2)
	if n == 0 {
		return s, true
	}
	if sec > 59 || !strings.HasPrefix(s[n:], "秒") {
		return "", false
	}
	c.sec += float64(sec)
	return s[n+len("秒"):], true
}

// zone reports whether s is nothing or the name of a time zone, which is read
// over: the wall time of the shop is what the sheet says.
func zone(s string) bool {
	switch strings.ToUpper(s) {
	case "", "Z", "UTC", "GMT", "CST", "BEIJING", "(北京时间)", "北京时间", "EST", "EDT", "PST", "PDT":
		return true
	}
	s = strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(s), "UTC"), "GMT")
	if s == "" || s[0] != '+' && s[0] != '-' {
		return false
	}
	_, n := digits(s, 1, 4)
	s = s[1+n:]
	if n == 0 {
		return false
	}
	if strings.HasPrefix(s, ":") {
		_, m := digits(s, 1, 2)
		return m == 2 && len(s) == 3
	}
	return s == "" || s == " (北京时间)"
}
