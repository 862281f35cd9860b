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

// orders answers whether contacts turn into orders, and where orders are lost.
func orders(_ context.Context, b *Builder) error {
	logs := b.views(logkind.Order)
	inquiries := b.views(logkind.Inbound, logkind.Chat)
	answer := b.conversions(inquiries)
	for _, v := range logs {
		if v.ordersOf(len(logs) > 1, answer) {
			answer = ""
		}
	}
	b.loadAndSales(inquiries, logs)
	if len(logs) == 1 { // with several each has its lists in its own part
		logs[0].lostOrders()
	}
	joined := false
	for _, v := range inquiries {
		joined = v.inquiries(len(inquiries) > 1) || joined
	}
	switch {
	case len(inquiries) == 0:
		b.note(document.Neutral, "report.orders.nocontacts")
	case !joined:
		b.note(document.Warning, "report.orders.notjoined")
		b.missing(without(append(logs, inquiries...), logkind.Customer), logkind.Customer)
	}
	return nil
}

// loadAndSales draws contacts and sales over the periods until now, both as 100
// in the first of them: does the work grow faster than what it brings?
func (b *Builder) loadAndSales(contacts, orders []*view) {
	if len(contacts) == 0 || len(orders) == 0 {
		return
	}
	b.undrawn = false // that is about all periods
	unit, reach := b.pace()
	c := &chart.Chart{Kind: chart.Line, Title: b.t("report.orders.load"), Format: whole, Time: true, Lang: string(b.lang)}
	at := map[string]int{}
	var labels []pivot.Label
	sums := make([][]float64, 2)
	for n, views := range [][]*view{contacts, orders} {
		for _, v := range views {
			value := v.measure()
			if n == 1 && len(v.usable(kpi.Sales)) > 0 {
				value = kpi.Sales.On(v.log())
			}
			if v.time == "" {
				return
			}
			r := v.run(reach, pivot.Spec{Rows: []pivot.Dim{v.timed(unit)}, Values: []pivot.Value{value}, FillTime: true})
			for _, i := range leaves(r.Rows) {
				l := r.Rows.Members[i].Path[0]
				k, ok := at[l.Text]
				if !ok {
					k = len(labels)
					at[l.Text] = k
					labels = append(labels, l)
					sums[0], sums[1] = append(sums[0], 0), append(sums[1], 0)
				}
				sums[n][k] += orZero(r.At(i, 0, 0))
			}
		}
	}
	if len(labels) < 3 || sums[0][0] == 0 || sums[1][0] == 0 || !slices.IsSortedFunc(labels, func(x, y pivot.Label) int { return cmp.Compare(x.Num, y.Num) }) {
		return
	}
	c.Categories = b.labels(pivot.Dim{Func: unit}, labels)
	var refs [][]*document.Ref
	for n, name := range []string{b.t("kpi.receptions"), b.t("kpi.sales")} {
		s := chart.Series{Name: name, Key: name}
		v := [][]*view{contacts, orders}[n][0].over(reach)
		var to []*document.Ref
		for _, l := range labels {
			to = append(to, v.ref(is(v.timed(unit), l)))
		}
		refs = append(refs, to)
		for _, x := range sums[n] {
			s.Values = append(s.Values, 100*x/sums[n][0])
		}
		c.Series = append(c.Series, s)
	}
	b.addChart(&document.Chart{Chart: c, Refs: refs}, false)
}

// without keeps the views that lack a role.
func without(views []*view, role logkind.Role) []*view {
	return slices.DeleteFunc(slices.Clone(views), func(v *view) bool { return v.log().Has(role) })
}

