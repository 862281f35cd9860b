package report

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/place"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// view is one log as a report sees it: the rows of the period, those of the
// period before, and the way back from a figure to its rows.
type view struct {
	b     *Builder
	index int          // among the builder's logs
	time  logkind.Role // the column that the period applies to; "" where there is none

	period, before pivot.Period // of the report, unless it was taken over another
}

// views lists the logs of the given kinds, those with most rows first.
func (b *Builder) views(kinds ...logkind.Kind) []*view {
	var out []*view
	for _, k := range kinds {
		for i, l := range b.derived.Logs() {
			if l.Kind == k {
				b.viewed[i] = true
				out = append(out, &view{b: b, index: i, time: derive.When(l), period: b.period, before: b.before})
			}
		}
	}
	return out
}

// over is the view on another period, with nothing to compare.
func (v *view) over(p pivot.Period) *view {
	w := *v
	w.period, w.before = p, pivot.Period{}
	return &w
}

// compares reports whether there is a period to compare with.
func (v *view) compares() bool { return v.time != "" && !v.before.All() }

// with keeps the views that have all of the roles.
func with(views []*view, roles ...logkind.Role) []*view {
	var out []*view
	for _, v := range views {
		if v.log().Has(roles...) {
			out = append(out, v)
		}
	}
	return out
}

// log is the log with the columns derived so far.
func (v *view) log() *logkind.Log { return v.b.derived.Logs()[v.index] }

// need derives columns; it reports whether the log has all of them then.
func (v *view) need(roles ...logkind.Role) bool {
	if v.b.err == nil && len(roles) > 0 { // none would mean all
		v.b.err = v.b.derived.Need(v.b.ctx, roles...)
	}
	return v.log().Has(roles...)
}

// meanwhile derives columns while f runs, for whoever asks for them next. What f
// itself derives has to wait for them.
func (b *Builder) meanwhile(roles []logkind.Role, f func()) {
	if b.err != nil || len(roles) == 0 { // none would mean all
		f()
		return
	}
	var err error
	task.Together(2, func(i int) {
		if i == 0 {
			f()
		} else {
			err = b.derived.Need(b.ctx, roles...)
		}
	})
	if b.err == nil {
		b.err = err
	}
}

// usable derives what the KPIs are computed from and keeps those that the log
// then allows.
func (v *view) usable(kpis ...*kpi.KPI) []*kpi.KPI {
	var out []*kpi.KPI
	for _, k := range kpis {
		if !k.Suits(v.log().Kind) {
			continue
		}
		v.need(k.DerivedOn(v.log())...)
		if k.Ready(v.log()) && k.Fits(v.log()) {
			out = append(out, k)
		}
	}
	return out
}

// during gives the filters for the rows of a period.
func (v *view) during(p pivot.Period) []pivot.Filter {
	if v.time == "" {
		return v.scope()
	}
	return append(p.Filters(kpi.At(v.time)), v.scope()...)
}

// scope gives the filters for the rows that count at all: no calls of the shop
// among those of its customers, and those of the chosen
// shop, where the log tells shops apart.
func (v *view) scope() []pivot.Filter {
	var out []pivot.Filter
	if v.log().Has(logkind.Shop) {
		out = slices.Clone(v.b.scope)
	}
	if f, ok := incoming(v.log()); ok {
		out = append(out, f)
	}
	return out
}

// run asks the engine about the rows of a period. After a failure it answers
// with an empty result, and the build ends with the error.
func (v *view) run(p pivot.Period, spec pivot.Spec) *pivot.Result {
	log, spec := v.rowsIn(p, spec)
	return v.ask(log, spec)
}

// rowsIn is a log, and how to ask it about the rows of a period.
func (v *view) rowsIn(p pivot.Period, spec pivot.Spec) (*logkind.Log, pivot.Spec) {
	log := v.within(p)
	if spec.FillTime {
		log = nil // how far filled time reaches depends on the whole log
	}
	if log != nil {
		spec.Where = append(v.scope(), spec.Where...)
	} else {
		log = v.log()
		spec.Where = append(v.during(p), spec.Where...)
	}
	return log, spec
}

// ask runs a pivot over the log or a part of it.
func (v *view) ask(log *logkind.Log, spec pivot.Spec) *pivot.Result {
	if v.b.err == nil {
		r, err := v.b.In.Engine.Run(v.b.ctx, log, spec)
		if err == nil {
			return r
		}
		v.b.err = err
	}
	return &pivot.Result{Spec: spec}
}

