package session

import (
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// ViewDocument is what Explore shows as a document, for export and print; nil
// before there is a result.
func (s *Session) ViewDocument() *document.Document {
	r, l := s.result.value, s.log()
	if r == nil || l == nil {
		return nil
	}
	title := Sentence(r, s.Lang())
	doc := &document.Document{ID: "view", Title: title, Lang: s.Lang(), Shop: s.prefs.Shop, Sources: []string{l.Name},
		Period: PeriodOf(s.Logs()[s.current:s.current+1], s.Lang())}
	doc.Blocks = append(doc.Blocks, &document.Heading{Level: 1, Text: l.Name, ID: "view"})
	if filters := FilterTexts(r.Spec, s.Lang()); len(filters) > 0 {
		doc.Blocks = append(doc.Blocks, &document.Text{Text: s.T("explore.filtered", s.Lang().List(filters))})
	}
	if c := s.Chart(); c != nil {
		c.Title = title // a picture of it stands alone
		doc.Blocks = append(doc.Blocks, &document.Chart{Chart: c})
	}
	t := document.FromPivot(r, s.Lang(), nil)
	t.Title = title
	doc.Blocks = append(doc.Blocks, t)
	return doc
}

// Chart draws the current result; nil before there is one, or where there is
// nothing to draw.
func (s *Session) Chart() *chart.Chart {
	r := s.result.value
	if r == nil || len(r.Rows.Dims)+len(r.Cols.Dims) == 0 {
		return nil
	}
	c := chart.FromPivot(r, s.View().Chart, s.Lang())
	c.Colours = s.colours
	return c
}

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
		return v.String()
	}
	var s string
	switch {
	case v.Agg == "" || v.Agg == pivot.Count && v.Column == "":
		s = l.T("agg.rows")
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
