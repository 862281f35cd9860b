package report

import (
	"slices"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// discord is what a log of contacts knows of customers whom a worker left
// unserved: its rows that tell of it.
type discord struct {
	v   *view
	who logkind.Role // of the customers
	bad []pivot.Filter
}

// discordOf reads complaints, else what was not resolved; ok is false where a log
// knows neither, or no customers.
func discordOf(v *view) (d discord, ok bool) {
	who, ok := v.first(logkind.Customer, logkind.Phone)
	if !ok || v.log().Kind == logkind.Outbound {
		return d, false
	}
	switch {
	case v.log().Has(logkind.Type1) && kpi.KnowsComplaints(v.log()):
		return discord{v, who, []pivot.Filter{kpi.Complaints(v.log())}}, true
	case v.log().Has(logkind.Resolved):
		return discord{v, who, []pivot.Filter{kpi.No(v.log(), logkind.Resolved)}}, true
	}
	return d, false
}

// pair is a customer and a worker with such rows.
type pair struct {
	path []pivot.Label // customer, worker
	n    float64       // in all logs
	most float64       // in the log with most of them, which the row leads to
	of   int           // which that is
}

// pairsOf counts the pairs over all logs.
func pairsOf(all []discord) []pair {
	var list []pair
	at := map[string]int{} // in list; only several logs have pairs in common
	for k, d := range all {
		if k == 1 {
			for i, x := range list {
				at[pathKey(x.path)] = i
			}
		}
		r := d.v.runFew(pivot.Spec{Rows: []pivot.Dim{dim(d.who), dim(logkind.Worker)}, Where: d.bad})
		for _, i := range leaves(r.Rows) {
			p, n := r.Rows.Members[i].Path, float64(r.CountAt(i, 0))
			if p[0].Missing {
				continue
			}
			if k == 0 {
				list = append(list, pair{p, n, n, 0})
				continue
			}
			i, known := at[pathKey(p)]
			if !known {
				i = len(list)
				list, at[pathKey(p)] = append(list, pair{path: p}), i
			}
			x := &list[i]
			if x.n += n; n > x.most {
				x.most, x.of = n, k
			}
		}
	}
	return list
}

// conflicts lists pairs of customer and worker with several unresolved contacts
// or complaints: do not send that worker there again.
func (b *Builder) conflicts(contacts []*view) {
	var all []discord
	for _, v := range contacts {
		if d, ok := discordOf(v); ok {
			all = append(all, d)
		}
	}
	list := pairsOf(all)
	t := &document.Table{ID: b.id("workers_pairs"), Title: b.t("report.workers.pairs"), List: true, Columns: []document.Column{
		{Title: b.roleName(logkind.Customer), Format: text, Weight: 2}, {Title: b.roleName(logkind.Worker), Format: text, Weight: 2}, {Title: b.t("report.workers.complaints"), Format: whole}}}
	shown := foremost(list, kept, func(p pair) float64 { return p.n })
	wanted := make([][][]pivot.Label, len(all)) // of those that are shown, by view
	for _, p := range shown {
		wanted[p.of] = append(wanted[p.of], p.path)
	}
	places := make([][]document.Place, len(all))
	for i, a := range all {
		places[i] = a.v.newest(a.bad, wanted[i], a.who, logkind.Worker)
	}
	for _, p := range shown {
		a := all[p.of]
		ref := a.v.ref(append(slices.Clone(a.bad), is(dim(a.who), p.path[0]), is(dim(logkind.Worker), p.path[1]))...)
		row := document.Row{Cells: []document.Cell{{Text: p.path[0].Text, Num: nan, Ref: ref}, document.Words(p.path[1].Text), {Num: p.n, Ref: ref}}, Place: places[p.of][0]}
		places[p.of] = places[p.of][1:]
		t.Rows = append(t.Rows, row)
	}
	b.addList(t, len(list))
}
