package report

import (
	"cmp"
	"context"
	"slices"

	"tallyboard/internal/chart"
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
		if b.In.Params["agent"] != "" {
			b.note(document.Neutral, "report.card.none")
			return nil
		}
		for _, v := range logs {
			b.note(document.Neutral, "report.allblank", b.roleName(logkind.Agent), v.log().Name)
		}
		return nil
	}
	lead := b.t("report.card.lead", b.count(float64(len(names))))
	if len(names) > 1 {
		d := cards[0].d
		lead = b.join(lead, cards[0].v.firstAndWeakest(d, d.named(0)))
	}
	b.lead(b.sentence(lead))
	if len(names) > 1 {
		b.rankings(cards)
	}
	fits := underBand
	if len(names) > 1 {
		fits = wholePage
	}
	for _, name := range names {
		if len(names) > 1 {
			b.add(&document.PageBreak{})
		}
		b.add(&document.Heading{Level: 1, Text: name, ID: b.id("card")})
		b.page(name, cards, fits)
	}
	return nil
}

// card is what the pages of all agents take from one log.
type card struct {
	v       *view
	d       *breakdown
	past    map[string][]float64 // by agent: rows in each of the periods up to this one
	periods []string
	weeks   []pivot.Label    // the same
	discuss map[string][]int // by agent: rows worth a talk
	earlier *breakdown       // the same over the period before, or the weeks before; nil where there are none
}

