package pivot

import (
	"strconv"
	"strings"

	"tallyboard/internal/display"
)

// String is the text form, which ParseValue reads back.
func (v Value) String() string {
	s := v.expr()
	if v.Name != "" {
		s = quoteIf(v.Name, " :=", "[", "]", " as") + " := " + s
	}
	if v.As != display.Auto {
		s += " as " + string(v.As)
	}
	return s
}

// Binding strength of a value in arithmetic.
const (
	bindSum = iota + 1
	bindProduct
	bindTerm
)

func (v Value) strength() int {
	switch {
	case v.Over != nil:
		return bindProduct
	case v.Calc == nil || v.Calc.Op == Before || v.Calc.Op == YearBefore:
		return bindTerm
	case v.Calc.Op == '+' || v.Calc.Op == '-':
		return bindSum
	}
	return bindProduct
}

// expr is the text form without the name.
func (v Value) expr() string {
	if v.Over != nil {
		base := v
		base.Over = nil
		return base.within(bindProduct) + " / " + v.Over.within(bindTerm)
	}
	if c := v.Calc; c != nil {
		switch c.Op {
		case Before:
			return "prev(" + c.A.expr() + ")"
		case YearBefore:
			return "lastyear(" + c.A.expr() + ")"
		}
		s := v.strength()
		return c.A.within(s) + " " + string(c.Op) + " " + c.B.within(s+1)
	}
	var b strings.Builder
	switch v.Agg {
	case Const:
		return number(v.P)
	case Ref:
		return "[" + quoteIf(v.Column, "[", "]") + "]"
	case Pct:
		b.WriteString("p" + number(v.P))
	case "":
		b.WriteString(string(Count))
	default:
		b.WriteString(string(v.Agg))
	}
	if v.Column != "" {
		b.WriteByte(':')
		if balanced(v.Column) {
			b.WriteString(quoteIf(v.Column, " :=", " / ", " * ", " + ", " - ", " as", " @"))
		} else {
			b.WriteString(strconv.Quote(v.Column))
		}
	}
	for _, f := range v.Where {
		b.WriteString("{" + f.String() + "}")
	}
	return b.String()
}

// within puts brackets around v where it binds less than its place asks for.
func (v Value) within(strength int) string {
	if v.strength() < strength {
		return "(" + v.expr() + ")"
	}
	return v.expr()
}

// number is a plain number that cutNumber reads back.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// balanced reports whether every bracket of s closes one that s opened.
func balanced(s string) bool {
	open := 0
	for i := 0; i < len(s) && open >= 0; i++ {
		switch s[i] {
		case '(':
			open++
		case ')':
			open--
		}
	}
	return open == 0
}
