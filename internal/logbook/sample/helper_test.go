package sample

import (
	"slices"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// log is a sheet read back by header.
type log struct {
	t      *testing.T
	header map[string]int
	rows   [][]Cell
}

func logOf(t *testing.T, s *Shop, k logkind.Kind) *log {
	t.Helper()
	sheet := s.Sheet(k)
	l := &log{t: t, header: map[string]int{}}
	for i, c := range sheet.Columns {
		if _, twice := l.header[c.Header]; twice {
			t.Fatalf("%s: header %q stands twice", k, c.Header)
		}
		l.header[c.Header] = i
	}
	for row := range sheet.Rows() {
		l.rows = append(l.rows, slices.Clone(row))
	}
	return l
}

func (l *log) col(header string) int {
	i, ok := l.header[header]
	if !ok {
		l.t.Fatalf("no column %q", header)
	}
	return i
}

func (l *log) text(row []Cell, header string) string { return row[l.col(header)].Text }
func (l *log) num(row []Cell, header string) float64 { return row[l.col(header)].Num }
func (l *log) time(row []Cell, header string) stamp {
	c := row[l.col(header)]
	if c.Blank() {
		return 0
	}
	return stamp(c.Num)
}

// where gives the rows whose column holds one of the values.
func (l *log) where(header string, values ...string) [][]Cell {
	var out [][]Cell
	for _, row := range l.rows {
		if slices.Contains(values, l.text(row, header)) {
			out = append(out, row)
		}
	}
	return out
}

// only keeps the rows for which ok holds.
func only(rows [][]Cell, ok func([]Cell) bool) [][]Cell {
	var out [][]Cell
	for _, r := range rows {
		if ok(r) {
			out = append(out, r)
		}
	}
	return out
}

func storyOf(t *testing.T, s *Shop, id string) Story {
	t.Helper()
	i := slices.IndexFunc(s.Stories(), func(s Story) bool { return s.ID == id })
	if i < 0 {
		t.Fatalf("no story %s", id)
	}
	return s.Stories()[i]
}

// seeds are tried by every test of a story: none may hang on a lucky draw.
var seeds = []uint64{SmallSeed, 1, 2, 77}

func eachSeed(t *testing.T, check func(*testing.T, *Shop)) {
	some := seeds
	if testing.Short() { // under the race detector one is slow enough
		some = seeds[:1]
	}
	for _, seed := range some {
		check(t, Generate(seed, SmallRows, lang.ZH))
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}
