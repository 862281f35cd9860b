package ingest

import (
	"strings"

	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// tryTruthForm takes columns of Excel's own TRUE and FALSE.
func tryTruthForm(x *cells, _ hint, _ columnOptions) (verdict, bool) {
	if n := x.forms[sheet.FormBool]; n == 0 || n*2 < x.rows-x.blanks {
		return verdict{}, false
	}
	v := truthVerdict(x)
	return v, v.understood >= enough
}

// mostTruths is how many different words a column of truths can have.
const mostTruths = 12

// tryTruth takes columns of yes and no in whatever words.
func tryTruth(x *cells, h hint, _ columnOptions) (verdict, bool) {
	if len(x.words) > mostTruths || len(x.words) == 0 && !h.truth || x.formed(sheet.FormDate, sheet.FormTime, sheet.FormPercent, sheet.FormCurrency) > 0 {
		return verdict{}, false
	}
	if x.numbers > 0 && (!h.truth || !zeroOne(x)) {
		return verdict{}, false
	}
	yes, no, strong := false, false, false
	stems := map[string]bool{}
	odd := 0
	for i, w := range x.words {
		v, neither, ok := readTruth(w)
		if !ok {
			if emptyNumber(w) {
				continue
			}
			// Where the header asks for yes or no, a few other answers stay what they are.
			if odd += x.count[i+1]; !h.truth || float64(odd) > (1-enough)*float64(x.rows-x.blanks) {
				return verdict{}, false
			}
			continue
		}
		if neither {
			continue
		}
		yes, no = yes || v == 1, no || v == 0
		strong = strong || strongTruth(w)
		if stem, _ := truthStem(strings.ToLower(w)); stem != "" {
			stems[stem] = true
		}
	}
	if x.numbers > 0 {
		strong = true
	}
	// 已发货 and 未付款 in one column are states, not an answer to one question.
	if len(stems) > 1 || !(yes && no) && !strong && !h.truth || !yes && !no && x.numbers == 0 {
		return verdict{}, false
	}
	return truthVerdict(x), true
}

func zeroOne(x *cells) bool {
	ok := true
	x.eachNumber(func(v float64, _ sheet.Form) bool {
		ok = v == 0 || v == 1
		return ok
	})
	return ok
}

func truthVerdict(x *cells) verdict {
	v := verdict{typ: table.Bool, why: logkind.Reason{Key: "type.truth"}}
	var good int
	v.reading, good = readWords(x, true, func(w string, _ int) float64 {
		t, neither, ok := readTruth(w)
		if w == "1" || w == "0" {
			t, ok = float64(w[0]-'0'), true
		}
		if !ok || neither {
			return nan
		}
		return t
	})
	for i, w := range x.words { // words that are neither are understood too
		if _, neither, ok := readTruth(w); ok && neither {
			good += x.count[i+1]
		}
	}
	v.num = func(n float64, f sheet.Form) float64 {
		if n == 0 || n == 1 {
			return n
		}
		return nan
	}
	x.eachNumber(func(n float64, f sheet.Form) bool {
		if n == 0 || n == 1 {
			good++
		}
		return true
	})
	v.understood = x.share(good)
	return v
}

// tryRating gives a column of marks in words or stars their numeric reading;
// it stays text.
func tryRating(x *cells, _ hint, _ columnOptions) (verdict, bool) {
	if len(x.words) == 0 || len(x.words) > 40 || x.numbers > 0 {
		return verdict{}, false
	}
	v := markVerdict(x)
	different := 0
	for _, n := range v.reading {
		if n == n {
			different++
		}
	}
	if different < 2 || v.understood < enough {
		return verdict{}, false
	}
	v.understood = 1
	return v, true
}

// markVerdict reads words as marks; those that are none stay words.
func markVerdict(x *cells) verdict {
	v := verdict{typ: table.Text, as: Marks, why: logkind.Reason{Key: "type.rating"}}
	var good int
	v.reading, good = readWords(x, true, func(w string, _ int) float64 {
		if n, ok := readRating(w); ok {
			return n
		}
		return nan
	})
	for i, w := range x.words { // that nobody gave a mark is understood too
		if v.reading[i+1] != v.reading[i+1] && !emptyNumber(w) && unratedWords[strings.ToLower(trim(narrow(w)))] {
			good += x.count[i+1]
		}
	}
	v.understood = x.share(good)
	return v
}

// tryProgress gives a column of states (Open, In progress, Closed) the reading
// "settled or not"; it stays text.
func tryProgress(x *cells, _ hint, _ columnOptions) (verdict, bool) {
	if len(x.words) < 2 || len(x.words) > mostTruths || x.numbers > 0 {
		return verdict{}, false
	}
	settled, open := false, false
	reading, _ := readWords(x, true, func(w string, _ int) float64 {
		v, ok := progressWords[strings.ToLower(narrow(w))]
		if !ok {
			return nan
		}
		settled, open = settled || v == 1, open || v == 0
		return v
	})
	for _, v := range reading[1:] {
		if v != v {
			return verdict{}, false
		}
	}
	return verdict{typ: table.Text, why: logkind.Reason{Key: "type.progress"}, reading: reading, understood: 1}, settled && open
}
