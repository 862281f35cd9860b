package report

import (
	"cmp"
	"context"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// workers answers whose orders cost contacts.
func workers(_ context.Context, b *Builder) error {
	orders := with(b.views(logkind.Order), logkind.Worker)
	contacts := with(b.views(logkind.Inbound, logkind.Chat, logkind.Outbound), logkind.Worker)
	if len(orders)+len(contacts) == 0 {
		b.missing(b.views(b.report.Kinds...), logkind.Worker)
		return nil
	}
	list := b.workload(orders, contacts)
	if len(b.views(logkind.Inbound, logkind.Chat, logkind.Outbound)) == 0 {
		for _, w := range list {
			w.caused = nan // nobody has looked
		}
		b.note(document.Neutral, "report.workers.nocontacts")
	}
	b.workerTable(list, countsOf(orders, contacts))
	for _, v := range contacts {
		v.table(part{id: "workers_" + string(v.log().Kind), role: logkind.Worker, title: "report.workers.by", of: b.kindName(v.log().Kind), better: -1, kpis: []*kpi.KPI{kpi.ResolvedRate, kpi.Satisfaction, kpi.ComplaintRate, kpi.AttemptsPerMatter, kpi.MattersSolved}, named: true, most: 20})
	}
	b.conflicts(contacts)
	return nil
}

// load is what one worker's orders cost.
type load struct {
	name                 string
	orders, done         float64
	caused               float64 // contacts that followed the orders
	contacts, complaints float64 // contacts that name the worker
	attempts             float64 // attempts that agents made about the worker's orders
	ref                  *document.Ref
}

// counts says which of a load some log tells: what none does is not nothing.
type counts struct{ orders, done, contacts, complaints, attempts known }

type known bool

func (k known) cell(n float64) document.Cell {
	if !k {
		n = nan
	}
	return document.Number(n)
}

func countsOf(orders, contacts []*view) counts {
	var c counts
	for _, v := range orders {
		c.orders = true
		c.done = c.done || known(v.log().Has(derive.IsDone))
	}
	for _, v := range contacts {
		if v.log().Kind == logkind.Outbound {
			c.attempts = true
			continue
		}
		c.contacts = true
		c.complaints = c.complaints || known(v.log().Has(logkind.Type1) && kpi.KnowsComplaints(v.log()))
	}
	return c
}

// perOrder is the contacts for each order: those that followed it where orders
// know their customers, else those that name the worker.
func (l load) perOrder() float64 {
	if l.caused == l.caused {
		return ratio(l.caused, l.orders)
	}
	return ratio(l.contacts, l.orders)
}

// workload gathers orders, contacts, complaints and attempts by worker.
func (b *Builder) workload(orders, contacts []*view) []*load {
	all := map[string]*load{}
	var list []*load
	get := func(name string) *load {
		if all[name] == nil {
			all[name] = &load{name: name, caused: nan}
			list = append(list, all[name])
		}
		return all[name]
	}
	for _, v := range orders {
		v.need(derive.OrderContacts, derive.IsDone)
		values := []pivot.Value{v.measure()}
		if v.log().Has(derive.OrderContacts) {
			values = append(values, pivot.Value{Agg: pivot.Sum, Column: kpi.At(derive.OrderContacts)})
		}
		if v.log().Has(derive.IsDone) {
			values = append(values, v.measure(kpi.Yes(v.log(), derive.IsDone)))
		}
		r := v.run(b.period, pivot.Spec{Rows: []pivot.Dim{dim(logkind.Worker)}, Values: values})
		for _, i := range leaves(r.Rows) {
			l := r.Rows.Members[i].Path[0]
			w := get(l.Text)
			w.orders += r.At(i, 0, 0)
			w.ref = v.ref(is(dim(logkind.Worker), l))
			n := 1
			if v.log().Has(derive.OrderContacts) {
				w.caused = orZero(w.caused) + orZero(r.At(i, 0, n))
				n++
			}
			if v.log().Has(derive.IsDone) {
				w.done += r.At(i, 0, n)
			}
		}
	}
	for _, v := range contacts {
		values := []pivot.Value{{Agg: pivot.Count}}
		if v.log().Has(logkind.Type1) && kpi.KnowsComplaints(v.log()) {
			values = append(values, pivot.Value{Agg: pivot.Count, Where: []pivot.Filter{kpi.Complaints(v.log())}})
		}
		r := v.run(b.period, pivot.Spec{Rows: []pivot.Dim{dim(logkind.Worker)}, Values: values})
		for _, i := range leaves(r.Rows) {
			w := get(r.Rows.Members[i].Path[0].Text)
			if w.ref == nil {
				w.ref = v.ref(is(dim(logkind.Worker), r.Rows.Members[i].Path[0]))
			}
			if v.log().Kind == logkind.Outbound {
				w.attempts += r.At(i, 0, 0)
				continue
			}
			w.contacts += r.At(i, 0, 0)
			if len(values) > 1 {
				w.complaints += r.At(i, 0, 1)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y *load) int {
		return cmp.Or(cmp.Compare(orLast(y.perOrder()), orLast(x.perOrder())), cmp.Compare(y.contacts, x.contacts))
	})
	return list
}

func orLast(v float64) float64 {
	if v != v {
		return -1
	}
	return v
}

func (b *Builder) workerTable(list []*load, can counts) {
	var sum load
	for _, w := range list {
		sum.orders += w.orders
		sum.done += w.done
		sum.contacts += w.contacts
		sum.complaints += w.complaints
		sum.attempts += w.attempts
		if w.caused == w.caused {
			sum.caused += w.caused
		}
	}
	if len(list) == 0 {
		b.note(document.Neutral, "report.empty")
		return
	}
	if !can.orders {
		b.lead(b.sentence(b.t("report.workers.contacts", b.count(float64(len(list))), b.count(sum.contacts), list[0].name)))
		b.note(document.Neutral, "report.workers.noorders")
	} else {
		usual := ratio(sum.caused, sum.orders)
		if !slices.ContainsFunc(list, func(w *load) bool { return w.caused == w.caused || w.contacts > 0 }) {
			b.lead(b.sentence(b.t("report.workers.orders", b.count(float64(len(list))), b.count(sum.orders))))
			b.workerRows(list, sum, can)
			return
		}
		worst := list[0]
		for _, w := range list {
			if w.orders >= fewRows {
				worst = w
				break
			}
		}
		lead := b.t("report.workers.lead", b.count(float64(len(list))), b.count(sum.orders), decimal(2).Full(usual, b.lang), worst.name, decimal(2).Full(worst.perOrder(), b.lang))
		if was := b.perOrderBefore(); was == was {
			lead = b.join(lead, b.t("report.workers.before", decimal(2).Full(was, b.lang)))
		}
		b.lead(b.sentence(lead))
		c := &chart.Chart{Kind: chart.Bar, Title: b.t("report.workers.perorder"), Format: decimal(2), Lang: string(b.lang)}
		s := chart.Series{Name: c.Title, Key: "contacts"}
		var refs []*document.Ref
		for _, w := range list {
			if w.orders >= fewRows && len(c.Categories) < 15 {
				c.Categories, s.Values, refs = append(c.Categories, w.name), append(s.Values, w.perOrder()), append(refs, w.ref)
			}
		}
		if len(s.Values) > 1 {
			c.Series = []chart.Series{s}
			b.add(&document.Chart{Chart: c, Refs: [][]*document.Ref{refs}})
		}
	}
	b.workerRows(list, sum, can)
}

// perOrderBefore is the mean of the contacts for each order in the period
// before; NaN where nothing is compared.
func (b *Builder) perOrderBefore() float64 {
	var caused, orders float64
	for _, v := range with(b.views(logkind.Order), logkind.Worker, derive.OrderContacts) {
		if !v.compares() {
			return nan
		}
		known := pivot.Filter{Column: kpi.At(logkind.Worker), Op: pivot.Ne, Values: []string{""}}
		caused += orZero(v.number(v.before, pivot.Value{Agg: pivot.Sum, Column: kpi.At(derive.OrderContacts)}, known))
		orders += orZero(v.number(v.before, v.measure(), known))
	}
	return ratio(caused, orders)
}

// workerRows is the table of all workers, with their sum.
func (b *Builder) workerRows(list []*load, sum load, can counts) {
	t := &document.Table{ID: b.id("workers"), Title: b.t("report.workers.table"), Note: b.t("report.workers.note"), Columns: []document.Column{
		{Title: b.roleName(logkind.Worker), Format: text, Weight: 2}, {Title: b.counted(logkind.Order), Format: whole, Bar: true}, {Title: b.t("report.orders.done"), Format: whole},
		{Title: b.t("derive.order_contacts"), Help: b.t("derive.order_contacts.help"), Format: whole}, {Title: b.t("report.workers.perorder"), Format: decimal(2), Scale: true},
		{Title: b.t("report.workers.naming"), Format: whole}, {Title: b.t("report.workers.complaints"), Format: whole}, {Title: b.t("report.workers.attempts"), Format: whole}}}
	row := func(w load, ref *document.Ref, total bool) document.Row {
		return document.Row{Total: total, Cells: []document.Cell{{Text: w.name, Num: nan, Ref: ref}, can.orders.cell(w.orders), can.done.cell(w.done), document.Number(w.caused),
			document.Number(w.perOrder()), can.contacts.cell(w.contacts), can.complaints.cell(w.complaints), can.attempts.cell(w.attempts)}}
	}
	for _, w := range list[:min(len(list), kept)] {
		t.Rows = append(t.Rows, row(*w, w.ref, false))
	}
	sum.name = b.t("report.total")
	if !slices.ContainsFunc(list, func(w *load) bool { return w.caused == w.caused }) {
		sum.caused = nan
	}
	var all *document.Ref
	if len(list) > 0 && list[0].ref != nil {
		all = &document.Ref{Log: list[0].ref.Log, Where: list[0].ref.Where[:len(list[0].ref.Where)-1]} // of all workers
	}
	t.Rows = append(t.Rows, row(sum, all, true))
	dropEmpty(t)
	b.addList(t, len(list))
}
