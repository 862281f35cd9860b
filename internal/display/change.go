package display

import (
	"math"

	"tallyboard/internal/lang"
)

// Change is a relative change with its direction: ▲ +12.3%, ▼ −4.1%, 0.0%
// where there is none, None where it is not known.
func Change(share float64, l lang.Lang) string {
	f := Format{Kind: Percent, Decimals: 1, Signed: true}
	if math.Abs(share) >= 10 {
		f.Decimals = 0
	}
	return arrow(f.Bare(share, l))
}

// ChangeAbs is a change in the value's own unit: ▲ +12, ▼ −0.31, and for
// shares percentage points.
func ChangeAbs(diff float64, f Format, l lang.Lang) string {
	f.Signed = true
	if f.Kind != Percent {
		return arrow(f.Full(diff, l))
	}
	s := Format{Kind: Decimal, Decimals: max(f.Decimals, 1), Signed: true}.Bare(diff*100, l)
	if s == None {
		return s
	}
	return arrow(l.T("display.points", s))
}

// arrow puts the direction before a signed text.
func arrow(s string) string {
	switch {
	case len(s) > 0 && s[0] == '+':
		return "▲ " + s
	case len(s) > 3 && s[:3] == "−":
		return "▼ " + s
	}
	return s
}
