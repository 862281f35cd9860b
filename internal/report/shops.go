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
	for _, v := range logs {
		v.shopsOf(len(logs) > 1)
	}
	b.shopTargets()
	return nil
}

// firstKPIs is how many KPIs stand beside the counts, where there is room for
// fewer; restKPIs how many each of the tables that go on has, about as many each.
func firstKPIs(all int) int {
	if all <= perTable {
		return max(1, all)
	}
	return perTable - 2
}

func restKPIs(all int) int {
	rest := max(1, all-firstKPIs(all))
	tables := (rest + perTable - 1) / perTable
	return (rest + tables - 1) / tables
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
	for i, most := 0, firstKPIs(len(kpis)); i == 0 || i < len(kpis); i, most = i+most, restKPIs(len(kpis)) {
		part := slices.Clone(cols[:min(head+i+most, len(cols))])
		id, title := "shops_"+string(kind), "report.shops.table"
		if i > 0 {
			part = append([]column{cols[0]}, cols[head+i:min(head+i+most, len(cols))]...)
			id, title = "shops_more_"+string(kind), "report.shops.more"
		}
		b.add(d.tabulate(id, b.t(title), lines, true, part...))
	}
	if v.time != "" {
		series := dim(logkind.Shop)
		b.addChart(v.grid(grid{title: b.t("report.past", counts), kind: chart.Stacked, format: whole, series: &series, top: 8, category: v.timeline()}), false)
	}
}
