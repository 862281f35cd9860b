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
	"tallyboard/internal/table"
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
	again := repeaters(list)
	if len(list) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(r), v.log().Name)
		return
	}
	open := slices.DeleteFunc(slices.Clone(again), func(p person) bool { return p.resolved != 0 })
	b.lead(v.returnersLead(who, visits, list, again, open))
	if len(again) > 0 {
		b.addChart(v.visitBands(who, list), true)
	}
	b.peopleTable(v, who, "returners_"+string(v.log().Kind), b.t("report.customers.open"), open, true)
	b.peopleTable(v, who, "visitors_"+string(v.log().Kind), b.t("report.customers.again"), again, len(open) == 0)
	v.jumps(who)
}

// person is one customer in the period.
type person struct {
	label            pivot.Label
	visits, contacts float64
	agents           float64 // different agents; NaN where not known
	resolved         float64 // of the last contact: 1, 0; NaN where not known
	kind, agent      string  // of the last contact
	last             float64 // when it was
	place            document.Place
}

// people gathers the customers of a period, most visits first.
func (v *view) people(p pivot.Period, who pivot.Dim, visits pivot.Value) []person {
	spec := pivot.Spec{Rows: []pivot.Dim{who}, Values: []pivot.Value{visits}, SortBy: "value", Desc: true}
	if v.log().Has(logkind.Agent) {
		spec.Values = append(spec.Values, pivot.Value{Agg: pivot.Distinct, Column: kpi.At(logkind.Agent)})
	}
	r := v.run(p, spec)
	last := v.lastRows(p, v.log().Find(who.Column))
	kind, agent, resolved := v.log().Col(logkind.Type1), v.log().Col(logkind.Agent), v.log().Col(logkind.Resolved)
	var out []person
	for _, i := range leaves(r.Rows) {
		x := person{label: r.Rows.Members[i].Path[0], visits: r.At(i, 0, 0), contacts: float64(r.CountAt(i, 0)), agents: nan, resolved: nan, last: nan}
		if agent != nil {
			x.agents = r.At(i, 0, 1)
		}
		if x.visits < 2 { // nobody asks how a single visit ended
			out = append(out, x)
			continue
		}
		if row, ok := last.of(x.label.Text); ok {
			x.last = v.log().Col(v.time).Nums[row]
			x.kind, x.agent, x.place = word(kind, row), word(agent, row), stands(v.log().Table, row)
			if resolved != nil {
				x.resolved = resolved.Num(row)
			}
		}
		out = append(out, x)
	}
	return out
}

// lastRows is each member's last row in a period, by time and not by where it
// stands: many exports have the newest first.
type lastRows struct {
	who  *table.Column
	rows []int // of each code, counted from 1; 0 is none
}

func (v *view) lastRows(p pivot.Period, who *table.Column) lastRows {
	if v.time == "" || who == nil || !who.Type.Coded() {
		return lastRows{}
	}
	times := v.log().Col(v.time).Nums
	rows := make([]int, who.Dict.Len()+1)
	for i, code := range who.Codes {
		if t := times[i]; code != 0 && t == t && p.Contains(t) && (rows[code] == 0 || t >= times[rows[code]-1]) {
			rows[code] = i + 1
		}
	}
	return lastRows{who, rows}
}

// of is the last row of a member; ok is false where it has none.
func (l lastRows) of(name string) (row int, ok bool) {
	if l.who == nil {
		return 0, false
	}
	code, ok := l.who.Dict.Code(name)
	return l.rows[code] - 1, ok && l.rows[code] > 0
}

// word is the text of a coded column in a row; "" where there is none.
func word(c *table.Column, row int) string {
	if c == nil || !c.Type.Coded() {
		return ""
	}
	return c.Dict.At(c.Codes[row])
}

// repeaters keeps the people who came more than once.
func repeaters(list []person) []person {
	return slices.DeleteFunc(slices.Clone(list), func(p person) bool { return p.visits < 2 })
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
		s = b.join(s, b.t("report.customers.most", again[0].label.Text, b.count(again[0].visits)))
	}
	return b.sentence(s)
}