// conversions says how many of those who asked have bought, for each log of
// contacts that can tell; "" where none can.
func (b *Builder) conversions(contacts []*view) string {
	var rates []string
	name := ""
	for _, v := range contacts {
		if len(v.usable(kpi.Conversion)) == 0 {
			continue
		}
		if rate := v.number(v.period, kpi.Conversion.On(v.log())); rate == rate {
			name = v.kpiName(kpi.Conversion)
			rates = append(rates, b.t("report.orders.rateof", inText(b.kindName(v.log().Kind)), b.percentText(rate)))
			if len(contacts) == 1 {
				return b.kpiIs(name, b.percentText(rate))
			}
		}
	}
	if rates == nil {
		return ""
	}
	return b.t("report.orders.rates", b.lang.List(rates))
}

// ordersOf is the part about one log of orders, whose answer begins with what is
// known already; it reports whether the period has orders.
func (v *view) ordersOf(several bool, answer string) bool {
	b := v.b
	if !v.begin("orders", several) {
		return false
	}
	log := func() *logkind.Log { return v.log() }
	v.need(derive.IsPaid, derive.IsRefunded, derive.IsCancelled, derive.IsDone, derive.AskedBefore, derive.CreditAgent)
	n := v.count()
	s := b.rowsOf(logkind.Order, n)
	if answer != "" {
		s = b.join(opening(answer), s)
	}
	if v.compares() {
		s = b.join(s, b.versus(n, v.number(v.before, v.measure())))
	}
	if log().Has(derive.IsPaid) {
		paid := v.count(kpi.Yes(log(), derive.IsPaid))
		s = b.join(s, b.t("report.orders.paid", b.count(paid), b.percentText(ratio(paid, n))))
	}
	told := []*kpi.KPI{kpi.Sales, kpi.SalesShare}
	if answer == "" { // there is room
		told = append(told, kpi.RefundRate)
	}
	for _, k := range v.usable(told...) {
		text, _ := v.kpiSays(k)
		s = b.join(s, text)
	}
	tiles := v.tiles(headline[logkind.Order]...)
	if len(v.usable(kpi.SalesShare)) == 0 && !several { // no contacts to tell it by
		for _, d := range b.sellers() {
			if t, ok := d.shareTile(); ok {
				tiles = append(tiles, t)
				s = b.join(s, b.tileText(t))
				break
			}
		}
	}
	b.lead(b.sentence(s))
	b.add(&document.Tiles{Tiles: tiles})
	if v.time != "" {
		b.addChart(v.grid(grid{title: b.t("report.past", b.counted(logkind.Order)), kind: chart.Line, format: whole, category: v.timeline()}), false)
	}
	v.funnel(n)
	kpis := []*kpi.KPI{kpi.PaidRate, kpi.Sales, kpi.OrderValue, kpi.RefundRate}
	for _, r := range []logkind.Role{logkind.Region, logkind.Category, logkind.Product, derive.CreditAgent} {
		v.table(part{id: "orders", role: r, title: "report.orders.by", better: 1, kpis: kpis, most: 20})
	}
	if r, ok := v.first(logkind.Cause); ok && log().Has(derive.IsCancelled) {
		v.table(part{id: "orders_cancel", role: r, title: "report.orders.cancelled", better: -1, where: []pivot.Filter{kpi.Yes(log(), derive.IsCancelled)}, most: 20})
	}
	if several {
		v.lostOrders()
	}
	return true
}

// lostOrders are the lists to work through: who calls orders off, and what is
// unpaid.
func (v *view) lostOrders() {
	b, log := v.b, v.log()
	if !(v.rows() > 0) {
		return
	}
	v.cancelledTwice()
	if log.Has(derive.IsPaid) {
		unpaid := v.behind(kpi.No(log, derive.IsPaid))
		newestFirst(unpaid, log, v.time)
		if off := log.Col(derive.IsCancelled); off != nil { // who may still pay stands first
			slices.SortStableFunc(unpaid, func(x, y int) int { return cmp.Compare(orZero(off.Num(x)), orZero(off.Num(y))) })
		}
		b.rowList(v, "orders_unpaid", b.t("report.orders.unpaid"), unpaid, v.time, logkind.OrderID, logkind.Customer, logkind.Phone, logkind.Region, logkind.Product, logkind.Gross, logkind.Amount, logkind.Status)
	} else {
		b.missing([]*view{v}, logkind.PayTime)
	}
	if !log.Has(logkind.Amount) {
		b.missing([]*view{v}, logkind.Amount)
	}
}

