package logbook

import (
	"math"
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// column is a column of the log.
type column struct {
	sample.Column
	role  logkind.Role // "" none
	level int          // of the type tree, 1 to 3; 0 is no level
	list  []string     // what may stand in it; nil is anything
	width float64
}

// mostChoices is how many different words make a menu and not a free text.
const mostChoices = 40

// unlisted are roles whose words are not chosen from a list, few as they may be.
var unlisted = []logkind.Role{logkind.ID, logkind.OrderID, logkind.Customer, logkind.Phone, logkind.Matter, logkind.Note}

// columns takes the columns from the sample sheet: what they mean by the guess
// that will be made at them, and which words stand in them.
func (b *book) columns() {
	n := len(b.sample.Columns)
	texts := make([][]string, n)
	b.cols = make([]*column, n)
	for row := range b.sample.Rows() {
		for j := range n {
			texts[j] = append(texts[j], row[j].Text)
		}
		if len(texts[0]) == 3000 {
			break
		}
	}
	var cols []*table.Column
	for j, c := range b.sample.Columns {
		b.cols[j] = &column{Column: c, width: math.Max(float64(display.Width(c.Header))+4, 12)}
		if c.Format == sample.Text {
			cols = append(cols, table.TextColumn(c.Header, texts[j]))
		} else {
			cols = append(cols, numbers(c, b.sample, j))
		}
	}
	roles := logkind.GuessRoles(table.New(cols...), b.Kind)
	for j, c := range b.cols {
		c.role = roles[c.Header].Role
		if c.Format == sample.Time {
			c.width = math.Max(c.width, 18)
		}
		for _, s := range texts[j][:min(len(texts[j]), 30)] {
			c.width = math.Max(c.width, math.Min(float64(display.Width(s))+2, 34))
		}
		switch c.role {
		case logkind.Type1:
			c.level = 1
		case logkind.Type2:
			c.level = 2
		case logkind.Type3:
			c.level = 3
		}
		if d := cols[j].Dict; c.Format == sample.Text && d.Len() > 0 && d.Len() <= mostChoices && !slices.Contains(unlisted, c.role) {
			for code := uint32(1); int(code) <= d.Len(); code++ {
				c.list = append(c.list, d.At(code))
				c.width = math.Max(c.width, math.Min(float64(display.Width(d.At(code)))+4, 30))
			}
		}
	}
	b.types(texts)
}

// numbers is a column of the sample as a table has it, for the guess.
func numbers(c sample.Column, s *sample.Sheet, j int) *table.Column {
	var v []float64
	for row := range s.Rows() {
		v = append(v, row[j].Num)
		if len(v) == 3000 {
			break
		}
	}
	switch c.Format {
	case sample.Time, sample.Date:
		t := table.NumColumn(c.Header, table.Time, v)
		t.DateOnly = c.Format == sample.Date
		return t
	case sample.Duration:
		return table.NumColumn(c.Header, table.Duration, v)
	}
	return table.NumColumn(c.Header, table.Number, v)
}

// types makes the tree of contact types, given or the sample's.
func (b *book) types(texts [][]string) {
	var level [4]int
	for j, c := range b.cols {
		level[c.level] = j
		if c.level > 0 {
			level[0]++
		}
	}
	depth := 0
	for depth < 3 && slices.ContainsFunc(b.cols, func(c *column) bool { return c.level == depth+1 }) {
		depth++
	}
	for _, c := range b.cols {
		if c.level > depth || depth < 2 {
			c.level = 0 // levels that do not follow each other are plain lists
		}
	}
	if depth < 2 {
		return
	}
	b.tree = newTree(depth)
	if b.Tree != nil {
		for _, leaf := range b.Tree {
			b.tree.add(leaf)
		}
		return
	}
	for i := range texts[0] {
		var leaf [3]string
		for k := range depth {
			leaf[k] = texts[level[k+1]][i]
		}
		b.tree.add(leaf)
	}
}

// at finds the first column with one of the roles; -1 where there is none.
func (b *book) at(roles ...logkind.Role) int {
	for _, r := range roles {
		for j, c := range b.cols {
			if c.role == r {
				return j
			}
		}
	}
	return -1
}
