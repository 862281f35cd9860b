package report

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// targets shows the targets of the month for the daily meeting: how far they
// are reached, what is left for each day, and who stands where.
func (b *Builder) targets() {
	list := b.goals()
	if len(list) == 0 {
		return
	}
	b.heading("target", b.t("rules.target.heading", b.spanOf(list[0].target.Month)))
	b.targetLines()
	for _, g := range list {
		b.addChart(g.curve(), true)
	}
	b.agentTargets()
}

// spanOf is a month for people.
func (b *Builder) spanOf(m rules.Month) string {
	return display.Span(m.First().Seconds(), m.Last().Seconds(), b.lang, true)
}

// curve draws what is reached from day to day beside the plan.
func (g *goal) curve() *document.Chart {
	b := g.views[0].b
	c := &chart.Chart{Kind: chart.Line, Title: b.t("rules.target.curve", b.t("kpi."+g.kpi.ID)), Format: g.kpi.Format, Time: true, Lang: string(b.lang)}
	plan := chart.Series{Name: b.t("rules.target.plan"), Key: "plan", Muted: true}
	done := chart.Series{Name: b.t("rules.target.done"), Key: g.kpi.ID}
	var planned, reached float64
	for i, day := range g.days() {
		at := (g.target.Month.First() + rules.Date(i)).Seconds()
		c.Categories = append(c.Categories, display.Label("day", (g.target.Month.First()+rules.Date(i)).String(), at, 0, b.lang))
		planned += g.Plan[i]
		reached += day // NaN from the first day to come
		plan.Values, done.Values = append(plan.Values, planned), append(done.Values, reached)
	}
	c.Series = []chart.Series{done, plan}
	return &document.Chart{Chart: c}
}

// agentTargets is a table for each target of what every agent has reached.
func (b *Builder) agentTargets() {
	for _, g := range b.goals() {
		goals, done := g.agents()
		if len(goals) > 0 {
			b.add(g.table("target_agents_"+g.kpi.ID, logkind.Agent, goals, done))
		}
	}
}

// shopTargets is a table for each target of what every shop has reached.
func (b *Builder) shopTargets() {
	if b.In.Params["shop"] != "" {
		return
	}
	for _, g := range b.goals() {
		var goals []rules.Goal
		for _, p := range g.target.Shops {
			part, _ := g.target.Shop(p.Name)
			goals = append(goals, rules.Goal{Agent: p.Name, Amount: part})
		}
		if done := g.by(dim(logkind.Shop), logkind.Shop); len(goals) > 0 && len(done) > 0 {
			b.add(g.table("target_shops_"+g.kpi.ID, logkind.Shop, goals, done))
		}
	}
}

// table sets what the members of a role have reached beside their parts of the
// target, the best first.
func (g *goal) table(id string, role logkind.Role, goals []rules.Goal, done map[string]float64) *document.Table {
	b := g.views[0].b
	f := g.kpi.Format
	f.Decimals = 0
	t := &document.Table{ID: b.id(id), Title: b.t("rules.target.table", b.t("kpi."+g.kpi.ID), b.roleName(role)),
		Note: b.t("rules.target.note", display.Span(g.target.Month.First().Seconds(), g.until.Seconds(), b.lang, true)),
		Columns: []document.Column{{Title: b.roleName(role), Format: text, Weight: 2}, {Title: b.t("rules.target.goal"), Format: f}, {Title: b.t("rules.target.done"), Format: f},
			{Title: b.t("rules.target.share"), Format: percent, Bar: true}, {Title: b.t("rules.target.due"), Help: b.t("rules.target.due.help"), Format: f},
			{Title: b.t("rules.target.open"), Format: f}, {Title: b.t("rules.target.perday"), Help: b.t("rules.target.perday.help"), Format: f}}}
	type member struct {
		name string
		rules.Progress
	}
	var list []member
	for _, x := range goals {
		list = append(list, member{x.Agent, g.target.Progress(x.Amount, done[x.Agent], g.until)})
	}
	slices.SortStableFunc(list, func(x, y member) int {
		return cmp.Or(cmp.Compare(orZero(y.Share()), orZero(x.Share())), strings.Compare(x.name, y.name))
	})
	for _, m := range list {
		name := document.Words(m.name)
		if done[m.name] > 0 && len(g.views) == 1 {
			name.Ref = g.ref(is(dim(role), pivot.Label{Text: m.name}))
		}
		t.Rows = append(t.Rows, document.Row{Cells: append([]document.Cell{name}, g.cells(m.Progress)...)})
	}
	t.Rows = append(t.Rows, document.Row{Total: true, Cells: append([]document.Cell{document.Words(b.t("rules.target.all"))}, g.cells(g.Progress)...)})
	return t
}

// cells are the numbers of a progress in the columns of table.
func (g *goal) cells(p rules.Progress) []document.Cell {
	share := document.Number(p.Share())
	if p.Goal > 0 {
		share.Tone = document.Good
		if p.Behind() {
			share.Tone = document.Warning
		}
	}
	next, ok := p.Next()
	if !ok {
		next = nan
	}
	return []document.Cell{document.Number(p.Goal), document.Number(p.Done), share, document.Number(p.Due), document.Number(p.Left), document.Number(next)}
}
