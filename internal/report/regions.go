package report

import (
	"context"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// regions answers where demand is, and where it is not served: contacts by
// region against orders by region, where both are known.
func regions(_ context.Context, b *Builder) error {
	contacts := b.views(contactKinds...)
	orders := with(b.views(logkind.Order), logkind.Region)
	logs := with(contacts, logkind.Region)
	if len(logs)+len(orders) == 0 {
		b.missing(append(contacts, b.views(logkind.Order)...), logkind.Region)
		return nil
	}
	several := len(logs)+len(orders) > 1
	if len(logs) > 0 && len(orders) > 0 {
		b.unserved(orders)
	}
	logs, others := b.foremost(logs)
	if b.compact && len(logs) > 0 {
		orders, others = nil, append(others, orders...)
	}
	for _, v := range logs {
		v.regionsOf(several)
	}
	for _, v := range orders {
		v.orderRegions(several)
	}
	b.tell(others, func(v *view) string {
		r, _ := v.region()
		d := v.by([]pivot.Dim{r}, nil)
		if tops := d.named(0); len(tops) > 0 {
			return v.topLead("report.regions.lead", d, tops)
		}
		return ""
	})
	if len(orders) == 0 && len(b.views(logkind.Order)) == 0 {
		b.note(document.Neutral, "report.regions.noorders")
	}
	return nil
}

func (v *view) regionsOf(several bool) {
	b := v.b
	if !v.begin("regions", several) {
		return
	}
	r, _ := v.region()
	d := v.by([]pivot.Dim{r}, v.usable(kpi.Customers, kpi.ResolvedRate, kpi.FCR, kpi.MattersSolved, kpi.Satisfaction))
	tops := d.named(0)
	if len(tops) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(logkind.Region), v.log().Name)
		return
	}
	counts := b.counted(v.log().Kind)
	b.lead(v.topLead("report.regions.lead", d, tops))
	b.addChart(d.bars(chart.Bar, b.t("report.regions.bar"), tops), b.compact)
	if c, ok := v.first(logkind.Category, logkind.Type1, logkind.Product, logkind.Channel); ok {
		series := dim(c)
		b.addChart(v.grid(grid{title: b.t("report.regions.heat", b.roleName(c)), kind: chart.Heat, series: &series, top: 8, category: r, topCats: v.half(15), sorted: true}), b.compact)
	}
	if !b.compact && v.log().Has(logkind.Stage) {
		series := dim(logkind.Stage)
		b.addChart(v.grid(grid{title: b.t("report.regions.stage"), kind: chart.Stacked, series: &series, category: r, topCats: 10, sorted: true, firsts: true}), false)
	}
	b.add(d.tabulate("regions_"+string(v.log().Kind), b.t("report.regions.table"), d.lines, true, d.standard(b.roleName(logkind.Region), counts, 0)...))
	v.wish(logkind.Category, logkind.Resolved)
}

// orderRegions shows orders, payment and refunds by region.
func (v *view) orderRegions(several bool) {
	b := v.b
	if !v.begin("regions", several) {
		return
	}
	r, _ := v.region()
	d := v.by([]pivot.Dim{r}, v.usable(kpi.PaidRate, kpi.Sales, kpi.OrderValue, kpi.RefundRate))
	tops := d.named(0)
	if len(tops) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(logkind.Region), v.log().Name)
		return
	}
	counts := b.counted(logkind.Order)
	b.lead(v.topLead("report.regions.lead", d, tops))
	b.addChart(d.bars(chart.Bar, b.t("report.regions.orders"), tops), false)
	if v.log().Has(logkind.Category) {
		series := dim(logkind.Category)
		b.addChart(v.grid(grid{title: b.t("report.regions.heat", b.roleName(logkind.Category)), kind: chart.Heat, series: &series, top: 8, category: r, topCats: 15, sorted: true}), false)
	}
	b.add(d.tabulate("regions_order", b.t("report.regions.table.orders"), d.lines, true, d.standard(b.roleName(logkind.Region), counts, 1)...))
}

// topLead says how much the three greatest members of a breakdown hold, and
// which one changed most.
func (v *view) topLead(key string, d *breakdown, tops []line) string {
	b := v.b
	var names []string
	sum := 0.0
	for _, l := range tops[:min(3, len(tops))] {
		names = append(names, d.name(l))
		sum += l.n
	}
	s := b.t(key, b.rowsOf(v.log().Kind, d.total.n), b.count(float64(len(tops))), b.lang.List(names), b.percentText(ratio(sum, d.total.n)))
	if len(tops) <= 3 { // all of them say nothing
		s = b.t(key+".few", b.rowsOf(v.log().Kind, d.total.n), b.count(float64(len(tops))), names[0], b.percentText(ratio(tops[0].n, d.total.n)))
	}
	return b.sentence(b.join(s, b.changeClause(d, tops)))
}

// changeClause names the line that changed most; "" where none did.
func (b *Builder) changeClause(d *breakdown, lines []line) string {
	l, ok := mostChanged(lines)
	if !ok {
		return ""
	}
	diff := l.n - l.before
	if l.before == 0 {
		return b.t("report.rise.new", d.name(l), b.count(diff))
	}
	if l.n > tenfold*l.before {
		return b.t("report.rise.far", d.name(l), b.count(diff), b.count(l.before))
	}
	if diff < 0 {
		return b.t("report.fall", d.name(l), b.count(-diff), display.Change(change(l.n, l.before), b.lang))
	}
	return b.t("report.rise", d.name(l), b.count(diff), display.Change(change(l.n, l.before), b.lang))
}

// first is the first of some roles that the log has.
func (v *view) first(roles ...logkind.Role) (logkind.Role, bool) {
	i := slices.IndexFunc(roles, func(r logkind.Role) bool { return v.log().Has(r) })
	if i < 0 {
		return "", false
	}
	return roles[i], true
}
