package report

import (
	"tallyboard/internal/display"
	"tallyboard/internal/kpi"
)

// firstAndWeakest names the first in rank, and who falls behind the others by
// more than chance; where nobody does, what the whole team lacks most.
func (v *view) firstAndWeakest(d *breakdown, lines []line) (s string) {
	b := v.b
	ranked := byRank(lines, d.ranks(lines))
	if len(ranked) > 1 && ranked[0].rank == 1 {
		s = b.t("report.agents.best", d.name(ranked[0]))
	}
	says := func(key string, l line, k int, name ...any) string {
		m := d.kpis[k]
		return b.t(key, append(name, v.kpiName(m), m.Format.Full(l.vals[k], b.lang), m.Format.Full(d.levels(l, m).Standard, b.lang))...)
	}
	if worst, k := d.weakest(lines); k >= 0 {
		return b.clauses(s, says("report.agents.weak", worst, k, d.name(worst)))
	}
	if _, k := d.shortest([]line{d.total}, nil); k >= 0 && len(lines) > 1 {
		return b.clauses(s, says("report.agents.team", d.total, k))
	}
	return s
}

// clauses joins the clauses of a sentence that are there.
func (b *Builder) clauses(a, c string) string {
	if a == "" {
		return c
	}
	return b.join(a, c)
}

// weakest is the line and the KPI that fall furthest short of a standard while
// the others do clearly better; k is −1 where none does.
func (d *breakdown) weakest(lines []line) (worst line, k int) {
	if len(lines) == 1 {
		return d.shortest(lines, nil)
	}
	return d.shortest(lines, d.behind)
}

// shortest is the line and the KPI furthest short of a standard of those that
// pass; k is −1 where there is none.
func (d *breakdown) shortest(lines []line, passes func(line, int) bool) (worst line, k int) {
	k = -1
	most := 0.0
	for i, m := range d.kpis {
		for _, l := range lines {
			levels := d.levels(l, m)
			gap := m.Gap(l.vals[i], levels) * m.Weight
			if gap > most && m.Judge(l.vals[i], int64(l.bases[i]), levels) >= kpi.Short && (passes == nil || passes(l, i)) {
				worst, k, most = l, i, gap
			}
		}
	}
	return worst, k
}

// behind reports whether a line is worse in a KPI than the others together by
// more than chance, everybody having been looked at. Of what is no share only the means are known: half as bad
// again as all of them counts.
func (d *breakdown) behind(l line, i int) bool {
	k, all := d.kpis[i], d.total
	worse := (all.vals[i] - l.vals[i]) * float64(k.Better)
	if !(worse > 0) {
		return false
	}
	if k.Format.Kind != display.Percent {
		return worse > abs(all.vals[i])/2
	}
	n, others := l.bases[i], all.bases[i]-l.bases[i]
	return sharesDiffer(l.vals[i]*n, n, all.vals[i]*all.bases[i]-l.vals[i]*n, others) < level/float64(len(d.named(0)))
}
