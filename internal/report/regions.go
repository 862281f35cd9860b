package report

import (
	"cmp"
	"context"
	"math"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
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
		b.unserved(slices.Clone(logs), orders)
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
	d := v.by([]pivot.Dim{r}, v.usable(kpi.Customers, kpi.ResolvedRate, kpi.FCR, kpi.Satisfaction))
	tops := d.named(0)
	if len(tops) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(logkind.Region), v.log().Name)
		return
	}
	unit := b.counted(v.log().Kind)
	b.lead(v.topLead("report.regions.lead", d, tops))
	b.addChart(d.bars(chart.Bar, b.t("report.regions.bar"), unit, tops), b.compact)
	if c, ok := v.first(logkind.Category, logkind.Type1, logkind.Product, logkind.Channel); ok {
		series := dim(c)
		b.addChart(v.grid(grid{title: b.t("report.regions.heat", b.roleName(c)), unit: unit, kind: chart.Heat, series: &series, top: 8, category: r, topCats: v.half(15), sorted: true}), b.compact)
	}
	if !b.compact && v.log().Has(logkind.Stage) {
		series := dim(logkind.Stage)
		b.addChart(v.grid(grid{title: b.t("report.regions.stage"), unit: unit, kind: chart.Stacked, series: &series, category: r, topCats: 10, sorted: true, firsts: true}), false)
	}
	b.add(d.tabulate("regions_"+string(v.log().Kind), b.t("report.regions.table"), d.lines, true, d.standard(b.roleName(logkind.Region), unit, 0)...))
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
	unit := b.counted(logkind.Order)
	b.lead(v.topLead("report.regions.lead", d, tops))
	b.addChart(d.bars(chart.Bar, b.t("report.regions.orders"), unit, tops), false)
	if v.log().Has(logkind.Category) {
		series := dim(logkind.Category)
		b.addChart(v.grid(grid{title: b.t("report.regions.heat", b.roleName(logkind.Category)), unit: unit, kind: chart.Heat, series: &series, top: 8, category: r, topCats: 15, sorted: true}), false)
	}
	b.add(d.tabulate("regions_order", b.t("report.regions.table.orders"), d.lines, true, d.standard(b.roleName(logkind.Region), unit, 1)...))
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

// demand is a region, or a region with a category, as contacts and orders see it.
type demand struct {
	name     []string
	contacts float64
	orders   float64
	index    float64 // share of the contacts over share of the orders; NaN without orders
	line     line
}

// unserved sets the contacts of each region against its orders and lists the
// regions that ask but do not, or hardly, order.
func (b *Builder) unserved(contacts, orders []*view) {
	slices.SortStableFunc(contacts, func(x, y *view) int { return cmp.Compare(y.rows(), x.rows()) })
	// A week holds too few orders of one region to say that there should be some.
	reach := b.recent()
	v, o := contacts[0].over(reach), orders[0].over(reach)
	when := b.spanName(reach)
	dims, orderDims := v.sharedDims(o, logkind.Region)
	list, d := v.demand(o, dims, orderDims)
	closed, few := gaps(list)
	switch {
	case len(list) == 0:
		return
	case len(closed)+len(few) == 0:
		b.lead(b.sentence(b.t("report.regions.served", when, b.count(float64(len(list))))))
	default:
		worst := append(slices.Clone(closed), few...)[0]
		b.lead(b.sentence(b.t("report.regions.unserved", when, b.count(float64(len(closed))), b.count(float64(len(few))), worst.name[0], b.count(worst.contacts), b.count(worst.orders))))
	}
	title := b.roleName(logkind.Region)
	b.demandTable("unserved", b.t("report.regions.closed", when), d, closed, true, title)
	b.demandTable("underserved", b.t("report.regions.few", when), d, few, true, title)
	b.demandTable("demand", b.t("report.regions.against", when), d, list, false, title)
	if v.log().Has(logkind.Category) && o.log().Has(logkind.Category) {
		dims, orderDims = v.sharedDims(o, logkind.Region, logkind.Category)
		pairs, d := v.demand(o, dims, orderDims)
		closed, few = gaps(pairs)
		b.demandTable("unserved_category", b.t("report.regions.category", when), d, append(closed, few...), true, title, b.roleName(logkind.Category))
	}
}

