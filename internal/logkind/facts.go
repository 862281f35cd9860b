package logkind

import (
	"strings"
	"unicode"

	"tallyboard/internal/place"
	"tallyboard/internal/table"
)

// Facts are what value tests look at: a column, summed up once.
type Facts struct {
	Col      *table.Column
	Filled   int      // rows with a value, of those looked at
	Looked   int      // rows looked at
	Distinct int      // different words of a coded column; of other columns those seen
	Words    []string // the first different words, at most maxWords: enough to know a column by
	letters  float64  // mean length of the words
	lo, hi   float64  // smallest and largest number looked at
	whole    bool     // all numbers looked at are whole
}

const (
	maxWords  = 60
	maxLooked = 5000
)

// FactsOf sums up a column. Of long columns it looks at rows spread evenly.
func FactsOf(c *table.Column) *Facts {
	f := &Facts{Col: c, whole: true}
	n := c.Len()
	step := max(1, n/maxLooked)
	seen := map[float64]bool{}
	for i := 0; i < n; i += step {
		f.Looked++
		if c.Blank(i) {
			continue
		}
		f.Filled++
		v := c.Num(i)
		if v != v {
			continue
		}
		if len(seen) == 0 {
			f.lo, f.hi = v, v
		}
		seen[v] = true
		f.lo, f.hi = min(f.lo, v), max(f.hi, v)
		f.whole = f.whole && v == float64(int64(v))
	}
	f.Distinct = len(seen)
	if c.Type.Coded() {
		f.Distinct = c.Dict.Len()
		for code := uint32(1); int(code) <= min(f.Distinct, maxWords); code++ {
			w := c.Dict.At(code)
			f.Words = append(f.Words, w)
			f.letters += float64(len([]rune(w)))
		}
		f.letters /= float64(max(1, len(f.Words)))
	}
	return f
}

func (f *Facts) text() bool  { return f.Col.Type == table.Text }
func (f *Facts) coded() bool { return f.Col.Type.Coded() }

// settled reports whether the words of a text column read as yes and no.
func (f *Facts) settled() bool {
	return f.text() && f.Col.Values != nil && f.lo == 0 && f.hi == 1
}

// share is the part of the words for which ok holds.
func (f *Facts) share(ok func(string) bool) float64 {
	if len(f.Words) == 0 {
		return 0
	}
	n := 0
	for _, w := range f.Words {
		if ok(w) {
			n++
		}
	}
	return float64(n) / float64(len(f.Words))
}

// often is how many rows share a word in the mean.
func (f *Facts) often() float64 {
	all := float64(f.Filled) * float64(f.Col.Len()) / float64(max(1, f.Looked))
	return all / float64(max(1, f.Distinct))
}

// category suits columns of words that come back.
func category(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.6
	case f.Col.Type == table.Number && f.whole && f.Distinct <= 60: // codes, or counts
		return 0.3
	case !f.coded():
		return 0
	case f.Distinct <= 30 || f.often() >= 5:
		return 1
	case f.often() >= 1.5:
		return 0.8
	}
	return 0.4
}

// names suits columns of people's names or ids; most bounds how many there
// can be, 0 for any number.
func names(most int) func(*Facts) float64 {
	return func(f *Facts) float64 {
		switch {
		case f.Filled == 0:
			return 0.6
		case f.Col.Type == table.Number && f.whole && f.lo >= 0:
			return 0.6
		case !f.text(), f.letters > 40:
			return 0
		case most > 0 && f.Distinct > most && f.often() < 3:
			return 0.3
		}
		return 1
	}
}

// words suits any text.
func words(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.6
	case f.text():
		return 1
	case f.coded():
		return 0.5
	case f.Col.Type == table.Number && f.whole:
		return 0.5
	}
	return 0
}

func idsLike(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.6
	case f.text() && f.share(hasDigit) > 0.8:
		return 1
	case f.text():
		return 0.4
	case f.Col.Type == table.Number && f.whole:
		return 0.9
	}
	return 0
}

// orderIDsAlone knows the long digit strings of the platforms' order numbers,
// and #1001.
func orderIDsAlone(f *Facts) float64 {
	if f.text() && (f.share(func(s string) bool {
		return len(s) >= 15 && len(s) <= 22 && strings.Trim(s, "0123456789-") == ""
	}) > 0.95 || f.Distinct > 20 && f.share(func(s string) bool {
		return len(s) >= 4 && s[0] == '#' && strings.Trim(s[1:], "0123456789") == ""
	}) > 0.95) {
		return 0.55
	}
	return 0
}

func phones(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.6
	case f.text() && f.share(isPhone) > 0.5:
		return 1
	case f.text() && f.Distinct > 20, f.Col.Type == table.Number && f.whole && f.lo > 1e6:
		return 0.5
	}
	return 0
}

