package session

import (
	"math"
	"strconv"
	"strings"

	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
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
	if v.Calc != nil {
		return calcText(v, l)
	}
	v.Column = columnText(v.Column, l)
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
	case v.Agg == pivot.Share:
		s = l.T("agg.share.of", v.Column)
	default:
		s = l.T("agg.of", l.T("agg."+string(v.Agg)), v.Column)
	}
	if len(v.Where) > 0 {
		s = l.T("explore.dim", s, l.List(FilterTexts(pivot.Spec{Where: v.Where}, l)))
	}
	if v.Over != nil {
		s += " ÷ " + ValueText(*v.Over, l)
	}
	return s
}

// columnText names a column, which may be written as the role that it plays.
func columnText(column string, l lang.Lang) string {
	if role, ok := strings.CutPrefix(column, "@"); ok {
		if _, ok := derive.Of(logkind.Role(role)); ok {
			return derive.Title(logkind.Role(role), l)
		}
		return logkind.Role(role).Name(l)
	}
	return column
}

// calcText names arithmetic and values of other periods: 前期 行数, 行数 环比.
func calcText(v pivot.Value, l lang.Lang) string {
	c := v.Calc
	if period(v) != 0 {
		return l.T("value."+string(c.Op), ValueText(c.A, l))
	}
	s := ValueText(c.A, l)
	if then := period(c.B); c.Op == '-' && then != 0 && c.B.Calc.A.String() == c.A.String() {
		if v.Over == nil {
			return l.T("value.diff."+string(then), s)
		}
		return l.T("value.change."+string(then), s)
	}
	s += " " + operators[c.Op] + " " + bracketed(c.B, l)
	if v.Over != nil {
		s = "(" + s + ") ÷ " + ValueText(*v.Over, l)
	}
	return s
}

// period is the other period in which a value is seen; 0 none.
func period(v pivot.Value) byte {
	if v.Calc != nil && (v.Calc.Op == pivot.Before || v.Calc.Op == pivot.YearBefore) {
		return v.Calc.Op
	}
	return 0
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
	name := DimText(pivot.Dim{Column: columnText(f.Column, l), Func: f.Func, Width: f.Width}, "", l)
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
	var values []string
	for _, v := range f.Values[:min(len(f.Values), most)] {
		values = append(values, memberText(f, v, l))
	}
	s := l.List(values)
	if rest := len(f.Values) - most; rest > 0 {
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

// memberText says what a filter compares as the member of its dimension is shown.
func memberText(f pivot.Filter, text string, l lang.Lang) string {
	if text == "" {
		return display.Blank(l)
	}
	num, err := strconv.ParseFloat(text, 64)
	if f.Func.Periodic() {
		var p pivot.Period
		p, err = pivot.ParsePeriod(text, math.NaN())
		num = p.From
	}
	if err != nil || f.Func == pivot.Plain {
		return text
	}
	return display.FullLabel(string(f.Func), text, num, f.Width, l)
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
