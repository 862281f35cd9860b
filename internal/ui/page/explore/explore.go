// Package explore is the pivot: dropdowns for rows, columns, values and how to
// show them, filter chips, the chart, and the table under it. Everything that
// is seen leads to the rows behind it.
package explore

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
	Log() *ingest.Log
	View() session.View
	SetView(func(*session.View))
	Undo()
	Redo()
	CanUndo() bool
	CanRedo() bool
	Result() (*pivot.Result, error)
	Chart() *chart.Chart
	ShowBehind(title string, row, col []pivot.Label)
	SavedViews() []library.View
	SaveView(name string)
	DeleteView(name string)
	RenameView(was, name string)
	DuplicateView(of, name string)
	ApplyView(v library.View)
	ApplyText(spec string)
	MoveView(from, to int)
	AddTile(view string)
	SaveTile(name string)
	AddNote(row, col []pivot.Label, value int, atTime bool, text string)
	EditNote(i int, text string)
	MoveNote(i int, x, y float64)
	RemoveNote(i int)
	SetTargetLine(text string)
	ZoomTo(from, to int)
	ZoomOut()
	Zoomed() string
	Goal() float64
	Judges() []*session.Judge
	TableJudge() document.Judge
	SetFolded(rows, cols map[string]bool)
	Work(slot string, work, done func())
	ViewPeriod() (pivot.Bounded, []pivot.Filter)
	ViewPeriods(column string) []session.PeriodChoice
	SetViewPeriod(column, text string)
	WithPeriod(where []pivot.Filter, column string, p pivot.Period) []pivot.Filter
	Timeline(column string, done func([]session.Stretch))
	Extras() []session.Extra
	Metrics() []session.Metric
	ColumnFacts(done func(map[string]session.Facts))
	Prepare(column string, done func(session.Facts))
	AskWhy(row, col []pivot.Label, value int, period byte, done func(*session.Why))
	ColumnValues(column string, fn pivot.Func, done func([]session.ValueCount))
}

// window is what the page asks of the shell.
type window interface {
	AskOpen()
	AskName(title, label, value string, answer func(string))
	ShowBox(title string, content fyne.CanvasObject) (hide func())
	Copy(text string)
	CopyImage(img image.Image)
	PrintChart(c *document.Chart)
}

// Page is the page of the pivot.
type Page struct {
	s        commands
	w        window
	content  *fyne.Container
	full     fyne.CanvasObject // with a log
	head     *fyne.Container   // the choices and the filters
	shelf    *shelf
	filters  *filters
	chart    *widget.ChartView
	grid     *widget.Grid
	split    *widget.Split // between the two
	said     *widget.Words
	problem  *fyne.Container
	model    *model
	cursor   cursor
	zoomed   string // what the chip of the stretch looked at closer says
	trail    trail
	drilling bool
}

// chartShare is the part of the height that the chart has at first.
const chartShare = 0.56

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w}
	p.shelf = newShelf(s, w, p.more)
	p.shelf.table, p.shelf.look = p.tableMenu, p.valueItems
	p.filters = newFilters(s, p.shelf)
	p.said = widget.NewWords("", theme.Body, theme.Second)
	p.chart = widget.NewChartView()
	p.chart.OnMark = p.mark
	p.chart.OnMenu = p.chartMenu
	p.chart.OnNote = p.noteMenu
	p.chart.OnNoteMove = func(i int, x, y float64) { s.MoveNote(p.chart.Chart().Notes[i].ID, x, y) }
	p.chart.OnCopy = w.CopyImage
	p.wireTable()
	p.problem = container.NewStack()
	p.split = widget.NewSplit(true, chartShare,
		container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), widget.NewTightCard(p.chart)),
		container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0), widget.NewTightCard(p.grid)))
	p.head = widget.NewFlow(theme.Gap)
	p.full = container.New(layout.NewCustomPaddedLayout(theme.Gap+theme.Unit, theme.Gap+theme.Unit, theme.Pad, theme.Pad),
		container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), p.head), nil, nil, nil,
			container.NewStack(p.split, p.problem)))
	p.content = container.NewStack()
	p.Changed(session.LogsChanged)
	return p
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page.
func (p *Page) Changed(e session.Event) {
	switch e {
	case session.LogsChanged:
		p.open()
	case session.ViewChanged:
		p.choices()
	case session.ResultChanged:
		p.show()
	}
}

// open shows the pivot where there is a log, and asks for one where not.
func (p *Page) open() {
	if p.s.Log() == nil {
		p.content.Objects = []fyne.CanvasObject{container.NewCenter(widget.NewEmptyState(theme.Explore, p.s.T("reports.empty"), p.s.T("explore.empty"),
			widget.NewButton(p.s.T("start.open"), theme.Open, widget.Primary, p.w.AskOpen)))}
		p.content.Refresh()
		return
	}
	p.shelf.columns()
	p.choices()
	p.content.Objects = []fyne.CanvasObject{p.full}
	p.content.Refresh()
	p.show()
}

// choices shows the view in the head of the page.
func (p *Page) choices() {
	p.shelf.spots.keep(fyne.CurrentApp().Driver().CanvasForObject(p.content), func() {
		p.shelf.fill()
		p.filters.fill()
		p.head.Objects = slices.Concat(p.shelf.objects, p.filters.objects, p.orderChips(), p.zoomChips(), p.crumbs(), []fyne.CanvasObject{p.said})
		p.head.Refresh()
	})
}

// show puts the result on the screen, or why there is none.
func (p *Page) show() {
	r, err := p.s.Result()
	p.problem.Objects = nil
	if err != nil {
		p.problem.Objects = []fyne.CanvasObject{container.NewCenter(widget.NewEmptyState(theme.Warn, fault.Say(err, p.s.Lang()), "",
			widget.NewButton(p.s.T("explore.undo"), theme.Undo, widget.Plain, p.s.Undo)))}
	}
	p.problem.Refresh()
	if r == nil || err != nil {
		return
	}
	said := p.s.T("explore.total", session.Sentence(r, p.s.Lang()), number(r.RowsUsed, p.s.Lang()))
	p.said.SetText(joined(said, partial(r, p.s.Lang())))
	p.shelf.learn()
	p.head.Refresh() // the sentence is of another length
	p.draw()
	p.shelf.kinds(r)
	p.table(r)
}

// Find asks for a column to filter on.
func (p *Page) Find() {
	if p.s.Log() != nil {
		p.filters.choose()
	}
}
