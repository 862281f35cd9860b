package report

import (
	"cmp"
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// breakdown is a view cut by one or more dimensions: how many rows and which
// KPIs each member has, now and before. Lines stand in tree order, each parent
// before its children, the greatest first, blanks last.
type breakdown struct {
	v     *view
	dims  []pivot.Dim
	kpis  []*kpi.KPI
	where []pivot.Filter
	lines []line
	total line

	bases []int // of each KPI: the value that counts what it is computed from; 0 is the measure
}

// line is one member of a breakdown. Numbers of the period before are NaN where
// there is none, and counts are 0 where the member had no rows then.
type line struct {
	path   []pivot.Label
	n      float64   // rows
	before float64   // rows in the period before
	vals   []float64 // of the KPIs
	was    []float64 // of the KPIs in the period before
	bases  []float64 // how much each KPI is computed from
	rank   float64   // overall, 1 the best; 0 where there is none
}

func (l line) depth() int         { return len(l.path) - 1 }
func (l line) label() pivot.Label { return l.path[len(l.path)-1] }

// by cuts the view by dimensions. Only rows that pass where count.
func (v *view) by(dims []pivot.Dim, kpis []*kpi.KPI, where ...pivot.Filter) *breakdown {
	d := &breakdown{v: v, dims: dims, kpis: kpis, where: where}
	spec := pivot.Spec{Rows: dims, Where: where, Values: []pivot.Value{v.measure()}}
	for _, k := range kpis {
		spec.Values = append(spec.Values, k.On(v.log()))
	}
	d.bases = make([]int, len(kpis))
	for i, k := range kpis {
		if base, ok := k.Base(v.log()); ok {
			spec.Values = append(spec.Values, base)
			d.bases[i] = len(spec.Values) - 1
		}
	}
	now := d.read(v.run(v.period, spec))
	before := map[string]line{}
	if v.compares() {
		before = d.read(v.run(v.before, spec))
	}
	children := map[string][]line{}
	for key, l := range now {
		l.before, l.was = nan, nil
		if v.compares() {
			l.before = before[key].n
			l.was = before[key].vals
		}
		if len(l.path) == 0 {
			d.total = l
			continue
		}
		parent := pathKey(l.path[:len(l.path)-1])
		children[parent] = append(children[parent], l)
	}
	d.grow(children, "")
	return d
}

// measure is what a line counts: rows; of an order log orders, which may have
// several rows each; of a daily sheet the receptions or customers that its rows have counted.
func (v *view) measure(where ...pivot.Filter) pivot.Value {
	value := pivot.Value{Agg: pivot.Count}
	switch {
	case v.log().Kind == logkind.Daily && derive.Handled(v.log()) != "":
		value = pivot.Value{Agg: pivot.Sum, Column: kpi.At(derive.Handled(v.log()))}
	case v.log().Kind == logkind.Order:
		value = kpi.Orders.On(v.log())
	}
	value.Where = where
	return value
}

// count is the measure over the rows of the period that pass the filters.
func (v *view) count(where ...pivot.Filter) float64 {
	return orZero(v.number(v.period, v.measure(where...)))
}

// read takes the members of the row axis apart by their paths.
func (d *breakdown) read(r *pivot.Result) map[string]line {
	out := make(map[string]line, len(r.Rows.Members))
	for i, m := range r.Rows.Members {
		l := line{path: m.Path, n: orZero(r.At(i, 0, 0)), vals: make([]float64, len(d.kpis))}
		for k := range d.kpis {
			l.vals[k] = r.At(i, 0, k+1)
			l.bases = append(l.bases, orZero(r.At(i, 0, d.bases[k])))
		}
		out[pathKey(m.Path)] = l
	}
	return out
}

// grow appends the children of a parent with everything below them. A level on
// which a parent has nothing but blanks is left out.
func (d *breakdown) grow(children map[string][]line, parent string) {
	list := children[parent]
	if parent != "" && len(list) == 1 && list[0].label().Missing {
		return
	}
	slices.SortFunc(list, func(a, b line) int {
		x, y := a.label(), b.label()
		if x.Missing != y.Missing {
			if x.Missing {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(x.Text, y.Text))
	})
	for _, l := range list {
		d.lines = append(d.lines, l)
		if len(l.path) < len(d.dims) {
			d.grow(children, pathKey(l.path))
		}
	}
}

// level keeps the lines of one depth, 0 the outermost.
func (d *breakdown) level(depth int) []line {
	var out []line
	for _, l := range d.lines {
		if l.depth() == depth {
			out = append(out, l)
		}
	}
	return out
}

// named is level without blanks.
func (d *breakdown) named(depth int) []line {
	return slices.DeleteFunc(d.level(depth), func(l line) bool { return l.label().Missing })
}

// name is the line's label for people.
func (d *breakdown) name(l line) string {
	if len(l.path) == 0 {
		return d.v.b.t("report.total")
	}
	return d.v.b.label(d.dims[len(l.path)-1], l.label())
}

// filters are the conditions that a line's rows meet.
func (d *breakdown) filters(l line) []pivot.Filter {
	out := slices.Clone(d.where)
	for i, p := range l.path {
		out = append(out, is(d.dims[i], p))
	}
	return out
}

// ref leads to the rows of a line.
func (d *breakdown) ref(l line, more ...pivot.Filter) *document.Ref {
	return d.v.ref(append(d.filters(l), more...)...)
}
