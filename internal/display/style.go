package display

import (
	"math"
	"strconv"
	"strings"

	"tallyboard/internal/lang"
)

// Style is how a person wants numbers written, whatever kind they are; Auto
// leaves it to their kind. A style means the same on screen, on a chart and on
// paper; workbooks come as near as their number formats can.
type Style string

const (
	Auto       Style = ""
	Whole      Style = "0"       // 12,408
	Tenths     Style = "0.0"     // 12,408.3
	Hundredths Style = "0.00"    // 12,408.35
	Wan        Style = "万"       // 0.8万, 1.2万, 12.35万; below a thousand as it is
	Kilo       Style = "k"       // 12.4k, 1.2M; below a thousand as it is
	Percentage Style = "%"       // 0.729 → 72.9%
	Yuan       Style = "¥"       // ¥12,408.35
	HMS        Style = "h:mm:ss" // seconds → 3:26:48
)

// Styles lists all styles in the order in which they are offered.
var Styles = []Style{Auto, Whole, Tenths, Hundredths, Wan, Kilo, Percentage, Yuan, HMS}

// In is the format that writes the same numbers in a style; amounts keep their
// currency. Words, dates and times of day have no other style.
func (f Format) In(s Style) Format {
	if s == Auto || f.Kind >= Date {
		return f
	}
	out := Format{Kind: Decimal, Unit: f.Unit, Signed: f.Signed, Style: s}
	if f.Kind == Money {
		out.Kind = Money
	}
	switch s {
	case Tenths:
		out.Decimals = 1
	case Hundredths:
		out.Decimals = 2
	case Wan:
		if f.Kind != Count { // of what is below a thousand
			out.Decimals = AsNeeded
		}
	case Kilo:
		if f.Kind != Count { // of what is below a thousand
			out.Decimals = 1
		}
	case Percentage:
		out.Kind, out.Decimals, out.Unit = Percent, 1, ""
	case Yuan:
		out.Kind, out.Decimals = Money, 2
		if f.Kind != Money {
			out.Unit = ""
		}
	case HMS:
		out.Kind, out.Unit = Duration, ""
	}
	return out
}

// wans is from where on Wan counts in ten thousands, kilos and megas from where
// on Kilo counts in k and in M: below, rounding would give 1000.0k.
const (
	wans  = 1e3
	kilos = 1e3
	megas = 999_950
)

// styled writes a number in a style that no kind has; ok is false for the others.
func (f Format) styled(v float64) (s string, ok bool) {
	a, before := math.Abs(v), ""
	if f.Kind == Money {
		before = f.currency()
	}
	switch f.Style {
	case Wan:
		if a >= wans {
			return f.signed(v, strings.TrimSuffix(fixed(a/1e4, 2, true), "0"), before, "万"), true
		}
		return f.signed(v, fixed(a, min(f.Decimals, 2), true), before, ""), true
	case Kilo:
		switch {
		case a >= megas:
			return f.signed(v, fixed(a/1e6, 1, false), before, "M"), true
		case a >= kilos:
			return f.signed(v, fixed(a/1e3, 1, false), before, "k"), true
		}
		return f.signed(v, fixed(a, f.Decimals, true), before, ""), true
	case HMS:
		n := int64(round(a, 0))
		return f.signed(v, strconv.FormatInt(n/hour, 10)+":"+two(n%hour/minute)+":"+two(n%minute), "", ""), true
	}
	return "", false
}

// styledScale is Scale in a style: the ticks of an axis in the words of the
// style, with the decimals that the distance of the ticks needs.
func (f Format) styledScale(tick float64, l lang.Lang) func(v float64) string {
	size, word, before := 1.0, "", ""
	if f.Kind == Money {
		before = f.currency()
	}
	switch f.Style {
	case Wan:
		size, word = 1e4, "万"
	case Percentage:
		size, word = .01, "%"
	case HMS, Kilo:
		return func(v float64) string {
			if v == 0 {
				return "0"
			}
			return f.Bare(v, l)
		}
	}
	d := decimalsOf(tick / size)
	return func(v float64) string {
		if v == 0 {
			return "0"
		}
		return f.signed(v, fixed(math.Abs(v)/size, d, true), before, word)
	}
}
