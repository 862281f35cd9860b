package report

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
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
	c := &chart.Chart{Kind: chart.Line, Title: b.t("rules.target.curve", g.title()), Format: g.kpi.Format, Time: true, Lang: string(b.lang)}
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

// agentTargets is a table for each target of what every agent has reached, and
// one of what every team has.
func (b *Builder) agentTargets() {
	for _, g := range b.goals() {
		goals, done := g.agents()
		if len(goals) == 0 {
			continue
		}
		list := make([]member, len(goals))
		for i, x := range goals {
			list[i] = member{x.agent, x.Progress, nil}
			if done[x.agent] > 0 {
				list[i].ref = g.ref(is(dim(logkind.Agent), pivot.Label{Text: x.agent}))
			}
		}
		b.add(g.table("target_agents_"+g.kpi.ID, b.roleName(logkind.Agent), list, &g.Progress))
	}
	if len(b.rules.Teams) > 0 {
		for _, id := range rules.Measures {
			b.teamTargets(id)
		}
	}
}

// shopTargets is a table for each KPI of what every shop has reached: of its own
// target, else of its part of the common one.
func (b *Builder) shopTargets() {
	until, ok := b.until()
	if b.In.Params["shop"] != "" || !ok {
		return
	}
	b.goals() // takes the targets of the parameters
	for _, id := range rules.Measures {
		var list []member
		var shown *goal
		add := func(name string, g *goal, amount, done float64) {
			list = append(list, member{name, g.target.Progress(amount, done, until), g.ref(is(dim(logkind.Shop), pivot.Label{Text: name}))})
			if shown == nil || g.name == "" {
				shown = g
			}
		}
		var own []string
		for _, t := range b.rules.TargetsIn(until.Month()) {
			if t.KPI == id && t.Shop != "" {
				if g := b.ownGoal(t, until); g != nil && len(g.where) > 0 {
					add(t.Shop, g, g.Goal, g.Done)
					own = append(own, t.Shop)
				}
			}
		}
		var total *rules.Progress
		if t := b.rules.TargetOf(until.Month(), id, rules.Scope{}); t != nil {
			if g := b.goal(t, t.Total, until); g != nil {
				total = &g.Progress
				done := g.by(dim(logkind.Shop), logkind.Shop)
				for _, p := range t.Shops {
					if part, _ := t.Part(p.Name); len(done) > 0 && !slices.Contains(own, p.Name) {
						add(p.Name, g, part, done[p.Name])
					}
				}
			}
		}
		if len(list) > 0 {
			shown.name = ""
			b.add(shown.table("target_shops_"+id, b.roleName(logkind.Shop), list, total))
		}
	}
}

// teamTargets is a table of what every team has reached of a KPI: of its own
// target, else of what its agents have of the common one.
func (b *Builder) teamTargets(id string) {
	until, ok := b.until()
	if !ok {
		return
	}
	var list []member
	var shown *goal
	for _, team := range b.rules.Teams {
		if t := b.rules.TargetOf(until.Month(), id, rules.Scope{Team: team.Name}); t != nil {
			g := b.goal(t, t.Total, until)
			if g == nil {
				continue
			}
			if g.views = with(g.views, logkind.Agent); len(g.views) == 0 {
				continue
			}
			g.among(logkind.Agent, team.Agents...)
			list, shown = append(list, member{team.Name, g.Progress, g.ref()}), g
			continue
		}
		for _, g := range b.goals() {
			goals, done := g.agents()
			if g.kpi.ID != id || len(goals) == 0 {
				continue
			}
			amount, reached := 0.0, 0.0
			for _, x := range goals {
				if slices.Contains(team.Agents, x.agent) {
					amount += x.Goal
				}
			}
			for _, a := range team.Agents {
				reached += done[a]
			}
			if amount > 0 {
				list = append(list, member{team.Name, g.target.Progress(amount, reached, until),
					g.ref(pivot.Filter{Column: kpi.At(logkind.Agent), Op: pivot.Eq, Values: team.Agents})})
				shown = g
			}
		}
	}
	if len(list) > 0 {
		b.add(shown.table("target_teams_"+id, b.t("rules.team"), list, nil))
	}
}

// member is a line of a table of targets.
type member struct {
	name string
	rules.Progress
	ref *document.Ref
}

// table sets what some have reached beside their targets, the best first, and
// below them the total where there is one.
func (g *goal) table(id, who string, list []member, total *rules.Progress) *document.Table {
	b := g.views[0].b
	f := g.kpi.Format
	f.Decimals = 0
	t := &document.Table{ID: b.id(id), Title: b.t("rules.target.table", inText(g.title()), inText(who)),
		Note: b.t("rules.target.note", display.Span(g.target.Month.First().Seconds(), g.until.Seconds(), b.lang, true)),
		Columns: []document.Column{{Title: who, Format: text, Weight: 2}, {Title: b.t("rules.target.goal"), Format: f}, {Title: b.t("rules.target.done"), Format: f},
			{Title: b.t("rules.target.share"), Format: percent, Bar: true}, {Title: b.t("rules.target.due"), Help: b.t("rules.target.due.help"), Format: f},
			{Title: b.t("rules.target.open"), Format: f}, {Title: b.t("rules.target.perday"), Help: b.t("rules.target.perday.help"), Format: f}}}
	slices.SortStableFunc(list, func(x, y member) int {
		return cmp.Or(cmp.Compare(orZero(y.Share()), orZero(x.Share())), strings.Compare(x.name, y.name))
	})
	for _, m := range list {
		name := document.Words(m.name)
		if m.Done > 0 {
			name.Ref = m.ref
		}
		t.Rows = append(t.Rows, document.Row{Cells: append([]document.Cell{name}, g.cells(m.Progress)...)})
	}
	if total != nil {
		t.Rows = append(t.Rows, document.Row{Total: true, Cells: append([]document.Cell{document.Words(b.t("rules.target.all"))}, g.cells(*total)...)})
	}
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
