// Package start is the first screen: where to drop files, what was open
// lately, and a sample shop to try. It asks for files and opens none itself.
package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/display"
	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/session"
	"tallyboard/internal/task"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
	Prefs() library.Prefs
	Open(paths []string, password string)
	OpenSample()
	Failures() []ingest.Failure
	DropFailure(path string)
	Loading() []string
	Ahead() *ingest.Peek
	Running() []task.Running
	CancelTask(slot string)
}

// window is what the page asks of the shell.
type window interface{ AskOpen() }

// Page is the start page.
type Page struct {
	s       commands
	w       window
	content fyne.CanvasObject
	middle  *fyne.Container // where to drop files, or what is being read
	drop    fyne.CanvasObject
	reading *reading
	below   *fyne.Container
}

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w}
	drop := widget.NewDropZone(s.T("start.drop"), s.T("start.drop.hint"), w.AskOpen,
		widget.NewButton(s.T("start.open"), theme.Open, widget.Primary, w.AskOpen),
		widget.NewButton(s.T("start.sample"), theme.Eye, widget.Plain, s.OpenSample))
	p.drop, p.middle, p.reading = drop, container.NewStack(drop), newReading(s)
	p.below = container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap))
	p.content = container.New(layout.NewCustomPaddedLayout(theme.Section, theme.Section, theme.Section, theme.Section),
		container.NewBorder(nil, p.below, nil, nil, p.middle))
	p.fill()
	return p
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page.
func (p *Page) Changed(e session.Event) {
	switch e {
	case session.PrefsChanged, session.LogsChanged, session.LoadEnded:
		p.fill()
	case session.TasksChanged, session.RowsAhead:
		p.Tick()
	}
}

// Tick implements the shell's ticker: while files are read there is a card for
// each in the place of the drop zone.
func (p *Page) Tick() {
	now := p.drop
	if p.reading.show() {
		now = p.reading.content
	}
	if p.middle.Objects[0] != now {
		p.middle.Objects = []fyne.CanvasObject{now}
		p.middle.Refresh()
	}
}

// shown is how many recent sets are offered.
const shown = 3

// fill shows what could not be read, and what was open lately.
func (p *Page) fill() {
	objects := []fyne.CanvasObject{}
	room := theme.Gap // between the drop zone and the first sentence
	for _, f := range p.s.Failures() {
		banner := widget.NewBanner(2, fault.Say(f.Err, p.s.Lang()), func() { p.s.DropFailure(f.Path); p.fill() },
			widget.NewButton(p.s.T("start.again"), theme.Refresh, widget.Plain, func() { p.s.Open([]string{f.Path}, "") })).SetTip(f.Path)
		objects = append(objects, container.New(layout.NewCustomPaddedLayout(room, 0, 0, 0), banner))
		room = 0
	}
	recent := p.s.Prefs().Recent
	if len(recent) > 0 {
		objects = append(objects, container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0),
			widget.NewSection(p.s.T("start.recent"), p.s.T("start.private"))))
		cards := make([]fyne.CanvasObject, 0, shown)
		for _, r := range recent[:min(len(recent), shown)] {
			cards = append(cards, p.card(r))
		}
		objects = append(objects, widget.NewColumns(240, cards...))
	} else {
		objects = append(objects, widget.NewPara(p.s.T("start.private.long"), theme.Small, theme.Second).Centered())
	}
	p.below.Objects = objects
	p.below.Refresh()
}

func (p *Page) card(r library.Recent) fyne.CanvasObject {
	note := p.s.T("start.rows", display.Format{Kind: display.Count}.Full(float64(r.Rows), p.s.Lang()))
	if r.Period != "" {
		note = r.Period + " · " + note
	}
	item := widget.NewNavItem(theme.File, r.Name, func() { p.s.Open(r.Paths, "") })
	item.SetTexts(r.Name, note)
	return widget.NewTightCard(item)
}
