package display

import (
	"math"
	"strconv"
	"strings"

	"tallyboard/internal/lang"
)

// step of a language's large-number words: 万 and 亿, or k, M and B.
type step struct {
	size float64
	word string
}

var steps = map[lang.Lang][]step{
	lang.ZH: {{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}},
	lang.EN: {{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e4, "k"}},
}

// Short is the number as charts show it, in three or four digits: 1.24万,
// 12.4k, ¥190万, 73%, 3分21秒. It has no unit.
func (f Format) Short(v float64, l lang.Lang) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return None
	}
	if f.Style != Auto {
		return f.Bare(v, l)
	}
	a := math.Abs(v)
	switch f.Kind {
	case Percent:
		return f.signed(v, fixed(a*100, min(max(f.Decimals, 0), 1), true), "", "%")
	case Duration:
		return f.signed(v, shortDuration(a, l), "", "")
	case Date, DateTime, Clock:
		return f.Bare(v, l)
	case Money:
		return f.signed(v, shortNumber(a, f.Decimals, l), f.currency(), "")
	case Count:
		return f.signed(v, shortNumber(a, 0, l), "", "")
	}
	return f.signed(v, shortNumber(a, f.Decimals, l), "", "")
}

func shortNumber(a float64, decimals int, l lang.Lang) string {
	for i, s := range steps[l] {
		size := s.size
		if s.word == "k" {
			size = 1e3
		}
		x := a / size
		if round(a, 0) < s.size {
			continue
		}
		d := 2
		if x >= 100 {
			d = 0
		} else if x >= 10 {
			d = 1
		}
		// 9,999.6万 is 1亿.
		if i > 0 && round(x, d)*size >= steps[l][i-1].size {
			return "1" + steps[l][i-1].word
		}
		return trimmed(x, d) + s.word
	}
	switch {
	case decimals < 0 || decimals > 2:
		decimals = 2
	}
	if a >= 1000 {
		decimals = 0
	} else if a >= 100 {
		decimals = min(decimals, 1)
	}
	if a == math.Trunc(a) {
		decimals = 0
	}
	if a > 0 && a < .01 && decimals > 0 {
		return strconv.FormatFloat(a, 'g', 2, 64)
	}
	return fixed(a, decimals, true)
}

// trimmed is fixed without zeros at the end.
func trimmed(v float64, decimals int) string {
	s := fixed(v, decimals, true)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// Scale gives the texts of an axis: one unit and one number of decimals for
// all its ticks, chosen by the greatest absolute value and the distance of the
// ticks.
func (f Format) Scale(greatest, tick float64, l lang.Lang) func(v float64) string {
	if f.Style != Auto {
		return f.styledScale(tick, l)
	}
	switch f.Kind {
	case Percent:
		d := decimalsOf(tick * 100)
		return func(v float64) string { return f.signed(v, fixed(math.Abs(v)*100, d, true), "", "%") }
	case Duration:
		return f.durationScale(greatest, tick, l)
	case Date, DateTime, Clock:
		return func(v float64) string { return f.Bare(v, l) }
	}
	before := ""
	if f.Kind == Money {
		before = f.currency()
	}
	size, word := 1.0, ""
	for _, s := range steps[l] {
		if greatest >= s.size {
			size, word = s.size, s.word
			if word == "k" {
				size = 1e3
			}
			break
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

// decimalsOf is how many decimals a step between ticks needs.
func decimalsOf(tick float64) int {
	for d := 0; d < 8; d++ {
		x := tick * math.Pow10(d)
		if math.Abs(x-math.Round(x)) < 1e-6*math.Max(x, 1e-3) {
			return d
		}
	}
	return 8
}
