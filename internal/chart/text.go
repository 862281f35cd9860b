package chart

import (
	"strings"
	"unicode"
)

// Cut shortens a text to a width, ending in … where something is lost; "" where
// not even … fits.
func Cut(m Measurer, s string, size float64, bold bool, width float64) string {
	if m.Width(s, size, bold) <= width {
		return s
	}
	left := width - m.Width("…", size, bold)
	if left < 0 {
		return ""
	}
	used, end := 0.0, 0
	for i, r := range s {
		used += m.Width(string(r), size, bold)
		if used > left {
			break
		}
		end = i + len(string(r))
	}
	return strings.TrimRightFunc(s[:end], unicode.IsSpace) + "…"
}

// Wrap breaks a text into lines of a width: at blanks, and between Chinese
// characters but not before closing punctuation. What does not fit into the
// number of lines is cut.
func Wrap(m Measurer, s string, size, width float64, lines int) []string {
	out, _ := wrap(m, s, size, width, lines)
	return out
}

// wrap is Wrap; clean is false where a word had to be torn apart or cut.
func wrap(m Measurer, s string, size, width float64, lines int) (out []string, clean bool) {
	clean = true
	rest := []rune(strings.TrimSpace(s))
	for len(rest) > 0 {
		if len(out) == lines-1 {
			last := Cut(m, string(rest), size, false, width)
			return append(out, last), clean && last == string(rest)
		}
		n := breakAt(m, rest, size, width)
		if n == 0 { // not even one character
			return append(out, Cut(m, string(rest), size, false, width)), false
		}
		clean = clean && (n == len(rest) || mayBreak(rest[n-1], rest[n]))
		out = append(out, strings.TrimRightFunc(string(rest[:n]), unicode.IsSpace))
		rest = []rune(strings.TrimLeftFunc(string(rest[n:]), unicode.IsSpace))
	}
	return out, clean
}

// breakAt is how many runes go on the line.
func breakAt(m Measurer, s []rune, size, width float64) int {
	used, last := 0.0, 0
	for i, r := range s {
		if i > 0 && mayBreak(s[i-1], r) {
			last = i
		}
		used += m.Width(string(r), size, false)
		if used > width && !unicode.IsSpace(r) {
			if last == 0 {
				return i
			}
			return last
		}
	}
	return len(s)
}

const closing = "、。，．：；？！）》」』】〕〉…,.:;?!)]}%‰℃”’·–"

func mayBreak(a, b rune) bool {
	if strings.ContainsRune(closing, b) || strings.ContainsRune("（《「『【〔〈([{“‘¥$", a) {
		return false
	}
	if unicode.IsDigit(a) && wide(b) || wide(a) && a != '年' && unicode.IsDigit(b) {
		return false // 10月26日 stays together
	}
	return unicode.IsSpace(a) || a == '-' || a == '/' || a == '–' || wide(a) || wide(b)
}

// wide reports Chinese, Japanese and Korean characters.
func wide(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0xff01 && r <= 0xff60 || r >= 0x20000
}
