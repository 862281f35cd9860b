package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// cleanWord is a cell's text without what spreadsheet programs and platforms
// wrap around it: blanks at its ends, ="…", a leading apostrophe.
func cleanWord(s string) string {
	if s == "" || plainEnds(s) {
		return s
	}
	s = trim(s)
	if strings.HasPrefix(s, `="`) && strings.HasSuffix(s, `"`) && len(s) >= 3 {
		s = trim(strings.ReplaceAll(s[2:len(s)-1], `""`, `"`))
	}
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte(s[1:], '\'') < 0 {
		s = trim(s[1:])
	}
	return s
}

// plainEnds reports whether nothing can be trimmed from s: the quick way out
// for nearly every word.
func plainEnds(s string) bool {
	a, z := s[0], s[len(s)-1]
	if a <= ' ' || a == '=' || a == '\'' || a == 0x7f || z <= ' ' || z == 0x7f {
		return false
	}
	// Only these lead bytes begin Unicode's blanks: U+0085, U+00A0, U+2000…, U+3000, U+FEFF.
	if a == 0xc2 || a == 0xe2 || a == 0xe3 || a == 0xef {
		return false
	}
	if z < utf8.RuneSelf {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return !isSpace(r)
}

func trim(s string) string { return strings.TrimFunc(s, isSpace) }

// isSpace also counts control and zero-width characters.
func isSpace(r rune) bool {
	return r <= ' ' || unicode.IsSpace(r) || r >= 0x200b && r <= 0x200f || r == 0xfeff || r == 0x7f || r == 0x2060
}

// missingMark reports whether a text stands for "no value".
func missingMark(s string) bool {
	switch s {
	case "-", "--", "---", "—", "——", "–", "―", "/", "\\", "null", "NULL", "Null", "(null)", "<null>", "\\N", "#N/A", "－", "／", "…", "...":
		return true
	}
	return false
}

// none reports whether a text is the word for "none": no value, except beside
// 有, where it is the answer no.
func none(s string) bool { return s == "无" || s == "無" }

// emptyNumber reports whether a word in a column of numbers or times says that
// there is none; such words are not worth a warning.
func emptyNumber(s string) bool {
	switch strings.ToLower(narrow(s)) {
	case "n/a", "na", "nan", "none", "nil", "n.a.", "暂无", "未知", "不详", "空", "缺失", "没有", "无数据", "不适用", "?", "(空)", "(blank)", "blank", "*", "**", "***", "****":
		return true
	}
	return missingMark(s) || none(s)
}

// narrow turns full-width digits, letters and marks into half width.
func narrow(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == 0xef || s[i] == 0xe3 {
			return strings.ReplaceAll(width.Narrow.String(s), "\u3000", " ")
		}
	}
	return s
}

// digits reads a run of at most max digits at s[i:]; n is how many it read.
func digits(s string, i, max int) (v, n int) {
	for i+n < len(s) && n < max && s[i+n] >= '0' && s[i+n] <= '9' {
		v = v*10 + int(s[i+n]-'0')
		n++
	}
	return v, n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// allDigits reports whether s is nothing but digits, and at least one.
func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
