package page

import (
	"testing"

	"tallyboard/internal/document"
)

// Neither a header with one row or two ends a page, nor does one begin with the
// last row or with the note alone; a short table is not cut at all.
func TestRowsStayTogether(t *testing.T) {
	for _, c := range []struct {
		rows int
		note string
		want string // + stays with what follows
	}{
		{1, "", "-"},
		{1, "n", "+"},
		{2, "", "+-"},
		{8, "", "+++++++-"},
		{8, "n", "++++++++"},
		{9, "", "++----++-"},
		{9, "n", "++----+++"},
	} {
		r := rowPainter{t: &document.Table{Rows: make([]document.Row, c.rows), Note: c.note}, last: true}
		got := ""
		for i := range c.rows {
			if r.together(i) {
				got += "+"
			} else {
				got += "-"
			}
		}
		if got != c.want {
			t.Errorf("%d rows with note %q: %s, want %s", c.rows, c.note, got, c.want)
		}
	}
}
