package sheet

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// charset is an encoding of text files.
type charset uint8

const (
	utf8Text charset = iota
	gb18030          // also GBK and GB 2312, which it contains
	big5
	utf16le
	utf16be
	latin // Windows-1252: what is left for western files
)

func (c charset) String() string {
	return [...]string{"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "Windows-1252"}[c]
}

// decoder is nil for UTF-8.
func (c charset) decoder() *encoding.Decoder {
	switch c {
	case gb18030:
		return simplifiedchinese.GB18030.NewDecoder()
	case big5:
		return traditionalchinese.Big5.NewDecoder()
	case utf16le:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case utf16be:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	case latin:
		return charmap.Windows1252.NewDecoder()
	}
	return nil
}

// wide reports that a delimiter cannot be seen in the undecoded bytes.
func (c charset) wide() bool { return c == utf16le || c == utf16be }

// bomOf finds a byte order mark and its length.
func bomOf(b []byte) (c charset, n int) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return utf8Text, 3
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return utf16le, 2
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return utf16be, 2
	}
	return utf8Text, 0
}

// charsetOf finds the encoding of text without a mark: the NUL pattern of
// UTF-16, then UTF-8, then GB18030 against Big5. sure is false where the
// sample is plain ASCII and says nothing.
func charsetOf(b []byte) (c charset, sure bool) {
	var zeros [2]int
	for i, x := range b {
		if x == 0 {
			zeros[i&1]++
		}
	}
	// Text has no NUL, but in UTF-16 every digit, comma and newline has one,
	// always on the same side.
	if z := zeros[0] + zeros[1]; z > len(b)/40 {
		if zeros[1] > 8*zeros[0] {
			return utf16le, true
		}
		if zeros[0] > 8*zeros[1] {
			return utf16be, true
		}
	}
	good, long, bad := countUTF8(b)
	if good+bad == 0 {
		return utf8Text, false
	}
	// A few broken characters (text cut off by bytes) do not make it GBK, which
	// now and then looks like characters of two bytes, but hardly ever of three.
	if bad*9 <= good || bad*3 <= long {
		return utf8Text, true
	}
	return chineseCharset(b), true
}

// countUTF8 counts the characters of several bytes, those of three and more
// among them, and the bytes that begin none. An incomplete character at the
// end is neither.
func countUTF8(b []byte) (good, long, bad int) {
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		_, n := utf8.DecodeRune(b)
		switch {
		case n > 1:
			good++
			if n > 2 {
				long++
			}
		case !utf8.FullRune(b):
			return good, long, bad
		default:
			bad++
		}
		b = b[n:]
	}
	return good, long, bad
}

// chineseCharset weighs GB18030 against Big5 by the bytes of each pair: both
// use nearly the same code space, but each has its 4,000 to 5,000 common
// characters in a zone of its own.
func chineseCharset(b []byte) charset {
	var pairs, gbBad, big5Bad, gbCommon, big5Common int
	for i := 0; i+1 < len(b); i++ {
		lead, trail := b[i], b[i+1]
		if lead < 0x80 {
			continue
		}
		if lead >= 0x81 && lead <= 0xfe && trail >= '0' && trail <= '9' && i+3 < len(b) && b[i+2] >= 0x81 && b[i+3]-'0' <= 9 {
			i += 3 // four bytes of GB18030
			big5Bad++
			pairs++
			continue
		}
		pairs++
		switch {
		case trail < 0x40 || trail == 0x7f || trail == 0xff || lead == 0x80 || lead == 0xff:
			gbBad++
			big5Bad++
			continue // the second byte stands for itself
		case lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1:
			gbCommon++
		}
		switch {
		case lead < 0xa1 || lead > 0xf9 || trail > 0x7e && trail < 0xa1:
			big5Bad++
		case lead >= 0xa4 && lead <= 0xc6:
			big5Common++
		}
		i++
	}
	switch {
	case gbBad*5 > pairs:
		return latin
	case big5Bad*50 <= pairs && big5Common > gbCommon:
		return big5
	}
	return gb18030
}

// asUTF8 decodes a stream of XML by its byte order mark.
func asUTF8(r io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(r, 4096)
	mark, err := b.Peek(3)
	if err != nil && err != io.EOF {
		return nil, err
	}
	c, n := bomOf(mark)
	if n == 0 && len(mark) >= 2 && (mark[0] == 0 || mark[1] == 0) {
		if c = utf16le; mark[0] == 0 {
			c = utf16be
		}
	}
	if _, err := b.Discard(n); err != nil {
		return nil, err
	}
	if d := c.decoder(); d != nil {
		return transform.NewReader(b, d), nil
	}
	return b, nil
}
