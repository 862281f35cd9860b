package sheet

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// compoundOf makes a compound file of streams; each is filled up to where it
// needs no mini stream.
func compoundOf(streams ...[2]string) []byte {
	const sector = 512
	le := binary.LittleEndian
	var body []byte
	var fat []uint32
	add := func(b []byte) uint32 {
		first := uint32(len(fat))
		for len(b) > 0 {
			n := min(sector, len(b))
			body = append(body, b[:n]...)
			body = append(body, make([]byte, sector-n)...)
			b = b[n:]
			fat = append(fat, uint32(len(fat)+1))
		}
		fat[len(fat)-1] = 0xfffffffe
		return first
	}
	dir := make([]byte, 128)
	entry := func(e []byte, name string, kind byte, start uint32, size int) {
		u := utf16.Encode([]rune(name + "\x00"))
		for i, c := range u {
			le.PutUint16(e[2*i:], c)
		}
		le.PutUint16(e[64:], uint16(2*len(u)))
		e[66] = kind
		le.PutUint32(e[68:], 0xffffffff)
		le.PutUint32(e[72:], 0xffffffff)
		le.PutUint32(e[76:], 0xffffffff)
		le.PutUint32(e[116:], start)
		le.PutUint32(e[120:], uint32(size))
	}
	entry(dir, "Root Entry", 5, 0xfffffffe, 0)
	for _, s := range streams {
		b := []byte(s[1])
		if len(b) < 4096 {
			b = append(b, make([]byte, 4096-len(b))...)
		}
		e := make([]byte, 128)
		entry(e, s[0], 2, add(b), len(b))
		dir = append(dir, e...)
	}
	dirAt := add(dir)
	// Behind them the table of sectors, and the sectors that list those of its
	// own that the header has no room for.
	const perSector, inHeader = sector / 4, 109
	fatAt := len(fat)
	n, lists := 1, 0
	for n*perSector < fatAt+n+lists {
		n++
		lists = max(0, (n-inHeader+perSector-2)/(perSector-1))
	}
	for range n {
		fat = append(fat, 0xfffffffd)
	}
	for range lists {
		fat = append(fat, 0xfffffffc)
	}
	for len(fat) < n*perSector {
		fat = append(fat, 0xffffffff)
	}
	head := make([]byte, 512)
	copy(head, cfbMagic)
	le.PutUint16(head[24:], 0x3e)
	le.PutUint16(head[26:], 3)
	le.PutUint16(head[28:], 0xfffe)
	le.PutUint16(head[30:], 9)
	le.PutUint16(head[32:], 6)
	le.PutUint32(head[44:], uint32(n))
	le.PutUint32(head[48:], dirAt)
	le.PutUint32(head[56:], 4096)
	le.PutUint32(head[60:], 0xfffffffe)
	le.PutUint32(head[68:], 0xfffffffe)
	le.PutUint32(head[72:], uint32(lists))
	if lists > 0 {
		le.PutUint32(head[68:], uint32(fatAt+n))
	}
	number := func(i int) uint32 {
		if i < n {
			return uint32(fatAt + i)
		}
		return 0xffffffff
	}
	for i := range inHeader {
		le.PutUint32(head[76+4*i:], number(i))
	}
	out := slices.Concat(head, body)
	for _, v := range fat {
		out = le.AppendUint32(out, v)
	}
	for l := range lists {
		for i := range perSector - 1 {
			out = le.AppendUint32(out, number(inHeader+l*(perSector-1)+i))
		}
		next := uint32(0xfffffffe)
		if l+1 < lists {
			next = uint32(fatAt + n + l + 1)
		}
		out = le.AppendUint32(out, next)
	}
	return out
}
