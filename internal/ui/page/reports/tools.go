package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// tools are the choices over the report: the period, with a step back and
// forth, and what to compare with.
type tools struct {
	s            commands
	content      fyne.CanvasObject
	period       *widget.Picker
	compare      *widget.Picker
	before, next *widget.IconButton
}

var compares = []string{"", "last-year", "none"}

func newTools(s commands) *tools {
	t := &tools{s: s}
	set := func(change func(*session.ReportChoice)) func() { return func() { s.SetReport(change) } }
	t.before = widget.NewIconButton(theme.ChevronLeft, s.T("reports.before"), set(func(c *session.ReportChoice) { c.Period = s.ReportPeriods().Before }))
	t.next = widget.NewIconButton(theme.ChevronRight, s.T("reports.next"), set(func(c *session.ReportChoice) { c.Period = s.ReportPeriods().Next }))
	t.period = widget.NewPicker(s.T("reports.period"), nil, func(id string) {
		s.SetReport(func(c *session.ReportChoice) { c.Period = id })
	})
	var items []widget.Item
	for _, c := range compares {
		items = append(items, widget.Item{ID: "c" + c, Text: s.T("compare." + c)})
	}
	t.compare = widget.NewPicker("", items, func(id string) {
		s.SetReport(func(c *session.ReportChoice) { c.Compare = id[1:] })
	})
	row := container.New(layout.NewCustomPaddedHBoxLayout(theme.Unit), t.before, t.period, t.next,
		widget.NewWords(s.T("reports.compare"), theme.Body, theme.Second), t.compare)
	t.content = container.New(layout.NewCustomPaddedLayout(theme.Gap+theme.Unit, 0, theme.Section, theme.Section), container.NewHBox(layout.NewSpacer(), row, layout.NewSpacer()))
	return t
}

// changed shows the period of the report and which others there are.
func (t *tools) changed() {
	p := t.s.ReportPeriods()
	items := make([]widget.Item, len(p.Choices))
	for i, c := range p.Choices {
		items[i] = widget.Item{ID: c.ID, Text: c.Name, Second: c.Dates}
	}
	t.period.SetItems(items)
	t.period.SetSelected(p.Current)
	t.before.SetEnabled(p.Before != "")
	t.next.SetEnabled(p.Next != "")
	t.compare.SetSelected("c" + t.s.ReportChoice().Compare)
}
