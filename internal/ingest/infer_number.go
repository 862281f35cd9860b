package ingest

import (
	"math"

	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// tryID keeps columns of ids, order and phone numbers as text, digit for digit.
func tryID(x *cells, h hint, _ columnOptions) (verdict, bool) {
	text := verdict{typ: table.Text, why: logkind.Reason{Key: "type.id"}, understood: 1}
	if h.id && h.unit == "" && x.forms[sheet.FormPercent]+x.forms[sheet.FormCurrency] == 0 {
		return text, true
	}
	kept := 0
	for i, w := range x.words {
		if keepsForm(w) {
			kept += x.count[i+1]
		}
	}
	if kept > 0 && kept*50 >= x.texts() {
		text.why.Key = "type.digits"
		return text, true
	}
	// Numbers too long to count anything: order numbers, mobile numbers.
	if x.numbers > 0 && x.numbers == x.forms[sheet.FormGeneral] {
		long, mobile, all := 0, 0, 0
		x.eachNumber(func(v float64, _ sheet.Form) bool {
			all++
			if v == math.Trunc(v) {
				switch {
				case v >= 1e14:
					long++
				case v >= 1.3e10 && v < 2e10:
					mobile++
				}
			}
			return all < 2000
		})
		if long*10 >= all*9 || mobile*20 >= all*19 {
			text.why.Key = "type.digits"
			return text, true
		}
	}
	return verdict{}, false
}

// tryNumber takes columns of numbers, written plainly or as people write them.
func tryNumber(x *cells, h hint, _ columnOptions) (verdict, bool) {
	v := numberVerdict(x, h, x.numbers > 0, readNumber)
	if v.reading != nil && v.understood >= enough {
		return v, true
	}
	if !h.duration {
		if v = numberVerdict(x, h, x.numbers > 0, readPoints); v.reading != nil && v.understood >= enough {
			return v, true
		}
	}
	// 3,5 and 1.234,50: a comma for the point, where nothing else makes sense.
	v = numberVerdict(x, h, x.numbers > 0, readCommaNumber)
	return v, v.reading != nil && v.understood >= enough
}

func numberVerdict(x *cells, h hint, must bool, read func(string) (number, bool)) verdict {
	v := verdict{typ: table.Number, why: logkind.Reason{Key: "type.numbers"}, unit: h.unit}
	units := map[string]int{}
	good := 0
	v.reading = []float64{nan}
	if len(x.words) > 0 {
		v.reading, good = readWords(x, must, func(w string, cells int) float64 {
			n, ok := read(w)
			if !ok {
				return nan
			}
			if n.unit != "" {
				units[n.unit] += cells
			}
			return n.v
		})
	}
	v.num = func(n float64, f sheet.Form) float64 {
		if f == sheet.FormDate || f == sheet.FormBool {
			return nan
		}
		return n
	}
	good += x.numbers - x.formed(sheet.FormDate, sheet.FormBool)
	if n := x.forms[sheet.FormPercent]; n > 0 {
		units["%"] += n
	}
	if n := x.forms[sheet.FormCurrency]; n > 0 {
		units["¥"] += n
	}
	for u, n := range units {
		if 2*n > good {
			v.unit = u
		}
	}
	if v.unit == "pp" && units["%"] > 0 {
		v.unit = "%"
	}
	v.understood = x.share(good)
	return v
}
