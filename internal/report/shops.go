package report

import (
	"context"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// rowCounts are the KPIs that only say once more how many rows there are.
var rowCounts = []*kpi.KPI{kpi.Receptions, kpi.Orders, kpi.Requests, kpi.Reviews}

// shops answers how the shops compare: every KPI of every log by shop.
func shops(_ context.Context, b *Builder) error {
	all := b.views(b.report.Kinds...)
	logs := with(all, logkind.Shop)
	if len(logs) == 0 {
		b.missing(all, logkind.Shop)
		return nil
	}
	for _, v := range all { // what does not tell shops apart has no part in this
		b.viewed[v.index] = v.log().Has(logkind.Shop)
	}
	for _, v := range logs {
		v.shopsOf(len(logs) > 1)
	}
	b.shopTargets()
	return nil
}

// spread deals columns to tables that a page holds: all where the first head of
// them stand before few KPIs, else some, and in each table that goes on the names
// and about as many of the rest.
func spread(cols []column, head int) [][]column {
	all := len(cols) - head
	if all <= perTable {
		return [][]column{cols}
	}
	first := perTable - 2
	tables := (all - first + perTable - 1) / perTable
	out := [][]column{cols[:head+first]}
	for part := range slices.Chunk(cols[head+first:], (all-first+tables-1)/tables) {
		out = append(out, append([]column{cols[0]}, part...))
	}
	return out
}

func (v *view) shopsOf(several bool) {
	b := v.b
	if !v.begin("shops", several) {
		return
	}
	kind := v.log().Kind
	kpis := slices.DeleteFunc(v.usable(kpi.Catalogue...), func(k *kpi.KPI) bool { return slices.Contains(rowCounts, k) })
	d := v.by([]pivot.Dim{dim(logkind.Shop)}, kpis)
	lines := d.named(0)
	if len(lines) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(logkind.Shop), v.log().Name)
		return
	}
	if err := d.ownNumbers(lines); err != nil {
		b.err = err
		return
	}
	counts := b.counted(kind)
	s := b.t("report.shops.lead", b.count(float64(len(lines))), b.rowsOf(kind, d.total.n), d.name(lines[0]), b.percentText(ratio(lines[0].n, d.total.n)))
	if more := b.versus(d.total.n, d.total.before); more != "" {
		s = b.join(s, b.t("report.inall", more))
	}
	if worst, k := d.weakest(lines); k >= 0 && len(lines) > 1 {
		s = b.join(s, b.t("report.agents.weak", d.name(worst), v.kpiName(d.kpis[k]), d.kpis[k].Format.Full(worst.vals[k], b.lang), d.kpis[k].Format.Full(d.levels(worst, d.kpis[k]).Standard, b.lang)))
	}
	b.lead(b.sentence(s))
	b.addChart(d.bars(chart.Bar, b.t("report.shops.bar"), lines), true)
	if k := d.telling(); k >= 0 {
		b.addChart(d.kpiBars(k, lines), true)
	}
	cols := d.standard(b.roleName(logkind.Shop), counts, 0)
	head := len(cols) - len(kpis)
	for i, part := range spread(cols, head) {
		id, title := "shops_"+string(kind), "report.shops.table"
		if i > 0 {
			id, title = "shops_more_"+string(kind), "report.shops.more"
		}
		b.add(d.tabulate(id, b.t(title), lines, true, part...))
	}
	if v.time != "" {
		series := dim(logkind.Shop)
		b.addChart(v.grid(grid{title: b.t("report.past", counts), kind: chart.Stacked, format: whole, series: &series, top: 8, category: v.timeline()}), false)
	}
}
