// Package help is the manual inside the program, and what someone needs who
// is asked for help: version, licences, log file, diagnostics.
package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/lang"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
}

// window is what the page asks of the shell.
type window interface {
	Copy(text string)
	Version() string
	Diagnostics() string
	OpenLog()
	ShowText(title, text string)
	Licences() string
}

// Page is the page of help.
type Page struct{ content fyne.CanvasObject }

// chapters are the parts of the manual: "help.NAME" is the title,
// "help.NAME.text" the text, one paragraph a line.
var chapters = []string{"start", "export", "columns", "explore", "reports", "kpi", "privacy", "keys"}

const textWidth = 720

// New makes the page.
func New(s commands, w window) *Page {
	parts := []fyne.CanvasObject{widget.NewHeading(s.T("nav.help"), s.T("help.version", w.Version()),
		widget.NewButton(s.T("help.diagnostics"), theme.Copy, widget.Plain, func() { w.Copy(w.Diagnostics()) }),
		widget.NewButton(s.T("help.log"), theme.File, widget.Plain, w.OpenLog),
		widget.NewButton(s.T("help.licences"), theme.List, widget.Plain, func() { w.ShowText(s.T("help.licences"), w.Licences()) }))}
	for _, c := range chapters {
		parts = append(parts, widget.NewCard(chapter(s.T("help."+c), s.T("help."+c+".text"))))
	}
	return &Page{content: container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Section, theme.Section, theme.Section, theme.Section),
		container.New(&column{}, container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad), parts...))))}
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

// Changed implements shell.Page.
func (p *Page) Changed(session.Event) {}

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
