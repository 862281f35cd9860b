package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"

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
	open             bool                 // not resolved after the last contact
	ref              func() *document.Ref // made for the few that are listed
	chance           float64
	place            document.Place // of the last contact
}

// returningCustomers finds customers who came back on the same matter far more
// often than customers do, and are still not served.
func returningCustomers(b *Builder) []Finding {
	list, logs := b.visitors()
	if len(list) < 30 {
		return nil
	}
	judgeVisitors(list)
	var names []string
	chance, backs := 1.0, 0.0
	for _, x := range list {
		if x.back >= 3 && x.open && x.chance < unlikely {
			names = append(names, x.name)
			chance, backs = math.Min(chance, x.chance), backs+x.back
		}
	}
	if len(names) == 0 {
		return nil
	}
	v := logs[0]
	r, _ := v.first(logkind.Customer, logkind.Phone)
	f := pivot.Filter{Column: kpi.At(r), Op: pivot.Eq, Values: names}
	who := v.over(b.recent()).among(dim(r), v.measure())
	who.Where = append(who.Where, f)
	return []Finding{{Text: b.sentence(b.t("report.find.returning", b.count(float64(len(names))), b.names(names), decimal(1).Full(backs/float64(len(names)), b.lang))), Tone: document.Bad,
		Ref: &document.Ref{Log: v.log().Name, Where: concat(v.during(b.recent()), []pivot.Filter{f})}, effect: math.Min(1, 0.5+0.05*float64(len(names))), chance: chance, view: who}}
}

// visitors gathers the customers of all logs of contacts, those who came back
// most first.
func (b *Builder) visitors() (list []*visitor, logs []*view) {
	all := map[string]*visitor{}
	ends := map[*view]lastRows{}
	for _, v := range b.views(logkind.Chat, logkind.Inbound) {
		r, ok := v.first(logkind.Customer, logkind.Phone)
		if !ok || !v.need(derive.FirstContact) {
			continue
		}
		logs = append(logs, v)
		values := []pivot.Value{{Agg: pivot.Count, Where: []pivot.Filter{kpi.No(v.log(), derive.FirstContact)}}}
		resolved := v.log().Col(logkind.Resolved)
		if resolved != nil {
			values = append(values, pivot.Value{Agg: pivot.Count, Where: []pivot.Filter{kpi.No(v.log(), logkind.Resolved)}},
				pivot.Value{Agg: pivot.Count, Column: kpi.At(logkind.Resolved)})
		}
		res := v.run(b.recent(), pivot.Spec{Rows: []pivot.Dim{dim(r)}, Values: values})
		if resolved != nil {
			ends[v] = v.lastRows(b.recent(), v.log().Col(r))
		}
		for _, i := range leaves(res.Rows) {
			label := res.Rows.Members[i].Path[0]
			name := label.Text
			x := all[name]
			if x == nil {
				x = &visitor{name: name, last: math.Inf(-1), open: true, ref: func() *document.Ref { return v.over(b.recent()).ref(is(dim(r), label)) }}
				all[name] = x
				list = append(list, x)
			}
			x.back += res.At(i, 0, 0)
			if resolved == nil {
				continue
			}
			x.failed += res.At(i, 0, 1)
			x.contacts += res.At(i, 0, 2)
		}
	}
	// Of a year's customers few came back: only those are put in order, and asked
	// how it ended.
	came := slices.DeleteFunc(slices.Clone(list), func(x *visitor) bool { return x.back < 1 })
	slices.SortStableFunc(came, func(x, y *visitor) int {
		return cmp.Or(cmp.Compare(y.back, x.back), cmp.Compare(y.failed, x.failed), cmp.Compare(x.name, y.name))
	})
	for _, x := range came {
		for _, v := range logs {
			row, ok := ends[v].of(x.name)
			if !ok {
				continue
			}
			if t := v.log().Col(v.time).Nums[row]; t > x.last {
				x.last, x.open, x.place = t, v.log().Col(logkind.Resolved).Num(row) != 1, stands(v.log().Table, row)
			}
		}
	}
	others := slices.DeleteFunc(list, func(x *visitor) bool { return x.back >= 1 })
	return slices.Concat(came, others), logs
}

// judgeVisitors gives each visitor the chance of coming back so often and being
// left unserved so often, by the rates of all. How many come back once more
// falls off by about the same factor each time.
func judgeVisitors(list []*visitor) {
	var once, twice, failed, contacts float64
	for _, x := range list {
		if x.back >= 1 {
			once++
		}
		if x.back >= 2 {
			twice++
		}
		failed += x.failed
		contacts += x.contacts
	}
	n := float64(len(list))
	again := math.Max(ratio(twice, once), 0.1)
	for _, x := range list {
		if x.back < 1 { // who did not come back is never told of
			continue
		}
		x.chance = n * once / n * math.Pow(again, x.back-1)
		if x.contacts > 0 {
			x.chance *= 1 - distuv.Binomial{N: x.contacts, P: failed / contacts}.CDF(x.failed-1)
		}
	}
}

