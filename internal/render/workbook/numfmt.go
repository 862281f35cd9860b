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
