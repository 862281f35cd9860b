package sheet

import "bytes"

// rowScan parses whole <row> elements written the way nearly all programs do:
// no prefixes, double quotes, nothing but cells in rows. Whatever else it
// meets is errOdd, and the sheet is read again by the slow path, which must
// come to the same cells.
type rowScan struct {
	cells
	spent *budget
}

// rows parses b[:n]; behind it stands the pad.
func (s *rowScan) rows(b []byte, n int) error {
	i := 0
	for {
		for b[i] <= ' ' {
			i++
		}
		if i >= n {
			return nil
		}
		if string(b[i:i+4]) != "<row" {
			return errOdd
		}
		if s.block.full() {
			if err := s.spent.spend(s.block); err != nil {
				return err
			}
			s.begin()
		}
		var empty bool
		var err error
		if i, empty, err = s.rowTag(b, i+4); err != nil {
			return err
		}
		if empty {
			continue
		}
		for col := -1; ; {
			for b[i] <= ' ' && i < n {
				i++
			}
			if b[i] != '<' {
				return errOdd
			}
			if b[i+1] != 'c' {
				if string(b[i:i+6]) != "</row>" {
					return errOdd
				}
				i += 6
				break
			}
			if next, at := s.usual(b, i+2); next > 0 {
				i, col = next, at
				continue
			}
			if i, col, err = s.cell(b, i+2, n, col+1); err != nil {
				return err
			}
		}
	}
}

// rowTag reads the attributes of <row and its end.
func (s *rowScan) rowTag(b []byte, i int) (next int, empty bool, err error) {
	no, hidden := uint32(0), false
	for b[i] == ' ' {
		i++
		if b[i] == 'r' && b[i+1] == '=' && b[i+2] == '"' {
			if no != 0 {
				return i, false, errOdd // twice
			}
			i += 3
			start := i
			for b[i]-'0' <= 9 {
				no = no*10 + uint32(b[i]-'0')
				i++
			}
			if b[i] != '"' || i == start || i > start+9 || no == 0 {
				return i, false, errOdd
			}
			i++
			continue
		}
		name := i
		for b[i]|0x20 >= 'a' && b[i]|0x20 <= 'z' || b[i] == ':' || b[i]-'0' <= 9 {
			i++
		}
		if i == name || b[i] != '=' || b[i+1] != '"' {
			return i, false, errOdd
		}
		is := string(b[name:i]) == "hidden"
		i += 2
		value := i
		for b[i] != '"' {
			i++
		}
		if is {
			hidden = isTrue(b[value:i])
		}
		i++
	}
	if no > 0 {
		if no <= s.block.last || s.block.relative {
			return i, false, errOdd // out of order, or numbers after rows without
		}
		s.block.row(no, hidden)
	} else {
		s.block.nextRow(hidden)
	}
	switch {
	case b[i] == '>':
		return i + 1, false, nil
	case b[i] == '/' && b[i+1] == '>':
		return i + 2, true, nil
	}
	return i, false, errOdd
}

// cellType is the first letter of t="…", except that str is 'S'.
const (
	typeNumber = 0
	typeShared = 's'
	typeString = 'S'
	typeBool   = 'b'
	typeError  = 'e'
	typeInline = 'i'
)

var typeNames = map[byte]string{typeString: "str", typeBool: "b", typeError: "e", typeInline: "inlineStr"}

