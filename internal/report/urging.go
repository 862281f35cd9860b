package report

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// urging answers whom the shop kept waiting: customers with N contacts or more
// within W minutes, and how long after their order they first asked.
func urging(_ context.Context, b *Builder) error {
	all := b.views(logkind.Inbound, logkind.Chat, logkind.Generic)
	found := false
	for _, v := range all {
		if v.need(derive.Burst) {
			v.urgers(len(all) > 1)
			found = true
		}
	}
	if !found {
		b.missing(without(all, logkind.Customer), logkind.Customer)
		b.missing(without(all, logkind.Time), logkind.Time)
		if slices.ContainsFunc(all, func(v *view) bool { c := v.log().Col(v.time); return isTime(c) && c.DateOnly }) {
			b.note(document.Neutral, "report.urging.noclock")
		}
	}
	for _, v := range b.views(logkind.Order) {
		v.waits()
	}
	return nil
}

func (v *view) urgers(several bool) {
	b := v.b
	if !v.begin("urging", several) {
		return
	}
	v.need(derive.Gap, derive.SinceOrder, derive.FirstUrge)
	log := v.log()
	r, _ := v.first(logkind.Customer, logkind.Phone)
	urge := pivot.Filter{Column: kpi.At(derive.Burst), Op: pivot.Ge, Values: []string{strconv.Itoa(b.params.Times)}}
	customers := pivot.Value{Agg: pivot.Distinct, Column: kpi.At(r)}
	n, all := v.number(v.period, customers, urge), v.number(v.period, customers)
	if !(all > 0) {
		b.note(document.Neutral, "report.allblank", b.roleName(r), log.Name)
		return
	}
	s := b.t("report.urging.nobody", strconv.Itoa(b.params.Window), strconv.Itoa(b.params.Times))
	if n > 0 {
		s = b.t("report.urging.lead", b.count(n), strconv.Itoa(b.params.Window), strconv.Itoa(b.params.Times), b.percentText(ratio(n, all)))
	}
	if v.compares() && !(n == 0 && v.number(v.before, customers, urge) == 0) {
		s = b.join(s, b.versus(n, v.number(v.before, customers, urge)))
	}
	usual := v.number(v.period, pivot.Value{Agg: pivot.Median, Column: kpi.At(derive.Gap)})
	if usual == usual {
		s = b.join(s, b.t("report.urging.usual", duration.Full(usual, b.lang)))
	}
	b.lead(b.sentence(s))
	if n == 0 {
		return
	}
	rows := v.peaks(v.behind(urge), r)
	b.rowList(v, "urging_"+string(log.Kind), b.t("report.urging.list"), rows, r, v.time, derive.Burst, derive.FirstUrge, logkind.Type1, logkind.Agent, logkind.OrderID, logkind.Worker)
	if v.rows(urge) < fewRows {
		return // the list says it all
	}
	if hour, ok := v.hour(); ok {
		b.addChart(v.grid(grid{title: b.t("report.urging.hours"), kind: chart.Column, format: whole, category: hour, where: []pivot.Filter{urge}}), true)
	}
	for _, r := range []logkind.Role{logkind.Type1, logkind.Agent, logkind.Worker} {
		v.table(part{id: "urging_" + string(log.Kind), role: r, title: "report.urging.by", better: -1, where: []pivot.Filter{urge}, most: 10})
	}
}

// peaks keeps of each customer's day the contact with the largest burst, the
// largest first.
func (v *view) peaks(rows []int, who logkind.Role) []int {
	log := v.log()
	c, burst, times := log.Col(who), log.Col(derive.Burst), log.Col(v.time).Nums
	type key struct {
		who uint32
		day int64
	}
	best := map[key]int{}
	for _, r := range rows {
		k := key{c.Codes[r], int64(times[r] / day)}
		if old, ok := best[k]; !ok || burst.Num(r) > burst.Num(old) {
			best[k] = r
		}
	}
	var out []int
	for _, r := range best {
		out = append(out, r)
	}
	slices.SortFunc(out, func(x, y int) int { return cmp.Or(cmp.Compare(burst.Num(y), burst.Num(x)), cmp.Compare(x, y)) })
	return out
}

// waits shows how long after an order its customer first asks about it.
func (v *view) waits() {
	b := v.b
	if !v.need(derive.OrderUrged, derive.OrderContacts) {
		return
	}
	asked := pivot.Filter{Column: kpi.At(derive.OrderContacts), Op: pivot.Gt, Values: []string{"0"}}
	n := v.count(asked)
	if n == 0 {
		return
	}
	b.heading("urging_orders", b.t("report.urging.orders"))
	median := v.number(v.period, pivot.Value{Agg: pivot.Median, Column: kpi.At(derive.OrderUrged)})
	b.add(&document.Text{Text: b.sentence(b.t("report.urging.first", b.count(n), b.percentText(ratio(n, v.count())), duration.Full(median, b.lang))), Ref: v.ref(asked)})
	b.addChart(v.grid(grid{title: b.t("report.urging.wait"), kind: chart.Column, format: whole,
		category: pivot.Dim{Column: kpi.At(derive.OrderUrged), Func: pivot.Band, Width: day}, lengths: true, where: []pivot.Filter{asked}}), true)
	for _, r := range []logkind.Role{logkind.Worker, logkind.Product, logkind.Region} {
		v.table(part{id: "urging_orders", role: r, title: "report.urging.ordersby", better: -1, where: []pivot.Filter{asked}, most: 10})
	}
}
