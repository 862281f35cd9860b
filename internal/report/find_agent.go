package report

import (
	"math"
	"strconv"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// parts of the day, by their first hour.
var dayparts = []struct {
	key      string
	from, to int
}{{"night", 0, 6}, {"morning", 6, 12}, {"afternoon", 12, 18}, {"evening", 18, 24}}

// moments are count, mean and squared deviations of some rows.
type moments struct{ n, mean, dev float64 }

// add merges the moments of other rows.
func (m moments) add(o moments) moments {
	if o.n == 0 {
		return m
	}
	n, d := m.n+o.n, o.mean-m.mean
	return moments{n, m.mean + d*o.n/n, m.dev + o.dev + d*d*m.n*o.n/n}
}

// without takes the moments of a part away again.
func (m moments) without(o moments) moments {
	n := m.n - o.n
	if n <= 0 {
		return moments{}
	}
	mean := (m.mean*m.n - o.mean*o.n) / n
	d := o.mean - mean
	return moments{n, mean, math.Max(0, m.dev-o.dev-d*d*n*o.n/m.n)}
}

func (m moments) std() float64 {
	if m.n < 2 {
		return 0
	}
	return math.Sqrt(m.dev / (m.n - 1))
}

func differ(a, b moments) float64 {
	return meansDiffer(a.mean, a.std(), a.n, b.mean, b.std(), b.n)
}

// slowAgents finds agents whose first answers take clearly longer than those of
// the others, in a part of the day or all day long.
func slowAgents(b *Builder) []Finding {
	var out []Finding
	for _, v := range with(b.views(contactKinds...), logkind.Agent, logkind.FirstResponse) {
		hour, ok := v.hour()
		if !ok {
			continue
		}
		k := kpi.FirstResponse
		raw := kpi.At(logkind.FirstResponse)
		r := v.run(b.recent(), pivot.Spec{Rows: []pivot.Dim{dim(logkind.Agent)}, Cols: []pivot.Dim{hour},
			Values: []pivot.Value{{Agg: pivot.Count, Column: raw}, {Agg: pivot.Mean, Column: raw}, {Agg: pivot.Std, Column: raw}}})
		scale := ratio(v.number(b.recent(), k.On(v.log())), v.number(b.recent(), pivot.Value{Agg: pivot.Mean, Column: raw}))
		agents, hours := leaves(r.Rows), leaves(r.Cols)
		table := make([][]moments, len(agents))
		team := make([]moments, len(dayparts))
		for a, i := range agents {
			table[a] = make([]moments, len(dayparts))
			for _, j := range hours {
				m := moments{n: r.At(i, j, 0), mean: scale * r.At(i, j, 1)}
				if sd := r.At(i, j, 2); sd == sd {
					m.dev = scale * scale * sd * sd * (m.n - 1)
				}
				if !(m.n > 0) || m.mean != m.mean {
					continue
				}
				p := daypartOf(int(r.Cols.Members[j].Path[0].Num))
				table[a][p] = table[a][p].add(m)
				team[p] = team[p].add(m)
			}
		}
		tests := float64(len(agents) * (len(dayparts) + 1))
		for a, i := range agents {
			l := r.Rows.Members[i].Path[0]
			if f, ok := v.slowAgent(table[a], team, tests, l, hour); ok {
				f.view = v.over(b.recent()).among(dim(logkind.Agent), k.On(v.log()))
				out = append(out, f)
			}
		}
	}
	return out
}

// slowAgent judges one agent: first each part of the day, then the whole day.
func (v *view) slowAgent(own, team []moments, tests float64, who pivot.Label, hour pivot.Dim) (f Finding, found bool) {
	b := v.b
	const least, worse = 10, 1.4 // rows, and times as long as the others
	agent := dim(logkind.Agent)
	best := 1.0
	var all, others, slow moments
	for p := range dayparts {
		all = all.add(own[p])
		others = others.add(team[p].without(own[p]))
	}
	for p := range dayparts {
		m, rest := own[p], team[p].without(own[p])
		if m.n < least || rest.n < least || m.mean < worse*rest.mean {
			continue
		}
		if chance := tests * differ(m, rest); chance < best && chance < unlikely {
			best, slow = chance, m
			part := dayparts[p]
			where := []pivot.Filter{is(agent, who), {Column: hour.Column, Func: hour.Func, Op: pivot.Ge, Values: []string{strconv.Itoa(part.from)}}, {Column: hour.Column, Func: hour.Func, Op: pivot.Lt, Values: []string{strconv.Itoa(part.to)}}}
			f = Finding{Text: b.sentence(b.t(v.keyOf("report.find.slowpart"), who.Text, b.t("report.part."+part.key), duration.Full(m.mean, b.lang), duration.Full(rest.mean, b.lang))),
				Tone: document.Warning, Ref: &document.Ref{Log: v.log().Name, Where: concat(v.during(b.recent()), where)}, effect: math.Min(1, 0.25+0.15*m.mean/rest.mean), chance: chance,
				cause: "agent:" + who.Text}
		}
	}
	// An agent who is slow outside that part of the day as well is slow all day.
	rest := all.without(slow)
	if all.n >= least && others.n >= least && all.mean >= worse*others.mean && (best == 1 || rest.mean >= worse*others.mean) {
		if chance := tests * differ(all, others); chance < unlikely {
			return Finding{Text: b.sentence(b.t(v.keyOf("report.find.slow"), who.Text, duration.Full(all.mean, b.lang), duration.Full(others.mean, b.lang))),
				Tone: document.Warning, Ref: &document.Ref{Log: v.log().Name, Where: concat(v.during(b.recent()), []pivot.Filter{is(agent, who)})},
				effect: math.Min(1, 0.3+0.15*all.mean/others.mean), chance: chance, cause: "agent:" + who.Text}, true
		}
	}
	return f, best < 1
}

func daypartOf(hour int) int {
	for i, p := range dayparts {
		if hour >= p.from && hour < p.to {
			return i
		}
	}
	return 0
}

// weakAgents finds agents whose outcome in a KPI is clearly worse than that of
// the others, and short of the standard.
func weakAgents(b *Builder) []Finding {
	const least, worse = 30, 0.05 // rows, and points behind the others
	var out []Finding
	agent := dim(logkind.Agent)
	for _, v := range with(b.views(contactKinds...), logkind.Agent) {
		kpis := v.usable(kpi.ReplyRate, kpi.ResolvedRate, kpi.Satisfaction)
		spec := pivot.Spec{Rows: []pivot.Dim{agent}}
		for _, k := range kpis {
			hits := k.On(v.log())
			of := *hits.Over
			hits.Over = nil
			spec.Values = append(spec.Values, hits, of)
		}
		if len(kpis) == 0 {
			continue
		}
		r := v.run(b.recent(), spec)
		agents := leaves(r.Rows)
		for i, k := range kpis {
			var allHits, all float64
			for _, a := range agents {
				allHits, all = allHits+r.At(a, 0, 2*i), all+r.At(a, 0, 2*i+1)
			}
			for _, a := range agents {
				who := r.Rows.Members[a].Path[0]
				hits, n := r.At(a, 0, 2*i), r.At(a, 0, 2*i+1)
				own, rest := ratio(hits, n), ratio(allHits-hits, all-n)
				if n < least || !(own < rest-worse) || k.Judge(own, int64(n), b.levels(k)) < kpi.Short {
					continue
				}
				chance := float64(len(agents)*len(kpis)) * sharesDiffer(hits, n, allHits-hits, all-n)
				out = append(out, Finding{Text: b.sentence(b.t("report.find.weak", who.Text, v.kpiName(k), k.Format.Full(own, b.lang), k.Format.Full(rest, b.lang))),
					Tone: document.Warning, Ref: v.over(b.recent()).ref(is(agent, who)), effect: math.Min(1, 0.2+2*(rest-own)), chance: chance, cause: "agent:" + who.Text,
					view: v.over(b.recent()).among(agent, k.On(v.log()))})
			}
		}
	}
	return out
}
