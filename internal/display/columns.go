package display

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Width is the number of terminal columns that s takes: two for each Chinese
// character, none for marks that combine.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case r < 0x20 || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r < 0x7f:
		return 1
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Pad fills s with blanks to n columns, at its end, or before it where right.
func Pad(s string, n int, right bool) string {
	blank := strings.Repeat(" ", max(0, n-Width(s)))
	if right {
		return blank + s
	}
	return s + blank
}
