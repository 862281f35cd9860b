// Package reports is the page of reports: the list of questions at the left,
// the answer at the right as the pages that would be printed. Every figure on
// them leads to its rows.
package reports

import (
	"image"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/page"
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
	ShopNames() []string
	AgentNames() []string
	ReportPeriods() session.Periods
	ReportsReady() map[string]bool
	Logs() []*ingest.Log
	PagesOf(doc *document.Document, done func([]*page.Page))
	ShowRef(title string, ref *document.Ref)
	Study(ref *document.Ref) (ok bool)
	Work(slot string, work, done func())
	// Sections are what a composed report can be put together from; nil for others.
	Sections() []report.Chosen
	SetSections([]report.Chosen) error
	ResetSections() error
	OwnSections() bool
	UndoRules()
	RedoRules()
}

// window is what the page asks of the shell.
type window interface {
	AskOpen()
	Go(page string)
	CopyImage(img image.Image)
	PrintChart(c *document.Chart)
}

// Page is the page of reports.
type Page struct {
	s       commands
	w       window
	content *fyne.Container
	list    map[string]*widget.NavItem
	column  *fyne.Container // of the list
	tools   *tools
	paper   *paper
}

// listWidth is the width of the list of questions.
const listWidth = 256

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w, list: map[string]*widget.NavItem{}}
	for _, r := range report.Catalogue {
		p.list[r.ID] = widget.NewNavItem("", s.T("report."+r.ID), func() {
			s.SetReport(func(c *session.ReportChoice) { c.ID = r.ID })
		})
	}
	p.column = container.New(layout.NewCustomPaddedVBoxLayout(2))
	p.tools = newTools(s)
	p.paper = newPaper(s, w)
	list := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Gap, theme.Gap), p.column))
	list.SetMinSize(fyne.NewSize(listWidth, 0))
	p.content = container.NewBorder(nil, nil, widget.NewPanel(list, 0), nil,
		container.NewBorder(p.tools.content, nil, nil, nil, p.paper.content))
	p.Changed(session.LogsChanged)
	return p
}

// Undo takes the last change of a report's sections back, Redo takes it again.
func (p *Page) Undo() { p.s.UndoRules() }

// Redo makes the change again that Undo took back.
func (p *Page) Redo() { p.s.RedoRules() }

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page.
func (p *Page) Changed(e session.Event) {
	if e != session.ReportChanged && e != session.LogsChanged {
		return
	}
	if e == session.LogsChanged {
		p.offer()
	}
	for id, item := range p.list {
		item.SetCurrent(id == p.s.ReportChoice().ID)
	}
	p.tools.changed()
	doc, err := p.s.Document()
	switch {
	case err != nil:
		p.paper.say(fault.Say(err, p.s.Lang()))
	case doc == nil && len(p.s.Logs()) > 0:
		p.paper.wait()
	case doc == nil:
		p.paper.empty()
	default:
		p.paper.show(doc)
	}
}

// offer lists the reports that the open logs allow with their questions, and
// below them the others with the logs that they would need.
func (p *Page) offer() {
	ready := p.s.ReportsReady()
	var now, later []fyne.CanvasObject
	for _, r := range report.Catalogue {
		item := p.list[r.ID]
		if ready[r.ID] || len(p.s.Logs()) == 0 {
			item.SetTexts(p.s.T("report."+r.ID), p.s.T("report."+r.ID+".question"))
			now = append(now, item)
			continue
		}
		item.SetTexts(p.s.T("report."+r.ID), p.s.T("reports.needs", needs(r.Kinds, p.s.Lang())))
		later = append(later, item)
	}
	if len(later) > 0 {
		head := widget.NewWords(p.s.T("reports.later"), theme.Small, theme.Second)
		now = append(now, container.New(layout.NewCustomPaddedLayout(theme.Pad, theme.Unit, 12, 0), head))
	}
	p.column.Objects = slices.Concat(now, later)
	p.column.Refresh()
}

// needs names the kinds of logs of which one is needed.
func needs(kinds []logkind.Kind, l lang.Lang) string {
	var names []string
	for _, k := range kinds {
		if k != logkind.Generic && len(names) < mostKinds {
			names = append(names, k.Name(l))
		}
	}
	return l.T("reports.or", strings.Join(names, l.T("reports.or.between")))
}

// mostKinds is how many kinds of logs are named at most.
const mostKinds = 2
