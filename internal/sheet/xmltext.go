package sheet

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// appendXML appends text with its entities decoded and its line ends as \n.
func appendXML(dst, b []byte) []byte {
	if bytes.IndexByte(b, '&') < 0 && bytes.IndexByte(b, '\r') < 0 {
		return append(dst, b...)
	}
	for i := 0; i < len(b); {
		switch c := b[i]; c {
		case '&':
			var n int
			dst, n = appendEntity(dst, b[i:])
			i += n
		case '\r':
			if i++; i == len(b) || b[i] != '\n' {
				dst = append(dst, '\n')
			}
		default:
			dst = append(dst, c)
			i++
		}
	}
	return dst
}

// appendEntity decodes the entity at the start of b and says how long it is.
// What is no entity stands for itself.
func appendEntity(dst, b []byte) ([]byte, int) {
	end := bytes.IndexByte(b[:min(len(b), 12)], ';')
	if end < 0 {
		return append(dst, '&'), 1
	}
	name := string(b[1:end])
	switch name {
	case "lt":
		return append(dst, '<'), end + 1
	case "gt":
		return append(dst, '>'), end + 1
	case "amp":
		return append(dst, '&'), end + 1
	case "quot":
		return append(dst, '"'), end + 1
	case "apos":
		return append(dst, '\''), end + 1
	}
	if len(name) > 1 && name[0] == '#' {
		base, digits := 10, name[1:]
		if digits[0] == 'x' || digits[0] == 'X' {
			base, digits = 16, digits[1:]
		}
		if v, err := strconv.ParseUint(digits, base, 32); err == nil {
			if v > utf8.MaxRune {
				v = utf8.RuneError
			}
			return utf8.AppendRune(dst, rune(v)), end + 1
		}
	}
	return append(dst, '&'), 1
}

// unescapeOffice decodes in place the _xHHHH_ by which Office writes
// characters that XML cannot hold; _x005F_ is the underscore itself.
func unescapeOffice(b []byte) []byte {
	if !bytes.Contains(b, []byte("_x")) {
		return b
	}
	out := b[:0]
	for i := 0; i < len(b); {
		u, ok := officeEscape(b[i:])
		if !ok {
			out = append(out, b[i])
			i++
			continue
		}
		r := rune(u)
		i += 7
		if utf16.IsSurrogate(r) {
			low, ok := officeEscape(b[i:])
			if r = utf16.DecodeRune(r, rune(low)); ok && r != utf8.RuneError {
				i += 7
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// officeEscape reads the _xHHHH_ at the start of b.
func officeEscape(b []byte) (uint16, bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	v := uint16(0)
	for _, c := range b[2:6] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		v = v<<4 | uint16(c)
	}
	return v, true
}
