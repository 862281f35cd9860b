package report

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// contactCost is what one contact costs the shop in yuan, where the parameter
// "contact_cost" does not say otherwise.
const contactCost = 3

// account is what a customer brings and costs.
type account struct {
	name             string
	orders           float64
	paid, refunded   float64
	contacts, failed float64
	compensation     float64
	open             bool // the last contact was not resolved
	grade            int  // 0 is A, 3 is D
	last             float64
	place            document.Place // of the last contact
	known            *view          // by orders, else the first log that knows the customer
}

// brings is the money that stays.
func (a *account) brings() float64 { return a.paid - a.refunded }

// net is what is left after compensation and the cost of the contacts.
func (a *account) net(perContact float64) float64 {
	return a.brings() - a.compensation - perContact*a.contacts
}

// value answers what customers bring, and what serving them costs.
func value(_ context.Context, b *Builder) error {
	orders := with(b.views(logkind.Order), logkind.Customer, logkind.Amount)
	if len(orders) == 0 {
		b.missing(b.views(logkind.Order), logkind.Customer)
		b.missing(with(b.views(logkind.Order), logkind.Customer), logkind.Amount)
		return nil
	}
	perContact := float64(contactCost)
	if x, err := strconv.ParseFloat(b.In.Params["contact_cost"], 64); err == nil && x >= 0 {
		perContact = x
	}
	list := b.accounts(orders)
	if len(list) == 0 {
		b.note(document.Neutral, "report.empty")
		return nil
	}
	slices.SortFunc(list, func(x, y *account) int {
		return cmp.Or(cmp.Compare(y.net(perContact), x.net(perContact)), cmp.Compare(x.name, y.name))
	})
	grades(list, perContact)
	var brings, cost, loss float64
	var avoid []*account
	for _, a := range list {
		brings += a.brings()
		cost += a.compensation + perContact*a.contacts
		if a.net(perContact) < 0 {
			loss++
		}
		if a.open || a.net(perContact) < 0 && a.contacts+a.compensation > 0 {
			avoid = append(avoid, a)
		}
	}
	lead := b.t("report.value.lead", b.count(float64(len(list))), money.Full(brings, b.lang))
	if cost > 0 {
		lead = b.join(lead, b.t("report.value.spent", money.Full(cost, b.lang), b.percentText(ratio(cost, brings))))
	}
	if loss > 0 {
		lead = b.join(lead, b.t("report.value.loss", b.count(loss)))
	}
	if len(avoid) > 0 {
		lead = b.join(lead, b.t("report.value.shun", b.count(float64(len(avoid)))))
	}
	b.lead(b.sentence(lead))
	b.note(document.Neutral, "report.value.how", money0.Full(perContact, b.lang))
	for _, v := range orders {
		if c := v.log().Col(logkind.Refund); c == nil || c.Type != table.Number {
			b.note(document.Neutral, "report.value.norefunds", v.log().Name)
		}
	}
	if cost == 0 && len(b.views(logkind.Inbound, logkind.Chat, logkind.Review, logkind.Approval)) == 0 {
		b.note(document.Neutral, "report.value.nocosts")
	}
	b.gradeTable(list, perContact, orders[0])
	costly := slices.DeleteFunc(slices.Clone(list), func(a *account) bool { return a.compensation+perContact*a.contacts <= 0 })
	slices.SortStableFunc(costly, func(x, y *account) int {
		return cmp.Compare(y.compensation+perContact*y.contacts, x.compensation+perContact*x.contacts)
	})
	b.accountTable("value_costly", b.t("report.value.costly"), costly[:min(len(costly), 30)], perContact, false)
	b.accountTable("value_best", b.t("report.value.best"), list[:min(len(list), 30)], perContact, false)
	b.accountTable("value_avoid", b.t("report.value.avoid"), avoid, perContact, true)
	return nil
}

// accounts joins orders, contacts, reviews and requests by customer.
func (b *Builder) accounts(orders []*view) []*account {
	all := map[string]*account{}
	var list []*account
	get := func(name string) *account {
		if all[name] == nil {
			all[name] = &account{name: name, last: math.Inf(-1)}
			list = append(list, all[name])
		}
		return all[name]
	}
	who := dim(logkind.Customer)
	each := func(v *view, values []pivot.Value, fn func(a *account, at func(int) float64)) {
		r := v.run(b.period, pivot.Spec{Rows: []pivot.Dim{who}, Values: values})
		for _, i := range leaves(r.Rows) {
			a := get(r.Rows.Members[i].Path[0].Text)
			if a.known == nil {
				a.known = v
			}
			fn(a, func(n int) float64 { return orZero(r.At(i, 0, n)) })
		}
	}
	for _, v := range orders {
		v.usable(kpi.Sales)
		values := []pivot.Value{v.measure(), kpi.Sales.On(v.log())}
		if c := v.log().Col(logkind.Refund); c != nil && c.Type == table.Number {
			values = append(values, pivot.Value{Agg: pivot.Sum, Column: kpi.At(logkind.Refund)})
		}
		each(v, values, func(a *account, at func(int) float64) {
			a.orders += at(0)
			a.paid += at(1)
			if len(values) > 2 {
				a.refunded += at(2)
			}
		})
	}
	for _, v := range with(b.views(logkind.Inbound, logkind.Chat), logkind.Customer) {
		values := []pivot.Value{{Agg: pivot.Count}}
		if v.log().Has(logkind.Resolved) {
			values = append(values, pivot.Value{Agg: pivot.Count, Where: []pivot.Filter{kpi.No(v.log(), logkind.Resolved)}})
		}
		each(v, values, func(a *account, at func(int) float64) {
			a.contacts += at(0)
			if len(values) > 1 {
				a.failed += at(1)
			}
		})
		resolved := v.log().Col(logkind.Resolved)
		if resolved == nil {
			continue
		}
		last := v.lastRows(b.period, v.log().Col(logkind.Customer))
		for _, a := range list {
			row, ok := last.of(a.name)
			if !ok {
				continue
			}
			// The last word counts, in whichever log it was said.
			if t := v.log().Col(v.time).Nums[row]; t >= a.last {
				a.last, a.open, a.place = t, resolved.Num(row) == 0, stands(v.log().Table, row)
			}
		}
	}
	for _, v := range with(b.views(logkind.Review), logkind.Customer, logkind.Cost) {
		each(v, []pivot.Value{{Agg: pivot.Sum, Column: kpi.At(logkind.Cost)}}, func(a *account, at func(int) float64) { a.compensation += at(0) })
	}
	for _, v := range with(b.views(logkind.Approval), logkind.Customer, logkind.Requested) {
		sum := kpi.Requested.On(v.log())
		if len(v.usable(kpi.ApprovedAmount)) > 0 {
			sum = kpi.ApprovedAmount.On(v.log())
		}
		each(v, []pivot.Value{sum}, func(a *account, at func(int) float64) { a.compensation += at(0) })
	}
	// Who only asked has not cost the shop anything that it did not choose to spend.
	return slices.DeleteFunc(list, func(a *account) bool { return a.orders == 0 && a.compensation == 0 })
}

