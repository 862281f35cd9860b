package pivot

import (
	"math"

	"tallyboard/internal/measure"
)

// inputs is what formulas are computed from at one pair of depths: the terms of
// the rows of now, and of other periods where a value asks for them.
type inputs struct {
	terms [][]float64 // by number of the formula and cell of the source
	at    []int32     // the source's cell of each cell, −1 where it has no rows; nil is the same
	empty []float64   // the terms of no rows
	none  []bool      // cells for which there is no such period; nil is none of them

	before, year *inputs
}

func (in *inputs) term(i, g int) float64 {
	if in.at != nil {
		if in.at[g] < 0 {
			return in.empty[i]
		}
		g = int(in.at[g])
	}
	return in.terms[i][g]
}

// in gives the inputs of another period, nil where there are none.
func (in *inputs) in(period byte) *inputs {
	if period == Before {
		return in.before
	}
	return in.year
}

// slab is one set of cells after evaluation.
type slab struct {
	row, col []uint32
	count    []uint32
	values   [][]float64 // by value of the Spec; for words the row number that holds them
}

// evaluate turns what was gathered into the values of the Spec. Cells that have
// rows in another period only are there too. none tells cells for which another
// period does not exist.
func (p *plan) evaluate(src sources, none func(period byte, row, col uint32) bool) slab {
	now := p.inputs(src.now)
	s := slab{row: src.now.row, col: src.now.col, count: src.now.counts.N}
	if src.before != nil || src.year != nil {
		s = p.union(src, now, none)
	}
	for _, f := range p.formulas {
		if f.op == 't' && now.at == nil {
			s.values = append(s.values, now.terms[f.term])
			continue
		}
		v := make([]float64, len(s.row))
		for g := range v {
			v[g] = f.eval(now, g)
		}
		s.values = append(s.values, v)
	}
	return s
}

// union lists the cells of all sources and fills in where each has them.
func (p *plan) union(src sources, now *inputs, none func(period byte, row, col uint32) bool) (s slab) {
	seen := map[uint64]int32{}
	all := []struct {
		*cells
		in     *inputs
		period byte
	}{{src.now, now, 0}, {cells: src.before, period: Before}, {cells: src.year, period: YearBefore}}
	for _, x := range all {
		if x.cells == nil {
			continue
		}
		for i, r := range x.row {
			key := uint64(r)<<32 | uint64(x.col[i])
			if _, ok := seen[key]; !ok {
				seen[key] = int32(len(s.row))
				s.row, s.col = append(s.row, r), append(s.col, x.col[i])
			}
		}
	}
	s.count = make([]uint32, len(s.row))
	for _, x := range all {
		if x.cells == nil {
			continue
		}
		in := x.in
		if in == nil {
			in = p.inputs(x.cells)
		}
		in.at = make([]int32, len(s.row))
		for g := range in.at {
			in.at[g] = -1
		}
		for i, r := range x.row {
			in.at[seen[uint64(r)<<32|uint64(x.col[i])]] = int32(i)
		}
		switch x.period {
		case 0:
			for i, g := range in.at {
				if g >= 0 {
					s.count[i] = x.counts.N[g]
				}
			}
			continue
		case Before:
			now.before = in
		case YearBefore:
			now.year = in
		}
		in.none = make([]bool, len(s.row))
		for g, r := range s.row {
			in.none[g] = none(x.period, r, s.col[g])
		}
	}
	return s
}

// inputs computes the terms of cells.
func (p *plan) inputs(c *cells) *inputs {
	in := &inputs{terms: make([][]float64, 1+len(p.terms)), empty: p.emptyTerms()}
	for i := range in.terms {
		in.terms[i] = make([]float64, len(c.row))
	}
	c.counts.Values(in.terms[0])
	for i, t := range p.terms {
		vals := in.terms[i+1]
		c.terms[i].Values(vals)
		if t.kind.Input == measure.Rows && !t.col.Type.Coded() {
			for g, row := range vals {
				if row == row {
					vals[g] = t.col.Nums[int(row)]
				}
			}
		}
	}
	return in
}

// emptyTerms is what the terms come to where there are no rows.
func (p *plan) emptyTerms() []float64 {
	out := []float64{0}
	for _, t := range p.terms {
		x := math.NaN()
		if t.kind == &measure.Count || t.kind == &measure.Distinct {
			x = 0
		}
		out = append(out, x)
	}
	return out
}

// empty is what the values come to where there are no rows, neither now nor in
// the other periods; missing tells of each whether it does not exist.
func (p *plan) empty(missing func(period byte) bool) []float64 {
	at, terms := []int32{-1}, p.emptyTerms()
	in := &inputs{empty: terms, at: at,
		before: &inputs{empty: terms, at: at, none: []bool{missing(Before)}},
		year:   &inputs{empty: terms, at: at, none: []bool{missing(YearBefore)}}}
	out := make([]float64, len(p.formulas))
	for i, f := range p.formulas {
		out[i] = f.eval(in, 0)
	}
	return out
}

// always says that there is no other period.
func always(byte) bool { return true }
