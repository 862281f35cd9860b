package report

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// demand is a region, or a region with a category, as contacts and orders see it.
type demand struct {
	path     []string
	name     []string
	contacts float64
	by       []figure // the contacts in each of the logs
	orders   figure
	index    float64 // share of the contacts over share of the orders; NaN without orders
}

// figure is a number with the way to its rows.
type figure struct {
	n   float64
	ref *document.Ref
}

func (f figure) cell() document.Cell { return document.Cell{Num: f.n, Ref: f.ref} }

// asking are the views whose rows are contacts that customers made, those with
// most rows first, over the weeks until now: a week holds too few orders of one
// region to say that there should be some.
func (b *Builder) asking(roles ...logkind.Role) []*view {
	var out []*view
	for _, v := range with(b.views(logkind.Inbound, logkind.Chat), roles...) {
		out = append(out, v.over(b.recent()))
	}
	rows := map[*view]float64{}
	for _, v := range out {
		rows[v] = v.rows()
	}
	out = slices.DeleteFunc(out, func(v *view) bool { return !(rows[v] > 0) })
	slices.SortStableFunc(out, func(x, y *view) int { return cmp.Compare(rows[y], rows[x]) })
	return out
}

// unserved sets the contacts of each region against its orders and lists the
// regions that ask but do not, or hardly, order.
func (b *Builder) unserved(orders []*view) {
	contacts := b.asking(logkind.Region)
	if len(contacts) == 0 {
		return
	}
	reach := b.recent()
	o := orders[0].over(reach)
	when := b.spanName(reach)
	list := demands(contacts, o, logkind.Region)
	closed, few := gaps(list)
	switch {
	case len(list) == 0:
		return
	case len(closed)+len(few) == 0:
		b.lead(b.sentence(b.t("report.regions.served", when, b.count(float64(len(list))))))
	default:
		worst := append(slices.Clone(closed), few...)[0]
		b.lead(b.sentence(b.t("report.regions.unserved", when, b.count(float64(len(closed))), b.count(float64(len(few))), worst.name[0], b.count(worst.contacts), b.count(worst.orders.n))))
	}
	title := b.roleName(logkind.Region)
	b.demandTable("unserved", b.t("report.regions.closed", when), contacts, closed, true, title)
	b.demandTable("underserved", b.t("report.regions.few", when), contacts, few, true, title)
	if !b.compact || len(closed)+len(few) == 0 {
		b.demandTable("demand", b.t("report.regions.against", when), contacts, list, false, title)
	}
	if contacts := b.asking(logkind.Region, logkind.Category); len(contacts) > 0 && o.log().Has(logkind.Category) {
		closed, few = gaps(demands(contacts, o, logkind.Region, logkind.Category))
		b.demandTable("unserved_category", b.t("report.regions.category", when), contacts, append(closed, few...), true, title, b.roleName(logkind.Category))
	}
}

// sharedDims are the dimensions of the roles on some logs; regions are cut into
// provinces only where all hold places of China.
func sharedDims(views []*view, roles ...logkind.Role) []pivot.Dim {
	var out []pivot.Dim
	for _, r := range roles {
		d := dim(r)
		if r == logkind.Region {
			d, _ = views[0].region()
			for _, v := range views[1:] {
				if other, _ := v.region(); other.Func != d.Func {
					d.Func = pivot.Plain
				}
			}
		}
		out = append(out, d)
	}
	return out
}

// demands joins contacts and orders on the members of roles, most contacts
// first. Members are compared by their texts, without case and width.
func demands(contacts []*view, o *view, roles ...logkind.Role) []demand {
	dims := sharedDims(append(slices.Clone(contacts), o), roles...)
	depth := len(dims) - 1
	key := func(l line) string {
		s := ""
		for _, p := range l.path {
			if p.Missing || p.Other {
				return ""
			}
			s += table.Fold(p.Text) + "\x00"
		}
		return s
	}
	var list []*demand
	at := map[string]*demand{}
	all := 0.0
	for i, v := range contacts {
		d := v.by(dims, nil)
		all += d.total.n
		for _, l := range d.level(depth) {
			k := key(l)
			if k == "" {
				continue
			}
			x := at[k]
			if x == nil {
				x = &demand{by: make([]figure, len(contacts))}
				for i, p := range l.path {
					x.path, x.name = append(x.path, p.Text), append(x.name, v.b.label(dims[i], p))
				}
				at[k] = x
				list = append(list, x)
			}
			x.contacts += l.n
			x.by[i].n += l.n
			x.by[i].ref = d.ref(l)
		}
	}
	e := o.by(dims, nil)
	for _, l := range e.level(depth) {
		if x := at[key(l)]; x != nil {
			x.orders.n += l.n
			x.orders.ref = e.ref(l)
		}
	}
	out := make([]demand, len(list))
	for i, x := range list {
		x.index = ratio(ratio(x.contacts, all), ratio(x.orders.n, e.total.n))
		out[i] = *x
	}
	slices.SortStableFunc(out, func(a, b demand) int { return cmp.Compare(b.contacts, a.contacts) })
	return out
}

// gaps finds the members that ask without any order, and those whose orders
// fall short of what their contacts let expect by more than half and by more
// than chance.
func gaps(list []demand) (closed, few []demand) {
	var contacts, orders float64
	for _, x := range list {
		contacts += x.contacts
		orders += x.orders.n
	}
	for _, x := range list {
		expected := x.contacts * ratio(orders, contacts)
		switch {
		case x.contacts < 5 || expected < 3:
		case x.orders.n == 0:
			closed = append(closed, x)
		case x.orders.n < expected/2 && expected-x.orders.n > 3*math.Sqrt(expected):
			few = append(few, x)
		}
	}
	return closed, few
}

// demandTable shows contacts against orders. A list to work through is left out
// where it is empty, and has no bars: a few rows chosen for what they lack are not
// to be weighed against each other.
func (b *Builder) demandTable(id, title string, contacts []*view, list []demand, work bool, names ...string) {
	if len(list) == 0 {
		return
	}
	t := &document.Table{ID: b.id(id), Title: title, List: work}
	for _, n := range names {
		t.Columns = append(t.Columns, document.Column{Title: n, Format: text, Weight: 2})
	}
	for _, v := range contacts {
		t.Columns = append(t.Columns, document.Column{Title: b.counted(v.log().Kind), Format: whole, Bar: !work && len(contacts) == 1})
	}
	if len(contacts) > 1 {
		t.Columns = append(t.Columns, document.Column{Title: b.t("report.regions.contacts"), Help: b.t("report.regions.contacts.help"), Format: whole, Bar: !work})
	}
	t.Columns = append(t.Columns,
		document.Column{Title: b.counted(logkind.Order), Format: whole, Bar: !work},
		document.Column{Title: b.t("report.regions.per100"), Help: b.t("report.regions.per100.help"), Format: decimal(1)},
		document.Column{Title: b.t("report.index"), Help: b.t("report.index.help"), Format: decimal(2)})
	if !work {
		t.Note = b.t("report.index.note")
	}
	for _, x := range list[:min(len(list), kept)] {
		var cells []document.Cell
		for _, n := range x.name {
			cells = append(cells, document.Cell{Text: n, Num: nan, Ref: x.by[0].ref})
		}
		for _, f := range x.by {
			cells = append(cells, f.cell())
		}
		if len(contacts) > 1 {
			cells = append(cells, document.Number(x.contacts))
		}
		cells = append(cells, x.orders.cell(), document.Number(100*ratio(x.orders.n, x.contacts)), document.Number(x.index))
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	b.addList(t, len(list))
	if b.compact {
		t.Printed = onPaper
	}
}
