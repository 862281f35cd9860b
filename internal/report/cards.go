package report

import (
	"slices"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// standings are the agents with cards in the cycle that the report ends in.
func (b *Builder) standings() []rules.Standing {
	until, ok := b.until()
	if !ok || len(b.rules.Cards) == 0 {
		return nil
	}
	return b.rules.Standings(until)
}

// cycleText is the stretch over which cards add up.
func (b *Builder) cycleText() string {
	until, _ := b.until()
	return display.Span(b.rules.Cycle(until).Seconds(), until.Seconds(), b.lang, true)
}

// cards lists who was given cards, and who is to be trained again.
func (b *Builder) cards() {
	list := b.standings()
	if len(list) == 0 {
		return
	}
	full := b.rules.CardRules.Full()
	t := &document.Table{ID: b.id("card_register"), Title: b.t("rules.cards.table", b.cycleText()), List: true,
		Note: b.t("rules.cards.note", full.Yellow, full.Red),
		Columns: []document.Column{{Title: b.roleName(logkind.Agent), Format: text, Weight: 2}, {Title: b.t("rules.cards.yellow"), Format: whole}, {Title: b.t("rules.cards.red"), Format: whole},
			{Title: b.t("rules.cards.next"), Format: text, Weight: 2}, {Title: b.t("rules.cards.why"), Format: text, Weight: 5}}}
	for _, s := range list {
		next := document.Words(display.None)
		if s.Retrain {
			next = document.Cell{Text: b.t("rules.cards.retrain"), Num: nan, Tone: document.Bad}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Words(s.Agent), document.Number(float64(s.Yellow)), document.Number(float64(s.Red)), next, document.Words(b.reasons(s))}})
	}
	b.add(t)
}

// reasons are an agent's cards in words, the newest first.
func (b *Builder) reasons(s rules.Standing) string {
	var out []string
	for _, c := range s.Cards {
		day := display.Format{Kind: display.Date}.Full(c.Date.Seconds(), b.lang)
		word := b.t("rules.card."+string(c.Colour), day)
		if c.Reason != "" {
			word = b.t("rules.card.reason", word, c.Reason)
		}
		out = append(out, word)
	}
	return strings.Join(out, b.t("rules.used.join"))
}

// ofAgent says on an agent's page how far the targets are reached, and which
// cards there are.
func (b *Builder) ofAgent(name string) {
	for _, g := range b.goals() {
		goals, done := g.agents()
		for _, x := range goals {
			if x.agent != name || x.Goal == 0 {
				continue
			}
			p := x.Progress
			tone := document.Good
			if p.Behind() {
				tone = document.Warning
			}
			b.add(&document.Text{Text: g.said(p), Tone: tone, Ref: g.refOf(name, done)})
		}
	}
	list := b.standings()
	i := slices.IndexFunc(list, func(s rules.Standing) bool { return s.Agent == name })
	if i < 0 {
		return
	}
	s := list[i]
	line, tone := b.t("rules.cards.of", b.cycleText(), s.Yellow, s.Red, b.reasons(s)), document.Warning
	if s.Retrain {
		line, tone = b.join(line, b.t("rules.cards.retrain")), document.Bad
	}
	b.add(&document.Text{Text: b.sentence(line), Tone: tone})
}

// refOf leads to an agent's rows of the month, where there are any.
func (g *goal) refOf(name string, done map[string]float64) *document.Ref {
	if done[name] == 0 {
		return nil
	}
	return g.ref(is(dim(logkind.Agent), pivot.Label{Text: name}))
}
