// Package reports is the page of reports: the list of questions at the left,
// the answer at the right as the pages that would be printed. Every figure on
// them leads to its rows.
package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/report"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
	Document() (*document.Document, error)
	ReportChoice() session.ReportChoice
	SetReport(func(*session.ReportChoice))
	ReportPeriods() session.Periods
	ShowRef(title string, ref *document.Ref)
}

// window is what the page asks of the shell.
type window interface {
	AskOpen()
	Go(page string)
}

// Page is the page of reports.
type Page struct {
	s       commands
	w       window
	content *fyne.Container
	list    map[string]*widget.NavItem
	tools   *tools
	paper   *paper
}

// listWidth is the width of the list of questions.
const listWidth = 216

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w, list: map[string]*widget.NavItem{}}
	var items []fyne.CanvasObject
	for _, r := range report.Catalogue {
		item := widget.NewNavItem("", s.T("report."+r.ID), func() {
			s.SetReport(func(c *session.ReportChoice) { c.ID = r.ID })
		})
		item.SetTexts(s.T("report."+r.ID), s.T("report."+r.ID+".question"))
		p.list[r.ID] = item
		items = append(items, item)
	}
	p.tools = newTools(s)
	p.paper = newPaper(s, w)
	list := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Gap, theme.Gap),
		container.New(layout.NewCustomPaddedVBoxLayout(2), items...)))
	list.SetMinSize(fyne.NewSize(listWidth, 0))
	p.content = container.NewBorder(nil, nil, widget.NewPanel(list, 0), nil,
		container.NewBorder(p.tools.content, nil, nil, nil, p.paper.content))
	p.Changed(session.ReportChanged)
	return p
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page.
func (p *Page) Changed(e session.Event) {
	if e != session.ReportChanged && e != session.LogsChanged {
		return
	}
	for id, item := range p.list {
		item.SetCurrent(id == p.s.ReportChoice().ID)
	}
	p.tools.changed()
	doc, err := p.s.Document()
	switch {
	case err != nil:
		p.paper.say(fault.Say(err, p.s.Lang()))
	case doc == nil:
		p.paper.empty()
	default:
		p.paper.show(doc)
	}
}
