// Package data is the page of columns: the log's files, every column with what
// it was taken for and why, the first rows, and what was left out or not
// understood. A wrong guess is corrected where it is shown.
package data

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
	Logs() []*ingest.Log
	Log() *ingest.Log
	Current() int
	SetCurrent(i int)
	CloseLog(i int)
	SetKind(k logkind.Kind)
	SetRole(header string, r logkind.Role)
	SetConvention(header string, c session.Convention)
	SetApart(apart bool)
	SetFile(path string, change func(*ingest.FileOptions))
	Reading(path string) ingest.FileOptions
	RemoveFile(path string)
	UndoReading()
	CanUndoReading() bool
	Notice() session.Notice
	RedoReading()
	Look(path string, c ingest.FileOptions, done func(*ingest.Peek, error))
	LookAround(at session.Spot, done func(*ingest.Peek, error))
	Spot() session.Spot
	Work(slot string, work, done func())
	ShowSpot(at session.Spot)
	ShowAll()
}

// window is what the page asks of the shell.
type window interface {
	AskOpen()
	Go(page string)
	OpenFile(path string)
	AskExport()
	Copy(text string)
	Return() // to where a cell was asked for
	CanReturn() bool
}

// Page is the page of columns.
type Page struct {
	s       commands
	w       window
	content *fyne.Container
	files   *files
	columns *columns
	first   *widget.Grid
	placing *placing
	issues  *issues
	head    *fyne.Container
	middle  *fyne.Container
	byName  fyne.CanvasObject // the columns and their first rows
	full    fyne.CanvasObject
	seen    string // files of the log that was last shown
}

const (
	filesWidth   = 208
	issuesWidth  = 272
	columnsShare = 0.64
	narrow       = 1080 // below which the page has two columns
	filesShare   = 0.45 // of the height, of the files where they stand above the issues
)

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w, files: newFiles(s), columns: newColumns(s), first: widget.NewGrid(nil), placing: newPlacing(s, w), issues: newIssues(s, w)}
	p.head, p.middle = container.NewStack(), container.NewStack()
	p.byName = widget.NewSplit(true, columnsShare,
		container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), widget.NewTightCard(p.columns.content)),
		container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0), widget.NewTightCard(p.first)))
	body := container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Gap+theme.Unit, 0, 0), p.head), nil, nil, nil, p.middle)
	p.full = container.New(&thirds{p.files.reveal}, p.files.content, container.New(layout.NewCustomPaddedLayout(theme.Pad, theme.Pad, theme.Pad, theme.Pad), body), p.issues.content)
	p.content = container.NewStack()
	p.Changed(session.LogsChanged)
	return p
}

// thirds places the files, the columns and the issues side by side.
type thirds struct{ placed func() }

// MinSize implements fyne.Layout.
func (t *thirds) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) }

// Layout implements fyne.Layout. In a narrow window the files stand above the
// issues, so that the columns keep their room.
func (t *thirds) Layout(o []fyne.CanvasObject, s fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	defer t.placed()
	right := s.Width - issuesWidth
	if s.Width < narrow {
		high := s.Height * filesShare
		put(o[0], right, 0, issuesWidth, high)
		put(o[1], 0, 0, right, s.Height)
		put(o[2], right, high, issuesWidth, s.Height-high)
		return
	}
	put(o[0], 0, 0, filesWidth, s.Height)
	put(o[1], filesWidth, 0, right-filesWidth, s.Height)
	put(o[2], right, 0, issuesWidth, s.Height)
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page.
func (p *Page) Changed(e session.Event) {
	l := p.s.Log()
	switch {
	case e == session.SpotShown && l != nil:
		p.placing.goTo(p.s.Spot())
		p.front(l)
	case e == session.LogsChanged && l == nil:
		p.seen = ""
		p.placing.hide()
		p.content.Objects = []fyne.CanvasObject{container.NewCenter(widget.NewEmptyState(theme.Data, p.s.T("reports.empty"), p.s.T("data.empty"),
			widget.NewButton(p.s.T("start.open"), theme.Open, widget.Primary, p.w.AskOpen)))}
		p.content.Refresh()
	case e == session.LogsChanged:
		if now := strings.Join(pathsOf(l), "\n"); now != p.seen {
			p.seen = now
			if p.placing.hide(); unsure(*leastSure(l)) {
				p.placing.show(l)
			}
		} else if p.placing.shown {
			p.placing.show(l)
		}
		p.fill(l)
	}
}

// fill shows a log.
func (p *Page) fill(l *ingest.Log) {
	p.files.fill()
	p.columns.fill(l)
	p.first.SetModel(widget.NewFirstRows(l.Table, previewRows, p.s.Lang()))
	p.issues.fill(l)
	p.front(l)
}

// front brings the columns of a log, or its sheet, to the front.
func (p *Page) front(l *ingest.Log) {
	p.middle.Objects = []fyne.CanvasObject{p.byName}
	if p.placing.shown {
		p.middle.Objects = []fyne.CanvasObject{p.placing.view.content}
	}
	p.middle.Refresh()
	p.head.Objects = []fyne.CanvasObject{container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), append([]fyne.CanvasObject{p.heading(l)}, p.questions(l)...)...)}
	p.head.Refresh()
	p.content.Objects = []fyne.CanvasObject{p.full}
	p.content.Refresh()
}

