package pivot

import (
	"math"
	"strconv"

	"tallyboard/internal/fault"
)

// best compiles a filter for the best members among the rows that the given
// tests keep.
func (p *plan) best(k *cache, f Filter, given []test) (test, error) {
	n, v, err := f.bestOf()
	if err != nil {
		return nil, err
	}
	slim := &plan{ctx: p.ctx, log: p.log, where: given, spec: Spec{Rows: []Dim{f.dim()}, Values: []Value{v}}}
	if slim.rows, err = k.levels(p.log, slim.spec.Rows); err != nil {
		return nil, err
	}
	x, info, err := slim.value(k, v, slim.spec.Values, 0)
	if err != nil {
		return nil, err
	}
	slim.formulas, slim.infos = []formula{x}, []ValueInfo{info}
	cells, members, _, err := slim.group(nil)
	if err != nil {
		return nil, err
	}
	s := slim.evaluate(cells, nil)
	values := slim.ranked(0, s, s.row, len(members.leaves().code))
	if n < 0 {
		n = -n
		for i := range values {
			values[i] = -values[i]
		}
	}
	c := slim.rows[0].coding
	t := byCode{c.codes, make([]byte, c.n)}
	codes := members.leaves().code
	for node, v := range values {
		if codes[node] != 0 && !math.IsNaN(v) {
			t.pass[codes[node]] = 1
		}
	}
	if to := members.keepTop(n, values); to != nil {
		for node, code := range codes {
			if kept := members.leaves().code[to[node]]; kept == other {
				t.pass[code] = 0
			}
		}
	}
	return t, nil
}

// bestOf reads the number and the value of a Best filter.
func (f Filter) bestOf() (n int, v Value, err error) {
	v = Value{Agg: Count}
	if len(f.Values) > 1 {
		if v, err = ParseValue(f.Values[1]); err != nil {
			return 0, v, err
		}
	}
	if len(f.Values) > 0 {
		n, err = strconv.Atoi(f.Values[0])
	}
	if err != nil || n == 0 || n == math.MinInt || len(f.Values) > 2 {
		return 0, v, fault.New("pivot.filter", f.String())
	}
	return n, v, nil
}
