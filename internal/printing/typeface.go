package printing

import (
	"bytes"
	"encoding/binary"
)

// The embedded typeface is printed with under a name of our own, of the same
// length: systems may have another edition under its usual one, with other
// letters in other places.
const (
	usualFamily = "Noto Sans CJK SC"
	ownFamily   = "Tallyboard Print"
)

// renamed is a copy of a TrueType file whose family has our own name; nil where
// the file has not the usual one.
func renamed(ttf []byte) []byte {
	const header, entry = 12, 16
	if len(ttf) < header {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		at := header + i*entry
		if at+entry > len(ttf) {
			return nil
		}
		if string(ttf[at:at+4]) != "name" {
			continue
		}
		from, n := int(binary.BigEndian.Uint32(ttf[at+8:])), int(binary.BigEndian.Uint32(ttf[at+12:]))
		if from+n > len(ttf) {
			return nil
		}
		names := bytes.ReplaceAll(ttf[from:from+n], wide(usualFamily), wide(ownFamily))
		if bytes.Equal(names, ttf[from:from+n]) {
			return nil
		}
		out := bytes.Clone(ttf)
		copy(out[from:], names)
		binary.BigEndian.PutUint32(out[at+4:], checksum(names))
		return out
	}
	return nil
}

// wide is a name as fonts have it: UTF-16, the high byte first.
func wide(s string) []byte {
	var b []byte
	for _, c := range []byte(s) {
		b = append(b, 0, c)
	}
	return b
}

// checksum is that of a font's table: the sum of its words, filled up with zeros.
func checksum(table []byte) (sum uint32) {
	for len(table) >= 4 {
		sum += binary.BigEndian.Uint32(table)
		table = table[4:]
	}
	var last [4]byte
	copy(last[:], table)
	return sum + binary.BigEndian.Uint32(last[:])
}