// cancelledTwice lists the customers who called off two orders or more on one
// day: a visit is better delayed until they have made up their mind.
func (v *view) cancelledTwice() {
	b := v.b
	who, ok := v.first(logkind.Customer, logkind.Phone)
	if !ok || v.time == "" || !v.log().Has(derive.IsCancelled) {
		return
	}
	day := v.timed(pivot.Day)
	off := []pivot.Filter{kpi.Yes(v.log(), derive.IsCancelled)}
	r := v.runFew(pivot.Spec{Rows: []pivot.Dim{dim(who), day}, Where: off})
	t := &document.Table{ID: b.id("orders_again"), Title: b.t("report.orders.again"), List: true, Columns: []document.Column{
		{Title: b.roleName(who), Format: text, Weight: 2}, {Title: b.t("report.day"), Format: text}, {Title: b.t("report.orders.cancelledstep"), Format: whole}}}
	twice := slices.DeleteFunc(leaves(r.Rows), func(i int) bool { return r.CountAt(i, 0) < 2 || r.Rows.Members[i].Path[0].Missing })
	twice = twice[:min(len(twice), kept)]
	at := v.newest(off, paths(r.Rows, twice), who, v.time)
	for n, i := range twice {
		p := r.Rows.Members[i].Path
		ref := v.ref(is(dim(who), p[0]), is(day, p[1]), kpi.Yes(v.log(), derive.IsCancelled))
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p[0].Text, Num: nan, Ref: ref}, words(b.label(day, p[1])), {Num: float64(r.CountAt(i, 0)), Ref: ref}}, Place: at[n]})
	}
	b.addList(t, len(t.Rows))
}

// newestFirst sorts rows by time, the newest first and those without one last;
// equal times keep the order of the log.
func newestFirst(rows []int, log *logkind.Log, by logkind.Role) {
	slices.SortFunc(rows, newestOf(log, by))
}

// newestOf is the order of newestFirst; that of the log where it knows no times.
func newestOf(log *logkind.Log, by logkind.Role) func(x, y int) int {
	c := log.Col(by)
	return func(x, y int) int {
		if c != nil {
			if n := cmp.Compare(c.Nums[y], c.Nums[x]); n != 0 {
				return n
			}
		}
		return x - y
	}
}

// funnel shows how many orders reach each step: placed, paid, done; with those
// cancelled and refunded on the way.
func (v *view) funnel(n float64) {
	b, log := v.b, v.log()
	t := &document.Table{ID: b.id("orders_funnel"), Title: b.t("report.orders.funnel"), Columns: []document.Column{
		{Title: b.t("report.orders.step"), Format: text, Weight: 2}, {Title: b.counted(logkind.Order), Format: whole, Bar: true}, {Title: b.t("report.share"), Format: percent}}}
	t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Words(b.t("report.orders.placed")), {Num: n, Ref: v.ref()}, document.Number(1)}})
	steps := 0
	for _, x := range []struct {
		role logkind.Role
		key  string
	}{{derive.IsPaid, "paidstep"}, {logkind.Worker, "assigned"}, {derive.IsDone, "done"}, {derive.IsCancelled, "cancelledstep"}, {derive.IsRefunded, "refunded"}} {
		if !log.Has(x.role) {
			continue
		}
		f := pivot.Filter{Column: kpi.At(x.role), Op: pivot.Ne, Values: []string{""}}
		if x.role != logkind.Worker {
			f = kpi.Yes(log, x.role)
		}
		c := v.count(f)
		steps++
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Words(b.t("report.orders." + x.key)), {Num: c, Ref: v.ref(f)}, document.Number(ratio(c, n))}})
	}
	if steps > 0 {
		b.add(t)
	}
}

