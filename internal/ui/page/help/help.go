// Package help is the manual inside the program, and what someone needs who
// is asked for help: version, licences, log file, diagnostics.
package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
	Standards() kpi.Standards
}

// window is what the page asks of the shell.
type window interface {
	Copy(text string)
	Version() string
	Diagnostics() string
	OpenLog()
	ShowText(title, text string)
	Licences() string
	DataDir() string
}

// Page is the page of help.
type Page struct {
	s       commands
	w       window
	content fyne.CanvasObject
	parts   *fyne.Container // of the tab in front
	scroll  *container.Scroll
	front   int
}

// tabs are what can be read about; "help.tab.NAME" is the title.
var tabs = []struct {
	name string
	show func(*Page) []fyne.CanvasObject
}{{"manual", (*Page).manual}, {"reports", (*Page).reports}, {"kpis", (*Page).kpis}}

// chapters are the parts of the manual: "help.NAME" is the title,
// "help.NAME.text" the text, one paragraph a line.
var chapters = []string{"start", "export", "columns", "explore", "reports", "print", "kpi", "privacy", "keys"}

const textWidth = 720

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w, parts: container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad))}
	head := widget.NewHeading(s.T("nav.help"), s.T("help.version", w.Version()),
		widget.NewButton(s.T("help.diagnostics"), theme.Copy, widget.Plain, func() { w.Copy(w.Diagnostics()) }),
		widget.NewButton(s.T("help.log"), theme.File, widget.Plain, w.OpenLog),
		widget.NewButton(s.T("help.licences"), theme.List, widget.Plain, func() { w.ShowText(s.T("help.licences"), w.Licences()) }))
	names := make([]string, len(tabs))
	for i, t := range tabs {
		names[i] = s.T("help.tab." + t.name)
	}
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Section, theme.Section, theme.Section, theme.Section),
		container.New(&column{}, container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad), head, container.NewHBox(widget.NewSegmented(names, p.turn)), p.parts))))
	p.content = p.scroll
	p.turn(0)
	return p
}

// turn brings a tab to the front.
func (p *Page) turn(i int) {
	p.front = i
	p.parts.Objects = tabs[i].show(p)
	p.parts.Refresh()
	p.scroll.ScrollToTop()
	p.scroll.Refresh() // it is of another length
}

// manual is how the program is used, chapter by chapter.
func (p *Page) manual() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range chapters {
		text := p.s.T("help." + c + ".text")
		if c == "privacy" {
			text += "\n" + p.s.T("help.privacy.where", p.w.DataDir())
		}
		out = append(out, widget.NewCard(chapter(p.s.T("help."+c), text)))
	}
	return out
}

func chapter(title, text string) fyne.CanvasObject {
	lines := []fyne.CanvasObject{widget.NewWords(title, theme.Lead, theme.Text).Bold()}
	for _, l := range strings.Split(text, "\n") {
		lines = append(lines, widget.NewPara(l, theme.Body, theme.Text))
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), lines...)
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page: standards of the shop's own are told with the
// metrics.
func (p *Page) Changed(e session.Event) {
	if e == session.ReportChanged && tabs[p.front].name == "kpis" {
		p.turn(p.front)
	}
}

// column keeps text from growing wider than reads well.
type column struct{}

// MinSize implements fyne.Layout.
func (c *column) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, o[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (c *column) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSize(min(s.Width, textWidth), s.Height))
}
