package pivot

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// twin answers Specs in the plainest way there is: it walks over rows with
// maps and strings. The engine must agree with it.
type twin struct {
	log  *logkind.Log
	spec Spec
}

// member is the twin's label of a row in a dimension; "" is blank.
func (t twin) member(d Dim, row int) string {
	c := t.log.Find(d.Column)
	if c.Blank(row) {
		return ""
	}
	if c.Type.Coded() && d.Func == Plain {
		return c.Dict.At(c.Codes[row])
	}
	v := c.Num(row) + 0 // no −0
	at := time.Unix(int64(math.Floor(v)), 0).UTC()
	back := func(to time.Weekday) string {
		for at.Weekday() != to {
			at = at.AddDate(0, 0, -1)
		}
		return at.Format("2006-01-02")
	}
	switch d.Func {
	case Hour:
		return strconv.Itoa(at.Hour())
	case Weekday:
		return strconv.Itoa((int(at.Weekday())+6)%7 + 1)
	case Day:
		return at.Format("2006-01-02")
	case Week:
		return back(time.Monday)
	case WeekSun:
		return back(time.Sunday)
	case ISOWeek:
		y, w := at.ISOWeek()
		return fmt.Sprintf("%d-W%02d", y, w)
	case Month:
		return at.Format("2006-01")
	case Quarter:
		return fmt.Sprintf("%d-Q%d", at.Year(), (int(at.Month())+2)/3)
	case Year:
		return at.Format("2006")
	case Band:
		return strconv.FormatFloat(math.Floor(v/d.Width)*d.Width, 'f', -1, 64)
	}
	switch c.Type {
	case table.Time:
		if c.DateOnly {
			return at.Format("2006-01-02")
		}
		return at.Format("2006-01-02 15:04:05")
	case table.Clock:
		return at.Format("15:04:05")
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// passes applies a filter to a row.
func (t twin) passes(f Filter, row int) bool {
	c := t.log.Find(f.Column)
	m := t.member(f.dim(), row)
	values := f.Values
	if len(values) == 0 {
		values = []string{""}
	}
	one := func(v string) bool {
		switch f.Op {
		case Contains:
			return m != "" && strings.Contains(strings.ToLower(m), strings.ToLower(v))
		case Eq, Ne:
			if c.Type == table.Bool && (v == "true" || v == "false") {
				return m == v || m != "" && (c.Num(row) == 1) == (v == "true")
			}
			if c.Type == table.Time && f.Func == Plain {
				return strings.HasPrefix(m, v) && (m == "") == (v == "")
			}
			return m == v
		}
		if m == "" || v == "" {
			return false
		}
		sign := 0
		switch {
		case c.Type == table.Time && f.Func != Hour && f.Func != Weekday:
			// Canonical texts of one kind sort as their times do.
			sign = cmp.Compare(m[:min(len(m), len(v))], v)
		case c.Type == table.Text:
			sign = natural(m, v)
		default:
			x, _ := strconv.ParseFloat(m, 64)
			y, _ := strconv.ParseFloat(v, 64)
			if c.Type == table.Clock && f.Func == Plain {
				x = c.Num(row)
				h, _ := time.Parse("15:04", v)
				y = float64(h.Hour()*3600 + h.Minute()*60)
			}
			sign = cmp.Compare(x, y)
		}
		switch f.Op {
		case Ge:
			return sign >= 0
		case Le:
			return sign <= 0
		case Gt:
			return sign > 0
		}
		return sign < 0
	}
	any := slices.ContainsFunc(values, one)
	return any != (f.Op == Ne)
}

func (t twin) all(fs []Filter, row int) bool {
	return !slices.ContainsFunc(fs, func(f Filter) bool { return !t.passes(f, row) })
}

// value computes a value of the given rows.
func (t twin) value(v Value, rows []int) float64 {
	if v.Over != nil {
		base := v
		base.Over = nil
		return plainRatio(t.value(base, rows), t.value(*v.Over, rows))
	}
	if v.Calc != nil {
		a, b := t.value(v.Calc.A, rows), t.value(v.Calc.B, rows)
		switch v.Calc.Op {
		case '+':
			return a + b
		case '-':
			return a - b
		case '*':
			return a * b
		}
		return plainRatio(a, b)
	}
	switch v.Agg {
	case Const:
		return v.P
	case Ref:
		i := slices.IndexFunc(t.spec.Values, func(o Value) bool { return o.Name == v.Column })
		return t.value(t.spec.Values[i], rows)
	}
	var mine []int
	for _, r := range rows {
		if t.all(v.Where, r) {
			mine = append(mine, r)
		}
	}
	if v.Column == "" {
		return float64(len(mine))
	}
	c := t.log.Find(v.Column)
	mine = slices.DeleteFunc(mine, c.Blank)
	switch v.Agg {
	case Count:
		return float64(len(mine))
	case Distinct:
		seen := map[string]bool{}
		for _, r := range mine {
			seen[t.member(Dim{Column: v.Column}, r)] = true
		}
		return float64(len(seen))
	case First, Last:
		if len(mine) == 0 {
			return math.NaN()
		}
		r := mine[0]
		if v.Agg == Last {
			r = mine[len(mine)-1]
		}
		if c.Type.Coded() {
			return float64(r) // stands for the words of that row
		}
		return c.Num(r)
	}
	var nums []float64
	for _, r := range mine {
		nums = append(nums, c.Num(r))
	}
	return plainAggregate(v, nums)
}

func plainAggregate(v Value, nums []float64) float64 {
	if len(nums) == 0 {
		return math.NaN()
	}
	slices.Sort(nums)
	sum, yes := 0.0, 0.0
	for _, x := range nums {
		sum += x
		if x != 0 {
			yes++
		}
	}
	n := float64(len(nums))
	at := func(p float64) float64 {
		k := p * (n - 1)
		lo, hi := nums[int(math.Floor(k))], nums[int(math.Ceil(k))]
		return lo + (hi-lo)*(k-math.Floor(k))
	}
	switch v.Agg {
	case Sum:
		return sum
	case Mean:
		return sum / n
	case Median:
		return at(.5)
	case Pct:
		return at(v.P / 100)
	case Min:
		return nums[0]
	case Max:
		return nums[len(nums)-1]
	case Share:
		return yes / n
	case Std:
		if n < 2 {
			return math.NaN()
		}
		ss := 0.0
		for _, x := range nums {
			ss += (x - sum/n) * (x - sum/n)
		}
		return math.Sqrt(ss / (n - 1))
	}
	panic("twin: " + v.Agg)
}

func plainRatio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

// answer is the rows of every cell by its row path and column path.
type answer map[string]map[string][]int

const otherText = "\x02"

// run groups the rows that pass, after Top.
func (t twin) run() answer {
	values := t.spec.Values
	if len(values) == 0 {
		values = []Value{{Agg: Count}}
	}
	var rows []int
	for r := range t.log.Table.Rows {
		if t.all(t.spec.Where, r) {
			rows = append(rows, r)
		}
	}
	paths := func(dims []Dim, top int, by Value) map[int][]string {
		out := map[int][]string{}
		byLeaf := map[string][]int{}
		for _, r := range rows {
			var p []string
			for _, d := range dims {
				p = append(p, t.member(d, r))
			}
			out[r] = p
			byLeaf[join(p)] = append(byLeaf[join(p)], r)
		}
		if top == 0 || len(dims) == 0 {
			return out
		}
		// A leaf is kept when fewer than top siblings are better.
		kept := map[string]bool{}
		last := len(dims) - 1
		for leaf, rs := range byLeaf {
			mine := out[rs[0]]
			better := 0
			for other, os := range byLeaf {
				theirs := out[os[0]]
				if other == leaf || theirs[last] == "" || !slices.Equal(theirs[:last], mine[:last]) {
					continue
				}
				a, b := t.value(by, os), t.value(by, rs)
				if a > b || a == a && b != b || (a == b || a != a && b != b) && t.before(dims[last], theirs[last], mine[last]) {
					better++
				}
			}
			kept[leaf] = mine[last] == "" || better < top
		}
		for r, p := range out {
			if !kept[join(p)] {
				out[r] = append(slices.Clone(p[:last]), otherText)
			}
		}
		return out
	}
	by := values[0]
	key, _, _ := cutPath(t.spec.SortBy)
	for _, v := range values {
		if v.String() == key {
			by = v
			break
		}
	}
	rp, cp := paths(t.spec.Rows, t.spec.Top, by), paths(t.spec.Cols, t.spec.TopCols, values[0])
	out := answer{}
	for _, r := range rows {
		for i := range len(rp[r]) + 1 {
			for j := range len(cp[r]) + 1 {
				a, b := join(rp[r][:i]), join(cp[r][:j])
				if out[a] == nil {
					out[a] = map[string][]int{}
				}
				out[a][b] = append(out[a][b], r)
			}
		}
	}
	return out
}

// before orders two members of a dimension by label.
func (t twin) before(d Dim, a, b string) bool {
	c := t.log.Find(d.Column)
	if d.Func == Plain && c.Type == table.Bool {
		x, _ := c.Dict.Code(a)
		y, _ := c.Dict.Code(b)
		return c.Values[x] > c.Values[y]
	}
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 == nil && err2 == nil && !c.Type.Coded() {
		return x < y
	}
	if c.Type.Coded() {
		return natural(a, b) < 0
	}
	return a < b
}

func join(path []string) string {
	var b strings.Builder
	for _, p := range path {
		b.WriteString(p + "\x00")
	}
	return b.String()
}

func joinLabels(path []Label) string {
	var s []string
	for _, l := range path {
		switch {
		case l.Other:
			s = append(s, otherText)
		default:
			s = append(s, l.Text)
		}
	}
	return join(s)
}
