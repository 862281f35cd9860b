package report

import (
	"math"
	"slices"
	"strconv"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// returningCustomers finds customers who came back on the same matter far more
// often than customers do, and are still not served.
func returningCustomers(b *Builder) []Finding {
	all := b.visitors()
	if all.customers < 30 {
		return nil
	}
	all.judge()
	var names []string
	chance, backs := 1.0, 0.0
	for _, x := range all.came {
		if x.back >= 3 && x.open && x.chance < unlikely {
			names = append(names, x.name)
			chance, backs = math.Min(chance, x.chance), backs+x.back
		}
	}
	if len(names) == 0 {
		return nil
	}
	v := all.logs[0]
	r, _ := v.first(logkind.Customer, logkind.Phone)
	f := pivot.Filter{Column: kpi.At(r), Op: pivot.Eq, Values: names}
	who := v.over(b.recent()).among(dim(r), v.measure())
	who.Where = append(who.Where, f)
	return []Finding{{Text: b.sentence(b.t("report.find.returning", b.count(float64(len(names))), b.names(names), decimal(1).Full(backs/float64(len(names)), b.lang))), Tone: document.Bad,
		Ref: &document.Ref{Log: v.log().Name, Where: concat(v.during(b.recent()), []pivot.Filter{f})}, effect: math.Min(1, 0.5+0.05*float64(len(names))), chance: chance, view: who}}
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
