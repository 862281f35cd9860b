package main

import (
	"fmt"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
)

// group is all warnings of one kind about one column of one file, told by its
// first place.
type group struct {
	first fault.Warning
	count int
}

func grouped(l fault.List) []group {
	type key struct{ kind, file, sheet, name string }
	at := map[key]int{}
	var out []group
	for _, w := range l.Items {
		k := key{w.Kind, w.File, w.Sheet, w.Name}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, group{first: w})
		}
		out[i].count += max(1, w.Count)
	}
	return out
}

// text is one line: where, which cell, its text, why, and how many more.
func (g group) text(l lang.Lang) string {
	w := g.first
	s := w.File
	if w.Sheet != "" {
		s += " [" + w.Sheet + "]"
	}
	if w.Row > 0 && w.Col > 0 {
		s += " " + cellName(w.Row, w.Col)
	} else if w.Row > 0 {
		s += " " + l.T("cli.row", w.Row)
	}
	if w.Name != "" {
		s += " " + w.Name
	}
	if w.Text != "" {
		s += fmt.Sprintf(" %q", w.Text)
	}
	s += ": " + w.Why(l)
	if g.count > 1 {
		s += " " + l.T("cli.more", g.count-1)
	}
	return s
}

// cellName is the name of a cell as spreadsheets write it, such as B17.
func cellName(row, col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return fmt.Sprintf("%s%d", name, row)
}
