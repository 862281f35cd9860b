package page

import (
	"math"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
)

// column is one column of a table as it is laid out.
type column struct {
	document.Column
	at       int // index in the document's table
	words    bool
	numeric  bool // right-aligned
	natural  float64
	least    float64 // narrower than this words are cut
	width    float64
	part     float64 // widest part of its times: a day, a time of day
	text     float64 // squares of the widths of its cells, summed
	figure   float64 // width of its widest number, totals left out
	low, top float64 // of the numbers, totals left out; NaN where there are none
}

// grid is the widths of one table, and the size of its type.
type grid struct {
	cols []column
	size float64
	pad  float64 // left and right of a cell
}

const (
	barRoom  = 92.0 // narrowest column in which a data bar tells something
	barLeast = 18.0 // narrowest bar that is worth standing beside its number
	wordRoom = 64.0 // narrowest column of words in the usual type where there is a choice
	tickRoom = 20.0 // the checkbox of a list
	indent   = 11.0 // for each level of a tree
)

// grids chooses widths for t: whole where it fits, in smaller type where that
// helps and no scale is asked for, and else in several parts that repeat the
// first column.
func (l *layout) grids(t *document.Table) []grid {
	room := l.w
	if t.List {
		room -= tickRoom
	}
	if l.o.Scale != 0 {
		g := l.measure(t, sizeTable)
		if g.fit(room) {
			return []grid{g}
		}
		return l.split(g, room)
	}
	for size := sizeTable; size >= sizeLeast; size-- {
		g := l.measure(t, size)
		if g.fit(room) {
			return []grid{g}
		}
		if size > sizeRead {
			continue
		}
		// Times in two lines are read better than in type this small.
		for larger := sizeRead + 1; larger >= size; larger-- {
			g := l.measure(t, larger)
			g.breakTimes()
			if g.fit(room) {
				return []grid{g}
			}
		}
	}
	return l.split(l.measure(t, 8), room)
}

// measure finds the natural and the least width of every column.
func (l *layout) measure(t *document.Table, size float64) grid {
	g := grid{size: size, pad: size * .55}
	tree := t.Tree()
	for j, c := range t.Columns {
		col := column{Column: c, at: j, low: math.NaN(), top: math.NaN()}
		col.words = c.Format.Kind == display.Text
		col.numeric = !col.words && c.Format.Kind != display.Date && c.Format.Kind != display.DateTime
		// A header takes two lines where its words allow.
		head := l.width(c.Title, size-.5, true)
		col.least = math.Max(l.widest(c.Title, size-.5, true), math.Min(head, head/2+size*.6))
		col.natural = math.Max(col.least, math.Min(head, 60))
		for i := range t.Rows {
			l.measureCell(&col, &t.Rows[i], size, tree)
		}
		if c.Span != nil {
			col.low, col.top = c.Span[0], c.Span[1]
		}
		if !col.words {
			col.least = math.Max(col.least, col.natural)
		}
		col.natural = math.Max(col.natural, l.inTwo(c.Title, size-.5))
		if c.Bar {
			col.natural = math.Max(col.natural, barRoom)
		}
		if col.words {
			col.least = math.Max(col.least, math.Min(col.natural, wordRoom*size/sizeTable))
		}
		col.natural = math.Max(col.natural, col.least) + 2*g.pad
		col.least += 2 * g.pad
		col.part = math.Max(col.part, l.widest(c.Title, size-.5, true)) + 2*g.pad
		g.cols = append(g.cols, col)
	}
	return g
}

// breakTimes lets days and times of day stand under each other.
func (g *grid) breakTimes() {
	for i := range g.cols {
		if c := &g.cols[i]; c.Format.Kind == display.DateTime {
			c.least = math.Min(c.least, c.part)
		}
	}
}

// inTwo is the narrowest width at which a header takes two lines at most.
func (l *layout) inTwo(s string, size float64) float64 {
	least := l.width(s, size, true)
	parts := units(s)
	for i := 1; i < len(parts); i++ {
		first, second := strings.TrimRight(strings.Join(parts[:i], ""), " "), strings.Join(parts[i:], "")
		least = math.Min(least, math.Max(l.width(first, size, true), l.width(second, size, true)))
	}
	return least + .01
}

// widest is the width of the widest part of a text that is not broken.
func (l *layout) widest(s string, size float64, bold bool) (w float64) {
	for _, u := range units(s) {
		w = math.Max(w, l.width(strings.TrimRight(u, " "), size, bold))
	}
	return w
}

