package report

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// customers answers who keeps coming back unserved; of order logs, who buys
// again and again.
func customers(_ context.Context, b *Builder) error {
	all := b.views(visitKinds...)
	var logs []*view
	for _, v := range all {
		if _, ok := v.first(logkind.Customer, logkind.Phone); ok {
			logs = append(logs, v)
		}
	}
	if len(logs) == 0 {
		b.missing(all, logkind.Customer)
		return nil
	}
	for _, v := range logs {
		if v.log().Kind != logkind.Order {
			v.returners(len(logs) > 1)
		}
	}
	b.lasting()
	for _, v := range logs {
		if v.log().Kind == logkind.Order {
			v.buyers(len(logs) > 1)
		}
	}
	return nil
}

// How many rows a list has on pages, and how many in files: more than anybody
// can work through.
const (
	listed = 50
	kept   = 5000
)

// returners lists the customers who came most often, and what became of them.
func (v *view) returners(several bool) {
	b := v.b
	if !v.begin("customers", several) {
		return
	}
	r, _ := v.first(logkind.Customer, logkind.Phone)
	who := dim(r)
	visits := pivot.Value{Agg: pivot.Count}
	if v.need(derive.VisitStart) {
		visits.Where = []pivot.Filter{kpi.Yes(v.log(), derive.VisitStart)}
	}
	list := v.people(v.period, who, visits)
	if len(list) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(r), v.log().Name)
		return
	}
	again := repeaters(list)
	v.lastRows(v.period, v.log().Find(who.Column)).fill(again)
	open := v.unsolved(again)
	b.lead(v.returnersLead(who, visits, list, again, open))
	if len(again) > 0 {
		b.addChart(v.visitBands(who, list), true)
	}
	b.peopleTable(v, who, "returners_"+string(v.log().Kind), b.t("report.customers.open"), open, true)
	b.peopleTable(v, who, "visitors_"+string(v.log().Kind), b.t("report.customers.again"), again, len(open) == 0)
	v.jumps(who)
}

// returnersLead says how many came more than once, how that changed, and how
// many of them are still unsolved.
func (v *view) returnersLead(who pivot.Dim, visits pivot.Value, list, again, open []person) string {
	b := v.b
	s := b.t("report.customers.lead", b.count(float64(len(again))), b.percentText(ratio(float64(len(again)), float64(len(list)))))
	if len(again) == 0 {
		s = b.t("report.customers.nobody", b.count(float64(len(list))))
	}
	if v.compares() && len(list) >= fewRows {
		if before := len(repeaters(v.people(v.before, who, visits))); len(again)+before > 0 {
			s = b.join(s, b.versus(float64(len(again)), float64(before)))
		}
	}
	if len(open) > 0 {
		s = b.join(s, b.t("report.customers.unsolved", b.count(float64(len(open)))))
	}
	if len(again) > 0 {
		s = b.join(s, b.t("report.customers.most", again[0].name, b.count(again[0].visits)))
	}
	return b.sentence(s)
}

// visitBands draws how many customers came once, twice and so on.
func (v *view) visitBands(who pivot.Dim, list []person) *document.Chart {
	const most = 6
	b := v.b
	c := &chart.Chart{Kind: chart.Column, Title: b.t("report.customers.bands"), Unit: b.t("report.unit.customer"), Format: whole, Ordered: true, Lang: string(b.lang)}
	values, names := make([]float64, most), make([][]string, most)
	for _, p := range list {
		n := min(max(int(p.visits), 1), most) - 1 // a visit from before the period is one, too
		if values[n]++; values[n] <= kept+1 {     // of more there is no list
			names[n] = append(names[n], p.name)
		}
	}
	var refs []*document.Ref
	for _, band := range names {
		refs = append(refs, v.refOf(who, band))
	}
	for n := 1; n <= most; n++ {
		key := "report.customers.times"
		if n == most {
			key = "report.customers.timesmore"
		}
		c.Categories = append(c.Categories, b.t(key, strconv.Itoa(n)))
	}
	c.Series = []chart.Series{{Name: b.t("report.customers.unit"), Key: "customers", Values: values}}
	return &document.Chart{Chart: c, Refs: [][]*document.Ref{refs}}
}

