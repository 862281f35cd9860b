package pivot

import (
	"context"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/measure"
	"tallyboard/internal/table"
)

// plan is a Spec resolved against a log.
type plan struct {
	ctx        context.Context // of the one run that the plan is made for
	spec       Spec
	log        *logkind.Log
	rows, cols []level
	where      []test
	terms      []*term // what the scan gathers
	formulas   []formula
	infos      []ValueInfo
	sortBy     int       // the value that rows are sorted by, −1 for labels
	rowSort    []sorting // by level
	colSort    []sorting
}

// level is one dimension of an axis.
type level struct {
	*coding
	info DimInfo
}

// term is one aggregation of rows that a value, or a part of one, needs.
type term struct {
	text  string // tells equal terms
	kind  *measure.Kind
	col   *table.Column // nil counts rows
	codes []uint32      // for kinds that read codes
	words []int64       // for sums of numbers that fit: see measure.Packed
	param measure.Param
	where []test
}

// resolve checks a Spec against a log. Errors are *fault.Error.
func (k *cache) resolve(ctx context.Context, log *logkind.Log, spec Spec) (*plan, error) {
	p := &plan{ctx: ctx, spec: spec, log: log}
	var err error
	if p.rows, err = k.levels(log, spec.Rows); err != nil {
		return nil, err
	}
	if p.cols, err = k.levels(log, spec.Cols); err != nil {
		return nil, err
	}
	if p.where, err = p.tests(k, spec.Where); err != nil {
		return nil, err
	}
	values := spec.Values
	if len(values) == 0 {
		values = []Value{{Agg: Count}}
	}
	for _, v := range values {
		f, info, err := p.value(k, v, values, 0)
		if err != nil {
			return nil, err
		}
		info.Value = v
		p.formulas = append(p.formulas, f)
		p.infos = append(p.infos, info)
	}
	if p.rowSort, p.colSort, err = p.sortings(); err != nil {
		return nil, err
	}
	p.sortBy, _, err = p.sortKey(spec.SortBy)
	return p, err
}

func (k *cache) levels(log *logkind.Log, dims []Dim) ([]level, error) {
	var out []level
	for _, d := range dims {
		col, err := find(log, d.Column)
		if err != nil {
			return nil, err
		}
		c, ok := k.coding(col, d)
		if !ok {
			return nil, fault.New("pivot.func", d.String(), col.Name)
		}
		out = append(out, level{c, DimInfo{Dim: d, Title: col.Name, Type: col.Type}})
	}
	return out, nil
}

// tests compiles filters; those for the best members come last, since they look
// at the rows that the others keep.
func (p *plan) tests(k *cache, filters []Filter) ([]test, error) {
	var out []test
	for _, best := range []bool{false, true} {
		for _, f := range filters {
			if (f.Op == Best) != best {
				continue
			}
			var t test
			var err error
			if best {
				t, err = p.best(k, f, slices.Concat(p.where, out))
			} else {
				t, err = k.compile(p.log, f)
			}
			if err != nil {
				return nil, err
			}
			out = append(out, t)
		}
	}
	return ordered(out), nil
}

// ordered joins tests of one range of the same numbers and puts ranges first:
// rows mostly stand in the order of time, so that a range of time leaves whole
// chunks without rows to test further.
func ordered(tests []test) []test {
	var ranges, rest []test
next:
	for _, t := range tests {
		r, ok := t.(byRange)
		if !ok {
			rest = append(rest, t)
			continue
		}
		for i, other := range ranges {
			if o := other.(byRange); o.plain() && r.plain() && &o.nums[0] == &r.nums[0] {
				o.in = []span{{max(o.in[0].lo, r.in[0].lo), min(o.in[0].hi, r.in[0].hi)}}
				ranges[i] = o
				continue next
			}
		}
		ranges = append(ranges, t)
	}
	return append(ranges, rest...)
}

// aggregation adds the term of an aggregation to the plan, gives its number for
// formulas and says what it is. Rows are counted anyway: that is number 0.
func (p *plan) aggregation(k *cache, v Value) (index int, info ValueInfo, err error) {
	if v.Agg == "" {
		v.Agg = Count
	}
	t := &term{kind: measure.ByID(string(v.Agg)), text: Value{Agg: v.Agg, Column: v.Column, P: v.P, Where: v.Where}.String()}
	info = ValueInfo{Title: v.Name, Type: table.Number}
	if t.kind == nil || v.Column == "" && v.Agg != Count {
		return 0, info, fault.New("pivot.value", t.text)
	}
	if t.where, err = p.tests(k, v.Where); err != nil {
		return 0, info, err
	}
	if v.Column != "" {
		if t.col, err = find(p.log, v.Column); err != nil {
			return 0, info, err
		}
		var ok bool
		if info.Type, ok = t.kind.Fits(t.col); !ok {
			return 0, info, fault.New("pivot.agg", string(v.Agg), t.col.Name)
		}
		v.Column = t.col.Name
		if t.kind.Unit {
			info.Unit = t.col.Unit
		}
	}
	if info.Title == "" {
		info.Title = Value{Agg: v.Agg, Column: v.Column, P: v.P, Where: v.Where}.String()
	}
	info.Ratio = v.Agg == Share
	info.Whole = p.whole(k, v.Agg, t.col)
	if v.Agg == Count && t.col == nil && len(t.where) == 0 {
		return 0, info, nil
	}
	if i := slices.IndexFunc(p.terms, func(o *term) bool { return o.text == t.text }); i >= 0 {
		return i + 1, info, nil
	}
	t.param.P = v.P
	if t.kind.Input == measure.Codes {
		c, _ := k.coding(t.col, Dim{})
		t.codes, t.param.Codes = c.codes, c.n
	}
	if v.Agg == Sum || v.Agg == Mean {
		if !t.col.Type.Coded() {
			t.param.Unit, t.words = k.unit(t.col), k.words(t.col)
			t.param.Words = t.words != nil
		}
	}
	if t.kind.Ranked && !t.col.Type.Coded() {
		// Few whole numbers, such as seconds or marks, are soon coded.
		if u := k.unit(t.col); u.Scale == 1 && u.Most < maxRanks {
			c, _ := k.coding(t.col, Dim{})
			t.codes, t.param.Ranks = c.codes, c.nums
		}
	}
	p.terms = append(p.terms, t)
	return len(p.terms), info, nil
}

// maxRanks bounds the numbers that percentiles are found of by their codes.
const maxRanks = 1 << 14

// whole reports whether an aggregation of a column gives whole numbers only.
func (p *plan) whole(k *cache, a Agg, col *table.Column) bool {
	switch a {
	case Count, Distinct:
		return true
	case Sum, Min, Max, First, Last:
		if col.Type == table.Number {
			return k.unit(col).Scale == 1
		}
		return col.Type == table.Bool && a == Sum
	}
	return false
}