// visitBands draws how many customers came once, twice and so on.
func (v *view) visitBands(who pivot.Dim, list []person) *document.Chart {
	const most = 6
	b := v.b
	c := &chart.Chart{Kind: chart.Column, Title: b.t("report.customers.bands"), Unit: b.t("report.unit.customer"), Format: whole, Lang: string(b.lang)}
	values, names := make([]float64, most), make([][]string, most)
	for _, p := range list {
		n := min(int(p.visits), most) - 1
		values[n]++
		names[n] = append(names[n], p.label.Text)
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
			return document.Cell{Text: p.label.Text, Num: nan, Ref: v.ref(is(who, p.label))}
		}},
		{document.Column{Title: b.t("kpi.visits"), Help: b.t("kpi.visits.help"), Format: whole, Bar: true}, func(p person) document.Cell {
			return document.Cell{Num: p.visits, Ref: v.ref(is(who, p.label))}
		}},
		{document.Column{Title: b.counted(log.Kind), Format: whole}, func(p person) document.Cell { return document.Number(p.contacts) }},
	}
	if log.Has(logkind.Agent) {
		parts = append(parts, part{document.Column{Title: b.t("report.customers.agents"), Format: whole}, func(p person) document.Cell { return document.Number(p.agents) }})
	}
	if v.time != "" {
		format := display.Format{Kind: display.DateTime}
		if log.Col(v.time).DateOnly {
			format.Kind = display.Date
		}
		parts = append(parts, part{document.Column{Title: b.t("report.customers.last"), Format: format}, func(p person) document.Cell { return document.Number(p.last) }})
	}
	if log.Has(logkind.Type1) {
		parts = append(parts, part{document.Column{Title: b.t("report.customers.lasttype"), Format: text}, func(p person) document.Cell { return words(p.kind) }})
	}
	if log.Has(logkind.Agent) {
		parts = append(parts, part{document.Column{Title: b.t("report.customers.lastagent"), Format: text}, func(p person) document.Cell { return words(p.agent) }})
	}
	if log.Has(logkind.Resolved) {
		parts = append(parts, part{document.Column{Title: b.roleName(logkind.Resolved), Format: text}, func(p person) document.Cell {
			switch p.resolved {
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
		row := document.Row{Place: x.place}
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
	r := v.run(v.period, pivot.Spec{Rows: []pivot.Dim{who, day}, Where: []pivot.Filter{many}, SortBy: "value", Desc: true,
		Values: []pivot.Value{{Agg: pivot.Count}, {Agg: pivot.Max, Column: kpi.At(derive.DayBefore)}}})
	t := &document.Table{ID: b.id("jumps_" + string(v.log().Kind)), Title: b.t("report.customers.jumps", strconv.Itoa(b.params.Times)), List: true,
		Columns: []document.Column{{Title: b.t(roleKey(who)), Format: text, Weight: 2}, {Title: b.t("report.day"), Format: text},
			{Title: b.t("derive.day_contacts"), Format: whole, Bar: true}, {Title: b.t("derive.day_before"), Format: whole}}}
	type jump struct {
		row   document.Row
		count float64
	}
	at := v.newest([]pivot.Filter{many}, logkind.Role(strings.TrimPrefix(who.Column, "@")), v.time)
	var list []jump
	for _, i := range leaves(r.Rows) {
		p := r.Rows.Members[i].Path
		if len(p) < 2 || p[0].Missing {
			continue
		}
		ref := v.ref(is(who, p[0]), is(day, p[1]))
		list = append(list, jump{document.Row{Cells: []document.Cell{{Text: p[0].Text, Num: nan, Ref: ref}, words(b.label(day, p[1])),
			{Num: r.At(i, 0, 0), Ref: ref}, document.Number(r.At(i, 0, 1))}, Place: at[pathKey(p)]}, r.At(i, 0, 0)})
	}
	slices.SortStableFunc(list, func(x, y jump) int { return cmp.Compare(y.count, x.count) })
	for _, j := range list[:min(len(list), kept)] {
		t.Rows = append(t.Rows, j.row)
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
	spec := pivot.Spec{Rows: d.dims}
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
	// Sorted by row numbers: there may be a hundred thousand customers.
	slices.SortStableFunc(members, func(x, y int) int { return cmp.Compare(res.At(y, 0, 0), res.At(x, 0, 0)) })
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
