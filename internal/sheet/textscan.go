package sheet

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// textScan cuts records into fields and codes them, for one goroutine. The
// codes of a column count in a pool of its own, of undecoded bytes.
type textScan struct {
	delim byte
	pools []*pool
	quote []byte // a field with doubled quotes, without them
	hint  int    // rows of the piece before
}

// scanned is one piece of text as rows.
type scanned struct {
	*block
	by    *textScan
	solid uint32 // number of the last record that is more than an empty line
}

// piece parses whole records.
func (s *textScan) piece(p piece) (*scanned, error) {
	b, n := p.padded(), len(p.b)
	out := &scanned{block: &block{hint: s.hint}, by: s}
	delims := uint64(s.delim) * 0x0101010101010101
	for i := 0; i < n; {
		out.nextRow(false)
		start := i
		for c := 0; ; c++ {
			var field []byte
			text := false // quoted in such a way that it is surely a text
			var end int
			if b[i] == '"' && i < n {
				field, end, text = s.quoted(b, i, n)
			} else {
				end = min(fieldEnd(b, i, delims), n)
				field = b[i:end]
			}
			atEnd := end >= n || b[end] == '\n'
			if atEnd && len(field) > 0 && field[len(field)-1] == '\r' {
				field = field[:len(field)-1]
			}
			if len(field) > 0 {
				if c >= maxColumns {
					return nil, errColumns
				}
				s.set(out.block, c, field, text)
			}
			i = end + 1
			if atEnd {
				if c > 0 || end > start+1 || end > start && b[start] != '\r' {
					out.solid = out.last
				}
				break
			}
		}
	}
	for _, p := range s.pools {
		if p.full {
			return nil, errTooBig
		}
	}
	s.hint = len(out.rowNo) + 16
	return out, nil
}

// set stores a field that is not empty.
func (s *textScan) set(bl *block, c int, field []byte, text bool) {
	if f := field[0]; !text && (f-'0' <= 9 || f == '-') {
		if v, ok := plainNumber(field); ok {
			bl.setNum(c, v, FormGeneral)
			return
		}
	}
	// ="0571" is how exports make Excel keep the digits of an id.
	if len(field) > 3 && field[0] == '=' && field[1] == '"' && field[len(field)-1] == '"' &&
		bytes.IndexByte(field[2:len(field)-1], '"') < 0 {
		field = field[2 : len(field)-1]
	}
	for c >= len(s.pools) {
		s.pools = append(s.pools, newPool())
	}
	bl.setText(c, s.pools[c].raw(field))
}

// quoted reads the field that begins with the quote at i, and finds its end.
// What stands behind the closing quote belongs to the field.
func (s *textScan) quoted(b []byte, i, n int) (field []byte, end int, text bool) {
	q, ok := closingQuote(b[:n], i+1)
	if !ok { // stands for itself
		end = i
		for end < n && b[end] != s.delim && b[end] != '\n' {
			end++
		}
		return b[i:end], end, false
	}
	field, end = b[i+1:q], q+1
	for end < n && b[end] != s.delim && b[end] != '\n' {
		end++
	}
	tail := bytes.TrimSuffix(b[q+1:end], []byte("\r"))
	if len(tail) == 0 && bytes.IndexByte(field, '"') < 0 {
		return field, end, false
	}
	s.quote = s.quote[:0]
	for j := 0; j < len(field); j++ {
		s.quote = append(s.quote, field[j])
		if field[j] == '"' {
			j++
		}
	}
	s.quote = append(s.quote, tail...)
	return s.quote, end, len(tail) > 0
}

// fieldEnd finds the delimiter or newline that ends the field at i, eight
// bytes at a time; the pad behind b has a newline.
func fieldEnd(b []byte, i int, delims uint64) int {
	const ones, tops, newlines = 0x0101010101010101, 0x8080808080808080, 0x0a0a0a0a0a0a0a0a
	for {
		x := binary.LittleEndian.Uint64(b[i:])
		d, l := x^delims, x^newlines
		// The lowest set bit marks the first zero byte.
		if m := (d-ones)&^d&tops | (l-ones)&^l&tops; m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
		i += 8
	}
}
