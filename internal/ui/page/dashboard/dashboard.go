// Package dashboard is a page of tiles: saved views side by side, drawn on the
// current log. It knows nothing of how views are made; a click on a tile leads
// to Explore.
package dashboard

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
	Log() *ingest.Log
	SavedViews() []library.View
	Dashboard() library.Dashboard
	Tiles() []session.TileResult
	DashboardPeriods() []session.PeriodChoice
	SetDashboardPeriod(text string)
	AddTile(view string)
	MoveTile(from, to int)
	ChangeTile(i int, change func(*library.Tile))
	RemoveTile(i int)
	RenameView(was, name string)
	OpenTile(i int)
}

// window is what the page asks of the shell.
type window interface {
	AskOpen()
	AskName(title, label, value string, answer func(string))
	CopyImage(img image.Image)
	PrintTile(view string)
	Go(page string)
}

// Page is the page of tiles.
type Page struct {
	s       commands
	w       window
	content *fyne.Container
	full    fyne.CanvasObject // with tiles
	period  *widget.Picker
	board   *widget.Board
	scroll  *container.Scroll
	tiles   []*tile
}

// Room for tiles: the least width of a column, and the height of a row.
const columnWidth, rowHeight = 340, 264

// own stands for the period of each view in the picker, whose ids are not "".
const own = "own"

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w, content: container.NewStack()}
	p.period = widget.NewPicker(s.Lang(), func(id string) {
		if id == own {
			id = ""
		}
		s.SetDashboardPeriod(id)
	}).SetLabel(s.T("dashboard.period"))
	var add *widget.Button
	add = widget.NewButton(s.T("dashboard.add"), theme.Plus, widget.Plain, func() { p.add(add) })
	p.board = widget.NewBoard(columnWidth, rowHeight, s.MoveTile)
	p.board.Fill = true
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Unit, theme.Pad, theme.Pad, theme.Pad), p.board))
	p.board.OnHeight = p.scroll.Refresh
	p.board.ScrollIn(p.scroll)
	hint := widget.NewWords(s.T("dashboard.hint"), theme.Small, theme.Second).Shrink(80)
	head := container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap), p.period, add), nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, 0), hint))
	p.full = container.NewBorder(container.New(layout.NewCustomPaddedLayout(theme.Gap+theme.Unit, theme.Gap, theme.Pad, theme.Pad), head), nil, nil, nil, p.scroll)
	p.show()
	return p
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page.
func (p *Page) Changed(e session.Event) {
	switch e {
	case session.DashboardChanged, session.LogsChanged, session.ViewChanged:
		p.show()
	}
}

// show brings the page up to date.
func (p *Page) show() {
	var o fyne.CanvasObject
	switch {
	case p.s.Log() == nil:
		o = p.empty(p.s.T("reports.empty"), p.s.T("dashboard.nolog"),
			widget.NewButton(p.s.T("start.open"), theme.Open, widget.Primary, p.w.AskOpen))
	case len(p.s.Dashboard().Tiles) == 0:
		o = p.nothing()
	default:
		o = p.full
		p.periods()
		p.fill()
	}
	if len(p.content.Objects) == 0 || p.content.Objects[0] != o {
		p.content.Objects = []fyne.CanvasObject{o}
		p.content.Refresh()
	}
}

func (p *Page) empty(title, text string, action fyne.CanvasObject) fyne.CanvasObject {
	return container.NewCenter(widget.NewEmptyState(theme.Dashboard, title, text, action))
}

// nothing is the page before the first tile: it leads to Explore, or to the
// views that are saved already.
func (p *Page) nothing() fyne.CanvasObject {
	buttons := []fyne.CanvasObject{widget.NewButton(p.s.T("dashboard.empty.go"), theme.Explore, widget.Primary, func() { p.w.Go("explore") })}
	if len(p.s.SavedViews()) > 0 {
		var add *widget.Button
		add = widget.NewButton(p.s.T("dashboard.add"), theme.Plus, widget.Plain, func() { p.add(add) })
		buttons = append(buttons, add)
	}
	return p.empty(p.s.T("dashboard.empty"), p.s.T("dashboard.empty.text"), container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap), buttons...))
}

// periods offers the periods that the log reaches over.
func (p *Page) periods() {
	items := []widget.PickItem{{ID: own, Text: p.s.T("dashboard.period.own")}}
	for _, c := range p.s.DashboardPeriods() {
		items = append(items, widget.PickItem{ID: c.ID, Text: c.Name, Note: c.Dates})
	}
	now := p.s.Dashboard().Period
	if now == "" {
		now = own
	}
	if !slices.ContainsFunc(items, func(it widget.PickItem) bool { return it.ID == now }) {
		items = append(items, widget.PickItem{ID: now, Text: now}) // of another log
	}
	p.period.SetItems(items)
	p.period.SetSelected(now)
}

// fill shows the tiles; those that stay keep their widgets.
func (p *Page) fill() {
	results := p.s.Tiles()
	old := map[string]*tile{}
	for _, t := range p.tiles {
		old[t.view] = t
	}
	same := len(results) == len(p.tiles)
	next := make([]*tile, len(results))
	for i, r := range results {
		if next[i] = old[r.View]; next[i] == nil {
			next[i] = newTile(p, r.View)
		}
		same = same && p.tiles[i] == next[i]
	}
	p.tiles = next
	for i, t := range next {
		t.place = i
		t.set(results[i])
	}
	if same {
		return
	}
	widgets := make([]*widget.BoardTile, len(next))
	for i, t := range next {
		widgets[i] = t.box
	}
	p.board.SetTiles(widgets...)
	p.scroll.Refresh()
}

// add offers the saved views that are not on the page.
func (p *Page) add(owner fyne.CanvasObject) {
	on := map[string]bool{}
	for _, t := range p.s.Dashboard().Tiles {
		on[t.View] = true
	}
	var items []widget.PickItem
	for _, v := range p.s.SavedViews() {
		if !on[v.Name] {
			items = append(items, widget.PickItem{ID: v.Name, Text: v.Name, Icon: theme.StarFilled})
		}
	}
	if len(items) == 0 {
		widget.DropMenu(owner, []widget.MenuItem{{Text: p.s.T("dashboard.add.none"), Title: true}, {},
			{Text: p.s.T("dashboard.empty.go"), Icon: theme.Explore, Do: func() { p.w.Go("explore") }}})
		return
	}
	widget.ShowPicker(owner, p.s.Lang(), items, "", p.s.AddTile)
}