// asked is a pivot about the rows of a period.
type asked struct {
	period pivot.Period
	spec   pivot.Spec
}

// runAll is run of several pivots, at the same time where that is faster: what
// one of them does on one core leaves the other cores to the rest.
func (v *view) runAll(list ...asked) []*pivot.Result {
	out, errs, logs := make([]*pivot.Result, len(list)), make([]error, len(list)), make([]*logkind.Log, len(list))
	for i, a := range list {
		logs[i], list[i].spec = v.rowsIn(a.period, a.spec)
	}
	if v.b.err != nil || !pivot.Local(v.b.In.Engine) {
		for i, log := range logs {
			out[i] = v.ask(log, list[i].spec)
		}
		return out
	}
	task.Together(len(list), func(i int) {
		out[i], errs[i] = v.b.In.Engine.Run(v.b.ctx, logs[i], list[i].spec)
	})
	for i, err := range errs {
		if err != nil {
			out[i], v.b.err = &pivot.Result{Spec: list[i].spec}, cmp.Or(v.b.err, err)
		}
	}
	return out
}

// ref leads to the rows of the period that pass the filters.
func (v *view) ref(where ...pivot.Filter) *document.Ref {
	return &document.Ref{Log: v.log().Name, Where: append(v.during(v.period), where...)}
}

// rows counts the rows of the period that pass the filters.
func (v *view) rows(where ...pivot.Filter) float64 {
	return v.number(v.period, pivot.Value{Agg: pivot.Count}, where...)
}

// number computes one value over the rows of a period.
func (v *view) number(p pivot.Period, value pivot.Value, where ...pivot.Filter) float64 {
	r := v.run(p, pivot.Spec{Values: []pivot.Value{value}, Where: where})
	if len(r.Cells) == 0 {
		return nan
	}
	return r.At(len(r.Rows.Members)-1, len(r.Cols.Members)-1, 0)
}

// timed is a function of the view's time column.
func (v *view) timed(f pivot.Func) pivot.Dim {
	return pivot.Dim{Column: kpi.At(v.time), Func: f}
}

func isTime(c *table.Column) bool { return c != nil && c.Type == table.Time }

// dim is a plain dimension of a role.
func dim(r logkind.Role) pivot.Dim { return pivot.Dim{Column: kpi.At(r)} }

// is keeps the rows whose value of a dimension is the label's.
func is(d pivot.Dim, l pivot.Label) pivot.Filter {
	return pivot.Filter{Column: d.Column, Func: d.Func, Width: d.Width, Op: pivot.Eq, Values: []string{l.Text}}
}

// label is a member of a dimension for people.
func (b *Builder) label(d pivot.Dim, l pivot.Label) string {
	switch {
	case l.Missing:
		if key := "report.none." + strings.TrimPrefix(d.Column, "@"); b.lang.Has(key) {
			return b.t(key)
		}
		return display.Blank(b.lang)
	case l.Other:
		return display.Other(b.lang)
	}
	return display.Label(string(d.Func), b.text(d, l), l.Num, d.Width, b.lang)
}

// text is the canonical text of a member in the language: provinces have
// English names.
func (b *Builder) text(d pivot.Dim, l pivot.Label) string {
	if d.Func == pivot.Province && b.lang == lang.EN {
		return place.English(l.Text)
	}
	return l.Text
}

// pathKey tells members of an axis apart.
func pathKey(path []pivot.Label) string {
	var s strings.Builder
	for _, l := range path {
		switch {
		case l.Missing:
			s.WriteByte(1)
		case l.Other:
			s.WriteByte(2)
		}
		s.WriteString(l.Text)
		s.WriteByte(0)
	}
	return s.String()
}

// labels are the members of one axis for people, with years where there is
// more than one.
func (b *Builder) labels(d pivot.Dim, members []pivot.Label) []string {
	texts, nums := make([]string, len(members)), make([]float64, len(members))
	for i, m := range members {
		texts[i], nums[i] = b.text(d, m), m.Num
	}
	out := display.Labels(string(d.Func), texts, nums, d.Width, b.lang)
	for i, m := range members {
		if m.Missing || m.Other {
			out[i] = b.label(d, m)
		}
	}
	return out
}
