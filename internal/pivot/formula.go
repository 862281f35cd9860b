package pivot

import (
	"math"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/table"
)

// formula computes a value from the terms of a cell.
type formula struct {
	op    byte // 't' a term, 'c' a constant, Before, YearBefore, or + - * /
	term  int  // 0 is the number of rows, others are 1 + an index into the plan's terms
	num   float64
	parts []formula
}

// eval computes the formula for cell g.
func (f formula) eval(in *inputs, g int) float64 {
	switch f.op {
	case 't':
		return in.term(f.term, g)
	case 'c':
		return f.num
	case Before, YearBefore:
		there := in.in(f.op)
		if there == nil || there.none != nil && there.none[g] {
			return math.NaN()
		}
		return f.parts[0].eval(there, g)
	}
	a, b := f.parts[0].eval(in, g), f.parts[1].eval(in, g)
	switch f.op {
	case '+':
		return a + b
	case '-':
		return a - b
	case '*':
		return a * b
	}
	return ratio(a, b)
}

// uses reports whether an operator occurs in the formula.
func (f formula) uses(op byte) bool {
	return f.op == op || slices.ContainsFunc(f.parts, func(p formula) bool { return p.uses(op) })
}

// ratio is a/b; nothing where b is zero.
func ratio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

// value resolves one value, which may refer to others of the Spec by name.
func (p *plan) value(k *cache, v Value, all []Value, depth int) (f formula, info ValueInfo, err error) {
	if depth > maxNesting {
		return f, info, fault.New("pivot.value.circle", v.String())
	}
	if v.Over != nil {
		base := v
		base.Over = nil
		return p.calc(k, v, Calc{'/', base, *v.Over}, all, depth)
	}
	if v.Calc != nil {
		return p.calc(k, v, *v.Calc, all, depth)
	}
	switch v.Agg {
	case Const:
		return formula{op: 'c', num: v.P}, ValueInfo{Title: v.Bare().String(), Type: table.Number, Whole: v.P == math.Trunc(v.P)}, nil
	case Ref:
		i := slices.IndexFunc(all, func(o Value) bool { return o.Name == v.Column })
		if i < 0 {
			return f, info, fault.New("pivot.value.ref", v.Column)
		}
		f, info, err = p.value(k, all[i], all, depth+1)
		if v.Name != "" {
			info.Title = v.Name
		}
		return f, info, err
	}
	index, info, err := p.aggregation(k, v)
	return formula{op: 't', term: index}, info, err
}

func (p *plan) calc(k *cache, v Value, c Calc, all []Value, depth int) (formula, ValueInfo, error) {
	a, ai, err := p.value(k, c.A, all, depth+1)
	if err != nil {
		return a, ai, err
	}
	if c.Op == Before || c.Op == YearBefore {
		ai.Title = v.Bare().String()
		if a.uses(Before) || a.uses(YearBefore) || ai.Type == table.Text {
			return a, ai, fault.New("pivot.value", v.String())
		}
		return formula{op: c.Op, parts: []formula{a}}, ai, nil
	}
	b, bi, err := p.value(k, c.B, all, depth+1)
	if err != nil {
		return b, bi, err
	}
	info := ValueInfo{Title: v.Name, Type: table.Number}
	if info.Title == "" {
		info.Title = v.Bare().String()
	}
	info.Whole = c.Op != '/' && ai.Whole && bi.Whole
	switch {
	case ai.Type == table.Text || bi.Type == table.Text:
		return a, info, fault.New("pivot.value.words", v.expr())
	case c.Op == '/':
		// Like over like is a share; an amount over a count keeps its unit.
		info.Ratio = likes(c.A, c.B, ai, bi)
		if !info.Ratio && plainCount(bi) {
			info.Type, info.Unit = ai.Type, ai.Unit
		}
	case c.Op == '*':
		info.Type, info.Unit = ai.Type, ai.Unit
		if plainCount(ai) {
			info.Type, info.Unit = bi.Type, bi.Unit
		}
		info.Ratio = ai.Ratio && bi.Ratio
	default:
		info.Type, info.Unit = ai.Type, ai.Unit
		info.Ratio = ai.Ratio && bi.Ratio
		if c.Op == '-' && (ai.Type == table.Time || ai.Type == table.Clock) {
			info.Type = table.Duration
		}
	}
	return formula{op: c.Op, parts: []formula{a, b}}, info, nil
}

// plainCount reports whether a value is a bare number, without a unit.
func plainCount(i ValueInfo) bool { return i.Type == table.Number && i.Unit == "" && !i.Ratio }

// likes reports whether the ratio of two values is a share of like things: both
// counts of rows, counts of the same things, or amounts of one type and unit.
func likes(a, b Value, ai, bi ValueInfo) bool {
	switch x, y := a.simple(), b.simple(); {
	case x == Const || y == Const:
		return false
	case x == Count || y == Count:
		return x == y
	case x == Distinct || y == Distinct:
		return x == y && a.Column == b.Column
	}
	return ai.Type == bi.Type && ai.Unit == bi.Unit && ai.Ratio == bi.Ratio
}

// simple is the aggregation of a value that is nothing else, "" otherwise.
func (v Value) simple() Agg {
	switch {
	case v.Calc != nil || v.Over != nil:
		return ""
	case v.Agg == "":
		return Count
	}
	return v.Agg
}
