package workbook

import (
	"math"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
)

// secondsADay turns seconds into Excel's days, epoch is the day number of 1970.
const (
	secondsADay = 86400
	epoch       = 25569
)

// code is the Excel number format that shows a number as f does.
func code(f display.Format, change bool) string {
	s, tail := "", ""
	if styled := styleCode(f); styled != "" {
		return styled
	}
	switch f.Kind {
	case display.Count:
		s = "#,##0"
	case display.Decimal:
		if s = "#,##0" + decimals(f.Decimals); f.Decimals < 0 {
			s = "General"
		}
	case display.Percent:
		s = "0" + decimals(max(f.Decimals, 0)) + "%"
	case display.Money:
		s = quoted(currency(f.Unit)) + "#,##0" + decimals(max(f.Decimals, 0))
	case display.Duration:
		return "[h]:mm:ss"
	case display.Date:
		return "yyyy-mm-dd"
	case display.DateTime:
		return "yyyy-mm-dd hh:mm"
	case display.Clock:
		return "hh:mm"
	default:
		return "General"
	}
	if f.Unit != "" && f.Kind <= display.Decimal {
		tail = quoted(spaced(f.Unit))
	}
	switch {
	case change:
		return `"▲ "+` + s + tail + `;"▼ "-` + s + tail + `;` + s + tail
	case f.Signed:
		return "+" + s + tail + ";-" + s + tail + ";" + s + tail
	case f.Kind == display.Money:
		return s + ";-" + s
	}
	return s + tail
}

// styleCode is the number format of a style that no kind has; "" for the others.
// Excel knows no ten thousands: it is shown thousands, the last digit of which
// stands behind a point, always one. A section of its own for what is below would
// cost negative numbers their sign in LibreOffice.
func styleCode(f display.Format) string {
	before := ""
	if f.Kind == display.Money {
		before = quoted(currency(f.Unit))
	}
	tail := ""
	if f.Unit != "" && f.Kind != display.Money {
		tail = quoted(spaced(f.Unit))
	}
	switch f.Style {
	case display.Wan:
		s := before + `0\.0,"万"` + tail
		if f.Signed {
			return "+" + s + ";-" + s + ";" + s
		}
		return s + ";-" + s
	case display.Kilo:
		return `[>=999950]` + before + `0.0,,"M"` + tail + `;[>=1000]` + before + `0.0,"k"` + tail + `;` + before + "#,##0" + decimals(f.Decimals) + tail
	}
	return ""
}

// marked puts a mark before the number in every section of a number format,
// behind the conditions that a section begins with.
func marked(format, mark string) string {
	if !strings.Contains(format, ";") && format[0] != '[' {
		format += ";-" + format // else the sign would stand before the mark
	}
	var b strings.Builder
	quote, start := false, true
	b.Grow(len(format) + 16)
	for i := 0; i < len(format); i++ {
		c := format[i]
		if start && c == '[' && (strings.HasPrefix(format[i:], "[>") || strings.HasPrefix(format[i:], "[<")) {
			end := strings.IndexByte(format[i:], ']')
			b.WriteString(format[i : i+end+1])
			i += end
			continue
		}
		if start {
			b.WriteString(quoted(mark))
		}
		if c == '"' {
			quote = !quote
		}
		b.WriteByte(c)
		start = c == ';' && !quote
	}
	return b.String()
}

func decimals(n int) string {
	if n <= 0 {
		return ""
	}
	return "." + strings.Repeat("0", n)
}

func currency(unit string) string {
	// The shown form of an amount begins with its sign.
	s := display.Format{Kind: display.Money, Unit: unit}.Bare(1, lang.EN)
	return strings.TrimSuffix(s, "1")
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `'`) + `"` }

func spaced(unit string) string {
	s := display.Format{Unit: unit}.Full(1, lang.EN)
	return strings.TrimPrefix(s, "1")
}

// value is a number as Excel keeps it: times and durations in days.
func value(v float64, k display.Kind) float64 {
	switch k {
	case display.Date, display.DateTime:
		return v/secondsADay + epoch
	case display.Duration, display.Clock:
		return v / secondsADay
	}
	return v
}

// writable reports whether Excel can keep a number: not NaN, no infinity, no
// day before its calendar.
func writable(v float64, k display.Kind) bool {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return false
	}
	switch k {
	case display.Date, display.DateTime:
		return v/secondsADay+epoch >= 61 // before 1900-03-01 its day numbers are one off
	case display.Duration, display.Clock:
		return v >= 0
	}
	return true
}
