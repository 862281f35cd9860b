package pivot

import (
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/fault"
)

// ParseValue reads AGG, AGG:COLUMN, a ratio "VALUE / VALUE", or arithmetic over
// values with + - * / (a space on both sides), numbers, ( ) and [name of
// another value], and prev(VALUE) or lastyear(VALUE). AGG:COLUMN{FILTER}{FILTER} counts only the rows for which the
// filters hold; "NAME := VALUE" names it, "VALUE as STYLE" says how its numbers
// are written (0, 0.0, 0.00, 万, k, %, ¥ or h:mm:ss). Errors are the fault "pivot.value".
func ParseValue(s string) (Value, error) {
	text := strings.TrimSpace(s)
	name := ""
	if at := scanTo(text, func(r string) bool { return strings.HasPrefix(r, " := ") }); at < len(text) {
		n, ok := word(text[:at])
		if !ok || n == "" {
			return Value{}, fault.New("pivot.value", s)
		}
		name, text = n, text[at+4:]
	}
	text, as := cutStyle(text)
	p := valueParser{rest: strings.TrimSpace(text)}
	v, ok := p.sum(0)
	if !ok || p.rest != "" {
		return Value{}, fault.New("pivot.value", s)
	}
	v.Name, v.As = name, as
	return v, nil
}

// cutStyle takes " as STYLE" off the end of s.
func cutStyle(s string) (rest string, as display.Style) {
	at := scanTo(s, func(r string) bool {
		word, ok := strings.CutPrefix(r, " as ")
		return ok && slices.Contains(display.Styles[1:], display.Style(strings.TrimSpace(word)))
	})
	if at == len(s) {
		return s, display.Auto
	}
	return s[:at], display.Style(strings.TrimSpace(s[at+len(" as "):]))
}

// valueParser reads arithmetic by recursive descent; a method that fails
// returns false and leaves rest anywhere.
type valueParser struct{ rest string }

// maxNesting bounds the recursion on strangers' text.
const maxNesting = 100

func (p *valueParser) sum(depth int) (Value, bool) {
	v, ok := p.product(depth)
	for ok {
		op := p.operator("+-")
		if op == 0 {
			return v, true
		}
		var b Value
		b, ok = p.product(depth)
		v = Value{Calc: &Calc{op, v, b}}
	}
	return v, false
}

func (p *valueParser) product(depth int) (Value, bool) {
	v, ok := p.term(depth)
	for ok {
		op := p.operator("*/")
		if op == 0 {
			return v, true
		}
		var b Value
		b, ok = p.term(depth)
		if op == '/' && v.Over == nil {
			v.Over = &b
		} else {
			v = Value{Calc: &Calc{op, v, b}}
		}
	}
	return v, false
}

// operator takes one of ops off the front of rest, 0 where there is none.
func (p *valueParser) operator(ops string) byte {
	s := strings.TrimLeft(p.rest, " ")
	if len(s) > 1 && s[1] == ' ' && strings.IndexByte(ops, s[0]) >= 0 {
		p.rest = strings.TrimLeft(s[1:], " ")
		return s[0]
	}
	return 0
}

func (p *valueParser) term(depth int) (v Value, ok bool) {
	switch {
	case depth > maxNesting || p.rest == "":
		return v, false
	case p.rest[0] == '(':
		p.rest = strings.TrimLeft(p.rest[1:], " ")
		v, ok = p.sum(depth + 1)
		if !ok || !strings.HasPrefix(p.rest, ")") {
			return v, false
		}
		p.rest = strings.TrimLeft(p.rest[1:], " ")
		return v, true
	case inPeriod(p.rest) != 0:
		op := inPeriod(p.rest)
		p.rest = strings.TrimLeft(p.rest[strings.IndexByte(p.rest, '(')+1:], " ")
		v, ok = p.sum(depth + 1)
		if !ok || !strings.HasPrefix(p.rest, ")") {
			return v, false
		}
		p.rest = strings.TrimLeft(p.rest[1:], " ")
		return Value{Calc: &Calc{Op: op, A: v}}, true
	case p.rest[0] == '[':
		end := scanTo(p.rest, func(r string) bool { return r[0] == ']' })
		if end == len(p.rest) {
			return v, false
		}
		name, ok := word(p.rest[1:end])
		p.rest = strings.TrimLeft(p.rest[end+1:], " ")
		return Value{Agg: Ref, Column: name}, ok && name != ""
	}
	if n, size := cutNumber(p.rest); size > 0 {
		p.rest = strings.TrimLeft(p.rest[size:], " ")
		return Value{Agg: Const, P: n}, true
	}
	return p.aggregate(depth)
}