// refOf leads to the rows of some members of a dimension; nil where there are
// none, or more than anybody looks through.
func (v *view) refOf(d pivot.Dim, members []string) *document.Ref {
	if len(members) == 0 || len(members) > kept {
		return nil
	}
	return v.ref(pivot.Filter{Column: d.Column, Func: d.Func, Op: pivot.Eq, Values: members})
}

// peopleTable lists people with their visits and their last contact.
func (b *Builder) peopleTable(v *view, who pivot.Dim, id, title string, list []person, work bool) {
	if len(list) == 0 {
		return
	}
	log := v.log()
	t := &document.Table{ID: b.id(id), Title: title, List: work}
	type part struct {
		column document.Column
		cell   func(p person) document.Cell
	}
	parts := []part{
		{document.Column{Title: b.t(roleKey(who)), Format: text, Weight: 2}, func(p person) document.Cell {
			return document.Cell{Text: p.name, Num: nan, Ref: v.ref(is(who, pivot.Label{Text: p.name}))}
		}},
		{document.Column{Title: b.t("kpi.visits"), Help: b.t("kpi.visits.help"), Format: whole, Bar: true}, func(p person) document.Cell {
			return document.Cell{Num: p.visits, Ref: v.ref(is(who, pivot.Label{Text: p.name}))}
		}},
		{document.Column{Title: b.counted(log.Kind), Format: whole}, func(p person) document.Cell { return document.Number(p.contacts) }},
	}
	if log.Has(logkind.Agent) {
		parts = append(parts, part{document.Column{Title: b.t("report.customers.agents"), Format: whole}, func(p person) document.Cell { return document.Number(p.agents) }})
	}
	if v.time != "" {
		parts = append(parts, part{document.Column{Title: b.t("report.customers.last"), Format: display.CellFormat(log.Col(v.time))}, func(p person) document.Cell {
			if p.last < 0 {
				return document.Number(nan)
			}
			return document.Number(log.Col(v.time).Nums[p.last])
		}})
	}
	if c := log.Col(logkind.Type1); c != nil {
		parts = append(parts, part{document.Column{Title: b.t("report.customers.lasttype"), Format: text}, func(p person) document.Cell { return words(word(c, p.last)) }})
	}
	if c := log.Col(logkind.Agent); c != nil {
		parts = append(parts, part{document.Column{Title: b.t("report.customers.lastagent"), Format: text}, func(p person) document.Cell { return words(word(c, p.last)) }})
	}
	if log.Has(logkind.Resolved) {
		parts = append(parts, part{document.Column{Title: b.roleName(logkind.Resolved), Format: text}, func(p person) document.Cell {
			switch v.resolved(p) {
			case 1:
				return document.Cell{Text: b.t("report.yes"), Num: nan, Tone: document.Good}
			case 0:
				return document.Cell{Text: b.t("report.no"), Num: nan, Tone: document.Bad}
			}
			return words("")
		}})
	}
	for _, p := range parts {
		t.Columns = append(t.Columns, p.column)
	}
	for _, x := range list[:min(len(list), kept)] {
		row := document.Row{}
		if x.last >= 0 {
			row.Place = stands(log.Table, x.last)
		}
		for _, p := range parts {
			row.Cells = append(row.Cells, p.cell(x))
		}
		t.Rows = append(t.Rows, row)
	}
	b.addList(t, len(list))
}

