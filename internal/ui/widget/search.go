package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
)

// finder matches typed words against texts: as part of the text in any case,
// or, for Chinese, by pinyin: whole syllables, initials, or any mix, so that
// khlx, kehulx and kehuleixing all find 客户类型.
type finder struct {
	readings map[rune][]string
}

func newFinder() *finder { return &finder{readings: map[rune][]string{}} }

// rank says how well a text answers: 0 not at all, higher is better.
func (f *finder) rank(text, typed string) int {
	if typed == "" {
		return 1
	}
	low := strings.ToLower(text)
	switch i := strings.Index(low, typed); {
	case low == typed:
		return 5
	case i == 0:
		return 4
	case i > 0:
		return 3
	}
	if !latin(typed) {
		return 0
	}
	for i := range low {
		if f.sounds(low[i:], typed) {
			if i == 0 {
				return 2
			}
			return 1
		}
	}
	return 0
}

// sounds reports whether text begins as typed sounds.
func (f *finder) sounds(text, typed string) bool {
	if typed == "" {
		return true
	}
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return false
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) { // the slash of 省/自治区 has no sound
		return f.sounds(text[n:], typed)
	}
	if r < utf8.RuneSelf {
		return rune(typed[0]) == r && f.sounds(text[n:], typed[1:])
	}
	for _, reading := range f.of(r) {
		if strings.HasPrefix(reading, typed) {
			return true
		}
		if strings.HasPrefix(typed, reading) && f.sounds(text[n:], typed[len(reading):]) {
			return true
		}
		if typed[0] == reading[0] && f.sounds(text[n:], typed[1:]) {
			return true
		}
	}
	return false
}

// of gives the readings of a character without tones.
func (f *finder) of(r rune) []string {
	if got, ok := f.readings[r]; ok {
		return got
	}
	args := pinyin.NewArgs()
	args.Heteronym = true
	var out []string
	for _, s := range pinyin.SinglePinyin(r, args) {
		if s != "" {
			out = append(out, s)
		}
	}
	f.readings[r] = out
	return out
}

func latin(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}
