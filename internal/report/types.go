package report

import (
	"context"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// fewRows is below how many rows shares and changes say nothing.
const fewRows = 10

// types answers what people contact the shop about.
func types(_ context.Context, b *Builder) error {
	all := b.views(contactKinds...)
	logs, others := b.foremost(with(all, logkind.Type1))
	if len(logs) == 0 {
		b.missing(all, logkind.Type1)
		return nil
	}
	for _, v := range logs {
		v.typesOf(len(logs)+len(others) > 1)
	}
	b.tell(others, func(v *view) string {
		d := v.by([]pivot.Dim{dim(logkind.Type1)}, nil)
		if tops := d.named(0); len(tops) > 0 {
			return v.typesLead(d, tops)
		}
		return ""
	})
	return nil
}

func (v *view) typesOf(several bool) {
	b := v.b
	if !v.begin("types", several) {
		return
	}
	levels := []pivot.Dim{dim(logkind.Type1)}
	for _, r := range []logkind.Role{logkind.Type2, logkind.Type3} {
		if v.log().Has(r) {
			levels = append(levels, dim(r))
		}
	}
	d := v.by(levels, v.usable(kpi.ResolvedRate, kpi.FCR, kpi.MattersSolved, kpi.Satisfaction, kpi.TalkTime))
	tops := d.named(0)
	if len(tops) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(logkind.Type1), v.log().Name)
		return
	}
	b.lead(v.typesLead(d, tops))
	if !b.compact {
		b.add(&document.Tiles{Tiles: v.tiles(kpi.Receptions, kpi.Customers, kpi.ResolvedRate, kpi.FCR, kpi.Satisfaction, kpi.ComplaintRate, kpi.Matters, kpi.MattersSolved)})
	}
	counts := b.counted(v.log().Kind)
	overTime := func() {
		if v.time != "" {
			b.addChart(v.grid(grid{title: b.t("report.types.time"), kind: chart.Stacked, series: &levels[0], top: 6, category: v.timeline()}), b.compact)
		}
	}
	b.addChart(d.bars(chart.Pareto, b.t("report.types.pareto"), tops), b.compact)
	if b.compact {
		overTime()
	}
	b.add(d.tabulate("types", b.t("report.types.table"), d.lines, true, d.standard(b.roleName(logkind.Type1), counts, 0)...))
	if !b.compact {
		overTime()
	}
	if v.log().Has(logkind.Stage) {
		s := v.by([]pivot.Dim{dim(logkind.Stage)}, nil)
		b.addChart(s.bars(chart.Donut, b.t("report.types.stage"), s.named(0)), true)
	}
	if r, ok := v.region(); ok && !b.compact {
		b.addChart(v.grid(grid{title: b.t("report.types.region"), kind: chart.Heat, series: &levels[0], top: 8, category: r, topCats: 12, sorted: true}), false)
	}
	v.wish(logkind.Resolved, logkind.Satisfaction, logkind.Region)
}

// typesLead names the greatest type and the one that changed most.
func (v *view) typesLead(d *breakdown, tops []line) string {
	b := v.b
	s := b.t("report.types.lead", b.rowsOf(v.log().Kind, d.total.n), d.name(tops[0]), b.percentText(ratio(tops[0].n, d.total.n)), b.amount(v.log().Kind, tops[0].n))
	return b.sentence(b.join(s, b.changeClause(d, tops)))
}
