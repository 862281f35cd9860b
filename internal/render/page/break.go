package page

import (
	"strings"
	"unicode"

	"tallyboard/internal/chart"
)

// Characters that Chinese typesetting keeps off the start of a line, and off
// its end (GB/T 15834): closing and opening punctuation and brackets, units
// behind a number, signs before one.
const (
	noStart = "!),.:;?]}%~/-、。，．；：？！）》〉」』】〕〗］｝”’…—–～·‰°℃％¢″′・ー々゛゜"
	noEnd   = "([{$#¥￥＄£€（“‘《〈「『【〔〖［｛№＃"
)

// Break cuts text into lines no wider than width. Latin words and numbers stay
// whole where they fit at all, closing punctuation never starts a line and
// opening punctuation never ends one. A newline in the text ends a line.
// Nothing is lost but the blanks at which a line was broken.
func Break(text string, width, size float64, bold bool, m chart.Measurer) []string {
	var out []string
	for _, para := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		out = append(out, breakParagraph(para, width, size, bold, m)...)
	}
	return out
}

// balanced is Break with lines of much the same width: no single character is
// left over for the last one.
func balanced(text string, width, size float64, bold bool, m chart.Measurer) []string {
	lines := Break(text, width, size, bold, m)
	if len(lines) < 2 {
		return lines
	}
	least := widestOf(units(text), size, bold, m)
	for w := width - 1; w > least; w-- {
		narrower := Break(text, w, size, bold, m)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// settled is Break without a last line of hardly more than a word, which a
// slightly narrower column lengthens.
func settled(text string, width, size float64, bold bool, m chart.Measurer) []string {
	const ems, narrowest = 5, .85
	lines := Break(text, width, size, bold, m)
	stub := func(lines []string) bool { return m.Width(lines[len(lines)-1], size, bold) < ems*size }
	if len(lines) < 2 || !stub(lines) {
		return lines
	}
	for w := width - 2; w > narrowest*width; w -= 2 {
		narrower := Break(text, w, size, bold, m)
		if len(narrower) > len(lines) {
			break
		}
		if !stub(narrower) {
			return narrower
		}
	}
	return lines
}

func widestOf(lines []string, size float64, bold bool, m chart.Measurer) (w float64) {
	for _, s := range lines {
		w = max(w, m.Width(s, size, bold))
	}
	return w
}

func breakParagraph(text string, width, size float64, bold bool, m chart.Measurer) []string {
	measure := func(s string) float64 { return m.Width(s, size, bold) }
	if measure(text) <= width {
		return []string{text}
	}
	var lines []string
	var line strings.Builder
	used := 0.0
	end := func() {
		lines = append(lines, strings.TrimRight(line.String(), " \t"))
		line.Reset()
		used = 0
	}
	for _, u := range units(text) {
		body := strings.TrimRight(u, " \t")
		w := measure(body)
		if used > 0 && used+w > width {
			end()
		}
		if w > width {
			for _, part := range chop(body, width, measure) {
				if used > 0 {
					end()
				}
				line.WriteString(part)
				used = measure(part)
			}
			line.WriteString(u[len(body):])
			used += measure(u[len(body):])
			continue
		}
		line.WriteString(u)
		used += measure(u)
	}
	if line.Len() > 0 || len(lines) == 0 {
		end()
	}
	return lines
}

// units cuts text into the pieces that are not broken: a word, a number, one
// ideograph, each with the punctuation that clings to it and the blanks after.
func units(text string) []string {
	runes := []rune(text)
	var out []string
	start := 0
	for i := 1; i <= len(runes); i++ {
		if i == len(runes) || mayBreak(runes[i-1], runes[i]) && !arrow(runes[start:i]) {
			out = append(out, string(runes[start:i]))
			start = i
		}
	}
	return out
}

// arrow tells whether a unit ends with the mark of a change, which stays with
// its number.
func arrow(unit []rune) bool {
	s := strings.TrimRight(string(unit), " ")
	return strings.HasSuffix(s, "▲") || strings.HasSuffix(s, "▼")
}

// mayBreak tells whether a line may end between a and b.
func mayBreak(a, b rune) bool {
	switch {
	case unicode.IsSpace(b):
		return false
	case unicode.IsSpace(a):
		return !strings.ContainsRune(noStart, b)
	case strings.ContainsRune(noEnd, a), strings.ContainsRune(noStart, b):
		return false
	}
	return wide(a) || wide(b)
}

// wide tells whether r is written without blanks between words.
func wide(r rune) bool {
	return r >= 0x2E80 && !(r >= 0xFF10 && r <= 0xFF5A) || unicode.Is(unicode.Han, r)
}

// chop cuts a unit that is wider than a line between its runes.
func chop(s string, width float64, measure func(string) float64) []string {
	var out []string
	start, used := 0, 0.0
	for i, r := range s {
		w := measure(string(r))
		if used > 0 && used+w > width {
			out = append(out, s[start:i])
			start, used = i, 0
		}
		used += w
	}
	return append(out, s[start:])
}
