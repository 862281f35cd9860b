package report

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// fcr answers whether problems are solved the first time: first contacts of
// calls and chats, attempts of outbound matters.
func fcr(_ context.Context, b *Builder) error {
	all := b.views(contactKinds...)
	var contacts, matters []*view
	for _, v := range all {
		if v.log().Kind == logkind.Outbound {
			matters = append(matters, v)
		} else if len(v.usable(kpi.FCR)) > 0 {
			contacts = append(contacts, v)
		}
	}
	if len(contacts)+len(matters) == 0 {
		for _, v := range all {
			_, known := v.first(logkind.Customer, logkind.Phone)
			switch {
			case !known:
				b.missing([]*view{v}, logkind.Customer)
			case v.time == "":
				b.missing([]*view{v}, logkind.Time)
			default:
				b.note(document.Neutral, "report.fcr.once", v.log().Name)
			}
		}
		return nil
	}
	for _, v := range contacts {
		v.firstTime(len(contacts)+len(matters) > 1)
	}
	if len(contacts) > 1 && len(b.derived.Together()) == 0 {
		var names []string
		for _, v := range contacts {
			names = append(names, v.title())
		}
		b.note(document.Neutral, "report.fcr.apart", b.lang.List(names))
	}
	for _, v := range matters {
		v.matters(len(contacts)+len(matters) > 1)
	}
	return nil
}

func (v *view) firstTime(several bool) {
	b := v.b
	v.need(derive.Returned)
	if !v.begin("fcr", several) {
		return
	}
	first := []pivot.Filter{kpi.Yes(v.log(), derive.FirstContact)}
	n := v.rows(first...)
	if n == 0 {
		b.note(document.Neutral, "report.fcr.none")
		return
	}
	s, now := v.kpiSays(kpi.FCR)
	s = b.t("report.fcr.lead", opening(s), b.count(n))
	if v.compares() && v.ripe(kpi.FCR) {
		was := v.number(v.before, kpi.FCR.On(v.log()))
		s = b.join(s, b.t("report.versuspoints", display.ChangeAbs(now-was, percent, b.lang)))
	}
	back := v.rows(append(slices.Clone(first), kpi.Yes(v.log(), derive.Returned))...)
	s = b.join(s, b.t("report.fcr.back", b.count(back), strconv.Itoa(b.params.Days)))
	b.lead(b.sentence(s))
	if !v.ripe(kpi.FCR) {
		b.note(document.Neutral, "report.fcr.early", strconv.Itoa(b.params.Days))
	}
	if !v.log().Has(logkind.Resolved) {
		b.note(document.Neutral, "report.fcr.noresolved", v.log().Name)
	}
	b.add(&document.Tiles{Tiles: v.tiles(kpi.FCR, kpi.ReturnRate, kpi.ResolvedRate, kpi.Visits)})
	b.addChart(v.past(kpi.FCR), false)
	kpis := []*kpi.KPI{kpi.FCR, kpi.ReturnRate}
	id := "fcr_" + string(v.log().Kind)
	for _, r := range []logkind.Role{logkind.Type1, logkind.Type2, logkind.Agent, logkind.Team, logkind.Region, logkind.Product} {
		v.table(part{id: id, role: r, title: "report.fcr.by", counts: b.t("report.fcr.first"), kpis: kpis, where: first, worst: 1, most: 20})
	}
}

// past draws a KPI over the periods up to the present one; nil where there are
// fewer than two.
func (v *view) past(k *kpi.KPI) *document.Chart {
	unit, reach := v.b.pace()
	c := v.grid(grid{title: v.b.t("report.past", v.kpiName(k)), counts: v.kpiName(k), kind: chart.Line, format: k.Format,
		category: v.timed(unit), value: k.On(v.log()), span: &reach})
	if c == nil || len(c.Chart.Categories) < 2 {
		return nil
	}
	c.Chart.Series[0].Key = k.ID
	return c
}

// matters shows how many attempts the matters of an outbound log take, and
// those that were not solved.
func (v *view) matters(several bool) {
	b := v.b
	if !v.begin("matters", several) || !v.need(derive.Attempt, derive.MatterTries) {
		return
	}
	once := pivot.Filter{Column: kpi.At(derive.Attempt), Op: pivot.Eq, Values: []string{"1"}}
	n := v.rows(once)
	tries := v.number(v.period, kpi.AttemptsPerMatter.On(v.log()))
	s := b.t("report.fcr.matters", b.count(n), decimal(2).Full(tries, b.lang))
	if v.need(derive.MatterSolved) {
		text, _ := v.kpiSays(kpi.MattersSolved)
		s = b.join(s, text)
	} else {
		b.missing([]*view{v}, logkind.Resolved)
	}
	b.lead(b.sentence(s))
	b.add(&document.Tiles{Tiles: v.tiles(kpi.Matters, kpi.AttemptsPerMatter, kpi.MattersSolved)})
	b.addChart(v.grid(grid{title: b.t("report.fcr.tries"), counts: b.t("kpi.matters"), unit: b.t("report.unit.matter"), kind: chart.Column, format: whole,
		category: dim(derive.MatterTries), where: []pivot.Filter{once}}), true)
	for _, r := range []logkind.Role{logkind.Cause, logkind.Type1, logkind.Agent, logkind.Contacted} {
		if r == logkind.Type1 && v.log().Col(r) == v.log().Col(logkind.Cause) {
			continue // one column is both
		}
		v.table(part{id: "matters", role: r, title: "report.fcr.mattersby", kpis: []*kpi.KPI{kpi.Matters, kpi.AttemptsPerMatter, kpi.MattersSolved}, most: 20})
	}
	v.openMatters()
}

// openMatters lists the matters that no attempt solved, most attempts first.
func (v *view) openMatters() {
	b, log := v.b, v.log()
	if !log.Has(derive.MatterSolved) {
		return
	}
	open := kpi.No(log, derive.MatterSolved)
	rows := v.behind(open)
	if len(rows) == 0 {
		return
	}
	tries := log.Col(derive.MatterTries)
	slices.SortStableFunc(rows, func(x, y int) int { return cmp.Compare(tries.Num(y), tries.Num(x)) })
	b.rowList(v, "matters_open", b.t("report.fcr.open"), rows, derive.MatterTries, logkind.Matter, logkind.Customer, logkind.OrderID, logkind.Cause, logkind.Agent, logkind.Worker, v.time)
}