// heading says what kind of log it is and how many columns want a look, and
// switches between the columns and the sheet as it stands in the file.
func (p *Page) heading(l *ingest.Log) fyne.CanvasObject {
	kind := widget.NewPicker(p.s.Lang(), func(id string) { p.s.SetKind(logkind.Kind(id)) }).SetLabel(p.s.T("data.kind"))
	var items []widget.PickItem
	for _, k := range logkind.Catalogue {
		items = append(items, widget.PickItem{ID: string(k.Kind), Text: k.Kind.Name(p.s.Lang()), Note: p.s.T("kind." + string(k.Kind) + ".row")})
	}
	kind.SetItems(items)
	kind.SetSelected(string(l.Kind))
	views := widget.NewSegmented([]string{p.s.T("data.view.columns"), p.s.T("data.view.sheet")}, func(i int) { p.look(i == 1) })
	if p.placing.shown {
		views.SetSelected(1)
	}
	note := p.s.T("data.sure")
	if unsure(*leastSure(l)) { // it is asked about below
		note = ""
	}
	if n := len(doubtful(l)); n > 0 {
		note = p.s.Lang().N("data.doubtful", n)
	}
	return container.NewBorder(nil, nil, container.NewHBox(kind, views), container.NewHBox(
		widget.NewButton(p.s.T("data.allrows"), theme.List, widget.Plain, p.s.ShowAll),
		widget.NewButton(p.s.T("data.reports"), theme.Reports, widget.Primary, func() { p.w.Go("reports") })),
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, theme.Gap), widget.NewWords(note, theme.Body, theme.Second).Shrink(80)))
}

// look shows the sheet as it stands in the file, or the columns.
func (p *Page) look(atSheet bool) {
	l := p.s.Log()
	if l == nil {
		return
	}
	if atSheet {
		p.placing.show(l)
	} else {
		p.placing.hide()
	}
	p.front(l)
}

// Undo takes back a step of what is proposed, else of how the log is read, else
// the opening or closing of which the status line speaks.
func (p *Page) Undo() {
	back := p.s.Notice().Undo
	switch {
	case p.placing.undo():
	case p.s.CanUndoReading() || back == nil:
		p.s.UndoReading()
	default:
		back()
	}
}

// Redo takes it again.
func (p *Page) Redo() { p.s.RedoReading() }

// Find puts the cursor into the search over the issues.
func (p *Page) Find() { p.issues.search.Focus() }

// doubt is the confidence below which a guess is asked about.
const doubt = 0.6

// doubted reports whether a column was understood without much ground: what it
// is, or which of its numbers is the month.
func doubted(c ingest.Column) bool { return c.Role != "" && c.Confidence < doubt || c.Unsure }

// doubtful lists the columns that are asked about.
func doubtful(l *ingest.Log) []ingest.Column {
	var out []ingest.Column
	for _, c := range l.Columns {
		if doubted(c) {
			out = append(out, c)
		}
	}
	return out
}
