package sheet

import (
	"bytes"
	"math"
	"strconv"
	"time"
)

// cells turns the parts of <c> elements into values of a block: what the fast
// and the slow path share.
type cells struct {
	forms    []Form
	date1904 bool
	block    *block
	blocks   []*block // all since the last take; block is the last of them
	hint     int      // rows of the block before
	own      *pool    // texts that stand in the cells themselves
	need     int      // shared strings that there must be: the largest index met, plus one
	buf      []byte
	rich     xmlScan
}

// days1904 lie between day 0 of the 1900 and of the 1904 system.
const days1904 = 1462

func (s *cells) num(c int, v float64, style int) {
	f := FormGeneral
	if style < len(s.forms) {
		f = s.forms[style]
	}
	if f == FormDate && s.date1904 {
		v += days1904
	}
	s.block.setNum(c, v, f)
}

// shared stores the index of a shared string.
func (s *cells) shared(c, index int) {
	if index >= s.need {
		s.need = index + 1
	}
	s.block.setText(c, uint32(index+1))
}

// text stores a text that is decoded.
func (s *cells) text(c int, b []byte) {
	if len(b) > 0 {
		s.block.setText(c, s.local(b))
	}
}

func (s *cells) local(b []byte) uint32 {
	if s.own == nil {
		s.own = newPool()
	}
	s.block.local = s.own
	return s.own.code(b) | localBit
}

// begin starts a new block.
func (s *cells) begin() {
	if s.block != nil {
		s.hint = len(s.block.rowNo) + 16
	}
	s.block = &block{hint: s.hint}
	s.blocks = append(s.blocks, s.block)
}

// startRow begins a row, in a new block where the present one is full.
func (s *cells) startRow(no int, hidden bool, spent *budget) error {
	if s.block.full() {
		if err := spent.spend(s.block); err != nil {
			return err
		}
		s.begin()
	}
	s.block.row(uint32(min(no, maxRow+1)), hidden)
	return nil
}

// take hands over the blocks that are finished.
func (s *cells) take() []*block {
	out := s.blocks
	s.hint = len(s.block.rowNo) + 16
	s.block, s.blocks = nil, nil
	return out
}

// value stores the decoded text of a <v> by the type of its cell.
func (s *cells) value(c int, typ string, style int, v []byte) error {
	if len(v) == 0 {
		return nil
	}
	switch typ {
	case "s":
		i, err := strconv.ParseUint(string(bytes.TrimSpace(v)), 10, 31)
		if err != nil {
			return errDamaged
		}
		s.shared(c, int(i))
	case "", "n":
		s.number(c, style, v)
	case "b":
		n := 0.0
		if isTrue(v) {
			n = 1
		}
		s.block.setNum(c, n, FormBool)
	case "e":
		s.block.setError(c, s.local(v))
	case "d":
		s.isoDate(c, v)
	default: // str, inlineStr
		s.text(c, unescapeOffice(v))
	}
	return nil
}

// number stores a number as it is written in the file. Integers of more digits
// than a float64 holds stay texts, digit for digit, and so does what is no
// number at all.
func (s *cells) number(c, style int, v []byte) {
	t := bytes.TrimSpace(v)
	f, ok := parseNumber(t)
	if !ok {
		s.text(c, v)
		return
	}
	s.num(c, f, style)
}

// parseNumber reads decimal notation; ok is false where a float64 would lose
// digits of an integer.
func parseNumber(t []byte) (float64, bool) {
	digits := 0
	integer := true
	for i, c := range t {
		switch {
		case c-'0' <= 9:
			digits++
		case c == '-' && i == 0:
		case c == '.' || c == 'e' || c == 'E' || c == '-' || c == '+':
			integer = false
		default:
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(string(t), 64)
	if err != nil || math.IsInf(f, 0) {
		return 0, false
	}
	if integer && digits > 15 && strconv.FormatFloat(f, 'f', -1, 64) != string(bytes.TrimPrefix(t, []byte("+"))) {
		return 0, false
	}
	return f, true
}

// isoDate stores a cell of type d as the serial day that it would otherwise be.
func (s *cells) isoDate(c int, v []byte) {
	text := string(bytes.TrimSuffix(bytes.TrimSpace(v), []byte("Z")))
	for _, layout := range []string{"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, text); err == nil {
			s.block.setNum(c, serialOf(t), FormDate)
			return
		}
	}
	for _, layout := range []string{"15:04:05.999999999", "T15:04:05.999999999", "15:04"} {
		if t, err := time.Parse(layout, text); err == nil {
			d := t.Sub(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC))
			s.block.setNum(c, d.Seconds()/86400, FormTime)
			return
		}
	}
	s.text(c, v)
}

// serialOf is the day number of the 1900 system, as spreadsheets count it:
// day 60 is a 29 February 1900 that never was.
func serialOf(t time.Time) float64 {
	d := t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Seconds() / 86400
	if d < 61 {
		d--
	}
	return d
}