func compareText(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}

// costlyWorkers finds workers whose orders cause far more contacts than those
// of the others.
func costlyWorkers(b *Builder) []Finding {
	var out []Finding
	for _, v := range with(b.views(logkind.Order), logkind.Worker) {
		if !v.need(derive.OrderContacts) {
			continue
		}
		r := v.run(b.recent(), pivot.Spec{Rows: []pivot.Dim{dim(logkind.Worker)},
			Values: []pivot.Value{{Agg: pivot.Count}, {Agg: pivot.Sum, Column: kpi.At(derive.OrderContacts)}, {Agg: pivot.Std, Column: kpi.At(derive.OrderContacts)}, {Agg: pivot.Mean, Column: kpi.At(derive.OrderContacts)}}})
		workers := leaves(r.Rows)
		var team moments
		own := make([]moments, len(workers))
		for k, i := range workers {
			own[k] = moments{n: r.At(i, 0, 0), mean: r.At(i, 0, 3)}
			if sd := r.At(i, 0, 2); sd == sd {
				own[k].dev = sd * sd * (own[k].n - 1)
			}
			team = team.add(own[k])
		}
		for k, i := range workers {
			rest := team.without(own[k])
			if own[k].n < 10 || rest.n < 30 || own[k].mean < 1.5*rest.mean {
				continue
			}
			// Under no difference the worker's orders scatter as all do.
			all := own[k].add(rest)
			chance := float64(len(workers)) * twoSided((own[k].mean-rest.mean)/(all.std()*math.Sqrt(1/own[k].n+1/rest.n)))
			l := r.Rows.Members[i].Path[0]
			out = append(out, Finding{Text: b.sentence(b.t("report.find.worker", l.Text, decimal(1).Full(own[k].mean, b.lang), decimal(1).Full(rest.mean, b.lang), b.count(own[k].n))), Tone: document.Warning,
				Ref: &document.Ref{Log: v.log().Name, Where: concat(v.during(b.recent()), []pivot.Filter{is(dim(logkind.Worker), l)})}, effect: math.Min(1, 0.3+0.1*own[k].mean/rest.mean), chance: chance, cause: "worker:" + l.Text,
				view: v.over(b.recent()).among(dim(logkind.Worker), pivot.Value{Agg: pivot.Mean, Column: kpi.At(derive.OrderContacts)})})
		}
	}
	return out
}

// applicants finds agents who never, or far too often, ask for compensation,
// against what they receive.
func applicants(b *Builder) []Finding {
	var out []Finding
	contacts := with(b.views(logkind.Inbound, logkind.Chat), logkind.Agent)
	for _, v := range b.views(logkind.Approval) {
		who := v.applicant()
		if who == "" || len(contacts) == 0 {
			continue
		}
		received := map[string]float64{}
		total := 0.0
		for _, c := range contacts {
			w := c.over(b.recent())
			for _, l := range w.by([]pivot.Dim{dim(logkind.Agent)}, nil).named(0) {
				received[l.label().Text] += l.n
				total += l.n
			}
		}
		w := v.over(b.recent())
		d := w.by([]pivot.Dim{dim(who)}, nil)
		asked, requests := map[string]float64{}, 0.0
		for _, l := range d.named(0) {
			if received[l.label().Text] > 0 {
				asked[l.label().Text] = l.n
				requests += l.n
			}
		}
		for name, n := range received {
			expected := ratio(n-0, total) * requests
			chance := float64(len(received)) * poissonTail(asked[name], expected)
			switch {
			case asked[name] == 0:
				out = append(out, Finding{Text: b.sentence(b.t("report.find.never", name, b.count(n), strconv.Itoa(int(math.Round(expected))))), Tone: document.Warning,
					Ref: &document.Ref{Log: contacts[0].log().Name, Where: concat(contacts[0].during(b.recent()), []pivot.Filter{is(dim(logkind.Agent), pivot.Label{Text: name})})}, effect: 0.45, chance: chance, cause: "applicant:" + name,
					view: contacts[0].over(b.recent()).among(dim(logkind.Agent), contacts[0].measure())})
			case asked[name] > 2*expected:
				out = append(out, Finding{Text: b.sentence(b.t("report.find.often", name, b.count(asked[name]), b.count(n), strconv.Itoa(int(math.Round(expected))))), Tone: document.Warning,
					Ref: &document.Ref{Log: v.log().Name, Where: concat(v.during(b.recent()), []pivot.Filter{is(dim(who), pivot.Label{Text: name})})}, effect: 0.4, chance: chance, cause: "applicant:" + name, view: w.among(dim(who), w.measure())})
			}
		}
	}
	slices.SortFunc(out, func(x, y Finding) int { return compareText(x.cause, y.cause) })
	return out
}
