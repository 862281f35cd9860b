package sheet

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
	"unicode/utf8"
)

// What BIFF8 (.xls) and BIFF12 (.xlsb) have in common.

// rkNumber decodes the four-byte form of a number: an integer or the upper
// half of a float64, either of them possibly times 100.
func rkNumber(v uint32) float64 {
	f := math.Float64frombits(uint64(v&^3) << 32)
	if v&2 != 0 {
		f = float64(int32(v) >> 2)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}

// errorText is what a cell shows for an error code.
func errorText(code byte) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0f:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1d:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	case 0x2a:
		return "#N/A"
	case 0x2b:
		return "#GETTING_DATA"
	}
	return "#ERROR!"
}

// appendUTF16 appends little-endian UTF-16 as UTF-8.
func appendUTF16(dst, b []byte) []byte {
	for ; len(b) >= 2; b = b[2:] {
		r := rune(binary.LittleEndian.Uint16(b))
		if utf16.IsSurrogate(r) && len(b) >= 4 {
			if pair := utf16.DecodeRune(r, rune(binary.LittleEndian.Uint16(b[2:]))); pair != utf8.RuneError {
				r = pair
				b = b[2:]
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// appendLatin appends the compressed form of a text: the low bytes of
// characters whose high byte is zero.
func appendLatin(dst, b []byte) []byte {
	for _, c := range b {
		if c < utf8.RuneSelf {
			dst = append(dst, c)
		} else {
			dst = utf8.AppendRune(dst, rune(c))
		}
	}
	return dst
}

// le16 and le32 read from b, 0 where it is too short.
func le16(b []byte, at int) int {
	if at+2 > len(b) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(b[at:]))
}

func le32(b []byte, at int) uint32 {
	if at+4 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint32(b[at:])
}

func leFloat(b []byte, at int) float64 {
	if at+8 > len(b) {
		return nan
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b[at:]))
}

// byteAt is b[at], 0 where it is too short.
func byteAt(b []byte, at int) byte {
	if at >= len(b) {
		return 0
	}
	return b[at]
}

// from is b[at:], nil where it is too short.
func from(b []byte, at int) []byte {
	if at > len(b) {
		return nil
	}
	return b[at:]
}
