package report

import (
	"maps"
	"math"
	"slices"
	"strconv"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// goal is a target of the month in which the report's period ends, and what was
// reached of it up to that end.
type goal struct {
	rules.Progress
	target *rules.Target
	kpi    *kpi.KPI
	views  []*view        // the logs that count, over the month up to the end
	where  []pivot.Filter // of their rows those that count; nil takes all
	name   string         // of the shop or team whose own target it is; "" is everybody's
	until  rules.Date

	parts    []agentGoal        // of the agents, once known
	byAgents map[string]float64 // what each has reached
}

// agentGoal is how far an agent has reached a part of a target.
type agentGoal struct {
	agent string
	rules.Progress
}

// until is the last day that the report covers and the logs reach; ok is false
// where no time is known.
func (b *Builder) until() (day rules.Date, ok bool) {
	_, last := b.reach()
	if !b.period.All() && !(last < b.period.To) {
		last = b.period.To - 1
	}
	return rules.DateOf(last), last == last
}

// goals are the targets that hold, once for the whole document.
func (b *Builder) goals() []*goal {
	until, ok := b.until()
	if !ok {
		return nil
	}
	if b.reached != nil {
		return *b.reached
	}
	month := until.Month()
	for _, id := range rules.Measures {
		total, err := strconv.ParseFloat(b.In.Params["target."+id], 64)
		if id == "sales" && err != nil {
			total, err = strconv.ParseFloat(b.In.Params["target"], 64)
		}
		if err == nil && total > 0 {
			b.rules.SetTarget(rules.Target{Month: month, KPI: id, Total: total})
		}
	}
	list := []*goal{}
	for _, id := range rules.Measures {
		list = append(list, b.goalsOf(id, month, until)...)
	}
	b.reached = &list
	return list
}

// goalsOf measures the targets of a KPI that the report is about: of one shop
// its own, else its part of that of all shops; of all shops the common one, else
// each shop's own.
func (b *Builder) goalsOf(id string, month rules.Month, until rules.Date) []*goal {
	all := b.rules.TargetOf(month, id, rules.Scope{})
	var list []*goal
	add := func(g *goal) {
		if g != nil {
			list = append(list, g)
		}
	}
	chosen := b.In.Params["shop"]
	if chosen == "" && all != nil {
		add(b.goal(all, all.Total, until))
		return list
	}
	if chosen != "" {
		if own := b.rules.TargetOf(month, id, rules.Scope{Shop: chosen}); own != nil {
			add(b.goal(own, own.Total, until))
		} else if all != nil {
			if part, ok := all.Part(chosen); ok {
				add(b.goal(all, part, until))
			}
		}
		return list
	}
	for _, t := range b.rules.TargetsIn(month) {
		if t.KPI == id && t.Shop != "" {
			add(b.ownGoal(t, until))
		}
	}
	return list
}

// ownGoal measures the target of one shop in a report about all: over the rows of
// that shop; where no log tells shops apart they are all of the shop of the cover.
func (b *Builder) ownGoal(t *rules.Target, until rules.Date) *goal {
	g := b.goal(t, t.Total, until)
	if g == nil {
		return nil
	}
	if told := with(g.views, logkind.Shop); len(told) > 0 {
		g.views = told
		g.among(logkind.Shop, t.Shop)
	} else if t.Shop != b.In.Shop {
		return nil
	}
	g.name = t.Shop
	return g
}

// among narrows a goal to some members of a role.
func (g *goal) among(r logkind.Role, names ...string) {
	g.where = []pivot.Filter{{Column: kpi.At(r), Op: pivot.Eq, Values: names}}
	g.measure()
}

// goal measures a target, or the part of it that counts; nil where no log tells.
func (b *Builder) goal(t *rules.Target, amount float64, until rules.Date) *goal {
	g := &goal{target: t, kpi: kpi.Find(t.KPI), until: until}
	month := pivot.Period{ID: "month", From: t.Month.First().Seconds(), To: (until + 1).Seconds()}
	// A log of single rows comes before one that is already counted: both
	// together would count twice. Attempts to reach customers are no receptions.
	for _, kinds := range [][]logkind.Kind{{logkind.Inbound, logkind.Chat, logkind.Order}, {logkind.Generic}, {logkind.Outbound}, {logkind.Daily}} {
		for _, v := range b.views(kinds...) {
			if v.time != "" && len(v.usable(g.kpi)) > 0 {
				g.views = append(g.views, v.over(month))
			}
		}
		if len(g.views) > 0 {
			break
		}
	}
	if len(g.views) == 0 {
		return nil
	}
	g.Goal = amount
	g.measure()
	return g
}

// measure counts what was reached.
func (g *goal) measure() {
	done := 0.0
	for _, v := range g.views {
		done += orZero(v.number(v.period, g.kpi.On(v.log()), g.where...))
	}
	g.Progress = g.target.Progress(g.Goal, done, g.until)
}

// by is what each member of a role has reached, and the view that tells.
func (g *goal) by(d pivot.Dim, role logkind.Role) map[string]float64 {
	out := map[string]float64{}
	for _, v := range g.views {
		if !v.log().Has(role) {
			continue
		}
		r := v.run(v.period, pivot.Spec{Rows: []pivot.Dim{d}, Values: []pivot.Value{g.kpi.On(v.log())}, Where: g.where})
		for _, i := range leaves(r.Rows) {
			if l := r.Rows.Members[i].Path[0]; !l.Missing {
				out[l.Text] += orZero(r.At(i, 0, 0))
			}
		}
	}
	return out
}

// days is what was reached on each day of the month, NaN after the end.
func (g *goal) days() []float64 {
	out := make([]float64, g.target.Month.Days())
	for i := range out {
		if g.target.Month.First()+rules.Date(i) > g.until {
			out[i] = nan
		}
	}
	for _, v := range g.views {
		r := v.run(v.period, pivot.Spec{Rows: []pivot.Dim{v.timed(pivot.Day)}, Values: []pivot.Value{g.kpi.On(v.log())}, Where: g.where})
		for _, i := range leaves(r.Rows) {
			if l := r.Rows.Members[i].Path[0]; !l.Missing {
				out[rules.DateOf(l.Num)-g.target.Month.First()] += orZero(r.At(i, 0, 0))
			}
		}
	}
	return out
}

// agents is what each agent is to reach and has reached: those with a part of
// the target, and those who only worked. Who is in a team with a target of its
// own has a part of that.
func (g *goal) agents() (goals []agentGoal, done map[string]float64) {
	if g.byAgents != nil {
		return g.parts, g.byAgents
	}
	g.byAgents = g.by(dim(logkind.Agent), logkind.Agent)
	working := slices.Sorted(maps.Keys(g.byAgents))
	if len(working) == 0 { // no log knows agents
		return nil, g.byAgents
	}
	b := g.views[0].b
	add := func(t *rules.Target, goals []rules.Goal) {
		for _, x := range goals {
			g.parts = append(g.parts, agentGoal{x.Agent, t.Progress(x.Amount, g.byAgents[x.Agent], g.until)})
		}
	}
	add(g.target, g.target.ByAgent(b.In.Params["shop"], working))
	for _, team := range b.rules.Teams {
		own := b.rules.TargetOf(g.target.Month, g.target.KPI, rules.Scope{Team: team.Name})
		if own == nil {
			continue
		}
		g.parts = slices.DeleteFunc(g.parts, func(x agentGoal) bool { return slices.Contains(team.Agents, x.agent) })
		add(own, own.ByAgent("", team.Agents))
	}
	return g.parts, g.byAgents
}

// text is an amount of the target's KPI.
func (g *goal) text(v float64) string {
	f := g.kpi.Format
	f.Decimals = 0
	if f.Kind != money.Kind {
		v = math.Ceil(v - 1e-9) // 2.3 receptions a day take 3
	}
	return f.Full(v, g.views[0].b.lang)
}

func (g *goal) tone() document.Tone {
	if g.Behind() {
		return document.Warning
	}
	return document.Good
}

// said is how far a part of the target is reached, in words.
func (g *goal) said(p rules.Progress) string {
	b := g.views[0].b
	s := b.t("rules.target.is", g.title(), g.text(p.Done), b.percentText(p.Share()), g.text(p.Goal), b.percentText(ratio(p.Due, p.Goal)))
	next, ok := p.Next()
	switch {
	case p.Left == 0:
		return b.sentence(b.join(s, b.t("rules.target.reached")))
	case !ok:
		return b.sentence(b.join(s, b.t("rules.target.missed", g.text(p.Left))))
	}
	mean := p.Left / float64(p.DaysLeft)
	s = b.join(s, b.t("rules.target.left", g.text(mean), b.count(float64(p.DaysLeft))))
	if math.Abs(next-mean) > mean/100 {
		s = b.join(s, b.t("rules.target.next", g.text(next)))
	}
	return b.sentence(s)
}

// title is what the goal counts: the KPI, and whose where it is not everybody's.
func (g *goal) title() string {
	b := g.views[0].b
	name := b.t("kpi." + g.kpi.ID)
	if len(g.views) == 1 { // calls are called so where nothing else counts
		name = g.views[0].kpiName(g.kpi)
	}
	if g.name == "" {
		return name
	}
	return b.t("rules.target.whose", g.name, name)
}

// ref leads to the rows of the month.
func (g *goal) ref(where ...pivot.Filter) *document.Ref {
	if len(g.views) > 1 {
		return nil // the rows stand in several logs
	}
	return g.views[0].ref(concat(g.where, where)...)
}

// targetLines says of every target how far it is reached.
func (b *Builder) targetLines() {
	for _, g := range b.goals() {
		b.add(&document.Text{Text: g.said(g.Progress), Tone: g.tone(), Ref: g.ref()})
	}
}
