package reports

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/report"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

const sectionsWidth = 440

// askSections drops what a composed report is put together from: a tick for each
// section, in the order of the report, and how its charts are drawn. Every change
// shows at once behind it.
func askSections(owner fyne.CanvasObject, s commands) {
	choice := s.ReportChoice()
	about := s.T("sections.all")
	if shop := choice.Params["shop"]; shop != "" {
		about = s.T("sections.shop", shop)
	}
	wrong, list := container.NewStack(), container.NewVScroll(nil)
	var usual *widget.Button
	say := func(err error) {
		wrong.Objects = nil
		if err != nil {
			wrong.Objects = []fyne.CanvasObject{widget.NewBanner(document.Warning, fault.Say(err, s.Lang()), nil)}
		}
		wrong.Refresh()
		usual.SetEnabled(s.OwnSections())
	}
	var show func() *widget.OrderList
	show = func() *widget.OrderList {
		o := widget.NewOrderList(s.Lang(), sectionItems(s), func(items []widget.OrderItem) {
			err := s.SetSections(chosen(s.Sections(), items))
			if say(err); err != nil {
				show().Focus() // as they were
			}
		})
		list.Content = o
		list.SetMinSize(fyne.NewSize(sectionsWidth, o.MinSize().Height))
		list.Refresh()
		return o
	}
	usual = widget.NewButton(s.T("sections.usual"), theme.Undo, widget.Plain, func() {
		say(s.ResetSections())
		show()
	})
	usual.SetEnabled(s.OwnSections())
	var pop *widget.Popup
	foot := container.NewHBox(usual, layout.NewSpacer(), widget.NewButton(s.T("shell.ok"), "", widget.Primary, func() { pop.Close() }))
	head := container.New(layout.NewCustomPaddedVBoxLayout(theme.Unit), widget.NewWords(about, theme.Body, theme.Text).Bold(), widget.NewPara(s.T("sections.move"), theme.Small, theme.Second), wrong)
	o := show()
	pad := func(o fyne.CanvasObject, top, bottom float32) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(top, bottom, 0, 0), o)
	}
	box := container.NewBorder(pad(head, 0, theme.Gap), pad(foot, theme.Gap, 0), nil, nil, list)
	pop = widget.ShowPopup(owner, container.New(layout.NewCustomPaddedLayout(12, 12, 12, 12), box))
	o.Focus()
}

// sectionItems are the lines of the list. A section without a log to be made from
// says what it needs.
func sectionItems(s commands) []widget.OrderItem {
	kinds := map[logkind.Kind]bool{}
	for _, l := range s.Logs() {
		kinds[l.Kind] = true
	}
	var out []widget.OrderItem
	for _, c := range s.Sections() {
		it := widget.OrderItem{ID: c.ID, Text: s.T(c.Title), On: c.On, Choice: string(c.Chart)}
		if len(c.Kinds) > 0 && !slices.ContainsFunc(c.Kinds, func(k logkind.Kind) bool { return kinds[k] }) {
			it.Note = s.T("reports.needs", needs(c.Kinds, s.Lang()))
		}
		for _, k := range c.Charts {
			it.Choices = append(it.Choices, widget.PickItem{ID: string(k), Text: s.T("chart.kind." + string(k))})
		}
		out = append(out, it)
	}
	return out
}

// chosen are the sections as the lines of the list have them.
func chosen(all []report.Chosen, items []widget.OrderItem) []report.Chosen {
	out := make([]report.Chosen, 0, len(items))
	for _, it := range items {
		if i := slices.IndexFunc(all, func(c report.Chosen) bool { return c.ID == it.ID }); i >= 0 {
			c := all[i]
			c.On = it.On
			for _, k := range c.Charts {
				if string(k) == it.Choice {
					c.Chart = k
				}
			}
			out = append(out, c)
		}
	}
	return out
}