// inquiries shows how many contacts turn into paid orders, and lists those that
// did not. It reports whether contacts and orders could be joined.
func (v *view) inquiries(several bool) bool {
	b := v.b
	if v.log().Kind != logkind.Inbound && v.log().Kind != logkind.Chat || len(v.usable(kpi.Conversion)) == 0 {
		return false
	}
	v.need(derive.OrderedAfter)
	b.heading("conversion_"+string(v.log().Kind), b.t("report.orders.conversion", b.kindName(v.log().Kind)))
	ask := kpi.Inquiries(v.log())
	who, _ := v.first(logkind.Customer, logkind.Phone)
	people := pivot.Value{Agg: pivot.Distinct, Column: kpi.At(who)}
	asked := v.number(v.period, people, ask...)
	if !(asked > 0) {
		v.empty()
		return true
	}
	hasOrdered, hasPaid := append(slices.Clone(ask), kpi.Yes(v.log(), derive.OrderedAfter)), append(slices.Clone(ask), kpi.Yes(v.log(), derive.PaidAfter))
	ordered, paid := v.number(v.period, people, hasOrdered...), v.number(v.period, people, hasPaid...)
	b.lead(b.sentence(b.t("report.orders.asked", b.count(asked), b.count(ordered), strconv.Itoa(b.params.Pay), b.count(paid), b.percentText(ratio(paid, asked)))))
	within := strconv.Itoa(b.params.Pay)
	b.add(&document.Tiles{Tiles: append([]document.Tile{
		v.peopleTile("asked", b.t("report.orders.askedtile"), people, ask),
		v.peopleTile("ordered", b.t("report.orders.orderedtile", within), people, hasOrdered),
		v.peopleTile("paid", b.t("report.orders.paidtile", within), people, hasPaid),
	}, v.tiles(kpi.Conversion)...)})
	for _, r := range []logkind.Role{logkind.Agent, logkind.Type1, logkind.Region, logkind.Category, logkind.Product} {
		v.table(part{id: "conversion_" + string(v.log().Kind), role: r, title: "report.orders.conversionby", counts: b.t("report.orders.inquiries"), kpis: []*kpi.KPI{kpi.Conversion, kpi.Customers}, where: ask, most: 15})
	}
	lost := v.behind(append(slices.Clone(ask), kpi.No(v.log(), derive.OrderedAfter))...)
	newestFirst(lost, v.log(), v.time)
	lost = onePerCustomer(lost, v.log(), who)
	b.rowList(v, "lost_"+string(v.log().Kind), b.t("report.orders.lost"), lost, v.time, logkind.Customer, logkind.Phone, logkind.Region, logkind.Product, logkind.Category, logkind.Type1, logkind.Agent)
	return true
}

// peopleTile is how many people have rows that pass, against the period before.
func (v *view) peopleTile(id, label string, people pivot.Value, where []pivot.Filter) document.Tile {
	t := document.Tile{ID: id, Label: label, Value: v.number(v.period, people, where...), Format: whole, Previous: nan, Change: nan, Ref: v.ref(where...)}
	if v.compares() && (id == "asked" || v.ripe(kpi.Conversion)) {
		t.Previous = v.number(v.before, people, where...)
		t.Change = change(t.Value, t.Previous)
	}
	return t
}

// onePerCustomer keeps the first row of each customer.
func onePerCustomer(rows []int, log *logkind.Log, who logkind.Role) []int {
	c := log.Col(who)
	seen := make([]bool, c.Dict.Len()+1)
	var out []int
	for _, r := range rows {
		if code := c.Codes[r]; code != 0 && !seen[code] {
			seen[code] = true
			out = append(out, r)
		}
	}
	return out
}
