package pivot

import (
	"strings"

	"tallyboard/internal/fault"
)

// ops lists the comparisons, longer ones before those they begin with.
var ops = []Op{Ne, Ge, Le, Eq, Gt, Lt, Contains, Best}

// ParseFilter reads COLUMN=A|B and the like with !=, >=, <=, >, < and ~
// (contains), or COLUMN^5|VALUE (the five best members by a value; −5 the five
// least; without VALUE by rows). F:COLUMN compares what a function makes of the
// column. Nothing behind = or != means blank. Headers and values that hold an operator, a bar
// or a quote stand in double quotes. Errors are the fault "pivot.filter".
func ParseFilter(s string) (Filter, error) {
	d, rest := cutFunc(strings.TrimSpace(s))
	at := scanTo(rest, func(r string) bool { return opAt(r) != "" })
	op := opAt(rest[at:])
	col, ok := word(rest[:at])
	if op == "" || !ok || col == "" || d.Func == Band && !(d.Width > 0) {
		return Filter{}, fault.New("pivot.filter", s)
	}
	f := Filter{Column: col, Func: d.Func, Width: d.Width, Op: op}
	rest = rest[at+len(op):]
	for {
		at := scanTo(rest, func(r string) bool { return r[0] == '|' })
		v, ok := word(rest[:at])
		if !ok {
			return Filter{}, fault.New("pivot.filter", s)
		}
		f.Values = append(f.Values, v)
		if at == len(rest) {
			return f, nil
		}
		rest = rest[at+1:]
	}
}

func opAt(s string) Op {
	for _, op := range ops {
		if strings.HasPrefix(s, string(op)) {
			return op
		}
	}
	return ""
}

// String is the text form, which ParseFilter reads back.
func (f Filter) String() string {
	var b strings.Builder
	d := f.dim()
	b.WriteString(d.prefix())
	col := quoteIf(f.Column, "=", "!", ">", "<", "~", "^", "|")
	if d.Func == Plain && col[0] != '"' && d.String()[0] == '"' {
		col = d.String()
	}
	b.WriteString(col)
	b.WriteString(string(f.Op))
	for i, v := range f.Values {
		if i > 0 {
			b.WriteByte('|')
		}
		// A lone "" is what nothing at all is read as, and = after > would be read as >=.
		if v != "" {
			b.WriteString(quoteIf(v, "|", "=", "!", ">", "<", "~"))
		}
	}
	return b.String()
}

// Is is the filter that keeps the rows of one member of d; not of the rest of a
// top, which is no member.
func (d Dim) Is(l Label) Filter {
	return Filter{Column: d.Column, Func: d.Func, Width: d.Width, Op: Eq, Values: []string{l.Text}}
}

// dim is the dimension whose member the filter compares.
func (f Filter) dim() Dim { return Dim{Column: f.Column, Func: f.Func, Width: f.Width} }
