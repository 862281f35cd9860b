package report

import (
	"cmp"
	"context"
	"math"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// agents answers who does well and who needs help.
func agents(_ context.Context, b *Builder) error {
	all := b.views(agentKinds...)
	logs := with(all, logkind.Agent)
	if len(logs) == 0 {
		b.missing(all, logkind.Agent)
		return nil
	}
	if rows := slices.DeleteFunc(slices.Clone(logs), func(v *view) bool { return v.log().Kind == logkind.Daily }); len(rows) > 0 {
		for _, v := range logs { // a daily sheet counts again what the contacts have counted
			b.viewed[v.index] = b.viewed[v.index] && (b.compact || slices.Contains(rows, v))
		}
		logs = rows
	}
	logs, others := b.foremost(logs)
	for _, v := range logs {
		v.agentsOf(len(logs)+len(others) > 1)
	}
	b.tell(others, func(v *view) string {
		d := v.by([]pivot.Dim{dim(logkind.Agent)}, v.weighty())
		if lines := d.named(0); len(lines) > 0 {
			return v.agentsLead(d, lines)
		}
		return ""
	})
	b.agentTargets()
	b.cards()
	return nil
}

// perTable is how many KPI columns a table holds beside its names and counts.
const perTable = 6

func (v *view) agentsOf(several bool) {
	b := v.b
	if !v.begin("agents", several) {
		return
	}
	d := v.by([]pivot.Dim{dim(logkind.Agent)}, v.weighty())
	lines := d.named(0)
	if len(lines) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(logkind.Agent), v.log().Name)
		return
	}
	counts := b.counted(v.log().Kind)
	ranks := d.ranks(lines)
	b.lead(v.agentsLead(d, lines))
	if !b.compact {
		b.add(&document.Tiles{Tiles: v.tiles(kpi.Receptions, kpi.ReplyRate, kpi.ReachedRate, kpi.FirstResponse, kpi.ResolvedRate, kpi.Satisfaction, kpi.RatingMean, kpi.TalkMedian, kpi.Matters, kpi.MattersSolved)})
	}
	b.gaps(d, lines)
	if !b.compact { // the table has the same numbers, with bars
		b.addChart(d.bars(chart.Bar, b.t("report.agents.bar"), lines), true)
		if k := d.telling(); k >= 0 {
			b.addChart(d.kpiBars(k, lines), true)
		}
	}
	cols := []column{d.rankColumn()}
	cols = append(cols, d.standard(b.roleName(logkind.Agent), counts, 0)...)
	head := len(cols) - len(d.kpis)
	per := perTable
	if !b.compact { // tables of much the same width
		parts := (len(d.kpis) + perTable - 1) / perTable
		per = max((len(d.kpis)+parts-1)/max(parts, 1), 1)
	}
	for i := 0; i == 0 || i < len(d.kpis) && !b.compact; i += per {
		part := cols[head+i : min(head+i+per, len(cols))]
		if i == 0 {
			b.add(d.tabulate("agents_"+string(v.log().Kind), b.t("report.agents.table"), byRank(lines, ranks), true, append(slices.Clone(cols[:head]), part...)...))
		} else {
			b.add(d.tabulate("agents_more_"+string(v.log().Kind), b.t("report.agents.more"), byRank(lines, ranks), true, append([]column{cols[1]}, part...)...))
		}
	}
	if !b.compact {
		v.history(d, lines)
	}
	v.wish(logkind.FirstResponse, logkind.Resolved, logkind.Satisfaction)
}

// weighty are the KPIs that the log allows; in a composed report the ones that
// matter most.
func (v *view) weighty() []*kpi.KPI {
	list := v.beside()
	if !v.b.compact {
		return list
	}
	return slices.DeleteFunc(list, func(k *kpi.KPI) bool { return k.Weight == 0 })
}

// beside are the KPIs that the log allows beside what its rows are counted by.
func (v *view) beside() []*kpi.KPI {
	list := v.usable(kpi.Catalogue[1:]...)
	if v.log().Kind == logkind.Daily && derive.Handled(v.log()) == logkind.CustomersServed {
		list = slices.DeleteFunc(list, func(k *kpi.KPI) bool { return k == kpi.Customers })
	}
	return list
}

// ranks gives each line's overall rank, 1 the best: the mean of its ranks in
// the KPIs that have a better side and enough rows, by their weights; 0 where it has none.
func (d *breakdown) ranks(lines []line) []float64 {
	sum, n := make([]float64, len(lines)), make([]float64, len(lines))
	for i, k := range d.kpis {
		if k.Weight == 0 || k.Better == 0 {
			continue
		}
		var who []int
		for j, l := range lines {
			if l.judged(k, i) {
				who = append(who, j)
			}
		}
		if len(who) < 2 {
			continue
		}
		for _, j := range who {
			rank := 0.0
			for _, o := range who {
				if (lines[o].vals[i]-lines[j].vals[i])*float64(k.Better) > 0 {
					rank++
				}
			}
			sum[j] += rank / float64(len(who)-1) * k.Weight
			n[j] += k.Weight
		}
	}
	out := make([]float64, len(lines))
	for j := range lines {
		if n[j] == 0 {
			continue
		}
		out[j] = 1
		for o := range lines {
			if n[o] > 0 && sum[o]/n[o] < sum[j]/n[j]-1e-12 {
				out[j]++
			}
		}
	}
	return out
}