func (p *valueParser) aggregate(depth int) (v Value, ok bool) {
	v, size := cutAgg(p.rest)
	if size == 0 {
		return v, false
	}
	p.rest = p.rest[size:]
	if strings.HasPrefix(p.rest, ":") {
		p.rest = strings.TrimLeft(p.rest[1:], " ")
		if col, rest, ok := cutQuoted(p.rest); ok {
			v.Column, p.rest = col, rest
		} else {
			end := columnEnd(p.rest, depth > 0)
			v.Column, p.rest = strings.TrimSpace(p.rest[:end]), p.rest[end:]
		}
		if v.Column == "" {
			return v, false
		}
	} else if v.Agg != Count {
		return v, false
	}
	for strings.HasPrefix(strings.TrimLeft(p.rest, " "), "{") {
		body := strings.TrimLeft(p.rest, " ")[1:]
		end := scanTo(body, func(r string) bool { return r[0] == '}' })
		if end == len(body) {
			return v, false
		}
		f, err := ParseFilter(body[:end])
		if err != nil {
			return v, false
		}
		v.Where, p.rest = append(v.Where, f), body[end+1:]
	}
	p.rest = strings.TrimLeft(p.rest, " ")
	if p.rest != "" && p.rest[0] != ')' && !startsOperator(p.rest) {
		return v, false
	}
	return v, true
}

// columnEnd finds where an unquoted header ends: at a filter, at an operator
// that a term follows, or at the bracket that closes the group around it.
func columnEnd(s string, grouped bool) int {
	open := 0
	return scanTo(s, func(r string) bool {
		switch r[0] {
		case '{':
			return true
		case '(':
			open++
		case ')':
			if open == 0 {
				return grouped
			}
			open--
		case ' ':
			return startsOperator(r[1:]) && startsTerm(r[2:])
		}
		return false
	})
}

func startsOperator(s string) bool {
	return len(s) > 1 && strings.IndexByte("+-*/", s[0]) >= 0 && s[1] == ' '
}

func startsTerm(s string) bool {
	s = strings.TrimLeft(s, " (")
	_, agg := cutAgg(s)
	_, num := cutNumber(s)
	if inPeriod(s) != 0 {
		return startsTerm(s[strings.IndexByte(s, '(')+1:])
	}
	return agg > 0 || num > 0 || strings.HasPrefix(s, "[")
}

// inPeriod gives the operator that s begins with, 0 where it is none.
func inPeriod(s string) byte {
	switch {
	case strings.HasPrefix(s, "prev("):
		return Before
	case strings.HasPrefix(s, "lastyear("):
		return YearBefore
	}
	return 0
}

// cutAgg reads the id of an aggregation, which a colon or the end of the term
// must follow.
func cutAgg(s string) (v Value, size int) {
	end := strings.IndexAny(s, ": ){")
	if end < 0 {
		end = len(s)
	}
	id := s[:end]
	if num, ok := strings.CutPrefix(id, "p"); ok {
		if p, n := cutNumber(num); n == len(num) && n > 0 && p >= 0 && p <= 100 && num[0] != '-' {
			return Value{Agg: Pct, P: p}, end
		}
	}
	for _, a := range Aggs {
		if id == string(a) && a != Pct {
			if a != Count && !strings.HasPrefix(s[end:], ":") {
				return v, 0
			}
			return Value{Agg: a}, end
		}
	}
	return v, 0
}

// cutNumber reads a plain number that ends where a term may end.
func cutNumber(s string) (v float64, size int) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.' || s[end] == '-' && end == 0) {
		end++
	}
	if end < len(s) && s[end] != ' ' && s[end] != ')' {
		return 0, 0
	}
	v, err := strconv.ParseFloat(s[:end], 64)
	if err != nil {
		return 0, 0
	}
	return v, end
}
