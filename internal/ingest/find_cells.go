package ingest

import (
	"math"
	"strconv"

	"tallyboard/internal/sheet"
)

// class is what a cell looks like on its own.
type class byte

const (
	blank class = iota
	word        // letters
	value       // a number, date, time, phone number: what data rows hold and headers do not
)

// cellText gives the text of a cell as it stands in the file, as near as the
// grid knows it.
func cellText(g *sheet.Grid, row, col int) string {
	c := &g.Cols[col]
	if c.Text != nil && c.Text[row] != 0 {
		return g.Strings.At(c.Text[row])
	}
	if c.Num != nil && c.Num[row] == c.Num[row] {
		return numberText(c.Num[row], formAt(c, row))
	}
	return ""
}

// sameCell reports whether two cells of a column hold the same text or number.
func sameCell(g *sheet.Grid, row, other, col int) bool {
	c := &g.Cols[col]
	if c.Text != nil && c.Text[row] != c.Text[other] { // equal texts have equal codes
		return false
	}
	if c.Num == nil {
		return true
	}
	a, b := c.Num[row], c.Num[other]
	return a == b && formAt(c, row) == formAt(c, other) || a != a && b != b
}

func formAt(c *sheet.Column, row int) sheet.Form {
	if c.Form != nil {
		return c.Form[row]
	}
	return c.AllForm
}

// numberText writes a number as its cell shows it, without losing digits.
func numberText(v float64, f sheet.Form) string {
	switch f {
	case sheet.FormDate:
		return stamp(serialTime(v))
	case sheet.FormTime:
		return hms(serialSpan(v))
	case sheet.FormPercent:
		return strconv.FormatFloat(math.Round(v*1e12)/1e10, 'f', -1, 64) + "%"
	case sheet.FormBool:
		if v != 0 {
			return "TRUE"
		}
		return "FALSE"
	}
	if a := math.Abs(v); a >= 1e21 || a > 0 && a < 1e-7 {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// classify says what a cell looks like.
func classify(g *sheet.Grid, row, col int) class {
	c := &g.Cols[col]
	if c.Text != nil && c.Text[row] != 0 {
		return classOf(g.Strings.At(c.Text[row]))
	}
	if c.Num != nil && c.Num[row] == c.Num[row] {
		return value
	}
	return blank
}

func classOf(s string) class {
	s = cleanWord(s)
	if s == "" {
		return blank
	}
	if len(s) > 60 {
		return word
	}
	if missingMark(s) || none(s) || keepsForm(s) {
		return value
	}
	if _, ok := readNumber(s); ok {
		return value
	}
	if _, ok := readDate(s); ok {
		return value
	}
	if c, ok := readClock(s); ok && (c.colons > 0 || c.worded) {
		return value
	}
	if _, ok := readDuration(s); ok {
		return value
	}
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '-' || r == '_' || r == '+' || r == ' ' || r == '/' || r == '*' || r == '#' || r == '.':
		default:
			letters++
		}
	}
	if digits >= 5 && digits > 2*letters {
		return value // ids, phone numbers, versions
	}
	return word
}