// grades gives A to the customers who together bring the first half of what is
// left, B to those of the next 30%, C to the others, D to those who cost more
// than they bring.
func grades(list []*account, perContact float64) {
	var sum, run float64
	for _, a := range list {
		sum += max(0, a.net(perContact))
	}
	for _, a := range list {
		n := a.net(perContact)
		switch {
		case n < 0:
			a.grade = 3
		case run < 0.5*sum:
			a.grade = 0
		case run < 0.8*sum:
			a.grade = 1
		default:
			a.grade = 2
		}
		run += max(0, n)
	}
}

var gradeNames = []string{"A", "B", "C", "D"}

func (b *Builder) gradeTable(list []*account, perContact float64, v *view) {
	var n, brings, cost, contacts [4]float64
	var members [4][]string
	for _, a := range list {
		members[a.grade] = append(members[a.grade], a.name)
		n[a.grade]++
		brings[a.grade] += a.brings()
		cost[a.grade] += a.compensation + perContact*a.contacts
		contacts[a.grade] += a.contacts
	}
	t := &document.Table{ID: b.id("value_grades"), Title: b.t("report.value.grades"), Note: b.t("report.value.grades.note"), Columns: []document.Column{
		{Title: b.t("report.value.grade"), Format: text}, {Title: b.t("report.customers.unit"), Format: whole, Bar: true}, {Title: b.t("report.value.brings"), Format: money},
		{Title: b.t("report.value.contacts"), Format: whole}, {Title: b.t("report.value.cost"), Format: money}, {Title: b.t("report.value.net"), Format: money}}}
	c := &chart.Chart{Kind: chart.Column, Title: b.t("report.value.members"), Unit: b.t("report.unit.customer"), Format: whole, Lang: string(b.lang)}
	s := chart.Series{Name: b.t("report.customers.unit"), Key: "customers"}
	var refs []*document.Ref
	var asked, spent known // some log tells
	for g := range gradeNames {
		asked, spent = asked || contacts[g] > 0, spent || cost[g] > 0
	}
	for g, name := range gradeNames {
		ref := v.refOf(dim(logkind.Customer), members[g])
		refs = append(refs, ref)
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: name, Num: nan, Ref: ref}, document.Number(n[g]), document.Number(brings[g]), asked.cell(contacts[g]), spent.cell(cost[g]), document.Number(brings[g] - cost[g])}})
		c.Categories, s.Values = append(c.Categories, name), append(s.Values, n[g])
	}
	c.Series = []chart.Series{s}
	dropEmpty(t)
	b.add(&document.Chart{Chart: c, Refs: [][]*document.Ref{refs}}, t)
}

func (b *Builder) accountTable(id, title string, list []*account, perContact float64, work bool) {
	if len(list) == 0 {
		return
	}
	var contacts, costs known // some log tells
	for _, a := range list {
		contacts, costs = contacts || a.contacts > 0, costs || a.compensation > 0
	}
	t := &document.Table{ID: b.id(id), Title: title, List: work, Columns: []document.Column{
		{Title: b.roleName(logkind.Customer), Format: text, Weight: 2}, {Title: b.t("report.value.grade"), Format: text}, {Title: b.counted(logkind.Order), Format: whole},
		{Title: b.t("report.value.brings"), Format: money}, {Title: b.t("report.value.contacts"), Format: whole}, {Title: b.t("report.value.compensation"), Format: money},
		{Title: b.t("report.value.net"), Format: money}, {Title: b.t("report.value.state"), Format: text}}}
	for _, a := range list[:min(len(list), kept)] {
		state := words("")
		if a.open {
			state = document.Cell{Text: b.t("report.value.open"), Num: nan, Tone: document.Bad}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: a.name, Num: nan, Ref: a.known.ref(is(dim(logkind.Customer), pivot.Label{Text: a.name}))}, document.Words(gradeNames[a.grade]), document.Number(a.orders), document.Number(a.brings()),
			contacts.cell(a.contacts), costs.cell(a.compensation), {Num: a.net(perContact), Tone: lossTone(a.net(perContact))}, state}, Place: a.place})
	}
	dropEmpty(t)
	b.addList(t, len(list))
}

func lossTone(v float64) document.Tone {
	if v < 0 {
		return document.Bad
	}
	return document.Neutral
}
