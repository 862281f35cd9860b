package document

import (
	"strings"
	"testing"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
)

func places(rows ...Place) *Table {
	t := &Table{ID: "list", Columns: []Column{{Title: "Customer", Format: display.Format{Kind: display.Text}}}, List: true}
	for _, p := range rows {
		t.Rows = append(t.Rows, Row{Cells: []Cell{Words("a")}, Place: p})
	}
	return t
}

func shown(t *Table, l lang.Lang) string {
	var lines []string
	for _, r := range t.Rows {
		var cells []string
		for i, c := range r.Cells {
			if c.Text == "" {
				c.Text = t.Columns[i].Format.Full(c.Num, l)
			}
			cells = append(cells, c.Text)
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	return strings.Join(lines, "; ") + " (" + t.Note + ")"
}

// Files say file, sheet and row in columns; pages say no more than is needed.
func TestPlaces(t *testing.T) {
	one := places(Place{"calls.xlsx", "calls", 2474}, Place{"calls.xlsx", "calls", 3})
	two := places(Place{"calls.xlsx", "May", 7}, Place{"chats.csv", "", 9}, Place{})
	many := places(Place{}, Place{}, Place{})
	many.Printed = 2
	many.Rows = append(many.Rows, Row{Cells: []Cell{Words("total")}, Total: true})
	plain := places(Place{})
	for _, tc := range []struct{ name, got, want string }{
		{"one file on pages", shown(one.Paged(lang.EN), lang.EN), "a|2474; a|3 (Rows of calls.xlsx.)"},
		{"one file in full", shown(one.InFull(lang.EN), lang.EN), "a|calls.xlsx|calls|2,474; a|calls.xlsx|calls|3 ()"},
		{"two files on pages", shown(two.Paged(lang.ZH), lang.ZH), "a|① 7; a|② 9; a|– (行号出处：① calls.xlsx · May、② chats.csv。)"},
		{"two files in full", shown(two.InFull(lang.ZH), lang.ZH), "a|calls.xlsx|May|7; a|chats.csv|–|9; a|–|–|– ()"},
		{"many on pages", shown(many.Paged(lang.EN), lang.EN), "a; a; total (The first 2 of 3; all of them are in the exported workbook.)"},
		{"many in full", shown(many.InFull(lang.EN), lang.EN), "a; a; a; total ()"},
		{"no places", shown(plain.Paged(lang.EN), lang.EN), "a ()"},
	} {
		if got := tc.got; got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
	if len(one.Columns) != 1 || len(one.Rows[0].Cells) != 1 {
		t.Error("the table itself was changed")
	}
}
