package report

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
)

// shown is how many members a chart shows before the rest becomes one.
const shown = 10

// shownBars is how many bars a chart shows rather than cutting off a few.
const shownBars = 15

// bars draws the rows of lines; kind is Bar, Column, Pareto or Donut. What
// lies beyond the first ones is one grey mark, or where that would be greater than
// any bar a remark in the title.
func (d *breakdown) bars(kind chart.Kind, title string, lines []line) *document.Chart {
	b, of := d.v.b, d.v.log().Kind
	c := &chart.Chart{Kind: kind, Title: title, Unit: b.unit(of), Format: whole, Lang: string(b.lang)}
	c.Parts = true
	s := chart.Series{Name: b.counted(of)}
	refs := []*document.Ref{}
	rest, others := 0.0, d.where
	most := shown + 1
	if kind == chart.Bar {
		most = shownBars
	}
	for i, l := range lines {
		if kind != chart.Column && i >= shown && len(lines) > most {
			rest += l.n
			continue
		}
		c.Categories = append(c.Categories, d.name(l))
		s.Values = append(s.Values, l.n)
		refs = append(refs, d.ref(l))
		if l.depth() == 0 {
			f := is(d.dims[0], l.label())
			f.Op = pivot.Ne
			others = append(others[:len(others):len(others)], f)
		}
	}
	switch {
	case kind == chart.Bar && len(s.Values) > 0 && rest > s.Values[0]:
		// A bar for the rest would squeeze those that the chart is about.
		c.Parts = false
		sum := 0.0
		for _, n := range s.Values {
			sum += n
		}
		c.Short = title
		c.Title = b.t("report.bars.first", title, b.count(shown), b.percentText(ratio(sum, d.total.n)))
	case rest > 0:
		c.Categories = append(c.Categories, display.Other(b.lang))
		c.Rest = append(make([]bool, len(c.Categories)-1), true)
		s.Values = append(s.Values, rest)
		refs = append(refs, d.v.ref(others...))
	}
	c.Series = []chart.Series{s}
	return &document.Chart{Chart: c, Refs: [][]*document.Ref{refs}}
}

// grid is a pivot of two axes as series over categories.
type grid struct {
	title    string
	counts   string // name of the only series; "" is what the log's rows are called
	unit     string // of counts, "" that of the log's rows; other formats carry theirs in every number
	kind     chart.Kind
	format   display.Format
	series   *pivot.Dim // nil draws one series
	category pivot.Dim
	top      int // of the series, the rest as one
	value    pivot.Value
	where    []pivot.Filter
	span     *pivot.Period // nil takes the period of the report
	sorted   bool          // categories by value, not by label
	topCats  int
	firsts   bool // the rest of the categories is not drawn but told in the title
	lengths  bool // categories are bands of lengths of time
}

// grid draws a pivot; nil where it has no members.
func (v *view) grid(g grid) *document.Chart {
	if g.value.Agg == "" {
		g.value = v.measure(g.value.Where...)
	}
	if g.span == nil {
		g.span = &v.period
	}
	g.counts = cmp.Or(g.counts, v.b.counted(v.log().Kind))
	if g.format.Kind == display.Count {
		g.unit = cmp.Or(g.unit, v.b.unit(v.log().Kind))
	}
	spec := pivot.Spec{Rows: []pivot.Dim{g.category}, Values: []pivot.Value{g.value}, Where: g.where,
		FillTime: g.category.Func.Periodic(), Top: g.topCats, TopCols: g.top}
	if g.sorted {
		spec.SortBy, spec.Desc = "value", true
	}
	if g.series != nil {
		spec.Cols = []pivot.Dim{*g.series}
	}
	r := v.run(*g.span, spec)
	c := &chart.Chart{Kind: g.kind, Title: g.title, Unit: g.unit, Format: g.format, Time: g.category.Func.Periodic(), Ordered: g.category.Func == pivot.Hour || g.category.Func == pivot.Weekday || g.category.Func == pivot.Band, Lang: string(v.b.lang)}
	c.Parts = g.value.Over == nil && (g.value.Agg == pivot.Count || g.value.Agg == pivot.Sum || g.value.Agg == pivot.Distinct)
	out := &document.Chart{Chart: c}
	rows := leaves(r.Rows)
	if g.firsts {
		rows = v.firsts(c, r, rows)
	}
	for _, j := range leaves(r.Cols) {
		s := chart.Series{Name: g.counts}
		var seriesIs []pivot.Filter
		if g.series != nil {
			l := r.Cols.Members[j].Path[0]
			s.Name, s.Key, s.Other = v.b.label(*g.series, l), chart.Key(r.Cols.Dims[0].Title, l.Text), l.Other
			seriesIs = memberFilter(*g.series, l, r.Cols)
		}
		var refs []*document.Ref
		for _, i := range rows {
			s.Values = append(s.Values, r.At(i, j, 0))
			refs = append(refs, &document.Ref{Log: v.log().Name, Where: concat(v.during(*g.span), g.where, g.value.Where,
				memberFilter(g.category, r.Rows.Members[i].Path[0], r.Rows), seriesIs)})
		}
		c.Series = append(c.Series, s)
		out.Refs = append(out.Refs, refs)
	}
	var labels []pivot.Label
	for _, i := range rows {
		l := r.Rows.Members[i].Path[0]
		labels, c.Rest = append(labels, l), append(c.Rest, l.Other)
	}
	c.Categories = v.b.labels(g.category, labels)
	if g.lengths {
		for i, l := range labels {
			c.Categories[i] = v.b.length(l.Num, l.Num+g.category.Width)
		}
		v.b.fillBands(out, labels, g.category.Width)
	}
	if len(c.Categories) == 0 || len(c.Series) == 0 {
		return nil
	}
	return out
}

