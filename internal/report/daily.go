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

// dailySections are the parts of the daily report.
var dailySections = []Section{
	{ID: "numbers", Title: "daily.numbers", Usual: true, build: func(_ context.Context, b *Builder) error {
		b.summary(nil)
		return nil
	}},
	{ID: "stage", Title: "daily.stage", Usual: true, Charts: []chart.Kind{chart.Donut, chart.Bar, chart.Column}, build: ofContacts((*view).stages)},
	{ID: "hours", Title: "daily.hours", Usual: true, Charts: []chart.Kind{chart.Column, chart.Line, chart.Area, chart.Bar}, build: ofSubject((*view).dayHours)},
	{ID: "types", Title: "daily.types", Usual: true, build: ofSubject(func(v *view) {
		v.table(part{id: "daily", role: logkind.Type1, title: "report.daily.by", kpis: []*kpi.KPI{kpi.ResolvedRate, kpi.Satisfaction}, most: 10})
	})},
	{ID: "agents", Title: "daily.agents", Usual: true, build: ofSubject(func(v *view) {
		if v.log().Kind == logkind.Daily { // a section of its own shows all that it has counted
			return
		}
		v.table(part{id: "daily", role: logkind.Agent, title: "report.daily.by", kpis: []*kpi.KPI{kpi.ResolvedRate, kpi.FirstResponse, kpi.Satisfaction}, most: 30})
	})},
	{ID: "open", Title: "daily.open", Usual: true, build: ofContacts((*view).hardCases)},
	{ID: "urging", Title: "daily.urging", Usual: true, build: ofContacts((*view).urgersToday)},
	{ID: "counted", Title: "daily.counted", Kinds: []logkind.Kind{logkind.Daily}, Usual: true, build: func(_ context.Context, b *Builder) error {
		for _, v := range b.views(logkind.Daily) {
			v.countedDay()
		}
		return nil
	}},
	{ID: "target", Title: "daily.target", Usual: true, Charts: []chart.Kind{chart.Line, chart.Column}, build: func(_ context.Context, b *Builder) error {
		b.targets()
		return nil
	}},
}

// ofContacts builds a section from every log of contacts by customers.
func ofContacts(build func(*view)) func(context.Context, *Builder) error {
	return func(_ context.Context, b *Builder) error {
		for _, v := range b.views(logkind.Inbound, logkind.Chat) {
			build(v)
		}
		return nil
	}
}

// ofSubject builds a section from the log that the day is about.
func ofSubject(build func(*view)) func(context.Context, *Builder) error {
	return func(_ context.Context, b *Builder) error {
		build(b.subject())
		return nil
	}
}

// daily answers what to say at the daily meeting.
func daily(ctx context.Context, b *Builder) error {
	list, err := b.composed()
	if err != nil {
		return err
	}
	b.lead(b.subject().headlineText())
	under := ""
	for _, c := range list {
		page, err := b.part(ctx, c)
		if err != nil {
			return err
		}
		if page == nil || len(page.Blocks) == 0 {
			continue
		}
		if head := dailyHeads[c.ID]; head != "" && head != under {
			b.heading("daily_"+head, b.t("daily.head."+head))
			under = head
		}
		b.add(page.Blocks...)
	}
	return nil
}

// dailyHeads are the headings that sections share; the others bring their own.
var dailyHeads = map[string]string{
	"stage": "course", "hours": "course", "types": "course", "agents": "course",
	"open": "todo", "urging": "todo", "counted": "counted",
}

// stages draws how the day's contacts part into before, during and after the
// sale.
func (v *view) stages() {
	b := v.b
	if v.log().Has(logkind.Stage) {
		d := v.by([]pivot.Dim{dim(logkind.Stage)}, nil)
		b.addChart(d.bars(chart.Donut, b.t("report.daily.stage", b.kindName(v.log().Kind)), d.named(0)), true)
	}
}

// dayHours says when the day was busy, and draws it.
func (v *view) dayHours() {
	b := v.b
	hour, ok := v.hour()
	if !ok {
		return
	}
	d := v.by([]pivot.Dim{hour}, nil)
	if lines := clockOrder(d.named(0)); len(lines) > 0 {
		b.add(&document.Text{Text: v.hoursLead(d, lines, ratio(d.total.n, float64(len(lines)))), Ref: v.ref()})
		b.addChart(d.bars(chart.Column, b.t("report.hours.day"), everyHour(lines)), true)
	}
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
	if d := v.table(part{id: "daily_counted", role: logkind.Agent, title: "report.daily.counted", kpis: v.beside(), more: v.sharesOfSales}); d == nil {
		b.missing([]*view{v}, logkind.Agent)
	}
	if t, ok := v.shareTile(); ok {
		sold := v.number(v.period, kpi.Sales.On(v.log()))
		b.add(&document.Text{Text: b.sentence(b.t("report.daily.share", money.Full(sold, b.lang), b.tileText(t))), Ref: v.ref()})
	}
}
