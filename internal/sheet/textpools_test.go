package sheet

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Only the characters said to be twofold are what several sequences of bytes
// stand for, in any encoding that strings are decoded from.
func TestTwofoldCharacters(t *testing.T) {
	for enc, longest := range map[charset]int{gb18030: 4, latin: 1} {
		from := map[string]string{}
		text := textDecoder{enc: enc, dec: enc.decoder()}
		try := func(b ...byte) {
			got := string(text.decode(string(b)))
			if strings.ContainsRune(got, utf8.RuneError) || text.twofold([]byte(got)) {
				return
			}
			if had, ok := from[got]; ok {
				t.Errorf("%v: %q is % x and % x", enc, got, had, b)
			}
			from[got] = string(b)
		}
		for a := range 256 {
			try(byte(a))
			if longest == 1 || a < 0x80 {
				continue
			}
			for b := 0x30; b < 256; b++ {
				if longest == 4 && b <= '9' {
					for c := 0x81; c < 0xff; c++ {
						for d := byte('0'); d <= '9'; d++ {
							try(byte(a), byte(b), byte(c), d)
						}
					}
				} else if b >= 0x40 {
					try(byte(a), byte(b))
				}
			}
		}
	}
}

// Strings of different bytes that are one text have one code.
func TestDecodedOnce(t *testing.T) {
	for enc, same := range map[charset][2]string{gb18030: {"\xa1\xa1", "\xa3\xa0"}, big5: {"\xa2\xcc", "\xa4\x51"}} {
		from := newPool()
		codes := map[string]uint32{}
		for _, w := range []string{"a", same[0], "\xb5\xa5", same[1], "b", "\xff", "\xb5\xa5\xff"} {
			codes[w] = from.raw([]byte(w))
		}
		text := textDecoder{enc: enc, dec: enc.decoder()}
		p, to := text.all(t.Context(), from)
		words := map[string]bool{}
		for w, c := range codes {
			got := p.at(to[c])
			if want := string(text.decode(w)); got != want {
				t.Errorf("% x is %q, want %q", w, got, want)
			}
			words[got] = true
		}
		if p.len() != len(words) {
			t.Errorf("%d codes for %d texts", p.len(), len(words))
		}
		if to[codes[same[0]]] != to[codes[same[1]]] {
			t.Errorf("%v: two ways to write %q have two codes", enc, text.decode(same[0]))
		}
	}
}
