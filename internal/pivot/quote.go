package pivot

import (
	"strconv"
	"strings"
	"unicode"
)

// Headers and values may hold any character. Where the plain text would be
// read as something else they stand in double quotes, with Go's escapes.

// quoteIf quotes s where it is not plain, or where it holds one of special.
func quoteIf(s string, special ...string) string {
	bad := s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s, "\"{}") ||
		strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) || r == unicode.ReplacementChar })
	for _, t := range special {
		bad = bad || strings.Contains(s, t)
	}
	if bad {
		return strconv.Quote(s)
	}
	return s
}

// cutQuoted takes a quoted string off the front of s.
func cutQuoted(s string) (word, rest string, ok bool) {
	if s == "" || s[0] != '"' {
		return "", s, false
	}
	q, err := strconv.QuotedPrefix(s)
	if err != nil {
		return "", s, false
	}
	word, err = strconv.Unquote(q)
	return word, s[len(q):], err == nil
}

// scanTo gives the index of the first place outside quotes where stop holds of
// the rest of s, or len(s).
func scanTo(s string, stop func(rest string) bool) int {
	for i := 0; i < len(s); {
		if stop(s[i:]) {
			return i
		}
		if s[i] == '"' {
			if _, rest, ok := cutQuoted(s[i:]); ok {
				i = len(s) - len(rest)
				continue
			}
		}
		i++
	}
	return len(s)
}

// word is a whole string that may be quoted.
func word(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if w, rest, ok := cutQuoted(s); ok {
		return w, rest == ""
	}
	return s, true
}
