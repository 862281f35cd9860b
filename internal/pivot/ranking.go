package pivot

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/table"
)

// sorting is what the members of one level are ordered by.
type sorting struct {
	value int     // index of a value, −1 for labels
	path  []Label // of the member of the other axis; nil is all of it
	desc  bool
	first []string
}

// sortings resolves how each level of the rows, and then of the columns, stands.
func (p *plan) sortings() (rows, cols []sorting, err error) {
	every := sorting{value: -1, desc: p.spec.Desc}
	if every.value, every.path, err = p.sortKey(p.spec.SortBy); err != nil {
		return nil, nil, err
	}
	own := func(levels []level, start sorting) (out []sorting, err error) {
		for _, l := range levels {
			s, o := start, p.spec.OrderOf(l.info.Dim)
			if o.By != "" {
				if s.value, s.path, err = p.sortKey(o.By); err != nil {
					return nil, err
				}
				s.desc = o.Desc
			}
			s.first = o.First
			out = append(out, s)
		}
		return out, nil
	}
	if rows, err = own(p.rows, every); err != nil {
		return nil, nil, err
	}
	cols, err = own(p.cols, sorting{value: -1})
	return rows, cols, err
}

// sortKey reads what to sort by.
func (p *plan) sortKey(key string) (value int, path []Label, err error) {
	if value, ok := p.valueOf(key); ok {
		return value, nil, nil
	}
	name, path, ok := cutPath(key)
	if value, known := p.valueOf(name); ok && known && value >= 0 {
		return value, path, nil
	}
	return 0, nil, fault.New("pivot.sort", key)
}

// valueOf finds a value by its text form or its name; −1 is the label.
func (p *plan) valueOf(by string) (index int, ok bool) {
	by = strings.TrimSpace(by)
	switch by {
	case "", "label":
		return -1, true
	case "value":
		return 0, true
	}
	text := by
	if v, err := ParseValue(by); err == nil {
		text = v.expr()
	}
	for i, info := range p.infos {
		if info.Name == by || info.expr() == text {
			return i, true
		}
	}
	return 0, false
}

// ranking is how the nodes of one depth are ordered.
type ranking struct {
	values []float64 // by node; nil orders by label
	desc   bool
	first  map[uint32]int // place of the codes that stand first
}

// rankings are those of an axis by depth, from the numbers of the cube.
func (p *plan) rankings(q *cube, of []sorting, onRows bool) []ranking {
	t, other := q.rows, q.cols
	if !onRows {
		t, other = q.cols, q.rows
	}
	out := make([]ranking, t.depth()+1)
	for d, s := range of {
		r := ranking{desc: s.desc, first: t.places(d+1, s.first)}
		if s.value >= 0 {
			depth, node, _ := other.walk(s.path)
			r.values = p.numbers(q, onRows, d+1, depth, node, s.value)
		}
		out[d+1] = r
	}
	return out
}

// places numbers the codes of the members that stand first at a depth.
func (t *tree) places(depth int, first []string) map[uint32]int {
	if len(first) == 0 {
		return nil
	}
	out := map[uint32]int{}
	for i, text := range first {
		if code, ok := t.code(depth, Label{Text: text, Num: math.NaN()}); ok && text != "" {
			out[code] = i
		}
	}
	return out
}

// code finds the code of a label at a depth, of filled periods too.
func (t *tree) code(depth int, l Label) (code uint32, ok bool) {
	c := t.levels[depth-1].coding
	if l.Other {
		return other, true
	}
	l.Num = math.NaN()
	if code, ok = c.find(l); ok {
		return code, true
	}
	for i, num := range t.tiers[depth].extra {
		if c.text(num) == l.Text {
			return uint32(c.n + i), true
		}
	}
	return 0, false
}

// walk follows a path from the root. Where a member is not there any more it is
// the root, which is all of the axis.
func (t *tree) walk(path []Label) (depth int, node uint32, ok bool) {
	if len(path) > t.depth() {
		return 0, 0, false
	}
	for d, l := range path {
		code, ok := t.code(d+1, l)
		at := -1
		for n, c := range t.tiers[d+1].code {
			if ok && c == code && t.tiers[d+1].parent[n] == node {
				at = n
				break
			}
		}
		if at < 0 {
			return 0, 0, false
		}
		node = uint32(at)
	}
	return len(path), node, true
}

// numbers gives a value by node of a depth of one axis, at a node of the other;
// where there are no rows, what is shown of none.
func (p *plan) numbers(q *cube, onRows bool, depth, otherDepth int, otherNode uint32, value int) []float64 {
	t := q.rows
	if !onRows {
		t = q.cols
	}
	i, j := depth, otherDepth
	if !onRows {
		i, j = otherDepth, depth
	}
	out := make([]float64, len(t.tiers[depth].code))
	empty := p.empty(always)[value]
	missing := q.compare.missing(q.rows, q.cols, i, j)
	empties := map[[2]bool]float64{} // by which of the other periods do not exist
	for n := range out {
		if out[n] = empty; q.compare == nil {
			continue
		}
		row, col := uint32(n), otherNode
		if !onRows {
			row, col = col, row
		}
		lacks := [2]bool{missing(Before, row, col), missing(YearBefore, row, col)}
		v, known := empties[lacks]
		if !known {
			v = p.empty(func(period byte) bool { return lacks[b2i(period == YearBefore)] })[value]
			empties[lacks] = v
		}
		out[n] = v
	}
	s := q.sets[i][j]
	mine, others := s.row, s.col
	if !onRows {
		mine, others = s.col, s.row
	}
	for i, n := range mine {
		if others[i] == otherNode {
			out[n] = s.values[value][i]
		}
	}
	if p.infos[value].Type == table.Text {
		p.byWords(out, value)
	}
	return out
}

// byWords puts the place in the order of words where row numbers stand for them.
func (p *plan) byWords(rows []float64, value int) {
	col := p.terms[p.formulas[value].term-1].col
	seen := map[uint32]float64{}
	var codes []uint32
	for _, r := range rows {
		if r == r {
			code := col.Codes[int(r)]
			if _, ok := seen[code]; !ok {
				seen[code] = 0
				codes = append(codes, code)
			}
		}
	}
	slices.SortFunc(codes, func(a, b uint32) int { return natural(col.Dict.At(a), col.Dict.At(b)) })
	for i, code := range codes {
		seen[code] = float64(i)
	}
	for i, r := range rows {
		if r == r {
			rows[i] = seen[col.Codes[int(r)]]
		}
	}
}

// standings orders nodes among siblings: first what is placed by hand, then by
// the ranking; byLabel decides between equals.
func (r ranking) compare(codes []uint32, byLabel func(a, b sortKey) int) func(a, b sortKey) int {
	return func(a, b sortKey) int {
		if r.first != nil {
			x, xok := r.first[codes[a.node]]
			y, yok := r.first[codes[b.node]]
			if c := cmp.Or(cmp.Compare(b2i(!xok), b2i(!yok)), cmp.Compare(x, y)); c != 0 {
				return c
			}
		}
		c := 0
		if r.values != nil {
			// Nothing to show stands behind all numbers, whichever way they go.
			if c = cmp.Compare(b2i(a.value != a.value), b2i(b.value != b.value)); c != 0 {
				return c
			}
			c = cmp.Compare(a.value, b.value)
		} else {
			c = byLabel(a, b)
		}
		if r.desc {
			c = -c
		}
		if c == 0 {
			c = byLabel(a, b)
		}
		return c
	}
}
