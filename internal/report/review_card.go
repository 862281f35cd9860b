package report

import (
	"cmp"
	"context"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// reviewCard gives every agent (or the one of the parameter "agent") a page for
// the talk between the two of them: how it went against team, standard and own
// past, and which contacts to discuss.
func reviewCard(_ context.Context, b *Builder) error {
	all := b.views(logkind.Inbound, logkind.Chat, logkind.Outbound, logkind.Generic)
	logs := with(all, logkind.Agent)
	if len(logs) == 0 {
		b.missing(all, logkind.Agent)
		return nil
	}
	cards := make([]*card, 0, len(logs))
	var names []string
	for _, v := range logs {
		c := v.card()
		cards = append(cards, c)
		for _, l := range c.d.named(0) {
			if name := l.label().Text; !slices.Contains(names, name) && (b.In.Params["agent"] == "" || b.In.Params["agent"] == name) {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		b.note(document.Neutral, "report.card.none")
		return nil
	}
	b.lead(b.sentence(b.t("report.card.lead", b.count(float64(len(names))))))
	for i, name := range names {
		if i > 0 {
			b.add(&document.PageBreak{})
		}
		b.add(&document.Heading{Level: 1, Text: name, ID: b.id("card")})
		for _, c := range cards {
			c.page(name, len(cards) > 1)
		}
	}
	return nil
}

// card is what the pages of all agents take from one log.
type card struct {
	v       *view
	d       *breakdown
	past    map[string][]float64 // by agent: rows in each of the periods up to this one
	periods []string
	discuss map[string][]int // by agent: rows worth a talk
}

// card computes for all agents at once what their pages show.
func (v *view) card() *card {
	c := &card{v: v, past: map[string][]float64{}, discuss: map[string][]int{}}
	c.d = v.by([]pivot.Dim{dim(logkind.Agent)}, v.usable(kpi.Catalogue[1:]...))
	if v.time != "" {
		unit, reach := v.b.pace()
		d := v.timed(unit)
		r := v.run(reach, pivot.Spec{Rows: []pivot.Dim{dim(logkind.Agent)}, Cols: []pivot.Dim{d}, FillTime: true})
		cols := leaves(r.Cols)
		var labels []pivot.Label
		for _, j := range cols {
			labels = append(labels, r.Cols.Members[j].Path[0])
		}
		c.periods = v.b.labels(d, labels)
		for _, i := range leaves(r.Rows) {
			var counts []float64
			for _, j := range cols {
				counts = append(counts, float64(r.CountAt(i, j)))
			}
			c.past[r.Rows.Members[i].Path[0].Text] = counts
		}
	}
	c.pick()
	return c
}

// talks is how many contacts a page proposes to discuss.
const talks = 3

// pick chooses for each agent the contacts to discuss: the worst rated, then
// those not resolved, then those whose customer came back, the newest first.
func (c *card) pick() {
	v := c.v
	log := v.log()
	agent := log.Col(logkind.Agent)
	if agent == nil || !agent.Type.Coded() {
		return
	}
	take := func(rows []int) {
		for _, r := range rows {
			name := word(agent, r)
			if list := c.discuss[name]; name != "" && len(list) < talks && !slices.Contains(list, r) {
				c.discuss[name] = append(list, r)
			}
		}
	}
	if rating := log.Col(logkind.Satisfaction); rating != nil {
		rows := v.behind(kpi.Rated(log, logkind.Satisfaction))
		newestFirst(rows, log, v.time)
		slices.SortStableFunc(rows, func(x, y int) int { return cmp.Compare(rating.Num(x), rating.Num(y)) })
		take(worseHalf(rows, rating.Num))
	}
	for _, r := range []logkind.Role{logkind.Resolved, derive.SolvedFirst} {
		if log.Has(r) {
			rows := v.behind(kpi.No(log, r))
			newestFirst(rows, log, v.time)
			take(rows)
		}
	}
}

// worseHalf keeps the sorted rows whose number lies below the middle of its
// range.
func worseHalf(rows []int, num func(int) float64) []int {
	if len(rows) == 0 {
		return nil
	}
	middle := (num(rows[0]) + num(rows[len(rows)-1])) / 2
	n := 0
	for n < len(rows) && num(rows[n]) < middle {
		n++
	}
	return rows[:n]
}

// page adds what one log says about an agent.
func (c *card) page(name string, several bool) {
	v, b, d := c.v, c.v.b, c.d
	i := slices.IndexFunc(d.lines, func(l line) bool { return l.label().Text == name && !l.label().Missing })
	if i < 0 {
		return
	}
	l := d.lines[i]
	if several {
		b.heading("card_"+string(v.log().Kind), b.t("report.about", b.kindName(v.log().Kind), v.log().Name))
	}
	s := b.t("report.card.volume", b.rowsOf(v.log().Kind, l.n), b.percentText(ratio(l.n, d.total.n)))
	if l.before == l.before {
		s = b.join(s, b.versus(l.n, l.before))
	}
	b.add(&document.Text{Text: b.sentence(s), Lead: true, Ref: d.ref(l)})
	if l.n < fewRows {
		b.note(document.Warning, "report.fewrows", b.count(l.n))
	}
	strong, weak := c.sides(l)
	if len(strong) > 0 {
		b.add(&document.Text{Text: b.t("report.card.strong", b.lang.List(strong)), Tone: document.Good})
	}
	if len(weak) > 0 {
		b.add(&document.Text{Text: b.t("report.card.weak", b.lang.List(weak)), Tone: document.Warning})
	}
	b.add(c.against(l))
	if counts := c.past[name]; len(counts) > 1 {
		b.add(&document.Chart{Chart: &chart.Chart{Kind: chart.Column, Title: b.t("report.past", b.counted(v.log().Kind)), Unit: b.counted(v.log().Kind), Format: whole, Time: true, Lang: string(b.lang),
			Categories: c.periods, Series: []chart.Series{{Name: name, Key: name, Values: counts}}}, Half: true})
	}
	b.rowList(v, "card_talks", b.t("report.card.talks"), c.discuss[name], v.time, logkind.Customer, logkind.Type1, logkind.Resolved, logkind.Satisfaction, logkind.FirstResponse, logkind.ID)
}

// sides names the KPIs in which an agent is clearly better or worse than the
// team, with both numbers.
func (c *card) sides(l line) (strong, weak []string) {
	b := c.v.b
	for i, k := range c.d.kpis {
		team := c.d.total.vals[i]
		if k.Weight == 0 || k.Better == 0 || !l.judged(k, i) || team != team {
			continue
		}
		lead := (l.vals[i] - team) * float64(k.Better)
		text := b.t("report.card.side", b.t("kpi."+k.ID), k.Format.Full(l.vals[i], b.lang), k.Format.Full(team, b.lang))
		verdict := k.Judge(l.vals[i], int64(l.n), k.LevelsBy(b.In.Standards))
		switch {
		case lead > 0 && (verdict == kpi.Excellent || lead > 0.1*abs(team)):
			strong = append(strong, text)
		case lead < 0 && (verdict >= kpi.Short || -lead > 0.1*abs(team)):
			weak = append(weak, text)
		}
	}
	return strong, weak
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}

// against sets each KPI of an agent beside the team, the standard and the
// period before. Formats differ by line, so the cells are words.
func (c *card) against(l line) *document.Table {
	b, d := c.v.b, c.d
	t := &document.Table{ID: b.id("card_kpis"), Title: b.t("report.card.table"), Columns: []document.Column{
		{Title: b.t("report.kpi"), Format: text, Weight: 2}, {Title: b.t("report.card.own"), Format: text}, {Title: b.t("report.team"), Format: text},
		{Title: b.t("report.standard"), Format: text}, {Title: b.t("report.excellent"), Format: text}, {Title: b.t("report.before"), Format: text}}}
	for i, k := range d.kpis {
		if l.vals[i] != l.vals[i] {
			continue
		}
		levels := k.LevelsBy(b.In.Standards)
		was := nan
		if len(l.was) > i {
			was = l.was[i]
		}
		full := func(x float64) document.Cell { return document.Cell{Text: k.Format.Full(x, b.lang), Num: x} }
		own := full(l.vals[i])
		own.Tone, own.Ref = tone(k.Judge(l.vals[i], int64(l.n), levels)), d.ref(l)
		team := full(d.total.vals[i])
		if k.Better == 0 && k.MinRows == 0 {
			team = words("")
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Words(b.t("kpi." + k.ID)), own, team, full(levels.Standard), full(levels.Excellent), full(was)}})
	}
	return t
}
