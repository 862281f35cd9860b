package pivot

import (
	"math"

	"tallyboard/internal/table"
)

// show turns the raw numbers of a result into those that its Show asks for.
// empty is what each value comes to where there are no rows.
func show(res *Result, rows, cols *tree, empty []float64) {
	s := res.Spec.Show
	if s == AsIs {
		return
	}
	res.Cells = make([]float64, len(res.Raw))
	v := viewer{Result: res, empty: empty, rowUp: parents(res.Rows), colUp: parents(res.Cols)}
	v.grandRow, v.grandCol = len(res.Rows.Members)-1, len(res.Cols.Members)-1
	switch s {
	case Diff, DiffShare, Running:
		v.alongTime(rows, cols)
	case Rank:
		v.ranks()
	default:
		v.each(v.share)
	}
	for i := range res.Values {
		res.Values[i].shown(s)
	}
}

// shown adapts the description of a value to how it is shown.
func (i *ValueInfo) shown(s Show) {
	switch s {
	case Running:
		return
	case Diff:
		if i.Type == table.Time || i.Type == table.Clock {
			i.Type = table.Duration
		}
		return
	}
	if i.Type != table.Text {
		i.Type, i.Unit = table.Number, ""
		i.Ratio = s != Rank && s != Index
	}
}

type viewer struct {
	*Result
	empty              []float64
	rowUp, colUp       []int
	grandRow, grandCol int
}

// parents gives the member one level up of each; the grand total its own.
func parents(a Axis) []int {
	up := make([]int, len(a.Members))
	// A parent stands behind what is below it, so go backwards.
	open := make([]int, len(a.Dims)+1)
	for i := len(a.Members) - 1; i >= 0; i-- {
		depth := len(a.Members[i].Path)
		open[depth] = i
		up[i] = i
		if depth > 0 {
			up[i] = open[depth-1]
		}
	}
	return up
}

func (v *viewer) each(f func(row, col, value int) float64) {
	i := 0
	for r := range v.Rows.Members {
		for c := range v.Cols.Members {
			for k := range v.Values {
				v.Cells[i] = f(r, c, k)
				i++
			}
		}
	}
}

func (v *viewer) share(row, col, value int) float64 {
	x := v.RawAt(row, col, value)
	switch v.Spec.Show {
	case RowShare:
		return ratio(x, v.RawAt(row, v.grandCol, value))
	case ColShare:
		return ratio(x, v.RawAt(v.grandRow, col, value))
	case AllShare:
		return ratio(x, v.RawAt(v.grandRow, v.grandCol, value))
	case ParShare:
		if len(v.Rows.Dims) == 0 {
			return ratio(x, v.RawAt(row, v.colUp[col], value))
		}
		return ratio(x, v.RawAt(v.rowUp[row], col, value))
	}
	// Index: how far a cell exceeds what its row and column let expect; 1 is as expected.
	all := v.RawAt(v.grandRow, v.grandCol, value)
	return ratio(x*all, v.RawAt(row, v.grandCol, value)*v.RawAt(v.grandRow, col, value))
}

// ranks numbers siblings from the greatest; equals share a rank. Rows are
// ranked, or columns where there are no rows. Totals, blank and the rest of a
// top have none.
func (v *viewer) ranks() {
	axis, up := v.Rows, v.rowUp
	alongRows := len(v.Rows.Dims) > 0
	if !alongRows {
		axis, up = v.Cols, v.colUp
	}
	family := map[int][]int{}
	for i, m := range axis.Members {
		if n := len(m.Path); n > 0 && !m.Path[n-1].Missing && !m.Path[n-1].Other {
			family[up[i]] = append(family[up[i]], i)
		}
	}
	for i := range v.Cells {
		v.Cells[i] = math.NaN()
	}
	across := len(v.Cols.Members)
	if !alongRows {
		across = len(v.Rows.Members)
	}
	for _, members := range family {
		for c := range across {
			for k := range v.Values {
				at := make([]int, len(members))
				for i, m := range members {
					if at[i] = v.index(m, c, k); !alongRows {
						at[i] = v.index(c, m, k)
					}
				}
				rankCells(v.Raw, v.Cells, at)
			}
		}
	}
}
