package pivot

import (
	"context"
	"math"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Memory is a new engine over tables in this process. It may be used from
// several goroutines. Keep one for long: it remembers what it made of columns,
// such as the week of each row, in bounded memory.
func Memory() Engine { return memory{newCache()} }

// Local reports whether the engine reads the tables of this process, so that a
// part of a table is answered faster than a filter on all of it.
func Local(e Engine) bool { _, ok := e.(memory); return ok }

type memory struct{ cache *cache }

// maxCells bounds the cells of a result: more than anyone can look at, and all
// that memory should be spent on.
const maxCells = 1 << 24

// Run computes spec over log.
func (m memory) Run(ctx context.Context, log *logkind.Log, spec Spec) (*Result, error) {
	p, err := m.cache.resolve(ctx, log, spec)
	if err != nil {
		return nil, err
	}
	c, err := p.comparison(m.cache)
	if err != nil {
		return nil, err
	}
	base, rows, cols, err := p.group(c)
	if err != nil {
		return nil, err
	}
	rows.kept, _ = PeriodOf(log, spec.Where)
	cols.kept = rows.kept
	if spec.FillTime {
		rows.fillTime()
		cols.fillTime()
	}
	q, err := p.cube(c, base, rows, cols)
	if err != nil {
		return nil, err
	}
	byRow, byCol := p.rankings(q, p.rowSort, true), p.rankings(q, p.colSort, false)
	rowLay, colLay := rows.arrange(byRow), cols.arrange(byCol)
	res := &Result{Spec: spec, Rows: rowLay.axis, Cols: colLay.axis, Values: p.infos, RowsAll: log.Table.Rows}
	if c != nil {
		res.Warnings = c.warnings
	}
	if n := len(res.Rows.Members) * len(res.Cols.Members) * len(res.Values); n > maxCells {
		return nil, fault.New("pivot.toobig", len(res.Rows.Members), len(res.Cols.Members))
	}
	p.fill(res, c, q, rowLay, colLay)
	show(res, rows, cols, p.empty(always))
	p.reorder(res, rowLay, colLay, rows, cols, byRow, byCol)
	return res, nil
}

// group scans the table and gives the leaves of both axes, after Top.
func (p *plan) group(c *compare) (base sources, rows, cols *tree, err error) {
	rows, cols = newTree(p.rows), newTree(p.cols)
	growRows, growCols := rows.grower(), cols.grower()
	if base.now, err = p.leaves(growRows, growCols, nil); err != nil {
		return base, nil, nil, err
	}
	if c != nil {
		now := c.codes(rows, cols)
		for period, there := range c.plans {
			cells, err := there.leaves(growRows, growCols, c.move(there, now, period))
			if err != nil {
				return base, nil, nil, err
			}
			if period == Before {
				base.before = cells
			} else {
				base.year = cells
			}
		}
	}
	return p.top(c, base, rows, cols), rows, cols, nil
}

// leaves scans the table into the cells of the leaves.
func (p *plan) leaves(rows, cols *grower, recode func(codes []uint32)) (*cells, error) {
	var dims []*coding
	for _, l := range slices.Concat(p.rows, p.cols) {
		dims = append(dims, l.coding)
	}
	groups, err := groupBy(p.ctx, dims, p.log.Table.Rows)
	if err != nil {
		return nil, err
	}
	parts, err := p.scan(p.ctx, groups)
	if err != nil {
		return nil, err
	}
	return p.base(groups, parts, rows, cols, recode), nil
}

// top joins what Top and TopCols cut off.
func (p *plan) top(c *compare, base sources, rows, cols *tree) sources {
	var rowTo, colTo []uint32
	oneRow := make([]uint32, len(rows.leaves().code)) // all rows as one
	if n := p.spec.Top; n > 0 && rows.depth() > 0 {
		sums := base
		if cols.depth() > 0 {
			to := make([]uint32, len(cols.leaves().code))
			sums = base.each(func(c *cells) *cells { return c.fold(p.terms, nil, len(rows.leaves().code), to, 1) })
		}
		s := p.evaluate(sums, c.missing(rows, cols, rows.depth(), 0))
		rowTo = rows.keepTop(n, p.ranked(max(0, p.sortBy), s, s.row, len(rows.leaves().code)))
	}
	if n := p.spec.TopCols; n > 0 && cols.depth() > 0 {
		sums := base
		if rows.depth() > 0 {
			sums = base.each(func(c *cells) *cells { return c.fold(p.terms, oneRow, 1, nil, len(cols.leaves().code)) })
		}
		s := p.evaluate(sums, c.missing(rows, cols, 0, cols.depth()))
		colTo = cols.keepTop(n, p.ranked(0, s, s.col, len(cols.leaves().code)))
	}
	if rowTo == nil && colTo == nil {
		return base
	}
	return base.each(func(c *cells) *cells {
		return c.fold(p.terms, rowTo, len(rows.leaves().code), colTo, len(cols.leaves().code))
	})
}

// ranked is a value by leaf; words are ranked by their number of rows.
func (p *plan) ranked(value int, s slab, node []uint32, leaves int) []float64 {
	out := make([]float64, leaves)
	for i := range out {
		out[i] = math.NaN()
	}
	for i, n := range node {
		out[n] = s.values[value][i]
		if p.infos[value].Type == table.Text {
			out[n] = float64(s.count[i])
		}
	}
	return out
}

// fill writes the cells of a result in display order.
func (p *plan) fill(res *Result, c *compare, q *cube, rows, cols layout) {
	nv, nc := len(res.Values), len(res.Cols.Members)
	n := len(res.Rows.Members) * nc
	res.Raw, res.Count = make([]float64, n*nv), make([]int64, n)
	empty := p.empty(always)
	for cell := range n {
		copy(res.Raw[cell*nv:], empty)
	}
	for i, line := range q.sets {
		for j, s := range line {
			if c != nil {
				missing := c.missing(q.rows, q.cols, i, j)
				for r, row := range rows.at[i] {
					for k, col := range cols.at[j] {
						copy(res.Raw[(row*nc+col)*nv:], p.empty(func(period byte) bool { return missing(period, uint32(r), uint32(k)) }))
					}
				}
			}
			for k := range s.row {
				cell := rows.at[i][s.row[k]]*nc + cols.at[j][s.col[k]]
				res.Count[cell] = int64(s.count[k])
				for v, vals := range s.values {
					p.put(res, cell*nv+v, v, vals[k])
				}
			}
		}
	}
	for _, c := range q.sets[0][0].count {
		res.RowsUsed = int(c)
	}
	res.Cells = res.Raw
}

// put writes one cell, where x is a row number for words.
func (p *plan) put(res *Result, at, value int, x float64) {
	if res.Values[value].Type != table.Text {
		res.Raw[at] = x
		return
	}
	res.Raw[at] = math.NaN()
	if x != x {
		return
	}
	if res.Texts == nil {
		res.Texts = map[int]string{}
	}
	col := p.terms[p.formulas[value].term-1].col
	res.Texts[at] = col.Dict.At(col.Codes[int(x)])
}