// byRank sorts lines by rank, those without one last.
func byRank(lines []line, ranks []float64) []line {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	last := func(r float64) float64 {
		if r == 0 {
			return math.Inf(1)
		}
		return r
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(last(ranks[a]), last(ranks[b])) })
	out := make([]line, len(lines))
	for i, j := range order {
		out[i] = lines[j]
		out[i].rank = ranks[j]
	}
	return out
}

func (d *breakdown) rankColumn() column {
	b := d.v.b
	return column{document.Column{Title: b.t("report.rank"), Help: b.t("report.rank.help"), Format: whole},
		func(l line) document.Cell {
			if l.rank == 0 {
				return document.Number(nan)
			}
			return document.Number(l.rank)
		}}
}

// telling is the KPI that a chart of the members shows: the weightiest with a
// better side and enough rows for most of them; −1 where there is none.
func (d *breakdown) telling() int {
	best := -1
	for i, k := range d.kpis {
		if lines := d.named(0); 2*d.judgedLines(i) < len(lines) || d.judgedLines(i) < 2 {
			continue
		}
		if k.Better != 0 && d.total.vals[i] == d.total.vals[i] && (best < 0 && k.Weight > 0 || best >= 0 && k.Weight > d.kpis[best].Weight) {
			best = i
		}
	}
	return best
}

// judgedLines is how many members have enough rows for a KPI.
func (d *breakdown) judgedLines(i int) (n int) {
	for _, l := range d.named(0) {
		if l.judged(d.kpis[i], i) {
			n++
		}
	}
	return n
}

// kpiBars draws a KPI of each line, the best first.
func (d *breakdown) kpiBars(i int, lines []line) *document.Chart {
	k, b := d.kpis[i], d.v.b
	list := slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return !l.judged(k, i) })
	slices.SortStableFunc(list, func(x, y line) int {
		return cmp.Compare(y.vals[i], x.vals[i]) * cmp.Or(k.Better, 1)
	})
	list = list[:min(len(list), 15)]
	c := &chart.Chart{Kind: chart.Bar, Title: d.v.kpiName(k), Format: k.Format, Lang: string(b.lang)}
	s := chart.Series{Name: d.v.kpiName(k)}
	var refs []*document.Ref
	for _, l := range list {
		c.Categories = append(c.Categories, d.name(l))
		s.Values = append(s.Values, l.vals[i])
		refs = append(refs, d.ref(l))
	}
	c.Series = []chart.Series{s}
	return &document.Chart{Chart: c, Refs: [][]*document.Ref{refs}}
}

// agentsLead names the team's size, the first in rank and who needs help.
func (v *view) agentsLead(d *breakdown, lines []line) string {
	b := v.b
	s := b.t("report.agents.lead", b.count(float64(len(lines))), b.rowsOf(v.log().Kind, d.total.n), d.name(lines[0]), b.amount(v.log().Kind, lines[0].n))
	if more := b.versus(d.total.n, d.total.before); more != "" {
		s = b.join(s, b.t("report.inall", more))
	}
	return b.sentence(b.join(s, v.firstAndWeakest(d, lines)))
}

// gaps lists the KPIs in which the team falls short of its standards, the most
// urgent first: how far short, times how much the KPI matters.
func (b *Builder) gaps(d *breakdown, lines []line) {
	log := d.v.log()
	type gap struct {
		i     int
		size  float64
		below []string
	}
	var list []gap
	judged := 0
	for i, k := range d.kpis {
		levels := b.levels(k)
		verdict := k.Judge(d.total.vals[i], int64(d.total.bases[i]), levels)
		if verdict == kpi.Unjudged || k.Weight == 0 {
			continue
		}
		judged++
		if verdict < kpi.Short {
			continue
		}
		g := gap{i: i, size: k.Gap(d.total.vals[i], levels) * k.Weight}
		for _, l := range lines {
			if k.Judge(l.vals[i], int64(l.bases[i]), levels) == kpi.FarShort {
				g.below = append(g.below, d.name(l))
			}
		}
		list = append(list, g)
	}
	if judged == 0 {
		return
	}
	if len(list) == 0 {
		b.note(document.Good, "report.agents.nogap")
		return
	}
	slices.SortStableFunc(list, func(x, y gap) int { return cmp.Compare(y.size, x.size) })
	t := &document.Table{ID: b.id("gaps_" + string(log.Kind)), Title: b.t("report.agents.gaps"), Note: b.t("report.agents.gaps.note"),
		Columns: []document.Column{{Title: b.t("report.kpi"), Format: text, Weight: 2}, {Title: b.t("report.team"), Format: text}, {Title: b.t("report.standard"), Format: text},
			{Title: b.t("report.excellent"), Format: text}, {Title: b.t("report.farshort"), Format: text, Weight: 3}, {Title: b.t("report.todo"), Format: text, Weight: 4}}}
	for _, g := range list {
		k := d.kpis[g.i]
		f, levels := k.Format, b.levels(k)
		team := document.Measured(d.total.vals[g.i], f, b.lang)
		team.Tone, team.Ref = tone(k.Judge(d.total.vals[g.i], int64(d.total.bases[g.i]), levels)), d.v.ref()
		below := b.lang.List(g.below)
		switch {
		case below == "":
			below = display.None
		case len(g.below) == len(lines) && len(lines) > 2:
			below = b.t("report.everyone")
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Words(d.v.kpiName(k)), team,
			document.Measured(levels.Standard, f, b.lang), document.Measured(levels.Excellent, f, b.lang),
			document.Words(below), document.Words(d.v.kpiText("todo", k))}})
	}
	b.add(t)
}