// jumps lists the customers who came several times on one day and hardly on the
// day before: they are being kept waiting now, which a sum over the period hides.
func (v *view) jumps(who pivot.Dim) {
	b := v.b
	if v.time == "" || !v.need(derive.DayContacts, derive.DayBefore) {
		return
	}
	many := pivot.Filter{Column: kpi.At(derive.DayContacts), Op: pivot.Ge, Values: []string{strconv.Itoa(b.params.Times)}}
	day := v.timed(pivot.Day)
	r := v.runFew(pivot.Spec{Rows: []pivot.Dim{who, day}, Where: []pivot.Filter{many}, SortBy: "value", Desc: true,
		Values: []pivot.Value{{Agg: pivot.Count}, {Agg: pivot.Max, Column: kpi.At(derive.DayBefore)}}})
	t := &document.Table{ID: b.id("jumps_" + string(v.log().Kind)), Title: b.t("report.customers.jumps", strconv.Itoa(b.params.Times)), List: true,
		Columns: []document.Column{{Title: b.t(roleKey(who)), Format: text, Weight: 2}, {Title: b.t("report.day"), Format: text},
			{Title: b.t("derive.day_contacts"), Format: whole, Bar: true}, {Title: b.t("derive.day_before"), Format: whole}}}
	list := slices.DeleteFunc(leaves(r.Rows), func(i int) bool { return r.Rows.Members[i].Path[0].Missing })
	slices.SortStableFunc(list, func(x, y int) int { return cmp.Compare(r.At(y, 0, 0), r.At(x, 0, 0)) })
	shown := list[:min(len(list), kept)]
	at := v.newest([]pivot.Filter{many}, paths(r.Rows, shown), logkind.Role(strings.TrimPrefix(who.Column, "@")), v.time)
	for n, i := range shown {
		p := r.Rows.Members[i].Path
		ref := v.ref(is(who, p[0]), is(day, p[1]))
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: p[0].Text, Num: nan, Ref: ref}, words(b.label(day, p[1])),
			{Num: r.At(i, 0, 0), Ref: ref}, document.Number(r.At(i, 0, 1))}, Place: at[n]})
	}
	b.addList(t, len(list))
}

// buyers lists the customers with most orders, over all time: who buys again
// does so over months.
func (v *view) buyers(several bool) {
	b := v.b
	v = v.over(pivot.Period{ID: "all"})
	if !v.begin("customers", several) {
		return
	}
	r, _ := v.first(logkind.Customer, logkind.Phone)
	d := &breakdown{v: v, dims: []pivot.Dim{dim(r)}, kpis: v.usable(kpi.Orders, kpi.Sales, kpi.RefundRate)}
	spec := pivot.Spec{Rows: d.dims, SortBy: "value", Desc: true}
	for _, k := range d.kpis {
		spec.Values = append(spec.Values, k.On(v.log()))
	}
	res := v.run(v.period, spec)
	members := leaves(res.Rows)
	if len(members) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(r), v.log().Name)
		return
	}
	again := 0.0
	for _, i := range members {
		if res.At(i, 0, 0) > 1 {
			again++
		}
	}
	var lines []line
	for _, i := range members[:min(len(members), kept)] {
		l := line{path: res.Rows.Members[i].Path, n: res.At(i, 0, 0)}
		for k := range d.kpis {
			l.vals, l.bases = append(l.vals, res.At(i, 0, k)), append(l.bases, l.n)
		}
		lines = append(lines, l)
	}
	n := float64(len(members))
	s := b.sentence(b.t("report.customers.buyers", b.count(n), b.count(again), b.percentText(again/n), d.name(lines[0]), b.count(lines[0].n)))
	if from, to := pivot.Span(v.log().Col(v.time)); from == from && !b.period.All() {
		s = b.t("report.says", b.dates(from, to), s) // the report is of less
	}
	b.lead(s)
	cols := append([]column{d.nameColumn(b.roleName(r))}, d.kpiColumns()...)
	t := d.tabulate("buyers", b.t("report.customers.buyers.table"), lines, false, cols...)
	b.addList(t, len(members))
}

// roleKey is the key of the name of a dimension by a role.
func roleKey(d pivot.Dim) string { return "role." + strings.TrimPrefix(d.Column, "@") }

// words is a cell of text, a dash where there is none.
func words(s string) document.Cell {
	if s == "" {
		s = display.None
	}
	return document.Words(s)
}