// sharedDims are the dimensions of the roles on both logs; regions are cut into
// provinces only where both hold places of China.
func (v *view) sharedDims(o *view, roles ...logkind.Role) (mine, theirs []pivot.Dim) {
	for _, r := range roles {
		a, c := dim(r), dim(r)
		if r == logkind.Region {
			a, _ = v.region()
			c, _ = o.region()
			if a.Func != c.Func {
				a.Func, c.Func = pivot.Plain, pivot.Plain
			}
		}
		mine, theirs = append(mine, a), append(theirs, c)
	}
	return mine, theirs
}

// demand joins contacts and orders on the members of dimensions, most contacts
// first. Members are compared by their texts, without case and width.
func (v *view) demand(o *view, dims, orderDims []pivot.Dim) ([]demand, *breakdown) {
	d, e := v.by(dims, nil), o.by(orderDims, nil)
	depth := len(dims) - 1
	key := func(l line) string {
		s := ""
		for _, p := range l.path {
			s += table.Fold(p.Text) + "\x00"
		}
		return s
	}
	ordered := map[string]float64{}
	for _, l := range e.level(depth) {
		ordered[key(l)] += l.n
	}
	var out []demand
	for _, l := range d.level(depth) {
		if slices.ContainsFunc(l.path, func(p pivot.Label) bool { return p.Missing || p.Other }) {
			continue
		}
		x := demand{contacts: l.n, orders: ordered[key(l)], line: l}
		for i, p := range l.path {
			x.name = append(x.name, v.b.label(dims[i], p))
		}
		x.index = ratio(ratio(x.contacts, d.total.n), ratio(x.orders, e.total.n))
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b demand) int { return cmp.Compare(b.contacts, a.contacts) })
	return out, d
}

// gaps finds the members that ask without any order, and those whose orders
// fall short of what their contacts let expect by more than half and by more
// than chance.
func gaps(list []demand) (closed, few []demand) {
	var contacts, orders float64
	for _, x := range list {
		contacts += x.contacts
		orders += x.orders
	}
	for _, x := range list {
		expected := x.contacts * ratio(orders, contacts)
		switch {
		case x.contacts < 5 || expected < 3:
		case x.orders == 0:
			closed = append(closed, x)
		case x.orders < expected/2 && expected-x.orders > 3*math.Sqrt(expected):
			few = append(few, x)
		}
	}
	return closed, few
}

// demandTable shows contacts against orders; as a list to work through it is
// left out where it is empty.
func (b *Builder) demandTable(id, title string, d *breakdown, list []demand, work bool, names ...string) {
	if len(list) == 0 {
		return
	}
	t := &document.Table{ID: b.id(id), Title: title, List: work}
	for _, n := range names {
		t.Columns = append(t.Columns, document.Column{Title: n, Format: text, Weight: 2})
	}
	t.Columns = append(t.Columns,
		document.Column{Title: b.counted(d.v.log().Kind), Format: whole, Bar: true},
		document.Column{Title: b.counted(logkind.Order), Format: whole, Bar: true},
		document.Column{Title: b.t("report.regions.per100"), Help: b.t("report.regions.per100.help"), Format: decimal(1)},
		document.Column{Title: b.t("report.index"), Help: b.t("report.index.help"), Format: decimal(2)})
	most := listed
	if b.compact {
		most = onPaper
	}
	if len(list) > most {
		t.Note = b.t("report.cut", b.count(float64(most)), b.count(float64(len(list))))
		list = list[:most]
	}
	for _, x := range list {
		var cells []document.Cell
		for _, n := range x.name {
			cells = append(cells, document.Cell{Text: n, Num: nan, Ref: d.ref(x.line)})
		}
		cells = append(cells, document.Cell{Num: x.contacts, Ref: d.ref(x.line)}, document.Number(x.orders),
			document.Number(100*ratio(x.orders, x.contacts)), document.Number(x.index))
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	b.add(t)
}
