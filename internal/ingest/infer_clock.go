package ingest

import (
	"cmp"
	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// tryClock takes columns of 9:03:22 and the like, in text or as fractions of a
// day: times of day or spans of time.
func tryClock(x *cells, h hint, _ columnOptions) (verdict, bool) {
	timed := x.formed(sheet.FormTime)
	if timed == 0 && !mayBeClocks(x) {
		return verdict{}, false
	}
	typ := table.Clock
	if isSpan(x, h) {
		typ = table.Duration
	}
	v := clockVerdict(x, h, typ)
	return v, v.understood >= need(h.duration || h.clock)
}

func mayBeClocks(x *cells) bool {
	for i, w := range x.words {
		if i >= 20 {
			break
		}
		if c, ok := readClock(w); ok && (c.colons > 0 || c.worded) {
			return true
		}
	}
	return false
}

// isSpan decides whether hours, minutes and seconds are a span of time: by the
// header, else because no day has that many hours, else because all are short.
func isSpan(x *cells, h hint) bool {
	if h.duration {
		return true
	}
	over, half, all, early := false, false, 0, 0
	note := func(sec float64, n int) {
		all += n
		over = over || sec >= 86400
		if sec < 3600 {
			early += n
		}
	}
	for i, w := range x.words {
		if c, ok := readClock(w); ok && c.colons > 0 {
			note(c.sec, x.count[i+1])
			half = half || c.half
		}
	}
	x.eachNumber(func(n float64, f sheet.Form) bool {
		if f == sheet.FormTime {
			note(serialSpan(n), 1)
		}
		return true
	})
	switch {
	case half:
		return false
	case over:
		return true
	case h.clock:
		return false
	}
	return early*10 >= all*9
}

// clockVerdict reads a column as times of day or spans.
func clockVerdict(x *cells, h hint, t table.Type) verdict {
	v := verdict{typ: t, why: logkind.Reason{Key: "type.clock"}}
	if t == table.Duration {
		v.why.Key = "type.duration"
		v.as = cmp.Or(h.unit, "s")
		v.minutes = h.unit != "h" // 03:21 is minutes and seconds
	}
	var good int
	v.reading, good = readWords(x, true, func(w string, _ int) float64 { return v.clockWord(w, h) })
	v.num = func(n float64, f sheet.Form) float64 {
		switch {
		case f == sheet.FormTime, f == sheet.FormDate && n >= 0 && n < 1:
			s := serialSpan(n)
			if t == table.Clock && s >= 86400 {
				return nan
			}
			return s
		case t == table.Duration && f == sheet.FormGeneral:
			return n * secondsOf(h.unit)
		}
		return nan
	}
	x.eachNumber(func(n float64, f sheet.Form) bool {
		if s := v.num(n, f); s == s {
			good++
		}
		return true
	})
	v.understood = x.share(good)
	return v
}

func (v *verdict) clockWord(w string, h hint) float64 {
	c, ok := readClock(w)
	if v.typ == table.Clock {
		if !ok || c.sec >= 86400 && c.sec != 86400 || c.short != c.sec && c.colons == 1 && c.first > 24 {
			return nan
		}
		return c.sec
	}
	switch {
	case ok && c.colons == 1 && v.minutes:
		return c.short
	case ok && c.colons > 0 && !c.half:
		return c.sec
	}
	if s, ok := readDuration(w); ok {
		return s
	}
	if n, ok := plainNumber(w); ok {
		return n * secondsOf(h.unit)
	}
	return nan
}

// secondsOf is how many seconds a unit has; NaN for one that is no time.
func secondsOf(unit string) float64 {
	switch unit {
	case "ms":
		return 0.001
	case "", "s":
		return 1
	case "min":
		return 60
	case "h":
		return 3600
	case "d":
		return 86400
	}
	return nan
}

// tryDuration takes columns of spans with their units written out.
func tryDuration(x *cells, h hint, _ columnOptions) (verdict, bool) {
	reading, good := readWords(x, false, func(w string, _ int) float64 {
		if s, ok := readDuration(w); ok && (h.duration || !bareDays(w)) {
			return s
		}
		return nan
	})
	if reading == nil || good == 0 {
		return verdict{}, false
	}
	unit := h.unit
	v := clockVerdict(x, hint{duration: true, unit: unit}, table.Duration)
	return v, v.understood >= need(h.duration) && good*2 > x.texts()-fillers(x)
}
