package report

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// visitor is a customer over all logs of contacts.
type visitor struct {
	name             string
	back             float64 // contacts that were a return on a matter
	contacts, failed float64 // contacts that say whether they were resolved, and those that were not
	last             float64
	open             bool // not resolved after the last contact
	chance           float64
	place            document.Place // of the last contact
	first            *view          // the first log that knows the customer
}

// ref leads to the visitor's rows in the first log.
func (x *visitor) ref() *document.Ref {
	r, _ := x.first.first(logkind.Customer, logkind.Phone)
	return x.first.over(x.first.b.recent()).ref(is(dim(r), pivot.Label{Text: x.name}))
}

// visitors are the customers of all logs of contacts.
type visitors struct {
	logs             []*view
	came             []*visitor // those who came back, who did so most first
	customers        int        // and the others
	contacts, failed float64    // of all of them
}

// visitors gathers the customers of all logs of contacts.
func (b *Builder) visitors() visitors {
	var all visitors
	for _, v := range b.views(logkind.Chat, logkind.Inbound) {
		if _, ok := v.first(logkind.Customer, logkind.Phone); ok && v.need(derive.FirstContact) {
			all.logs = append(all.logs, v)
		}
	}
	var list []visitor
	index := map[string]int{} // in list; only several logs have customers in common
	for n, v := range all.logs {
		r, _ := v.first(logkind.Customer, logkind.Phone)
		values := []pivot.Value{{Agg: pivot.Count, Where: []pivot.Filter{kpi.No(v.log(), derive.FirstContact)}}}
		resolved := v.log().Has(logkind.Resolved)
		if resolved {
			values = append(values, pivot.Value{Agg: pivot.Count, Where: []pivot.Filter{kpi.No(v.log(), logkind.Resolved)}},
				pivot.Value{Agg: pivot.Count, Column: kpi.At(logkind.Resolved)})
		}
		if n == 1 {
			for i, x := range list {
				index[x.name] = i
			}
		}
		res := v.run(b.recent(), pivot.Spec{Rows: []pivot.Dim{dim(r)}, Values: values})
		list = slices.Grow(list, len(res.Rows.Members))
		for _, i := range leaves(res.Rows) {
			name := res.Rows.Members[i].Path[0].Text
			at, known := index[name]
			if !known {
				at = len(list)
				list = append(list, visitor{name: name, last: math.Inf(-1), open: true, first: v})
				if n > 0 {
					index[name] = at
				}
			}
			x := &list[at]
			x.back += res.At(i, 0, 0)
			if resolved {
				x.failed += res.At(i, 0, 1)
				x.contacts += res.At(i, 0, 2)
			}
		}
	}
	all.customers = len(list)
	for i := range list {
		x := &list[i]
		all.failed += x.failed
		all.contacts += x.contacts
		if x.back >= 1 {
			all.came = append(all.came, x)
		}
	}
	slices.SortFunc(all.came, func(x, y *visitor) int {
		return cmp.Or(cmp.Compare(y.back, x.back), cmp.Compare(y.failed, x.failed), cmp.Compare(x.name, y.name))
	})
	for _, v := range all.logs {
		all.ends(v)
	}
	return all
}

// ends asks a log how it ended with those who came back: the last contact in
// any of the logs counts.
func (all *visitors) ends(v *view) {
	resolved := v.log().Col(logkind.Resolved)
	if resolved == nil {
		return
	}
	r, _ := v.first(logkind.Customer, logkind.Phone)
	last := v.lastRows(v.b.recent(), v.log().Col(r))
	for _, x := range all.came {
		row, ok := last.of(x.name)
		if !ok {
			continue
		}
		if t := v.log().Col(v.time).Nums[row]; t > x.last {
			x.last, x.open, x.place = t, resolved.Num(row) != 1, stands(v.log().Table, row)
		}
	}
}

// judge gives those who came back twice or more and are not served the chance
// of coming back so often and being left unserved so often, by the rates of all.
// How many come back once more falls off by about the same factor each time.
func (all *visitors) judge() {
	once := float64(len(all.came))
	twice := 0.0
	for _, x := range all.came {
		if x.back >= 2 {
			twice++
		}
	}
	again := math.Max(ratio(twice, once), 0.1)
	for _, x := range all.came {
		if x.back < 2 || !x.open { // is never told of
			continue
		}
		x.chance = once * math.Pow(again, x.back-1)
		if x.contacts > 0 {
			x.chance *= 1 - distuv.Binomial{N: x.contacts, P: all.failed / all.contacts}.CDF(x.failed-1)
		}
	}
}
