package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/kpi"
	"tallyboard/internal/report"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// reports tells of every report which question it answers, what it shows and
// what it starts from.
func (p *Page) reports() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range report.Catalogue {
		out = append(out, p.entry(p.s.T("report."+r.ID), p.s.T("report."+r.ID+".question"), p.s.T("help.report."+r.ID)))
	}
	return []fyne.CanvasObject{list(out)}
}

// kpis tells of every metric what it means, how it is computed, and from which
// value on it is good; where a kind of log calls it otherwise, that too.
func (p *Page) kpis() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, k := range kpi.Catalogue {
		text := p.s.T(k.Key(p.s.Lang(), "", "help"))
		for _, kind := range k.Kinds {
			if own := k.Key(p.s.Lang(), kind, "help"); own != k.Key(p.s.Lang(), "", "help") {
				text += "\n" + p.s.T("help.kpi.kind", kind.Name(p.s.Lang()), p.s.T(k.Key(p.s.Lang(), kind, "")), p.s.T(own))
			}
		}
		how := p.s.T("help.kpi.formula", p.s.T(k.Key(p.s.Lang(), "", "formula")))
		if l := k.LevelsBy(p.s.Standards()); k.Better != 0 && l.Standard == l.Standard {
			how += p.s.T("help.kpi.levels", k.Format.Full(l.Standard, p.s.Lang()), k.Format.Full(l.Excellent, p.s.Lang()))
		}
		out = append(out, p.entry(p.s.T(k.Key(p.s.Lang(), "", "")), text, how))
	}
	return []fyne.CanvasObject{list(out)}
}

// entry is a headword, what it is, and the rest quietly under it.
func (p *Page) entry(head, text, more string) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(theme.Unit), widget.NewWords(head, theme.Body, theme.Text).Bold(),
		widget.NewPara(text, theme.Body, theme.Text), widget.NewPara(more, theme.Small, theme.Second))
}

// list is entries on one card.
func list(entries []fyne.CanvasObject) fyne.CanvasObject {
	return widget.NewCard(container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad), entries...))
}
