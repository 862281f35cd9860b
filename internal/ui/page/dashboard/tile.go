package dashboard

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tallyboard/internal/chart"
	"tallyboard/internal/fault"
	"tallyboard/internal/library"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// tile shows one saved view.
type tile struct {
	p     *Page
	view  string
	place int // in the order of the page
	now   session.TileResult
	box   *widget.BoardTile
	chart *widget.ChartView
	grid  *widget.Grid
}

func newTile(p *Page, view string) *tile {
	t := &tile{p: p, view: view}
	var more *widget.IconButton
	more = widget.NewIconButton(theme.More, p.s.T("dashboard.menu"), func() { t.menu(more) }).Small()
	t.box = widget.NewBoardTile(view, nil, more)
	t.box.OnOpen = t.open
	t.box.OnRemove = func() { p.s.RemoveTile(t.place) }
	t.box.OnMenu = t.menu
	t.chart = widget.NewChartView()
	t.chart.SetMinSize(fyne.NewSize(120, 80))
	t.chart.OnMark = func(chart.Ref, fyne.Position) { t.open() }
	t.chart.OnTap = t.open
	t.chart.OnMenu = func(*chart.Ref, fyne.Position) { t.menu(more) }
	t.chart.OnCopy = p.w.CopyImage
	t.grid = widget.NewGrid(nil)
	t.grid.SetPinned(1)
	t.grid.OnOpen = func(widget.Place) { t.open() }
	return t
}

// open leads to Explore, with the view of the tile.
func (t *tile) open() {
	t.p.s.OpenTile(t.place)
	t.p.w.Go("explore")
}

// set shows what the tile's view came to.
func (t *tile) set(r session.TileResult) {
	was := t.now
	t.now = r
	period := r.Period
	if period == "" && r.Result != nil {
		period = t.p.s.T("dashboard.all")
	}
	t.box.SetTexts(r.View, period)
	wide, tall := 1, 1
	switch r.Size {
	case library.Wide:
		wide = 2
	case library.Tall:
		tall = 2
	}
	t.box.SetSpan(wide, tall)
	l := t.p.s.Lang()
	switch {
	case r.Err != nil:
		if was.Err != r.Err {
			t.box.SetContent(t.problem(fault.Say(r.Err, l)))
		}
	case r.Result == nil:
		t.box.SetContent(container.NewCenter(widget.NewWords(t.p.s.T("dashboard.wait"), theme.Body, theme.Second)))
	case r.Table != nil:
		if was.Table != r.Table {
			t.grid.SetModel(&model{r.Table, l})
		}
		t.box.SetContent(t.grid)
	case r.Chart != nil:
		if was.Result != r.Result || was.Chart == nil {
			t.chart.SetChart(r.Chart)
		}
		t.box.SetContent(t.chart)
	}
}

// problem says why the tile shows nothing.
func (t *tile) problem(text string) fyne.CanvasObject {
	return widget.NewEmptyState(theme.Warn, t.p.s.T("dashboard.broken"), text, nil)
}

// menu offers what can be done with the tile.
func (t *tile) menu(owner fyne.CanvasObject) {
	s, n := t.p.s, len(t.p.tiles)
	change := func(f func(*library.Tile)) func() { return func() { s.ChangeTile(t.place, f) } }
	face := widget.MenuItem{Text: s.T("dashboard.table"), Icon: theme.Data, Do: change(func(x *library.Tile) { x.Face = library.TableFace })}
	if t.now.Face == library.TableFace {
		face = widget.MenuItem{Text: s.T("dashboard.chart"), Icon: theme.Explore, Do: change(func(x *library.Tile) { x.Face = library.ChartFace })}
	}
	items := []widget.MenuItem{
		{Text: s.T("dashboard.open"), Icon: theme.Explore, Note: "Enter", Do: t.open},
		face, {},
	}
	for _, size := range library.TileSizes {
		name := string(size)
		if size == library.Small {
			name = "small"
		}
		items = append(items, widget.MenuItem{Text: s.T("dashboard.size", s.T("dashboard.size."+name)), Checked: t.now.Size == size,
			Do: change(func(x *library.Tile) { x.Size = size })})
	}
	items = append(items, widget.MenuItem{},
		widget.MenuItem{Text: s.T("dashboard.left"), Icon: theme.ChevronLeft, Note: "Ctrl+←", Disabled: t.place == 0, Do: func() { s.MoveTile(t.place, t.place-1) }},
		widget.MenuItem{Text: s.T("dashboard.right"), Icon: theme.ChevronRight, Note: "Ctrl+→", Disabled: t.place == n-1, Do: func() { s.MoveTile(t.place, t.place+1) }},
		widget.MenuItem{Text: s.T("dashboard.rename"), Icon: theme.Edit, Do: func() {
			t.p.w.AskName(s.T("explore.views.rename"), s.T("explore.save.name"), t.view, func(to string) { s.RenameView(t.view, to) })
		}}, widget.MenuItem{})
	if t.now.Face == library.ChartFace && t.now.Chart != nil {
		items = append(items, widget.MenuItem{Text: s.T("print.chart"), Icon: theme.Print, Do: func() { t.p.w.PrintTile(t.view) }})
	}
	items = append(items,
		widget.MenuItem{Text: s.T("dashboard.remove"), Icon: theme.Close, Note: "Delete", Do: func() { s.RemoveTile(t.place) }})
	widget.DropMenu(owner, items)
}