// card computes for all agents at once what their pages show.
func (v *view) card() *card {
	c := &card{v: v, past: map[string][]float64{}, discuss: map[string][]int{}}
	c.d = v.by([]pivot.Dim{dim(logkind.Agent)}, v.usable(kpi.Catalogue[1:]...))
	c.earlier = v.earlier(c.d)
	if v.time != "" {
		d := v.timed(pivot.Week)
		r := v.run(v.b.recent(), pivot.Spec{Rows: []pivot.Dim{dim(logkind.Agent)}, Cols: []pivot.Dim{d}, FillTime: true})
		cols := leaves(r.Cols)
		var labels []pivot.Label
		for _, j := range cols {
			labels = append(labels, r.Cols.Members[j].Path[0])
		}
		c.periods, c.weeks = v.b.labels(d, labels), labels
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

// room is what fits on an agent's page.
type room struct {
	kpis  int     // of all logs together
	sides int     // strengths, and as many weaknesses
	chart float64 // height in points
}

// The page of one agent alone is also the cover.
var (
	wholePage = room{12, 4, 90}
	underBand = room{6, 3, 70}
)

// perLog is how many KPIs each of so many logs may show.
func (r room) perLog(logs int) int { return max(2, r.kpis/logs) }

// page adds an agent's page: volume in each log, strengths and weaknesses, the
// KPIs against team, standard and own past, and contacts to discuss.
func (b *Builder) page(name string, cards []*card, fits room) {
	var strong, weak, better, worse []side
	volumes := ""
	table := b.againstTable(len(cards) > 1, slices.ContainsFunc(cards, func(c *card) bool { return c.earlier != nil }))
	var main *card
	most := 0.0
	for _, c := range cards {
		l, ok := c.line(name)
		if !ok {
			continue
		}
		if l.n > most {
			main, most = c, l.n
		}
		s := b.t("report.card.volume", b.rowsOf(c.v.log().Kind, l.n), b.percentText(ratio(l.n, c.d.total.n)))
		if l.before == l.before {
			s = b.join(s, b.versus(l.n, l.before))
		}
		if s = b.sentence(s); volumes != "" {
			s = b.t("report.card.volumes", volumes, s)
		}
		volumes = s
		good, bad := c.sides(l, len(cards) > 1)
		strong, weak = append(strong, good...), append(weak, bad...)
		up, down := c.moves(l, len(cards) > 1)
		better, worse = append(better, up...), append(worse, down...)
		table.Rows = append(table.Rows, c.against(l, len(cards), fits)...)
	}
	if main == nil {
		return
	}
	l, _ := main.line(name)
	b.add(&document.Text{Text: volumes, Ref: main.d.ref(l)})
	if most < fewRows {
		b.note(document.Warning, "report.fewrows", b.count(most))
	}
	if len(strong) > 0 {
		b.add(&document.Text{Text: b.t("report.card.strong", b.told(strong, fits.sides)), Tone: document.Good})
	}
	if len(weak) > 0 {
		b.add(&document.Text{Text: b.t("report.card.weak", b.told(weak, fits.sides)), Tone: document.Warning})
	}
	if len(better) > 0 {
		b.add(&document.Text{Text: b.t("report.card.better", b.told(better, moved)), Tone: document.Good})
	}
	if len(worse) > 0 {
		b.add(&document.Text{Text: b.t("report.card.worse", b.told(worse, moved)), Tone: document.Warning})
	}
	b.ofAgent(name)
	if len(table.Rows) > 0 {
		dropEmpty(table)
		b.add(table)
	}
	v := main.v
	b.rowList(v, "card_talks", b.t("report.card.talks"), main.discuss[name], v.time, logkind.Customer, logkind.Type1, logkind.Resolved, logkind.Satisfaction)
	if counts := main.past[name]; len(counts) > 2 {
		b.addChart(&document.Chart{Height: fits.chart, Fill: true, Chart: &chart.Chart{Kind: chart.Column, Title: b.t("report.past", b.counted(v.log().Kind)), Unit: b.unit(v.log().Kind), Format: whole, Time: true, Lang: string(b.lang),
			Categories: main.periods, Series: []chart.Series{{Name: name, Values: counts}}}, Refs: [][]*document.Ref{main.pastRefs(name)}}, false)
	}
}

// pastRefs leads to the rows of an agent in each of the weeks.
func (c *card) pastRefs(name string) []*document.Ref {
	v := c.v.over(c.v.b.recent())
	var out []*document.Ref
	for _, week := range c.weeks {
		out = append(out, v.ref(is(dim(logkind.Agent), pivot.Label{Text: name}), is(v.timed(pivot.Week), week)))
	}
	return out
}

// line is what the log says about an agent.
func (c *card) line(name string) (line, bool) {
	i := slices.IndexFunc(c.d.lines, func(l line) bool { return l.label().Text == name && !l.label().Missing })
	if i < 0 {
		return line{}, false
	}
	return c.d.lines[i], true
}

// side is a KPI in which an agent differs from the team.
type side struct {
	text string
	lead float64 // how much better than the team, as a share of it; negative is worse
}

// sides names the KPIs in which an agent is clearly better or worse than the
// team, with both numbers. What falls short of the standard is no strength, even
// where the team is worse.
func (c *card) sides(l line, several bool) (strong, weak []side) {
	b := c.v.b
	for i, k := range c.d.kpis {
		team := c.d.total.vals[i]
		if k.Weight == 0 || k.Better == 0 || !l.judged(k, i) || team != team || team == 0 {
			continue
		}
		lead := (l.vals[i] - team) * float64(k.Better) / abs(team)
		name := c.v.kpiName(k)
		if several {
			name = b.t("report.about", b.kindName(c.v.log().Kind), name)
		}
		levels := b.levels(k)
		verdict := k.Judge(l.vals[i], int64(l.bases[i]), levels)
		x := side{b.t("report.card.side", name, k.Format.Full(l.vals[i], b.lang), k.Format.Full(team, b.lang)), lead}
		switch {
		case lead > 0.1 && verdict < kpi.Short || lead > 0 && verdict == kpi.Excellent:
			strong = append(strong, x)
		case -lead > 0.1:
			weak = append(weak, x)
		case lead < 0 && verdict >= kpi.Short:
			// About as good as the team, which falls short of the standard.
			x.text = b.t("report.card.short", name, k.Format.Full(l.vals[i], b.lang), k.Format.Full(levels.Standard, b.lang))
			weak = append(weak, x)
		}
	}
	return strong, weak
}

// told are the clearest few of some sides.
func (b *Builder) told(list []side, most int) string {
	slices.SortStableFunc(list, func(x, y side) int { return cmp.Compare(abs(y.lead), abs(x.lead)) })
	var texts []string
	for _, x := range list[:min(len(list), most)] {
		texts = append(texts, x.text)
	}
	return b.lang.List(texts)
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}

// againstTable is the empty table of a page. Formats differ by line, so its
// cells are words.
func (b *Builder) againstTable(several, earlier bool) *document.Table {
	title, before := "report.card.table", "report.before"
	if !b.compares() {
		before = "report.card.past"
		if title = "report.card.table.past"; !earlier {
			title = "report.card.table.alone"
		}
	}
	t := &document.Table{ID: b.id("card_kpis"), Title: b.t(title)}
	if several {
		t.Columns = append(t.Columns, document.Column{Title: b.t("report.card.log"), Format: text})
	}
	for i, key := range []string{"report.kpi", "report.card.own", "report.team", "report.standard", "report.excellent", before} {
		c := document.Column{Title: b.t(key), Format: text}
		if i == 0 {
			c.Weight = 2
		}
		t.Columns = append(t.Columns, c)
	}
	return t
}

// against sets the KPIs that matter beside team, standard and the period before.
func (c *card) against(l line, logs int, fits room) []document.Row {
	b, d := c.v.b, c.d
	var rows []document.Row
	for _, k := range weightiest(d, fits.perLog(logs)) {
		i := slices.Index(d.kpis, k)
		if l.vals[i] != l.vals[i] {
			continue
		}
		levels := b.levels(k)
		was := nan
		if x, ok := c.before(l); ok {
			was = x.vals[i]
		}
		full := func(x float64) document.Cell { return document.Measured(x, k.Format, b.lang) }
		own := full(l.vals[i])
		own.Tone, own.Ref = tone(k.Judge(l.vals[i], int64(l.bases[i]), levels)), d.ref(l)
		row := document.Row{Cells: []document.Cell{document.Words(c.v.kpiName(k)), own, full(d.total.vals[i]), full(levels.Standard), full(levels.Excellent), full(was)}}
		if logs > 1 {
			row.Cells = slices.Insert(row.Cells, 0, document.Words(b.kindName(c.v.log().Kind)))
		}
		rows = append(rows, row)
	}
	return rows
}
