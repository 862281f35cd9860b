package ingest

import (
	"math"
	"slices"
	"strings"

	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// header is where the header of a table stands.
type header struct {
	first, last int // stored rows of the header; last < first where there is none
	names       []string
	sure        float64 // 0 to 1
	rival       int     // stored row that looked most like one besides; −1 none
}

func (h header) none() bool { return h.last < h.first }

// top is the upper part of a grid, looked at cell by cell.
type top struct {
	g     *sheet.Grid
	left  int // sheet columns to the left of the grid
	rows  int // rows looked at
	width int
	cls   [][]class
	fill  []int // filled cells of each row
	usual int   // filled cells of a usual row
}

const (
	lookRows   = 80      // rows looked at to find the header
	lookCells  = 100_000 // cells looked at, on very wide sheets
	headerRows = 40      // rows among which the header is sought
	compareTo  = 25      // rows under a candidate that it is compared with
)

func lookAt(g *sheet.Grid) *top {
	t := &top{g: g, width: len(g.Cols)}
	t.rows = min(g.Rows(), lookRows, max(10, lookCells/max(1, t.width)))
	for r := 0; r < t.rows; r++ {
		row := make([]class, t.width)
		n := 0
		for c := range row {
			if row[c] = classify(g, r, c); row[c] != blank {
				n++
			}
		}
		t.cls = append(t.cls, row)
		t.fill = append(t.fill, n)
	}
	fills := slices.Clone(t.fill)
	slices.Sort(fills)
	if len(fills) > 0 {
		t.usual = fills[len(fills)/2]
	}
	return t
}

// findHeader finds the header rows of a grid: the row whose cells read like
// names of what stands under them. given is a sheet row that a person chose,
// -1 for "there is no header", 0 to find it.
func findHeader(g *sheet.Grid, left, given int) header {
	t := lookAt(g)
	t.left = left
	if given < 0 || t.rows == 0 {
		return header{first: 0, last: -1, names: letters(left, t.width), sure: 1, rival: -1}
	}
	if given > 0 {
		i, ok := slices.BinarySearch(g.RowNo, uint32(given))
		if !ok && i >= g.Rows() {
			return header{first: 0, last: -1, names: letters(left, t.width), sure: 1, rival: -1}
		}
		h := header{first: i, last: i, sure: 1, rival: -1}
		if i < t.rows {
			h.first = t.groupsAbove(i)
		}
		h.names = t.headerNames(h)
		return h
	}
	best, next, score, second := -1, -1, 0.0, 0.0
	for r := 0; r < min(t.rows, headerRows); r++ {
		switch s := t.score(r); {
		case s > score:
			best, next, score, second = r, best, s, score
		case s > second:
			next, second = r, s
		}
	}
	if best < 0 {
		return header{first: 0, last: -1, names: letters(left, t.width), sure: 0.4, rival: -1}
	}
	h := header{first: best, last: t.leavesBelow(best), sure: 1 - 0.8*second/score, rival: next}
	h.first = t.groupsAbove(best)
	h.names = t.headerNames(h)
	return h
}

// minHeader is what a row needs to pass for a header.
const minHeader = 2.2

// score says how much row r looks like a header; 0 where it cannot be one.
func (t *top) score(r int) float64 {
	f := t.fill[r]
	if f == 0 || f == 1 && t.usual > 2 {
		return 0
	}
	words, known, values, long := 0, 0, 0, 0
	seen := map[string]bool{}
	for c, cl := range t.cls[r] {
		switch cl {
		case value:
			values++
		case word:
			words++
			s := cellText(t.g, r, c)
			seen[table.Fold(s)] = true
			if logkind.Known(s) {
				known++
			}
			if len([]rune(s)) > 30 {
				long++
			}
		}
	}
	if words == 0 {
		return 0
	}
	n := float64(f)
	under := t.below(r)
	if values > 0 && t.periods(r) {
		words, values, under.alike, under.contrast = f, 0, 0, 1
	}
	s := 2.5*math.Sqrt(float64(known)/n) + 1.5*float64(words)/n + under.covered + 1.5*under.contrast
	s += 1.2 * min(1, n/float64(max(1, t.usual)))
	s += 0.5 * float64(len(seen)) / n
	s -= 2*under.repeated + 1.5*float64(values)/n + 3*under.alike + float64(long)/n + 0.03*float64(r)
	if known == 0 && under.contrast == 0 && under.repeated > 0.3 {
		return 0
	}
	if r > 0 && f >= t.usual && slices.Equal(t.cls[r-1], t.cls[r]) {
		s-- // a row of data stands above it
	}
	if s < minHeader {
		return 0
	}
	return s
}

// periods reports whether all values of row r follow each other as the years,
// days or dates over a cross table do.
func (t *top) periods(r int) bool {
	var last, step float64
	n, dates := 0, 0
	for c, cl := range t.cls[r] {
		if cl != value {
			continue
		}
		s := cleanWord(cellText(t.g, r, c))
		v, isNumber := plainNumber(s)
		d, isDate := readDate(s)
		sec, fits := d.seconds(MDY)
		switch {
		case isDate && fits:
			v = sec / 86400
			dates++
		case !isNumber || v != math.Trunc(v) || v < 1 || v > 31 && v < 1990 || v > 2100:
			return false
		}
		switch n {
		case 0:
		case 1:
			step = v - last
		default:
			if v-last <= 0 || !isDate && v-last != step {
				return false
			}
		}
		last = v
		n++
	}
	return n >= 2 && step > 0 && (last >= 1990 || n >= 5) && (dates == 0 || n >= 3) // two dates are a period in a title
}

// relation is how a row stands to the rows under it.
type relation struct {
	covered  float64 // share of their cells that stand under a cell of the row
	contrast float64 // share of the row's words that stand over columns of values
	repeated float64 // share of the row's words that come again in their own column
	alike    float64 // share of the row's cells that are values over columns of values
}

// below compares row r with the rows under it, other copies of it aside.
func (t *top) below(r int) relation {
	cells, under := 0, 0
	values := make([]int, t.width)
	filled := make([]int, t.width)
	again := make([]bool, t.width)
	end := min(t.rows, r+1+compareTo)
	for q := r + 1; q < end; q++ {
		if t.sameText(r, q) {
			continue
		}
		for c, cl := range t.cls[q] {
			if cl == blank {
				continue
			}
			cells++
			filled[c]++
			if t.cls[r][c] != blank {
				under++
			}
			if cl == value {
				values[c]++
			} else if t.cls[r][c] == word && sameCell(t.g, r, q, c) {
				again[c] = true
			}
		}
	}
	if cells == 0 {
		return relation{covered: 0.5}
	}
	words, over, rep, alike := 0, 0, 0, 0
	for c, cl := range t.cls[r] {
		mostly := 2*values[c] > filled[c]
		switch {
		case filled[c] == 0:
		case cl == word:
			words++
			if mostly {
				over++
			}
			if again[c] {
				rep++
			}
		case cl == value && mostly:
			alike++
		}
	}
	rel := relation{covered: float64(under) / float64(cells), alike: float64(alike) / float64(t.fill[r])}
	if words > 0 {
		rel.contrast, rel.repeated = float64(over)/float64(words), float64(rep)/float64(words)
	}
	return rel
}

// sameText reports whether most cells of rows r and q are the same: a header
// that stands twice.
func (t *top) sameText(r, q int) bool {
	same, n := 0, 0
	for c, cl := range t.cls[r] {
		if cl == blank {
			continue
		}
		n++
		if t.cls[q][c] == cl && sameCell(t.g, r, q, c) {
			same++
		}
	}
	return n > 1 && same*5 >= n*4
}

// letters names n columns behind the first left as a spreadsheet program does.
func letters(left, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = letter(left + i)
	}
	return out
}

// letter is the name of column i (from 0): A … Z, AA …
func letter(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

// headerText is a header cell on one line.
func headerText(s string) string {
	s = strings.Join(strings.FieldsFunc(cleanWord(s), func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " ")
	return trim(s)
}
