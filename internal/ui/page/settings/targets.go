package settings

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/display"
	"tallyboard/internal/kpi"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// targets is the part of the page where the targets of a month are set.
type targets struct {
	p       *Page
	month   rules.Month
	title   *widget.Section
	list    *fyne.Container
	teams   *widget.Para
	content fyne.CanvasObject
}

func newTargets(p *Page) *targets {
	t := &targets{p: p, month: session.Today().Month(), list: container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad))}
	s := p.s
	t.title = widget.NewSection("", s.T("rules.ui.targets.note"),
		widget.NewIconButton(theme.ChevronLeft, s.T("rules.ui.month.before"), func() { t.move(-1) }),
		widget.NewIconButton(theme.ChevronRight, s.T("rules.ui.month.after"), func() { t.move(1) }),
		widget.NewButton(s.T("rules.ui.targets.add"), theme.Plus, widget.Primary, func() { t.edit(t.fresh(), true) }))
	t.teams = widget.NewPara("", theme.Body, theme.Text)
	t.content = container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad), t.title, t.list,
		widget.NewSection(s.T("rules.ui.teams"), s.T("rules.ui.teams.note"), widget.NewButton(s.T("rules.ui.edit"), "", widget.Plain, t.editTeams)), t.teams)
	t.fill()
	return t
}

func (t *targets) move(by rules.Month) {
	t.month += by
	t.fill()
}

// fresh is a new target, with the weights of the newest one before.
func (t *targets) fresh() rules.Target {
	out := rules.Target{Month: t.month, KPI: rules.Measures[0]}
	for _, id := range rules.Measures {
		if t.p.s.Rules().TargetOf(t.month, id, rules.Scope{}) == nil {
			out.KPI = id
			break
		}
	}
	var last *rules.Target
	for i, x := range t.p.s.Rules().Targets {
		if x.Month < t.month && (last == nil || x.Month > last.Month || x.Month == last.Month && x.KPI == out.KPI) {
			last = &t.p.s.Rules().Targets[i]
		}
	}
	if last != nil {
		out.Weekdays, out.Shops, out.Agents = last.Weekdays, last.Shops, last.Agents
	}
	return out
}

func (t *targets) fill() {
	s := t.p.s
	t.title.SetTexts(monthName(t.month, s), s.T("rules.ui.targets.note"))
	t.list.Objects = nil
	for _, x := range s.Rules().TargetsIn(t.month) {
		t.list.Add(t.card(x))
	}
	if len(t.list.Objects) == 0 {
		t.list.Add(widget.NewEmptyState(theme.Reports, s.T("rules.ui.targets.none"), s.T("rules.ui.targets.none.text"), nil))
	}
	t.list.Refresh()
	text := rules.TeamsText(s.Teams())
	switch {
	case text == "":
		text = s.T("rules.ui.teams.none")
	case len(s.Rules().Teams) == 0:
		text = s.T("rules.ui.teams.known", text)
	}
	t.teams.SetText(text)
}

// editTeams asks who is in which team.
func (t *targets) editTeams() {
	s := t.p.s
	list, row := lines(s.T("rules.ui.teams"), rules.TeamsText(s.Teams()), s.T("rules.ui.teams.hint"), s.T("rules.ui.teams.help"))
	t.p.ask(s.T("rules.ui.teams"), []line{row}, func() error {
		teams, err := rules.TeamsOf(list.Text)
		if err != nil {
			return err
		}
		return s.SetRules(func(r *rules.Rules) { r.Teams = teams })
	}, nil)
}

func monthName(m rules.Month, s commands) string {
	return display.Label("month", m.String(), m.First().Seconds(), 0, s.Lang())
}

// card is one target: its total, its weights in words, and its days.
func (t *targets) card(x *rules.Target) fyne.CanvasObject {
	s := t.p.s
	f := kpi.Find(x.KPI).Format
	f.Decimals = 0
	title := s.T("kpi." + x.KPI)
	if name := cmp.Or(x.Shop, x.Team); name != "" {
		title = s.T("rules.target.whose", name, title)
	}
	rows := []fyne.CanvasObject{widget.NewSection(title, f.Full(x.Total, s.Lang()),
		widget.NewButton(s.T("rules.ui.next"), theme.Copy, widget.Plain, func() { t.copyOn(*x) }),
		widget.NewButton(s.T("rules.ui.edit"), "", widget.Plain, func() { t.edit(*x, false) }))}
	for _, part := range []struct{ key, text string }{
		{"rules.ui.spans", rules.SpansText(x.Spans, x.Month)}, {"rules.ui.shops", rules.PartsText(x.Shops)}, {"rules.ui.agents", rules.PartsText(x.Agents)}} {
		if part.text != "" {
			words := s.Lang().List(strings.Split(part.text, "\n"))
			rows = append(rows, widget.NewPara(s.T("rules.ui.pair", s.T(part.key), words), theme.Small, theme.Second))
		}
	}
	rows = append(rows, calendar(s, x, f))
	return widget.NewCard(container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), rows...))
}

// copyOn sets the same target for the month after, without the days that do
// not lie in it, and goes there.
func (t *targets) copyOn(x rules.Target) {
	x.Month++
	var spans []rules.Span
	for _, sp := range x.Spans {
		if sp.To >= x.Month.First() && sp.From <= x.Month.Last() {
			spans = append(spans, sp)
		}
	}
	x.Spans = spans
	t.month = x.Month
	t.edit(x, true)
	t.fill()
}

