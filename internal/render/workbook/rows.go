package workbook

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"tallyboard/internal/display"
	"tallyboard/internal/render/workbook/xl"
)

// sharedStrings is the texts that data sheets add to the file's table of
// strings.
type sharedStrings struct {
	xml []byte
	n   int
}

// hexEscape is what Excel reads as an escaped character inside a text.
var hexEscape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// add adds a text and gives its place among those added.
func (s *sharedStrings) add(text string) int {
	s.xml = append(s.xml, `<si><t xml:space="preserve">`...)
	s.xml = appendText(s.xml, text)
	s.xml = append(s.xml, "</t></si>"...)
	s.n++
	return s.n - 1
}

// appendText escapes a text for XML.
func appendText(b []byte, text string) []byte {
	text = tidy(text)
	if strings.Contains(text, "_x") {
		text = hexEscape.ReplaceAllStringFunc(text, func(m string) string { return "_x005F" + m })
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == utf8.RuneError && n == 1:
			b = append(b, "\uFFFD"...)
		default:
			b = append(b, text[i:i+n]...)
		}
		i += n
	}
	return b
}

// rowColumn is a column as its cells are written: what stands before the row
// number and behind it.
type rowColumn struct {
	*dataColumn
	open   []byte   // <c r="B
	number []byte   // " s="3"><v>
	text   []byte   // " s="3" t="s"><v>
	inline []byte   // " s="3" t="inlineStr"><is><t>
	index  []uint32 // of codes among the strings added
}

// rowColumns prepares the columns and adds the strings that the rows use.
func (d *dataSheet) rowColumns(s *sharedStrings) []rowColumn {
	out := make([]rowColumn, len(d.cols))
	for j := range d.cols {
		c := &d.cols[j]
		style := strconv.Itoa(c.style)
		out[j] = rowColumn{dataColumn: c,
			open:   []byte(`<c r="` + xl.Column(j+1)),
			number: []byte(`" s="` + style + `"><v>`),
			text:   []byte(`" s="` + style + `" t="s"><v>`),
			inline: []byte(`" s="` + style + `" t="inlineStr"><is><t>`),
		}
		if !c.Type.Coded() {
			continue
		}
		// Only words of these rows are written: a dictionary may hold others.
		index := make([]uint32, c.Dict.Len()+1)
		for _, code := range c.Codes[d.from:d.to] {
			if code != 0 && index[code] == 0 {
				index[code] = uint32(s.add(c.Dict.At(code))) + 1
			}
		}
		out[j].index = index
	}
	return out
}

// appendRows writes the rows from up to to of the log as sheet rows; base is
// the number of strings before those that data sheets add.
func (d *dataSheet) appendRows(b []byte, cols []rowColumn, from, to int, base uint64) []byte {
	var digits [12]byte
	for i := from; i < to; i++ {
		row := strconv.AppendInt(digits[:0], int64(i-d.from+2), 10)
		b = append(b, `<row r="`...)
		b = append(b, row...)
		b = append(b, `">`...)
		for j := range cols {
			b = cols[j].append(b, i, row, base)
		}
		b = append(b, "</row>"...)
	}
	return b
}

// append writes the cell of a row; nothing where it is blank.
func (c *rowColumn) append(b []byte, i int, row []byte, base uint64) []byte {
	if c.Type.Coded() {
		code := c.Codes[i]
		if code == 0 {
			return b
		}
		b = append(append(append(b, c.open...), row...), c.text...)
		b = strconv.AppendUint(b, base+uint64(c.index[code])-1, 10)
		return append(b, "</v></c>"...)
	}
	v := c.Nums[i]
	if math.IsNaN(v) {
		return b
	}
	b = append(append(b, c.open...), row...)
	if !writable(v, c.kind) {
		b = append(b, c.inline...)
		b = appendText(b, display.Format{Kind: c.kind}.Bare(v, ""))
		return append(b, "</t></is></c>"...)
	}
	b = append(b, c.number...)
	b = appendNumber(b, value(v, c.kind))
	return append(b, "</v></c>"...)
}

// appendNumber writes a number in the fewest digits that give it back.
func appendNumber(b []byte, v float64) []byte {
	if n := int64(v); float64(n) == v && n > -1e15 && n < 1e15 {
		return strconv.AppendInt(b, n, 10)
	}
	if a := math.Abs(v); a >= 1e-5 && a < 1e15 {
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	}
	return strconv.AppendFloat(b, v, 'E', -1, 64)
}
