package pivot

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// test is one condition on rows.
type test interface {
	and(mask []byte, lo int) // clears mask[i] where row lo+i fails, within one chunk
	holds(row int) bool
}

// byCode looks up the code of a row.
type byCode struct {
	codes []uint32
	pass  []byte // 1 or 0 by code
}

func (t byCode) and(mask []byte, lo int) {
	for i, code := range t.codes[lo : lo+len(mask)] {
		mask[i] &= t.pass[code]
	}
}

func (t byCode) holds(row int) bool { return t.pass[t.codes[row]] != 0 }

// compile turns a filter into a test.
func (k *cache) compile(log *logkind.Log, f Filter) (test, error) {
	col, err := find(log, f.Column)
	if err != nil {
		return nil, err
	}
	if len(f.Values) == 0 {
		f.Values = []string{""}
	}
	if f.Func == Plain && !col.Type.Coded() && f.Op != Contains {
		t, err := rangeTest(col, f)
		if t.plain() {
			t.zones = k.zones(col)
		}
		return t, err
	}
	c, ok := k.coding(col, f.dim())
	if !ok {
		return nil, fault.New("pivot.func", f.dim().String(), col.Name)
	}
	t := byCode{c.codes, make([]byte, c.n)}
	holds, err := memberTest(col, c, f)
	if err != nil {
		return nil, err
	}
	if holds == nil { // an equality, which needs only a look-up
		for _, v := range f.Values {
			for _, code := range codesOf(col, c, v) {
				t.pass[code] = 1
			}
		}
		if f.Op == Ne {
			for i := range t.pass {
				t.pass[i] ^= 1
			}
		}
		return t, nil
	}
	for code := 1; code < c.n; code++ {
		if holds(uint32(code)) {
			t.pass[code] = 1
		}
	}
	return t, nil
}

// codesOf gives the codes that a text stands for: its member, and for truth
// also "true" and "false", whatever the words of the column are. Where it is no
// member, yes and no are read in every language: the words of derived columns
// are those of the window.
func codesOf(col *table.Column, c *coding, text string) (out []uint32) {
	if text == "" {
		return []uint32{0}
	}
	if code, ok := c.find(Label{Text: text, Num: math.NaN()}); ok {
		out = append(out, code)
	}
	if truth, said := truths[strings.ToLower(text)]; col.Type == table.Bool && said && (len(out) == 0 || text == "true" || text == "false") {
		for code := 1; code < c.n; code++ {
			if (col.Values[code] != 0) == truth {
				out = append(out, uint32(code))
			}
		}
	}
	return out
}

var truths = map[string]bool{"true": true, "false": false, "yes": true, "no": false, "是": true, "否": false}

// memberTest gives the test of one member for the comparisons that look into
// it; nil for = and !=.
func memberTest(col *table.Column, c *coding, f Filter) (func(code uint32) bool, error) {
	switch f.Op {
	case Eq, Ne:
		return nil, nil
	case Contains:
		return containsTest(c, f.Values), nil
	}
	var tests []func(code uint32) bool
	for _, v := range f.Values {
		compare := func(code uint32) int { return natural(c.dict.At(code), v) }
		if c.dict == nil || c.rated != nil {
			nums := c.nums
			if c.dict != nil {
				nums = col.Values
			}
			num, err := strconv.ParseFloat(v, 64)
			if f.Func.Periodic() {
				p, perr := ParsePeriod(v, math.NaN())
				num, err = p.From, perr
			}
			if err != nil {
				return nil, fault.New("pivot.filter.number", v, col.Name)
			}
			compare = func(code uint32) int {
				switch {
				case nums[code] < num:
					return -1
				case nums[code] > num:
					return 1
				}
				return 0
			}
		}
		tests = append(tests, func(code uint32) bool { return f.Op.accepts(compare(code)) })
	}
	return func(code uint32) bool {
		return slices.ContainsFunc(tests, func(t func(uint32) bool) bool { return t(code) })
	}, nil
}

// accepts reports whether the operator holds for the sign of a comparison.
func (o Op) accepts(sign int) bool {
	switch o {
	case Ge:
		return sign >= 0
	case Le:
		return sign <= 0
	case Gt:
		return sign > 0
	case Lt:
		return sign < 0
	}
	return (sign == 0) == (o == Eq)
}

// containsTest looks for any of the parts, whatever their case and width.
func containsTest(c *coding, parts []string) func(code uint32) bool {
	folded := make([]string, len(parts))
	for i, p := range parts {
		folded[i] = table.Fold(p)
	}
	return func(code uint32) bool {
		text := c.label(code).Text
		if slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(text, p) }) {
			return true
		}
		if isFolded(text) {
			return slices.ContainsFunc(folded, func(p string) bool { return strings.Contains(text, p) })
		}
		text = table.Fold(text)
		return slices.ContainsFunc(folded, func(p string) bool { return strings.Contains(text, p) })
	}
}

// isFolded reports, of most texts that table.Fold leaves alone, that it does:
// small letters, digits, signs and Chinese characters.
func isFolded(s string) bool {
	space := true
	for _, r := range s {
		switch {
		case r == ' ' && !space:
		case r > ' ' && r < 0x7f && (r < 'A' || r > 'Z'), r >= 0x4e00 && r <= 0x9fff:
		default:
			return false
		}
		space = r == ' '
	}
	return !space
}
