package report

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// historyWeeks is how many weeks before the period an agent's own history spans.
const historyWeeks = 12

// history shows for each member its own lowest, mean and highest week before
// the period, for the rows and the weightiest KPIs.
func (v *view) history(d *breakdown, lines []line) {
	b := v.b
	if v.time == "" || v.period.All() {
		return
	}
	past, ok := v.wholeWeeks()
	if !ok {
		return
	}
	kpis := append([]*kpi.KPI{kpi.Receptions}, weightiest(d, 2)...)
	spec := pivot.Spec{Rows: d.dims, Cols: []pivot.Dim{v.timed(pivot.Week)}, Values: []pivot.Value{v.measure()}}
	for _, k := range kpis[1:] {
		spec.Values = append(spec.Values, k.On(v.log()))
	}
	bases := make([]int, len(kpis)) // of each: the value that counts what it is computed from
	for n, k := range kpis[1:] {
		if base, ok := weightOf(k, v.log()); ok {
			bases[n+1] = len(spec.Values)
			spec.Values = append(spec.Values, base)
		}
	}
	r := v.run(past, spec)
	weeks := r.Cols.Leaves()
	if len(r.Cols.Dims) == 0 || len(weeks) < 2 {
		return
	}
	at := map[string]int{}
	for i, m := range r.Rows.Members {
		at[pathKey(m.Path)] = i
	}
	for n, k := range kpis {
		if n == 0 && v.period.To-v.period.From != 7*day {
			continue // how many in a month is nothing beside how many in a week
		}
		t := v.historyTable(k, d, len(weeks))
		for _, l := range lines {
			i, ok := at[pathKey(l.path)]
			if !ok {
				continue
			}
			low, middle, high, ok := (byWeek{r, k, n, bases[n]}).own(i)
			if !ok {
				continue
			}
			now := l.n
			if n > 0 {
				now = l.vals[slices.Index(d.kpis, k)]
			}
			tone := against(k, now, low, high)
			if !v.ripe(k) {
				tone = document.Neutral
			}
			row := document.Row{Cells: []document.Cell{{Text: d.name(l), Num: nan, Ref: d.ref(l)}, {Num: now, Ref: d.ref(l), Tone: tone},
				document.Number(low), document.Number(middle), document.Number(high)}}
			t.Rows = append(t.Rows, row)
		}
		if len(t.Rows) > 0 {
			b.add(t)
		}
	}
}

// historyTable is the table of a KPI over so many weeks, without its rows.
func (v *view) historyTable(k *kpi.KPI, d *breakdown, weeks int) *document.Table {
	b, format, mean := v.b, k.Format, k.Format
	if format.Kind == display.Count {
		mean = decimal(1)
	}
	name := v.kpiName(k)
	if !k.Fits(v.log()) { // a daily sheet that counts customers only
		name = b.counted(v.log().Kind)
	}
	return &document.Table{ID: b.id("history_" + k.ID), Title: b.t("report.history", name), Note: b.t("report.history.note", b.count(float64(weeks))),
		Columns: []document.Column{{Title: b.t("role." + d.dims[0].Column[1:]), Format: text, Weight: 2}, {Title: b.t("report.now"), Format: format},
			{Title: b.t("report.lowest"), Format: format}, {Title: b.t("report.mean"), Format: mean}, {Title: b.t("report.highest"), Format: format}}}
}

// byWeek is a KPI week by week: the place of its value in a pivot, and of what it
// is computed from. The value in front is the number of rows.
type byWeek struct {
	r           *pivot.Result
	kpi         *kpi.KPI
	value, base int
}

// own is the lowest, mean and highest week of a member; ok is false where it has
// fewer than two.
func (w byWeek) own(member int) (low, mean, high float64, ok bool) {
	low, high = math.Inf(1), math.Inf(-1)
	sum, weight, used := 0.0, 0.0, 0
	for _, week := range w.r.Cols.Leaves() {
		// A week counts with as much as its value is computed from, so that the
		// mean of shares and means is that of all its rows.
		x, of := w.r.At(member, week, w.value), orZero(w.r.At(member, week, w.base))
		if x != x || w.value > 0 && of < float64(min(w.kpi.MinRows, 5)) || w.r.CountAt(member, week) == 0 {
			continue
		}
		if w.value == 0 {
			of = 1
		}
		low, high, sum, weight, used = math.Min(low, x), math.Max(high, x), sum+x*of, weight+of, used+1
	}
	return low, ratio(sum, weight), high, used > 1
}

// wholeWeeks are the weeks before the period, from Monday to Sunday, that the log
// wholly covers: half a week would be the lowest of all. ok is false where there
// are none.
func (v *view) wholeWeeks() (p pivot.Period, ok bool) {
	monday := func(t float64) float64 { return math.Floor((t/day+3)/7)*7*day - 3*day } // 1970 began on a Thursday
	to := monday(v.period.From)
	from := to - historyWeeks*7*day
	if first, _ := pivot.Span(v.log().Col(v.time)); first > from {
		from = monday(math.Floor(first/day)*day + 6*day)
	}
	return pivot.Period{ID: "history", From: from, To: to}, from < to
}

// weightOf is what a ratio is over, or what a mean is of: the parts of a KPI
// weighted with it give the whole. ok is false where that is simply the rows.
func weightOf(k *kpi.KPI, log *logkind.Log) (value pivot.Value, ok bool) {
	v := k.On(log)
	if v.Calc != nil {
		v = v.Calc.A
	}
	if v.Over != nil {
		return *v.Over, true
	}
	return k.Base(log)
}

// against colours a value that leaves its own range to the good or bad side.
func against(k *kpi.KPI, now, low, high float64) document.Tone {
	better := float64(k.Better)
	switch {
	case better == 0 || now >= low && now <= high:
		return document.Neutral
	case now > high == (better > 0):
		return document.Good
	}
	return document.Bad
}

// weightiest are the n KPIs of a breakdown that matter most.
func weightiest(d *breakdown, n int) []*kpi.KPI {
	var list []*kpi.KPI
	for i, k := range d.kpis {
		if k.Better != 0 && k.Weight > 0 && d.total.vals[i] == d.total.vals[i] {
			list = append(list, k)
		}
	}
	slices.SortStableFunc(list, func(a, b *kpi.KPI) int { return cmp.Compare(b.Weight, a.Weight) })
	return list[:min(n, len(list))]
}

// grand is the index of the grand total of an axis.
func grand(a pivot.Axis) int { return len(a.Members) - 1 }
