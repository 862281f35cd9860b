package report

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
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
	past := pivot.Period{ID: "history", From: v.period.From - historyWeeks*7*day, To: v.period.From}
	kpis := append([]*kpi.KPI{kpi.Receptions}, weightiest(d, 2)...)
	spec := pivot.Spec{Rows: d.dims, Cols: []pivot.Dim{v.timed(pivot.Week)}}
	for _, k := range kpis {
		spec.Values = append(spec.Values, k.On(v.log()))
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
		format := k.Format
		mean := format
		if format.Kind == display.Count {
			mean = decimal(1)
		}
		t := &document.Table{ID: b.id("history_" + k.ID), Title: b.t("report.history", v.kpiName(k)), Note: b.t("report.history.note", b.count(float64(len(weeks)))),
			Columns: []document.Column{{Title: b.t("role." + d.dims[0].Column[1:]), Format: text, Weight: 2}, {Title: b.t("report.now"), Format: format},
				{Title: b.t("report.lowest"), Format: format}, {Title: b.t("report.mean"), Format: mean}, {Title: b.t("report.highest"), Format: format}}}
		for _, l := range lines {
			i, ok := at[pathKey(l.path)]
			if !ok {
				continue
			}
			low, high, sum, used := math.Inf(1), math.Inf(-1), 0.0, 0.0
			for _, w := range weeks {
				x := r.At(i, w, n)
				if x != x || n > 0 && r.CountAt(i, w) < int64(min(k.MinRows, 5)) || r.CountAt(i, w) == 0 {
					continue
				}
				low, high, sum, used = math.Min(low, x), math.Max(high, x), sum+x, used+1
			}
			if used < 2 {
				continue
			}
			// The mean of a ratio is the ratio over all weeks, of a count that of its weeks.
			middle := r.At(i, grand(r.Cols), n)
			now := l.n
			if n > 0 {
				now = l.vals[slices.Index(d.kpis, k)]
			} else {
				middle = sum / used
			}
			row := document.Row{Cells: []document.Cell{{Text: d.name(l), Num: nan, Ref: d.ref(l)}, {Num: now, Ref: d.ref(l), Tone: against(k, now, low, high)},
				document.Number(low), document.Number(middle), document.Number(high)}}
			t.Rows = append(t.Rows, row)
		}
		if len(t.Rows) > 0 {
			b.add(t)
		}
	}
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
