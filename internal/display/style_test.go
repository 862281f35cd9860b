package display

import (
	"math"
	"testing"

	"tallyboard/internal/lang"
)

func TestStyles(t *testing.T) {
	calls := Format{Kind: Decimal, Decimals: 2, Unit: "次"}
	for _, c := range []struct {
		f     Format
		style Style
		v     float64
		want  string
	}{
		{count, Whole, 12408, "12,408"},
		{decimal2, Whole, 12408.5, "12,409"},
		{decimal2, Tenths, 12408.25, "12,408.3"},
		{count, Hundredths, 3, "3.00"},
		{count, Wan, 12408, "1.24万"},
		{count, Wan, 12000, "1.2万"},
		{count, Wan, 123_456, "12.35万"},
		{count, Wan, 123456789, "12,345.68万"},
		{count, Wan, 499, "499"},
		{count, Wan, -8000, "−0.8万"},
		{count, Wan, 40000, "4.0万"},
		{decimal2, Wan, 98.25, "98.25"},
		{money, Wan, 98.5, "¥98.5"},
		{count, Wan, -25000, "−2.5万"},
		{money, Wan, 1902487.15, "¥190.25万"},
		{calls, Wan, 25000, "2.5万次"},
		{count, Kilo, 12408, "12.4k"},
		{count, Kilo, 999_949, "999.9k"},
		{count, Kilo, 999_950, "1.0M"},
		{count, Kilo, 980, "980"},
		{decimal2, Kilo, 98.25, "98.3"},
		{count, Percentage, .729, "72.9%"},
		{percent, Whole, .729, "1"},
		{decimal2, Yuan, 12408.35, "¥12,408.35"},
		{Format{Kind: Money, Unit: "$"}, Yuan, 5, "$5.00"},
		{decimal2, HMS, 12408, "3:26:48"},
		{seconds, HMS, 59.6, "0:01:00"},
		{seconds, HMS, -61, "−0:01:01"},
		{seconds, Whole, 201, "201"},
		{Format{Kind: Count, Signed: true}, Wan, 25000, "+2.5万"},
		{count, Auto, 12408, "12,408"},
		{count, Wan, math.NaN(), None},
		{Format{Kind: Clock}, Wan, 32580, "09:03"},
		{Format{Kind: Text}, HMS, 5, "5"},
	} {
		f := c.f.In(c.style)
		if got := f.Full(c.v, lang.ZH); got != c.want {
			t.Errorf("%v of %+v as %q is written %q, want %q", c.v, c.f, c.style, got, c.want)
		}
		if c.style != Auto && c.f.Unit == "" && f.Kind < Date {
			if got := f.Short(c.v, lang.EN); got != c.want {
				t.Errorf("on a chart %v as %q is written %q, want %q", c.v, c.style, got, c.want)
			}
		}
	}
}

func TestStyledAxes(t *testing.T) {
	for _, c := range []struct {
		style          Style
		greatest, tick float64
		v              float64
		want           string
	}{
		{Wan, 40_000, 5_000, 15_000, "1.5万"},
		{Wan, 400_000, 100_000, 300_000, "30万"},
		{Whole, 40_000, 10_000, 20_000, "20,000"},
		{Kilo, 40_000, 10_000, 20_000, "20.0k"},
		{Percentage, 1, .25, .25, "25%"},
		{HMS, 7200, 1800, 5400, "1:30:00"},
		{Yuan, 40_000, 10_000, 20_000, "¥20,000"},
	} {
		f := count.In(c.style)
		if got := f.Scale(c.greatest, c.tick, lang.ZH)(c.v); got != c.want {
			t.Errorf("the tick %v as %q is written %q, want %q", c.v, c.style, got, c.want)
		}
	}
}