func phonesAlone(f *Facts) float64 {
	if f.text() && f.share(isMobile) > 0.9 {
		return 0.7
	}
	return 0
}

func places(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.6
	case !f.text():
		return 0
	case f.share(isPlace) > 0.3:
		return 1
	case f.share(hasDigit) > 0.9 && f.letters < 12:
		return 0.2
	}
	return 0.85
}

func placesAlone(f *Facts) float64 {
	if f.text() && f.share(isPlace) > 0.8 {
		return 0.65
	}
	return 0
}

func moments(f *Facts) float64 {
	switch {
	case f.Col.Type == table.Time:
		return 1
	case f.Col.Type == table.Clock:
		return 0.5
	case f.Filled == 0:
		return 0.5
	}
	return 0
}

func momentsAlone(f *Facts) float64 {
	if f.Col.Type == table.Time && f.Filled*2 > f.Looked {
		return 0.5
	}
	return 0
}

func truths(f *Facts) float64 {
	switch {
	case f.Col.Type == table.Bool:
		return 1
	case f.Filled == 0:
		return 0.5
	case f.Col.Type == table.Number && f.whole && f.lo >= 0 && f.hi <= 1:
		return 0.9
	case f.settled():
		return 0.9
	case f.text() && f.Distinct <= 8:
		return 0.35
	}
	return 0
}

func truthOrMoney(f *Facts) float64 { return max(truths(f), money(f)*0.9) }

// ratings suits marks from 1 to 5 or 10, and words or stars that read as such.
func ratings(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.5
	case f.text() && f.Col.Values != nil && f.hi > 1:
		return 1
	case f.Col.Type == table.Number && f.lo >= 0 && f.hi <= 1 && !f.whole: // shares of the satisfied
		return 0.5
	case f.Col.Type == table.Number && f.lo >= 0 && f.hi <= 10:
		return 1
	case f.Col.Type == table.Number && f.lo >= 0 && f.hi <= 100:
		return 0.5
	case f.Col.Type == table.Bool:
		return 0.5
	}
	return 0
}

// lengths suits spans of time, in whatever unit.
func lengths(f *Facts) float64 {
	switch {
	case f.Col.Type == table.Duration:
		return 1
	case f.Filled == 0:
		return 0.5
	case f.Col.Type == table.Number && f.lo >= 0:
		return 0.9
	case f.Col.Type == table.Clock:
		return 0.4
	}
	return 0
}

func counts(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.5
	case f.Col.Type == table.Number && f.whole && f.lo >= 0:
		return 1
	case f.Col.Type == table.Number:
		return 0.4
	}
	return 0
}

func numbers(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.5
	case f.Col.Type == table.Number:
		return 1
	}
	return 0
}

func ratios(f *Facts) float64 { return numbers(f) }

func money(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.5
	case f.Col.Type == table.Number && f.Col.Unit == "%":
		return 0.1
	case f.Col.Type == table.Number:
		return 1
	}
	return 0
}

// moneyBack suits amounts, and words that tell of refunds.
func moneyBack(f *Facts) float64 {
	if f.text() && f.Distinct <= 20 && f.share(func(s string) bool {
		return strings.Contains(s, "退") || strings.Contains(strings.ToLower(s), "refund")
	}) > 0.3 {
		return 0.9
	}
	return money(f)
}

func shares(f *Facts) float64 {
	switch {
	case f.Filled == 0:
		return 0.5
	case f.Col.Type != table.Number || f.lo < 0 || f.hi > 100:
		return 0
	case f.Col.Unit == "" && f.hi > 1.5 && f.hi <= 10: // marks from 1 to 5
		return 0.4
	}
	return 1
}

// wordsAlone is sure of a role where all words of a column are among the given.
func wordsAlone(known ...string) func(*Facts) float64 {
	set := map[string]bool{}
	for _, w := range known {
		set[w] = true
	}
	return func(f *Facts) float64 {
		if !f.coded() || f.Distinct < 2 || f.Distinct > 12 {
			return 0
		}
		s := f.share(func(w string) bool { return set[strings.ToLower(w)] })
		if s < 0.6 {
			return 0
		}
		return 0.7 * s
	}
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
func isPlace(s string) bool  { return place.Province(s) != "" }

func isPhone(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune("+-() ./*|转_", r):
			return false
		}
	}
	return digits >= 7 && digits <= 16 || strings.Contains(s, "****")
}

// isMobile recognises Chinese mobile numbers, also with four digits hidden.
func isMobile(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "+86"), "86-")
	return len(s) == 11 && s[0] == '1' && s[1] >= '3' && strings.Trim(s, "0123456789*") == ""
}
