package session

import (
	"strconv"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Sentence says what a result shows: 每周 × 一级类型 的 接待量,占行比.
func Sentence(r *pivot.Result, l lang.Lang) string {
	var dims, values []string
	for _, d := range append(append([]pivot.DimInfo{}, r.Rows.Dims...), r.Cols.Dims...) {
		dims = append(dims, DimText(d.Dim, d.Title, l))
	}
	for _, v := range r.Values {
		values = append(values, ValueText(v.Value, l))
	}
	s := l.List(values)
	if len(dims) > 0 {
		s = l.T("explore.by", strings.Join(dims, " × "), s)
	}
	if r.Spec.Show != pivot.AsIs {
		s = l.T("explore.shown", s, l.T("show."+string(r.Spec.Show)))
	}
	return s
}

// DimText names a dimension: 下单时间(每周).
func DimText(d pivot.Dim, title string, l lang.Lang) string {
	if title == "" {
		title = d.Column
	}
	if d.Func == pivot.Plain {
		return title
	}
	return l.T("explore.dim", title, l.T("func."+string(d.Func)))
}

// ValueText names a value: 平均 通话时长.
func ValueText(v pivot.Value, l lang.Lang) string {
	if v.Name != "" {
		return v.Name
	}
	if c := v.Calc; c != nil && (c.Op == pivot.Before || c.Op == pivot.YearBefore) {
		return l.T("value."+string(c.Op), ValueText(c.A, l))
	} else if c != nil {
		return ValueText(c.A, l) + " " + operators[c.Op] + " " + bracketed(c.B, l)
	}
	var s string
	switch {
	case v.Agg == "" || v.Agg == pivot.Count && v.Column == "":
		s = l.T("agg.rows")
	case v.Agg == pivot.Const:
		s = display.Format{Kind: display.Decimal, Decimals: display.AsNeeded}.Full(v.P, l)
	case v.Agg == pivot.Ref:
		s = v.Column
	case v.Agg == pivot.Pct:
		s = l.T("agg.p.of", v.P, v.Column)
	default:
		s = l.T("agg.of", l.T("agg."+string(v.Agg)), v.Column)
	}
	if v.Over != nil {
		s += " ÷ " + ValueText(*v.Over, l)
	}
	return s
}

var operators = map[byte]string{'+': "+", '-': "−", '*': "×", '/': "÷"}

// bracketed puts arithmetic in brackets where it stands behind an operator.
func bracketed(v pivot.Value, l lang.Lang) string {
	if v.Calc != nil && v.Name == "" {
		return "(" + ValueText(v, l) + ")"
	}
	return ValueText(v, l)
}

// FilterText says a filter in words: 地区 = 浙江、江苏.
func FilterText(f pivot.Filter, l lang.Lang) string {
	name := DimText(pivot.Dim{Column: f.Column, Func: f.Func, Width: f.Width}, f.Column, l)
	blank := len(f.Values) == 1 && f.Values[0] == ""
	switch {
	case blank && f.Op == pivot.Eq:
		return l.T("filter.blank", name)
	case blank && f.Op == pivot.Ne:
		return l.T("filter.notblank", name)
	}
	if f.Op == pivot.Best && len(f.Values) > 0 {
		return bestText(name, f.Values, l)
	}
	const most = 3
	values := f.Values
	rest := len(values) - most
	if rest > 0 {
		values = values[:most]
	}
	s := l.List(values)
	if rest > 0 {
		s = l.T("filter.more", s, rest)
	}
	switch f.Op {
	case pivot.Eq:
		return l.T("filter.is", name, s)
	case pivot.Ne:
		return l.T("filter.isnot", name, s)
	case pivot.Contains:
		return l.T("filter.contains", name, s)
	}
	return name + " " + map[pivot.Op]string{pivot.Ge: "≥", pivot.Le: "≤", pivot.Gt: ">", pivot.Lt: "<"}[f.Op] + " " + s
}

// FilterTexts says all filters of a view.
func FilterTexts(p pivot.Spec, l lang.Lang) []string {
	out := make([]string, len(p.Where))
	for i, f := range p.Where {
		out[i] = FilterText(f, l)
	}
	return out
}

// bestText says a filter that keeps the members with the greatest results.
func bestText(name string, values []string, l lang.Lang) string {
	n, err := strconv.Atoi(values[0])
	if err != nil {
		return name + " " + values[0]
	}
	by := l.T("agg.rows")
	if len(values) > 1 {
		if v, err := pivot.ParseValue(values[1]); err == nil {
			by = ValueText(v, l)
		}
	}
	if n < 0 {
		return l.T("filter.least", name, -n, by)
	}
	return l.T("filter.best", name, n, by)
}