// usual parses a cell as nearly all are, a shared string or a number with its
// address, from behind <c on: what cell does, in half the time. next is 0 where
// it is any other cell.
func (s *rowScan) usual(b []byte, i int) (next, col int) {
	if string(b[i:i+4]) != ` r="` {
		return 0, 0
	}
	i += 4
	c := b[i] - 'A'
	if c > 25 {
		return 0, 0
	}
	col = int(c)
	i++
	if c = b[i] - 'A'; c <= 25 {
		col = (col+1)*26 + int(c)
		i++
	}
	for b[i]-'0' <= 9 {
		i++
	}
	if b[i] != '"' {
		return 0, 0
	}
	i++
	style := 0
	if string(b[i:i+4]) == ` s="` {
		i += 4
		start := i
		for b[i]-'0' <= 9 {
			style = style*10 + int(b[i]-'0')
			i++
		}
		if b[i] != '"' || i == start || i > start+7 {
			return 0, 0
		}
		i++
	}
	const shared, number, end = ` t="s"><v>`, `><v>`, `</v></c>`
	if string(b[i:i+len(shared)]) == shared {
		i += len(shared)
		start, index := i, 0
		for b[i]-'0' <= 9 {
			index = index*10 + int(b[i]-'0')
			i++
		}
		if i == start || i > start+9 || string(b[i:i+len(end)]) != end {
			return 0, 0
		}
		s.shared(col, index)
		return i + len(end), col
	}
	if string(b[i:i+len(number)]) != number {
		return 0, 0
	}
	f, i, ok := scanNumber(b, i+len(number))
	if !ok || string(b[i:i+len(end)]) != end {
		return 0, 0
	}
	s.num(col, f, style)
	return i + len(end), col
}

// cell parses a cell from behind <c on. Without an address it is in column col.
func (s *rowScan) cell(b []byte, i, n, col int) (next, at int, err error) {
	typ, style, seen := byte(typeNumber), 0, uint32(0)
	for b[i] == ' ' {
		i++
		if b[i+1] != '=' || b[i+2] != '"' {
			// vm, cm, ph: nothing that matters
			name := i
			for b[i]|0x20 >= 'a' && b[i]|0x20 <= 'z' {
				i++
			}
			if i == name || b[i] != '=' || b[i+1] != '"' {
				return i, col, errOdd
			}
			for i += 2; b[i] != '"'; i++ {
			}
			i++
			continue
		}
		key := b[i]
		if seen&(1<<(key&31)) != 0 {
			return i, col, errOdd // twice
		}
		seen |= 1 << (key & 31)
		i += 3
		start := i
		switch key {
		case 'r':
			c := 0
			for b[i]-'A' <= 25 && i < start+4 {
				c = c*26 + int(b[i]-'A') + 1
				i++
			}
			if i == start {
				return i, col, errOdd
			}
			col = c - 1
			for b[i]-'0' <= 9 {
				i++
			}
		case 's':
			for b[i]-'0' <= 9 && i < start+8 {
				style = style*10 + int(b[i]-'0')
				i++
			}
			if i == start {
				return i, col, errOdd
			}
		case 't':
			typ = b[i]
			switch {
			case b[i+1] == '"' && (typ == 's' || typ == 'b' || typ == 'e'):
				i++
			case b[i+1] == '"' && typ == 'n':
				typ = typeNumber
				i++
			case string(b[i:i+4]) == `str"`:
				typ = typeString
				i += 3
			case string(b[i:i+10]) == `inlineStr"`:
				typ = typeInline
				i += 9
			default:
				return i, col, errOdd
			}
		default:
			return i, col, errOdd
		}
		if b[i] != '"' {
			return i, col, errOdd
		}
		i++
	}
	if col >= maxColumns {
		return i, col, errColumns
	}
	if b[i] == '/' && b[i+1] == '>' {
		return i + 2, col, nil
	}
	if b[i] != '>' {
		return i, col, errOdd
	}
	i, err = s.content(b, i+1, n, col, typ, style)
	return i, col, err
}

