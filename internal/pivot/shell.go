package pivot

import (
	"strings"
	"unicode"
)

// shellQuote makes s one word for a POSIX shell and for shellWords.
func shellQuote(s string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("@:%_-.,+=/", r)
	}
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !plain(r) }) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// shellWords splits a line into words as a POSIX shell does: blanks separate,
// '…' is literal, "…" knows \" and \\, a backslash elsewhere keeps the next
// character. It fails on a quote that is not closed.
func shellWords(line string) (words []string, ok bool) {
	var b strings.Builder
	open := false // a word has begun
	quote := byte(0)
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case quote == '\'' && c != '\'' || quote == '"' && c != '"' && c != '\\':
			b.WriteByte(c)
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '\'' || c == '"'):
			quote, open = c, true
		case c == '\\':
			if i+1 == len(line) {
				return nil, false
			}
			if quote == '"' && line[i+1] != '"' && line[i+1] != '\\' {
				b.WriteByte(c)
				continue
			}
			i++
			b.WriteByte(line[i])
			open = true
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			if open {
				words = append(words, b.String())
				b.Reset()
				open = false
			}
		default:
			b.WriteByte(c)
			open = true
		}
	}
	if quote != 0 {
		return nil, false
	}
	if open {
		words = append(words, b.String())
	}
	return words, true
}
