package document

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
)

// Place is where a row of a log stands. The zero Place is not known.
type Place struct {
	File  string
	Sheet string // "" where the file has none
	Row   int    // as the program that made the file counts, from 1
}

// InFull is the table as files hold it: every row, and where rows stand in
// columns of their own for file, sheet and row.
func (t *Table) InFull(l lang.Lang) *Table {
	if !t.placed() {
		return t
	}
	out := *t
	out.Columns = append(slices.Clone(t.Columns),
		Column{Title: l.T("document.file"), Format: display.Format{Kind: display.Text}},
		Column{Title: l.T("document.sheet"), Format: display.Format{Kind: display.Text}},
		Column{Title: l.T("document.row"), Format: display.Format{Kind: display.Decimal, Decimals: display.AsNeeded}})
	out.Rows = slices.Clone(t.Rows)
	for i, r := range out.Rows {
		row := nan
		if r.Place.Row > 0 {
			row = float64(r.Place.Row)
		}
		out.Rows[i].Cells = append(slices.Clone(r.Cells), Words(r.Place.File), Words(r.Place.Sheet), Number(row))
	}
	return &out
}

// Paged is the table as pages show it: the first rows where there are many,
// and one column for where rows stand. What pages leave out is said under it.
func (t *Table) Paged(l lang.Lang) *Table {
	body := len(t.Rows)
	for body > 0 && t.Rows[body-1].Total {
		body--
	}
	cut := t.Printed > 0 && body > t.Printed
	if !cut && !t.placed() {
		return t
	}
	out := *t
	out.Rows = slices.Clone(t.Rows)
	var notes []string
	if cut {
		out.Rows = slices.Delete(out.Rows, t.Printed, body)
		notes = append(notes, l.T("document.printed", count(t.Printed, l), count(body, l)))
	}
	if t.placed() {
		if from := out.place(l); from != "" {
			notes = append(notes, l.T("document.rowsof", from))
		}
	}
	for _, n := range notes {
		if out.Note != "" {
			n = l.T("document.notes", out.Note, n)
		}
		out.Note = n
	}
	return &out
}

// marks stand for the sheets that the rows of one table come from.
var marks = []rune("①②③④⑤⑥⑦⑧⑨⑩")

// place adds the column of row numbers. The sheets that they count in are given
// back for the small print: one, or each with the mark that stands before its
// numbers. Where there are too many, the column says them itself.
func (t *Table) place(l lang.Lang) (from string) {
	var sheets []string
	for _, r := range t.Rows {
		if name := r.Place.sheetName(l); r.Place.Row > 0 && !slices.Contains(sheets, name) {
			sheets = append(sheets, name)
		}
	}
	title, many := l.T("document.row"), len(sheets) > len(marks)
	if many {
		title = l.T("document.place")
	}
	t.Columns = append(slices.Clone(t.Columns), Column{Title: title, Format: display.Format{Kind: display.Text}})
	for i, r := range t.Rows {
		words := ""
		switch name := r.Place.sheetName(l); {
		case r.Place.Row == 0:
		case many:
			words = l.T("document.placed", name, r.Place.Row)
		case len(sheets) > 1:
			words = string(marks[slices.Index(sheets, name)]) + " " + strconv.Itoa(r.Place.Row)
		default:
			words = strconv.Itoa(r.Place.Row)
		}
		t.Rows[i].Cells = append(slices.Clone(r.Cells), Words(words))
	}
	switch {
	case many:
		return ""
	case len(sheets) > 1:
		for i := range sheets {
			sheets[i] = string(marks[i]) + " " + sheets[i]
		}
	}
	return l.List(sheets)
}

// sheetName is the file, with the sheet where that has another name.
func (p Place) sheetName(l lang.Lang) string {
	if p.Sheet == "" || p.Sheet == strings.TrimSuffix(p.File, filepath.Ext(p.File)) {
		return p.File
	}
	return l.T("document.onsheet", p.File, p.Sheet)
}

// placed reports whether rows of the table say where they stand.
func (t *Table) placed() bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Place.Row > 0 })
}

func count(n int, l lang.Lang) string {
	return display.Format{Kind: display.Count}.Full(float64(n), l)
}