// content parses what stands between <c …> and </c>.
func (s *rowScan) content(b []byte, i, n, col int, typ byte, style int) (int, error) {
	for {
		if i >= n || b[i] != '<' {
			return i, errOdd
		}
		switch {
		case b[i+1] == 'v' && b[i+2] == '>':
			end, err := s.v(b, i+3, n, col, typ, style)
			if err != nil {
				return end, err
			}
			if string(b[end:end+4]) != "</v>" {
				return end, errOdd
			}
			i = end + 4
		case b[i+1] == '/' && b[i+2] == 'c' && b[i+3] == '>':
			return i + 4, nil
		case b[i+1] == 'f' && (b[i+2] == '>' || b[i+2] == ' ' || b[i+2] == '/'):
			end := bytes.IndexByte(b[i:n], '>')
			if end < 0 {
				return i, errOdd
			}
			if b[i+end-1] == '/' {
				i += end + 1
				continue
			}
			i += end + 1
			if end = bytes.IndexByte(b[i:n], '<'); end < 0 || string(b[i+end:i+end+4]) != "</f>" {
				return i, errOdd
			}
			i += end + 4
		case string(b[i:i+4]) == "<is>" && typ == typeInline:
			end := bytes.Index(b[i:n], []byte("</is>"))
			if end < 0 {
				return i, errOdd
			}
			if err := s.inline(col, b[i:i+end+5]); err != nil {
				return i, errOdd
			}
			i += end + 5
		default:
			return i, errOdd
		}
	}
}

// v parses the text of a <v> and returns where it ends.
func (s *rowScan) v(b []byte, i, n, col int, typ byte, style int) (int, error) {
	start := i
	switch typ {
	case typeShared:
		index := 0
		for b[i]-'0' <= 9 && i < start+10 {
			index = index*10 + int(b[i]-'0')
			i++
		}
		if b[i] != '<' || i == start || i == start+10 {
			return i, errOdd
		}
		s.shared(col, index)
		return i, nil
	case typeNumber:
		f, end, ok := scanNumber(b, i)
		if ok {
			s.num(col, f, style)
			return end, nil
		}
		for i = end; i < n && b[i] != '<'; i++ {
			if b[i] == '&' || b[i] == '\r' {
				return i, errOdd
			}
		}
		return i, s.value(col, "", style, b[start:i])
	}
	end := bytes.IndexByte(b[i:n], '<')
	if end < 0 {
		return i, errOdd
	}
	s.buf = appendXML(s.buf[:0], b[i:i+end])
	return i + end, s.value(col, typeNames[typ], style, s.buf)
}

// inline stores the text of an <is> element.
func (s *rowScan) inline(col int, b []byte) (err error) {
	const open, end = "<is><t>", "</t></is>"
	if text, ok := bytes.CutPrefix(b, []byte(open)); ok {
		if text, ok = bytes.CutSuffix(text, []byte(end)); ok && bytes.IndexByte(text, '<') < 0 {
			s.buf = unescapeOffice(appendXML(s.buf[:0], text))
			s.text(col, s.buf)
			return nil
		}
	}
	s.rich.reset(b)
	if _, err = s.rich.next(); err != nil {
		return err
	}
	if s.buf, err = appendRuns(s.buf[:0], &s.rich, "is"); err != nil {
		return err
	}
	s.text(col, s.buf)
	return nil
}

// scanNumber reads a number up to the < behind it, as parseNumber does. Where
// ok is false it has no opinion.
func scanNumber(b []byte, i int) (f float64, end int, ok bool) {
	start, neg := i, b[i] == '-'
	if neg {
		i++
	}
	m, first := uint64(0), i
	for b[i]-'0' <= 9 {
		m = m*10 + uint64(b[i]-'0')
		i++
	}
	digits, frac := i-first, 0
	if b[i] == '.' {
		i++
		point := i
		for b[i]-'0' <= 9 {
			m = m*10 + uint64(b[i]-'0')
			i++
		}
		frac = i - point
		if digits == 1 && b[first] == '0' {
			digits = 0 // the zero before the point takes no room in m
		}
		digits += frac
	}
	switch {
	case b[i] != '<' || digits == 0 || digits > 19:
		return 0, start, false
	case frac == 0 && (m >= 1<<53 || digits > 15 && b[first] == '0'):
		return 0, start, false // an id may lose digits, or zeros before them
	case m < 1<<53:
		f = float64(m) / pow10[frac] // one rounding of two exact numbers
	default:
		f = scaled(m, frac)
	}
	if neg {
		f = -f
	}
	return f, i, true
}