// firsts leaves out the rest of the categories, and says in the title of c how
// much the others hold.
func (v *view) firsts(c *chart.Chart, r *pivot.Result, rows []int) []int {
	isRest := func(i int) bool { return r.Rows.Members[i].Path[0].Other }
	kept := slices.DeleteFunc(slices.Clone(rows), isRest)
	if len(kept) == len(rows) {
		return rows
	}
	total := len(r.Cols.Members) - 1
	sum := 0.0
	for _, i := range kept {
		sum += orZero(r.At(i, total, 0))
	}
	c.Short = c.Title
	c.Title = v.b.t("report.bars.first", c.Title, v.b.count(float64(len(kept))), v.b.percentText(ratio(sum, r.At(len(r.Rows.Members)-1, total, 0))))
	return kept
}

// fillBands puts the bands that no row has between those that have some, so
// that an axis of lengths has no gap that nobody sees.
func (b *Builder) fillBands(c *document.Chart, labels []pivot.Label, width float64) {
	const most = 24
	for i := len(labels) - 1; i > 0; i-- {
		for at := labels[i].Num - width; at > labels[i-1].Num && len(c.Chart.Categories) < most; at -= width {
			c.Chart.Categories = slices.Insert(c.Chart.Categories, i, b.length(at, at+width))
			c.Chart.Rest = slices.Insert(c.Chart.Rest, i, false)
			for k := range c.Chart.Series {
				c.Chart.Series[k].Values = slices.Insert(c.Chart.Series[k].Values, i, 0)
				c.Refs[k] = slices.Insert(c.Refs[k], i, nil)
			}
		}
	}
}

// length is a band of lengths of time for people.
func (b *Builder) length(from, to float64) string {
	if math.Mod(from, day) == 0 && math.Mod(to, day) == 0 {
		if from == 0 {
			return b.t("report.within.days", b.count(to/day))
		}
		return b.t("report.between.days", b.count(from/day), b.count(to/day))
	}
	if from == 0 {
		return b.t("report.within", duration.Full(to, b.lang))
	}
	return b.t("report.between", duration.Full(from, b.lang), duration.Full(to, b.lang))
}

// leaves are the leaves of an axis that are not blank.
func leaves(a pivot.Axis) []int {
	var out []int
	for _, i := range a.Leaves() {
		if p := a.Members[i].Path; len(p) > 0 && p[len(p)-1].Missing {
			continue
		}
		out = append(out, i)
	}
	return out
}

// memberFilter keeps the rows of one member of an axis; the rest of a top N is
// everything that the others are not.
func memberFilter(d pivot.Dim, l pivot.Label, a pivot.Axis) []pivot.Filter {
	if !l.Other {
		return []pivot.Filter{is(d, l)}
	}
	f := pivot.Filter{Column: d.Column, Func: d.Func, Width: d.Width, Op: pivot.Ne}
	for _, i := range a.Leaves() {
		if p := a.Members[i].Path; len(p) > 0 && !p[len(p)-1].Other {
			f.Values = append(f.Values, p[len(p)-1].Text)
		}
	}
	return []pivot.Filter{f}
}

func concat(lists ...[]pivot.Filter) []pivot.Filter {
	var out []pivot.Filter
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// addChart adds a chart that is there; half charts share the width.
func (b *Builder) addChart(c *document.Chart, half bool) {
	if c != nil {
		c.Half = half
		b.add(c)
	}
}
