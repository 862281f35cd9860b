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
	params       *widget.IconButton
	sections     *widget.Button // of a composed report
	row          *fyne.Container
}

var compares = []string{"", "last-year", "none"}

func newTools(s commands) *tools {
	t := &tools{s: s}
	set := func(change func(*session.ReportChoice)) func() { return func() { s.SetReport(change) } }
	t.before = widget.NewIconButton(theme.ChevronLeft, s.T("reports.before"), set(func(c *session.ReportChoice) { c.Period = s.ReportPeriods().Before }))
	t.next = widget.NewIconButton(theme.ChevronRight, s.T("reports.next"), set(func(c *session.ReportChoice) { c.Period = s.ReportPeriods().Next }))
	t.period = widget.NewPicker(s.Lang(), func(id string) {
		s.SetReport(func(c *session.ReportChoice) { c.Period = id })
	}).SetHint(s.T("reports.period"))
	t.compare = widget.NewPicker(s.Lang(), func(id string) {
		s.SetReport(func(c *session.ReportChoice) { c.Compare = id[1:] })
	})
	var items []widget.PickItem
	for _, c := range compares {
		items = append(items, widget.PickItem{ID: "c" + c, Text: s.T("compare." + c)})
	}
	t.compare.SetItems(items)
	t.params = widget.NewIconButton(theme.Settings, s.T("reports.params"), func() { askParams(t.params, s) })
	t.sections = widget.NewButton(s.T("reports.sections"), theme.List, widget.Plain, func() { askSections(t.sections, s) })
	t.row = container.New(layout.NewCustomPaddedHBoxLayout(theme.Unit), t.before, t.period, t.next,
		widget.NewWords(s.T("reports.compare"), theme.Body, theme.Second), t.compare, t.sections, t.params)
	t.content = container.New(layout.NewCustomPaddedLayout(theme.Gap+theme.Unit, 0, theme.Section, theme.Section), container.NewHBox(layout.NewSpacer(), t.row, layout.NewSpacer()))
	return t
}

// changed shows the period of the report and which others there are.
func (t *tools) changed() {
	p := t.s.ReportPeriods()
	items := make([]widget.PickItem, len(p.Choices))
	for i, c := range p.Choices {
		items[i] = widget.PickItem{ID: c.ID, Text: c.Name, Note: c.Dates}
	}
	t.period.SetItems(items)
	t.period.SetSelected(p.Current)
	t.before.SetEnabled(p.Before != "")
	t.next.SetEnabled(p.Next != "")
	t.compare.SetSelected("c" + t.s.ReportChoice().Compare)
	if t.s.Sections() == nil {
		t.sections.Hide()
	} else {
		t.sections.Show()
	}
	t.row.Refresh() // what is shown anew needs room
}
