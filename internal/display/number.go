package display

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tallyboard/internal/lang"
)

// AsNeeded as Format.Decimals shows as many decimals as the number needs.
const AsNeeded = -1

// Full is the number in full, as in tables, tiles and hover cards: 12,408,
// 3.47, 72.9%, ¥1,902,487.15, 3分21秒, 2026-11-02. It ends with the unit where
// the format has one. NaN and infinities are None.
func (f Format) Full(v float64, l lang.Lang) string {
	s := f.Bare(v, l)
	if f.Unit == "" || s == None || f.Kind > Decimal {
		return s
	}
	return s + gap(f.Unit) + f.Unit
}

// Bare is Full without the unit, for places that show the unit themselves.
func (f Format) Bare(v float64, l lang.Lang) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return None
	}
	if s, ok := f.styled(v); ok {
		return s
	}
	switch f.Kind {
	case Count:
		return f.signed(v, fixed(math.Abs(v), 0, true), "", "")
	case Percent:
		return f.signed(v, fixed(math.Abs(v)*100, f.Decimals, true), "", "%")
	case Money:
		return f.signed(v, fixed(math.Abs(v), f.Decimals, true), f.currency(), "")
	case Duration:
		return f.signed(v, duration(math.Abs(v), l), "", "")
	case Date:
		return date(v)
	case DateTime:
		return date(v) + " " + clock(v, f.Seconds)
	case Clock:
		return clock(v, f.Seconds)
	case Text:
		return f.signed(v, fixed(math.Abs(v), AsNeeded, false), "", "")
	}
	return f.signed(v, fixed(math.Abs(v), f.Decimals, true), "", "")
}

// Paste is the number as spreadsheets read it from the clipboard: no grouping,
// the ASCII minus, fifteen digits; a missing value is "".
func (f Format) Paste(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	switch f.Kind {
	case Percent:
		return strconv.FormatFloat(round(v*100, 10), 'f', -1, 64) + "%"
	case Duration:
		return pasteDuration(v)
	case Date, DateTime, Clock:
		return f.Bare(v, lang.EN)
	}
	return digits15(v)
}

// digits15 writes the fifteen digits that spreadsheets keep: what lies behind
// them are the last bits of a sum.
func digits15(v float64) string {
	s := strconv.FormatFloat(v, 'g', 15, 64)
	if x, err := strconv.ParseFloat(s, 64); err == nil {
		v = x
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// currency is the sign before an amount of money.
func (f Format) currency() string {
	switch f.Unit {
	case "", "元", "CNY", "RMB", "￥":
		return "¥"
	}
	if r, _ := utf8.DecodeRuneInString(f.Unit); unicode.Is(unicode.Sc, r) {
		return f.Unit
	}
	return f.Unit + " "
}

// signed puts the sign of v before a text of its absolute value. What was
// rounded to nothing has no sign.
func (f Format) signed(v float64, abs, before, behind string) string {
	switch {
	case !strings.ContainsAny(abs, "123456789"):
		return before + abs + behind
	case v < 0:
		return "−" + before + abs + behind
	case f.Signed:
		return "+" + before + abs + behind
	}
	return before + abs + behind
}

// fixed writes v ≥ 0 with so many decimals, half rounded up as people and
// spreadsheets do it.
func fixed(v float64, decimals int, group bool) string {
	if v >= 1e15 {
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	var b [40]byte
	var out []byte
	if decimals < 0 {
		out = strconv.AppendFloat(b[:0], round(v, fitting(v)), 'f', -1, 64)
	} else {
		out = strconv.AppendFloat(b[:0], round(v, decimals), 'f', decimals, 64)
	}
	if !group || v < 999 {
		return string(out)
	}
	return grouped(out)
}

// fitting is how many decimals of v stand within fifteen significant digits,
// six at most.
func fitting(v float64) int {
	if v < 1 {
		return 6
	}
	return max(0, min(6, 14-int(math.Log10(v))))
}

// round rounds v ≥ 0 at a decimal place; a number within the last bits of a
// half counts as the half that was meant (2.675 is 2.68).
func round(v float64, decimals int) float64 {
	p := math.Pow10(decimals)
	x := v * p
	if x >= 1<<52 {
		return v
	}
	n := math.Floor(x)
	if x-n >= .5-x*1e-15 {
		n++
	}
	return n / p
}

// grouped puts a comma between each three digits of the whole part.
func grouped(s []byte) string {
	whole := len(s)
	for i, c := range s {
		if c == '.' {
			whole = i
			break
		}
	}
	var b strings.Builder
	b.Grow(len(s) + whole/3)
	for i, c := range s {
		if i > 0 && i < whole && (whole-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(c)
	}
	return b.String()
}

// gap is what stands between a number and its unit: nothing before Chinese
// words and signs, a blank before Latin ones.
func gap(unit string) string {
	r, _ := utf8.DecodeRuneInString(unit)
	if unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) {
		return " "
	}
	return ""
}
