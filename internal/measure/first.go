package measure

import "tallyboard/internal/table"

// First is the first value in row order. Its result is the number of the row
// that holds it, since the value may be words.
var First = Kind{ID: "first", Input: Rows, Fits: itself, Unit: true,
	New: func(groups int, _ Param) Acc { return &edge{row: make([]uint32, groups)} }}

// edge keeps the first or the last row of each group that has a value, plus 1;
// 0 is none.
type edge struct {
	row  []uint32
	last bool
}

func (a *edge) take(g, row uint32) {
	if old := a.row[g]; old == 0 || (row > old) == a.last {
		a.row[g] = row
	}
}

func (a *edge) Add(b *Batch) {
	for i, g := range b.Groups {
		if b.Codes != nil && b.Codes[i] != 0 || b.Nums != nil && b.Nums[i] == b.Nums[i] {
			a.take(g, b.Rows[i]+1)
		}
	}
}

func (a *edge) Merge(src Acc, to []uint32) {
	for g, row := range src.(*edge).row {
		if row > 0 {
			a.take(target(to, g), row)
		}
	}
}

func (a *edge) Values(out []float64) {
	for g, row := range a.row {
		out[g] = nan
		if row > 0 {
			out[g] = float64(row - 1)
		}
	}
}

// itself fits every column and keeps its type; truth is shown in its words.
func itself(c *table.Column) (table.Type, bool) {
	if c.Type.Coded() {
		return table.Text, true
	}
	return c.Type, true
}
