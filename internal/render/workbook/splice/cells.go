package splice

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"tallyboard/internal/render/workbook/xl"
)

// chunk is the size in bytes of the pieces in which strings are kept.
const chunk = 1 << 20

// Strings is the file's table of strings, as far as rows add to it.
type Strings struct {
	xml   [][]byte
	n     int
	index map[string]int // of texts that Index saw
}

// Add adds a text and gives its place in the table.
func (s *Strings) Add(text string) int {
	last := len(s.xml) - 1
	if last < 0 || len(s.xml[last]) > chunk-1024 {
		s.xml = append(s.xml, make([]byte, 0, chunk))
		last++
	}
	open := "<si><t>"
	if strings.TrimSpace(text) != text || strings.ContainsAny(text, "\n\t") {
		open = `<si><t xml:space="preserve">` // readers may drop blanks otherwise
	}
	b := AppendText(append(s.xml[last], open...), text)
	s.xml[last] = append(b, "</t></si>"...)
	s.n++
	return s.n - 1
}

// Index gives the place of a text in the table, and adds it the first time.
func (s *Strings) Index(text string) int {
	i, ok := s.index[text]
	if !ok {
		if s.index == nil {
			s.index = map[string]int{}
		}
		i = s.Add(text)
		s.index[text] = i
	}
	return i
}

// Column writes the cells of a column: it holds what stands before the row
// number and behind it.
type Column struct {
	open   []byte // <c r="B
	number []byte // " s="3"><v>
	text   []byte // " s="3" t="s"><v>
	inline []byte // " s="3" t="inlineStr"><is><t>
}

// NewColumn is the col-th column, counted from 1, in a style of the file.
func NewColumn(col, style int) Column {
	s := `" s="` + strconv.Itoa(style) + `"`
	return Column{
		open:   []byte(`<c r="` + xl.Column(col)),
		number: []byte(s + `><v>`),
		text:   []byte(s + ` t="s"><v>`),
		inline: []byte(s + ` t="inlineStr"><is><t>`),
	}
}

// Number appends a cell with a number; row is the row's number in digits.
func (c *Column) Number(b, row []byte, v float64) []byte {
	b = append(append(append(b, c.open...), row...), c.number...)
	return append(AppendNumber(b, v), "</v></c>"...)
}

// Text appends a cell with the text at a place of the table of strings.
func (c *Column) Text(b, row []byte, place int) []byte {
	b = append(append(append(b, c.open...), row...), c.text...)
	return append(strconv.AppendInt(b, int64(place), 10), "</v></c>"...)
}

// Inline appends a cell with a text of its own.
func (c *Column) Inline(b, row []byte, text string) []byte {
	b = append(append(append(b, c.open...), row...), c.inline...)
	return append(AppendText(b, text), "</t></is></c>"...)
}

// AppendRow appends a row whose number, in digits, is row.
func AppendRow(b, row []byte, cells func(b []byte) []byte) []byte {
	b = append(append(append(b, `<row r="`...), row...), `">`...)
	return append(cells(b), "</row>"...)
}

// hexEscape is what Excel reads as an escaped character inside a text.
var hexEscape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// AppendText escapes a text for XML.
func AppendText(b []byte, text string) []byte {
	text = xl.Tidy(text)
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

// AppendNumber writes a number in the fewest digits that give it back.
func AppendNumber(b []byte, v float64) []byte {
	if n := int64(v); float64(n) == v && n > -1e15 && n < 1e15 {
		return strconv.AppendInt(b, n, 10)
	}
	if a := math.Abs(v); a >= 1e-5 && a < 1e15 {
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	}
	return strconv.AppendFloat(b, v, 'E', -1, 64)
}