// edit asks for everything of a target.
func (t *targets) edit(x rules.Target, fresh bool) {
	p, s := t.p, t.p.s
	was := x
	var id *widget.Picker
	id = widget.NewPicker(s.Lang(), func(chosen string) {
		x.KPI = chosen
		id.SetSelected(chosen)
	})
	var items []widget.PickItem
	for _, m := range rules.Measures {
		items = append(items, widget.PickItem{ID: m, Text: s.T("kpi." + m)})
	}
	id.SetItems(items)
	id.SetSelected(x.KPI)
	scope := t.scopes(&x)
	total := entry(s.T("rules.ui.total"), "", "")
	if x.Total > 0 {
		total.field.SetText(strconv.FormatFloat(x.Total, 'f', -1, 64))
	}
	week, weekdays := t.weekdays(x)
	spans, spanRow := lines(s.T("rules.ui.spans"), rules.SpansText(x.Spans, x.Month), s.T("rules.ui.spans.hint"), s.T("rules.ui.spans.help"))
	shops, shopRow := lines(s.T("rules.ui.shops"), rules.PartsText(x.Shops), s.T("rules.ui.shops.hint"), s.T("rules.ui.shops.help"))
	agents, agentRow := lines(s.T("rules.ui.agents"), rules.PartsText(x.Agents), s.T("rules.ui.agents.hint"), s.T("rules.ui.agents.help"))
	save := func() (err error) {
		if x.Total, err = amountOf(total.field.Text()); err != nil {
			return err
		}
		if x.Weekdays, err = weekdays(); err != nil {
			return err
		}
		if x.Spans, err = rules.SpansOf(spans.Text, x.Month); err != nil {
			return err
		}
		if x.Shops, err = rules.PartsOf(shops.Text); err != nil {
			return err
		}
		if x.Agents, err = rules.PartsOf(agents.Text); err != nil {
			return err
		}
		return s.SetRules(func(r *rules.Rules) {
			if !fresh {
				r.DropTarget(was.Month, was.KPI, was.Scope)
			}
			r.SetTarget(x)
		})
	}
	var drop func() error
	if !fresh {
		drop = func() error {
			return s.SetRules(func(r *rules.Rules) { r.DropTarget(was.Month, was.KPI, was.Scope) })
		}
	}
	p.ask(s.T("rules.ui.targets.of", monthName(x.Month, s)), []line{labelled(s.T("rules.ui.kpi"), id, ""), labelled(s.T("rules.ui.for"), scope, ""), total, week, spanRow, shopRow, agentRow}, save, drop)
}

// scopes is the choice whose target it is: of all shops, one shop, or one team.
func (t *targets) scopes(x *rules.Target) *widget.Picker {
	s := t.p.s
	items := []widget.PickItem{{ID: "", Text: s.T("rules.ui.standards.all")}}
	of := map[string]rules.Scope{"": {}}
	add := func(group, id, name string, scope rules.Scope) {
		items = append(items, widget.PickItem{ID: id, Text: name, Group: group})
		of[id] = scope
	}
	for _, name := range s.ShopNames() {
		add(s.T("rules.ui.shops"), "shop:"+name, name, rules.Scope{Shop: name})
	}
	for _, team := range s.Teams() {
		add(s.T("rules.ui.teams"), "team:"+team.Name, team.Name, rules.Scope{Team: team.Name})
	}
	var p *widget.Picker
	p = widget.NewPicker(s.Lang(), func(id string) {
		x.Scope = of[id]
		p.SetSelected(id)
	})
	p.SetItems(items)
	for id, scope := range of {
		if scope == x.Scope {
			p.SetSelected(id)
		}
	}
	return p
}

// weekdays are seven small fields, Monday to Sunday, and what reads them.
func (t *targets) weekdays(x rules.Target) (row line, read func() ([]float64, error)) {
	s := t.p.s
	fields := make([]*widget.Field, 7)
	var cells []fyne.CanvasObject
	for i := range fields {
		fields[i] = widget.NewField("1", nil)
		if len(x.Weekdays) == 7 {
			fields[i].SetText(strconv.FormatFloat(x.Weekdays[i], 'f', -1, 64))
		}
		cells = append(cells, container.NewVBox(widget.NewWords(weekday(i, s), theme.Small, theme.Second), container.New(&narrow{}, fields[i])))
	}
	row = labelled(s.T("rules.ui.weekdays"), container.NewGridWithColumns(7, cells...), s.T("rules.ui.weekdays.help"))
	return row, func() ([]float64, error) {
		out := make([]float64, 7)
		even := true
		for i, f := range fields {
			text := f.Text()
			if text == "" {
				text = "1"
			}
			v, err := amountOf(text)
			if err != nil {
				return nil, err
			}
			out[i] = v
			even = even && v == 1
		}
		if even {
			return nil, nil
		}
		return out, nil
	}
}

// weekday is the name of a day, counted from Monday, 0.
func weekday(i int, s commands) string {
	return display.Label("weekday", strconv.Itoa(i+1), float64(i+1), 0, s.Lang())
}

// narrow lets a field be as narrow as its room.
type narrow struct{}

// MinSize implements fyne.Layout.
func (*narrow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(40, o[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (*narrow) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }
