package settings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/document"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// cards is the part of the page with the register of cards and its rules.
type cards struct {
	p       *Page
	rules   *widget.Words
	due     *fyne.Container // who is to be trained again
	grid    *widget.Grid
	content fyne.CanvasObject
}

func newCards(p *Page) *cards {
	c := &cards{p: p, rules: widget.NewWords("", theme.Body, theme.Text).Shrink(200), due: container.NewStack(), grid: widget.NewGrid(nil)}
	s := p.s
	c.grid.SetEmptyText(s.T("rules.ui.cards.none"))
	c.grid.OnOpen = func(at widget.Place) { c.edit(s.Rules().Cards[at.Row], false) }
	head := container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad),
		widget.NewSection(s.T("rules.ui.cards"), "", widget.NewButton(s.T("rules.ui.cards.add"), theme.Plus, widget.Primary, func() {
			c.edit(rules.Card{Date: session.Today(), Colour: rules.Yellow}, true)
		})),
		container.NewBorder(nil, nil, nil, widget.NewButton(s.T("rules.ui.edit"), "", widget.Plain, c.editRules), c.rules),
		c.due)
	c.content = container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Pad, 0, 0), head), nil, nil, nil, widget.NewTightCard(c.grid))
	c.fill()
	return c
}

func (c *cards) fill() {
	s := c.p.s
	r := s.Rules().For(c.p.shop)
	full := r.CardRules.Full()
	c.rules.SetText(s.T("rules.ui.cards.rule", full.Yellow, full.Red, s.T("rules.ui.cycle."+string(full.Cycle))))
	var names []string
	for _, x := range r.Standings(session.Today()) {
		if x.Retrain {
			names = append(names, x.Agent)
		}
	}
	c.due.Objects = nil
	if len(names) > 0 {
		c.due.Objects = []fyne.CanvasObject{widget.NewBanner(document.Warning, s.T("rules.ui.cards.due", s.Lang().List(names)), nil)}
	}
	c.due.Refresh()
	c.grid.SetModel(&cardModel{s, r.Cards})
}

// edit asks for a card.
func (c *cards) edit(was rules.Card, fresh bool) {
	s := c.p.s
	next := was
	agent := entry(s.T("rules.ui.cards.agent"), was.Agent, "")
	date := entry(s.T("rules.ui.cards.date"), was.Date.String(), "")
	reason := entry(s.T("rules.ui.cards.reason"), was.Reason, "")
	colour := widget.NewSegmented([]string{s.T("rules.cards.yellow"), s.T("rules.cards.red")}, func(i int) {
		next.Colour = []rules.Colour{rules.Yellow, rules.Red}[i]
	})
	colour.SetSelected(indexOf(string(was.Colour), string(rules.Yellow), string(rules.Red)))
	save := func() (err error) {
		next.Agent, next.Reason = agent.field.Text(), reason.field.Text()
		if next.Date, err = rules.ParseDate(date.field.Text()); err != nil {
			return err
		}
		return s.SetRules(func(r *rules.Rules) {
			if !fresh {
				r.DropCard(was)
			}
			r.AddCard(next)
		})
	}
	var drop func() error
	if !fresh {
		drop = func() error { return s.SetRules(func(r *rules.Rules) { r.DropCard(was) }) }
	}
	c.p.ask(s.T("rules.ui.cards.one"), []line{agent, labelled(s.T("rules.ui.cards.colour"), colour, ""), date, reason}, save, drop)
}

// editRules asks how many cards lead to retraining.
func (c *cards) editRules() {
	s := c.p.s
	next := s.Rules().For(c.p.shop).CardRules.Full()
	yellow := entry(s.T("rules.cards.yellow"), strconv.Itoa(next.Yellow), "")
	red := entry(s.T("rules.cards.red"), strconv.Itoa(next.Red), "")
	var names []string
	var ids []string
	for _, x := range rules.Cycles {
		names, ids = append(names, s.T("rules.ui.cycle."+string(x))), append(ids, string(x))
	}
	cycle := widget.NewSegmented(names, func(i int) { next.Cycle = rules.Cycles[i] })
	cycle.SetSelected(indexOf(string(next.Cycle), ids...))
	c.p.ask(s.T("rules.ui.cards.rules"), []line{yellow, red, labelled(s.T("rules.ui.cycle"), cycle, "")}, func() error {
		for _, x := range []struct {
			text string
			to   *int
		}{{yellow.field.Text(), &next.Yellow}, {red.field.Text(), &next.Red}} {
			n, err := strconv.Atoi(x.text)
			if err != nil || n < 1 {
				n = -1 // what the rules refuse, in their words
			}
			*x.to = n
		}
		return s.SetRules(func(r *rules.Rules) { r.Own(c.p.shop).CardRules = next })
	}, nil)
}

// cardModel shows the register.
type cardModel struct {
	s    commands
	list []rules.Card
}

// Rows implements widget.Model.
func (m *cardModel) Rows() int { return len(m.list) }

// Cols implements widget.Model.
func (m *cardModel) Cols() int { return 4 }

// Header implements widget.Model.
func (m *cardModel) Header(col int) widget.HeaderView {
	return widget.HeaderView{Title: m.s.T([]string{"rules.ui.cards.date", "rules.ui.cards.agent", "rules.ui.cards.colour", "rules.ui.cards.reason"}[col]),
		Width: []float32{120, 160, 100, 420}[col]}
}

// Cell implements widget.Model.
func (m *cardModel) Cell(row, col int) widget.CellView {
	c := m.list[row]
	switch col {
	case 0:
		return widget.CellView{Text: c.Date.String()}
	case 1:
		return widget.CellView{Text: c.Agent, Link: true}
	case 2:
		if c.Colour == rules.Red {
			return widget.CellView{Text: m.s.T("rules.cards.red"), Tone: document.Bad}
		}
		return widget.CellView{Text: m.s.T("rules.cards.yellow"), Tone: document.Warning}
	}
	return widget.CellView{Text: c.Reason}
}
