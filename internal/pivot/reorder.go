package pivot

import (
	"math"
	"slices"

	"tallyboard/internal/table"
)

// reorder sorts by the numbers that are shown, where Show makes others of them:
// what stands in a column must be in the order of that column.
func (p *plan) reorder(res *Result, rowLay, colLay layout, rows, cols *tree, byRow, byCol []ranking) {
	if res.Spec.Show == AsIs {
		return
	}
	along := slices.Contains([]Show{Diff, DiffShare, Running}, res.Spec.Show)
	inTime := timeLevel(rows) >= 0 || timeLevel(cols) >= 0
	next := func(by []ranking, of []sorting, lay layout, other *tree, number func(member, otherMember, value int) float64, at [][]int, fits bool) layout {
		if !fits {
			return lay
		}
		changed := false
		for d, s := range of {
			depth, node, found := other.walk(s.path)
			if s.value < 0 || p.isWords(s.value) || !found || len(s.path) == 0 && (!along || other.depth() > 0) {
				continue
			}
			values := make([]float64, len(lay.at[d+1]))
			for n, member := range lay.at[d+1] {
				values[n] = number(member, at[depth][node], s.value)
			}
			if slices.ContainsFunc(values, func(x float64) bool { return !math.IsNaN(x) }) {
				by[d+1].values, changed = values, true
			}
		}
		if !changed {
			return lay
		}
		if other == cols {
			return rows.arrange(by)
		}
		return cols.arrange(by)
	}
	// Where nothing is time, differences go along the columns as they stand (the
	// rows, where there are none): their order decides the numbers, not they it.
	rowsFit := !along || inTime || cols.depth() > 0
	colsFit := !along || inTime
	newRows := next(byRow, p.rowSort, rowLay, cols, res.At, colLay.at, rowsFit)
	newCols := next(byCol, p.colSort, colLay, rows, func(c, r, v int) float64 { return res.At(r, c, v) }, rowLay.at, colsFit)
	if len(newRows.axis.Members) == 0 || &newRows.axis.Members[0] == &rowLay.axis.Members[0] && &newCols.axis.Members[0] == &colLay.axis.Members[0] {
		return
	}
	res.permute(places(newRows, rowLay), places(newCols, colLay))
	res.Rows.Members, res.Cols.Members = newRows.axis.Members, newCols.axis.Members
}

func (p *plan) isWords(value int) bool { return p.infos[value].Type == table.Text }

// places gives for each member of a layout where it stood in another of the
// same tree.
func places(now, was layout) []int {
	out := make([]int, len(now.axis.Members))
	for d, nodes := range now.at {
		for n, member := range nodes {
			out[member] = was.at[d][n]
		}
	}
	return out
}

// permute puts the cells in another order: of[i] is where member i stood.
func (r *Result) permute(rowOf, colOf []int) {
	nv, nc := len(r.Values), len(colOf)
	cells, counts := make([]float64, len(r.Cells)), make([]int64, len(r.Count))
	raw := make([]float64, len(r.Raw))
	var texts map[int]string
	for i, wasRow := range rowOf {
		for j, wasCol := range colOf {
			to, from := i*nc+j, wasRow*nc+wasCol
			counts[to] = r.Count[from]
			copy(cells[to*nv:(to+1)*nv], r.Cells[from*nv:])
			copy(raw[to*nv:(to+1)*nv], r.Raw[from*nv:])
			for v := range nv {
				if words, ok := r.Texts[from*nv+v]; ok {
					if texts == nil {
						texts = map[int]string{}
					}
					texts[to*nv+v] = words
				}
			}
		}
	}
	r.Cells, r.Raw, r.Count, r.Texts = cells, raw, counts, texts
}