func (l *layout) measureCell(col *column, row *document.Row, size float64, tree bool) {
	c := row.Cells[col.at]
	more := 0.0 // beside the text
	if c.Tone != document.Neutral {
		more += size
	}
	if col.at == 0 {
		more += indent * float64(row.Indent)
	}
	if col.words && len(c.Text) > 600 {
		col.natural = math.Max(col.natural, 4*l.w)
		col.text += 16 * l.w * l.w
		return
	}
	text, bold := l.cellText(col, c), row.Total || row.Sub || tree && col.at == 0
	w := l.width(text, size, bold)
	col.natural = math.Max(col.natural, w+more)
	col.text += w * w
	if col.Format.Kind == display.DateTime {
		col.part = math.Max(col.part, l.widest(text, size, bold))
	}
	if col.words && w > wordRoom*size/sizeTable {
		// Ids and numbers of orders are not broken; addresses of pages may be.
		if u := l.widest(text, size, bold); u < l.w*.22 {
			col.least = math.Max(col.least, u+more)
		}
	}
	if !row.Total && !row.Sub && !row.Rest && c.Text == "" && !math.IsNaN(c.Num) {
		col.figure = math.Max(col.figure, w+more)
		col.low = minNaN(col.low, c.Num)
		col.top = maxNaN(col.top, c.Num)
	}
}

func minNaN(a, b float64) float64 {
	if math.IsNaN(a) || b < a {
		return b
	}
	return a
}

func maxNaN(a, b float64) float64 { return -minNaN(-a, -b) }

// fit sets the widths so that they fill room; it is false where even the
// least widths need more.
func (g *grid) fit(room float64) bool {
	least, natural := 0.0, 0.0
	for _, c := range g.cols {
		least += c.least
		natural += c.natural
	}
	if least > room {
		return false
	}
	if natural > room {
		g.squeeze(room)
		return true
	}
	weights := 0.0
	for i := range g.cols {
		weights += g.weight(i)
	}
	for i := range g.cols {
		c := &g.cols[i]
		c.width = c.natural + (room-natural)*g.weight(i)/weights
	}
	return true
}

// weight is a column's share in spare room.
func (g *grid) weight(i int) float64 {
	if w := g.cols[i].Weight; w > 0 {
		return w * 40
	}
	return g.cols[i].natural
}

// squeeze deals what room is left over the least widths by the root of the
// squared widths of the cells, which keeps rows low: a column of remarks gets
// more than one of names, but not all.
func (g *grid) squeeze(room float64) {
	for i := range g.cols {
		g.cols[i].width = g.cols[i].least
		room -= g.cols[i].least
	}
	for room > .01 {
		weights := 0.0
		for _, c := range g.cols {
			if c.width < c.natural {
				weights += math.Sqrt(c.text)
			}
		}
		if weights == 0 {
			return
		}
		left := room
		for i := range g.cols {
			c := &g.cols[i]
			if c.width >= c.natural {
				continue
			}
			more := math.Min(c.natural-c.width, room*math.Sqrt(c.text)/weights)
			c.width += more
			left -= more
		}
		room = left
	}
}

// split deals the columns to several grids, each beginning with the first.
func (l *layout) split(g grid, room float64) []grid {
	if len(g.cols) < 2 {
		g.fit(room)
		return []grid{g}
	}
	first := g.cols[0]
	first.natural = math.Min(first.natural, room*.35)
	first.least = math.Min(first.least, first.natural)
	rest := g.cols[1:]
	total := 0.0
	for i := range rest {
		c := &rest[i]
		c.natural = math.Min(c.natural, math.Max(c.least, room*.4))
		c.natural = math.Min(c.natural, room-first.natural)
		c.least = math.Min(c.least, c.natural)
		total += c.natural
	}
	// As few parts as hold all, and those of about equal width: not full ones and
	// a narrow rest.
	full := room - first.natural
	parts := len(dealt(rest, full))
	var out []grid
	for goal := total / float64(parts); ; goal += full / 200 {
		deal := dealt(rest, math.Min(goal, full))
		if len(deal) > parts && goal < full {
			continue
		}
		for _, cols := range deal {
			out = append(out, grid{append([]column{first}, cols...), g.size, g.pad})
		}
		break
	}
	for i := range out {
		out[i].fit(room)
	}
	return out
}

// dealt are columns in parts no wider than goal, each of one column at least.
func dealt(cols []column, goal float64) (parts [][]column) {
	used := math.Inf(1)
	for _, c := range cols {
		if used+c.natural > goal+.01 {
			parts, used = append(parts, nil), 0
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], c)
		used += c.natural
	}
	return parts
}
