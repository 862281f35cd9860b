package workbook

import (
	"strconv"
	"strings"
	"unicode"

	"tallyboard/internal/render/workbook/xl"
)

// names gives out names that Excel takes as different: letter case does not
// matter.
type names struct{ taken map[string]bool }

func newNames() *names { return &names{map[string]bool{}} }

// take gives name, or name with a number behind it that is not taken yet. The
// number goes into at most most UTF-16 units together with the name.
func (n *names) take(name string, most int, number func(i int) string) string {
	for i := 1; ; i++ {
		tail := ""
		if i > 1 {
			tail = number(i)
		}
		s := xl.Cut(name, most-len(tail)) + tail
		if key := strings.ToLower(s); !n.taken[key] {
			n.taken[key] = true
			return s
		}
	}
}

// sheet makes a legal sheet name that is not taken yet: at most 31 units, none
// of []:*?/\, no apostrophe at an end, and not History, which Excel keeps.
func (n *names) sheet(title string) string {
	return n.take(sheetName(title), 31, func(i int) string { return " (" + strconv.Itoa(i) + ")" })
}

// holds reports whether a sheet has the name already.
func (n *names) holds(title string) bool { return n.taken[strings.ToLower(sheetName(title))] }

func sheetName(title string) string {
	s := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\!`, r): // the library cuts references at !
			return ' '
		case unicode.IsControl(r) || r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, title)
	s = strings.Trim(strings.Join(strings.Fields(s), " "), "' ")
	s = strings.TrimRight(xl.Cut(s, 31), "' ")
	if s == "" || strings.EqualFold(s, "history") {
		s += "_"
	}
	return s
}

// table makes a legal table name that is not taken yet.
func (n *names) table(id string) string {
	s := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' {
			return r
		}
		return '_'
	}, id)
	// The prefix keeps it from reading as a cell (A1) or beginning with a digit.
	return n.take("t_"+s, 200, func(i int) string { return "_" + strconv.Itoa(i) })
}

// header makes a column title that is not empty and not taken yet.
func (n *names) header(title string, col int) string {
	s := strings.Join(strings.Fields(title), " ")
	if s == "" {
		s = "#" + strconv.Itoa(col)
	}
	return n.take(s, 250, func(i int) string { return " " + strconv.Itoa(i) })
}
