package report

import (
	"context"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// overview answers what happened in the period: the headline of each log, then
// trend, tops and hours of the contacts.
func overview(_ context.Context, b *Builder) error {
	v := b.subject()
	b.lead(v.headlineText())
	if tiles := v.tiles(headline[v.log().Kind]...); len(tiles) > 0 {
		b.add(&document.Tiles{Tiles: tiles})
	}
	b.targetLines()
	b.heading("findings", b.t("report.findings"))
	if list := b.findings(b.headlinesNeed()...); len(list) > 0 {
		b.addFindings(list)
	} else {
		b.note(document.Neutral, "report.nofindings")
	}
	if !v.begin("overview", false) {
		return nil
	}
	if v.time != "" {
		b.addChart(v.grid(grid{title: b.t("report.overview.trend"), kind: chart.Line, format: whole, category: v.timeline()}), false)
	}
	v.tops(logkind.Type1, "report.overview.types", chart.Bar)
	v.tops(logkind.Region, "report.overview.regions", chart.Bar)
	v.tops(logkind.Agent, "report.overview.agents", chart.Bar)
	v.tops(logkind.Channel, "report.overview.channels", chart.Donut)
	b.addChart(v.weekHeat(), false)
	b.summary(v)
	return nil
}

// subject is the log that a report of everything is about: the contacts, else
// the orders, else what there is most of.
func (b *Builder) subject() *view {
	for _, kinds := range [][]logkind.Kind{contactKinds, {logkind.Order}} {
		if v := b.mainView(kinds...); v != nil && v.count() > 0 {
			return v
		}
	}
	return b.mainView(b.report.Kinds...)
}

// summary adds the headline tiles of every log with rows in the period, but for
// one that has its own.
func (b *Builder) summary(but *view) {
	views := b.views(b.report.Kinds...)
	for _, v := range views {
		if but != nil && v.index == but.index {
			continue
		}
		tiles := v.tiles(headline[v.log().Kind]...)
		if n := v.rows(); n == 0 || n != n || len(tiles) == 0 {
			continue
		}
		if len(views) > 1 {
			b.heading("kpi_"+string(v.log().Kind), v.title())
		}
		b.add(&document.Tiles{Tiles: tiles})
	}
}

// headlineText says in one sentence how much there was and how it changed.
func (v *view) headlineText() string {
	b := v.b
	n := v.number(v.period, v.measure())
	s := b.t("report.overview.lead", b.rowsOf(v.log().Kind, n))
	if v.compares() {
		before := v.number(v.before, v.measure())
		s = b.join(s, b.versus(n, before))
	}
	for _, k := range v.usable(kpi.ResolvedRate, kpi.Satisfaction, kpi.PaidRate) {
		value := v.number(v.period, k.On(v.log()))
		if value != value {
			continue
		}
		s = b.join(s, b.kpiIs(v.kpiName(k), k.Format.Full(value, b.lang)))
	}
	return b.sentence(s)
}

// tops draws the greatest members of a role at half width.
func (v *view) tops(r logkind.Role, title string, kind chart.Kind) {
	if !v.log().Has(r) {
		return
	}
	d := dim(r)
	if r == logkind.Region {
		d, _ = v.region()
	}
	bd := v.by([]pivot.Dim{d}, nil)
	if lines := bd.named(0); len(lines) > 1 {
		v.b.addChart(bd.bars(kind, v.b.t(title), lines), true)
	}
}
