package report

import (
	"context"
	"strconv"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// daily answers what to say at the daily meeting.
func daily(_ context.Context, b *Builder) error {
	v := b.subject()
	s := v.headlineText()
	b.lead(s)
	b.summary(nil)
	for _, v := range with(b.views(logkind.Inbound, logkind.Chat), logkind.Stage) {
		d := v.by([]pivot.Dim{dim(logkind.Stage)}, nil)
		b.addChart(d.bars(chart.Donut, b.t("report.daily.stage", b.kindName(v.log().Kind)), b.counted(v.log().Kind), d.named(0)), true)
	}
	if hour, ok := v.hour(); ok {
		d := v.by([]pivot.Dim{hour}, nil)
		if lines := clockOrder(d.named(0)); len(lines) > 0 {
			b.add(&document.Text{Text: v.hoursLead(d, lines, ratio(d.total.n, float64(len(lines)))), Ref: v.ref()})
			b.addChart(d.bars(chart.Column, b.t("report.hours.day"), b.counted(v.log().Kind), lines), true)
		}
	}
	v.table(part{id: "daily", role: logkind.Type1, title: "report.daily.by", kpis: []*kpi.KPI{kpi.ResolvedRate, kpi.Satisfaction}, most: 10})
	v.table(part{id: "daily", role: logkind.Agent, title: "report.daily.by", kpis: []*kpi.KPI{kpi.ResolvedRate, kpi.FirstResponse, kpi.Satisfaction}, most: 30})
	for _, v := range b.views(logkind.Inbound, logkind.Chat) {
		v.hardCases()
		v.urgersToday()
	}
	for _, v := range b.views(logkind.Daily) {
		v.countedDay()
	}
	b.targets()
	return nil
}

// hardCases lists what was not resolved on the day.
func (v *view) hardCases() {
	if !v.log().Has(logkind.Resolved) {
		return
	}
	rows := v.behind(kpi.No(v.log(), logkind.Resolved))
	newestFirst(rows, v.log(), v.time)
	v.b.rowList(v, "daily_open_"+string(v.log().Kind), v.b.t("report.daily.open", v.b.kindName(v.log().Kind)), rows,
		v.time, logkind.Customer, logkind.Phone, logkind.Type1, logkind.Type2, logkind.Product, logkind.Agent, logkind.OrderID)
}

// urgersToday lists the customers who urged.
func (v *view) urgersToday() {
	r, ok := v.first(logkind.Customer, logkind.Phone)
	if !ok || !v.need(derive.Burst) {
		return
	}
	v.need(derive.SinceOrder)
	rows := v.peaks(v.behind(pivot.Filter{Column: kpi.At(derive.Burst), Op: pivot.Ge, Values: []string{strconv.Itoa(v.b.params.Times)}}), r)
	v.b.rowList(v, "daily_urging_"+string(v.log().Kind), v.b.t("report.daily.urgers", v.b.kindName(v.log().Kind)), rows, r, v.time, derive.Burst, derive.SinceOrder, logkind.Type1, logkind.Agent, logkind.OrderID)
}

// countedDay shows what a daily sheet has already counted for each agent.
func (v *view) countedDay() {
	b := v.b
	if !v.log().Has(logkind.Agent) || v.rows() == 0 {
		return
	}
	if d := v.table(part{id: "daily_counted", role: logkind.Agent, title: "report.daily.counted", kpis: kpi.Catalogue[1:]}); d == nil {
		b.missing([]*view{v}, logkind.Agent)
	}
}
