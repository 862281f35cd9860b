package xl

import (
	"strings"
	"unicode/utf16"
)

// Tidy makes a text legal in a cell: no control characters, at most 32,767
// units, the … saying that something is missing.
func Tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	if c := Cut(s, 32767); len(c) < len(s) {
		return Cut(s, 32766) + "…"
	}
	return s
}

// Cut shortens s to at most n UTF-16 units, as Excel counts, without cutting a
// character in two.
func Cut(s string, n int) string {
	units := 0
	for i, r := range s {
		units += utf16.RuneLen(r)
		if units > n {
			return s[:i]
		}
	}
	return s
}
