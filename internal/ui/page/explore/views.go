package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// views drops the menu of saved views.
func (sh *shelf) views(owner fyne.CanvasObject) {
	s := sh.s
	name := ""
	if r, _ := s.Result(); r != nil {
		name = session.Sentence(r, s.Lang())
	}
	ask := func(title string, do func(string)) func() {
		return func() { sh.w.AskName(title, s.T("explore.save.name"), name, do) }
	}
	items := []widget.MenuItem{
		{Text: s.T("explore.save"), Icon: theme.Save, Do: ask(s.T("explore.save"), s.SaveView)},
		{Text: s.T("dashboard.put"), Icon: theme.Dashboard, Do: ask(s.T("dashboard.put"), s.SaveTile)},
	}
	saved := s.SavedViews()
	if len(saved) > 0 {
		items = append(items, widget.MenuItem{})
	}
	for _, v := range saved {
		items = append(items, widget.MenuItem{Text: v.Name, Icon: theme.StarFilled, Do: func() { s.ApplyView(v) }})
	}
	if len(saved) > 0 {
		items = append(items, widget.MenuItem{}, widget.MenuItem{Text: s.T("explore.views.edit"), Icon: theme.Edit, Do: sh.manage})
	}
	items = append(items, widget.MenuItem{},
		widget.MenuItem{Text: s.T("explore.copytext"), Icon: theme.Copy, Do: func() { sh.w.Copy(s.View().String()) }},
		widget.MenuItem{Text: s.T("explore.pastetext"), Icon: theme.Import, Do: func() {
			sh.w.AskName(s.T("explore.pastetext"), s.T("explore.pastetext.hint"), "", s.ApplyText)
		}})
	widget.DropMenu(owner, items)
}

// Size of the list of saved views: viewHeight is that of one with the gap.
const viewsWidth, viewHeight, mostViews = 600, 50, 8

// manage shows the saved views to be put in order, renamed, doubled, put on the
// dashboard and deleted. It stays open, and follows what is done.
func (sh *shelf) manage() {
	s := sh.s
	list := widget.NewBoard(viewsWidth, viewHeight-widget.BoardGap, nil)
	var hide func()
	var fill func()
	list.OnMove = func(from, to int) { s.MoveView(from, to); fill() }
	fill = func() {
		var tiles []*widget.BoardTile
		for _, v := range s.SavedViews() {
			away := func(do func()) func() { return func() { hide(); do() } }
			remove := func() { s.DeleteView(v.Name); fill() }
			t := widget.NewBoardTile(v.Name, nil,
				widget.NewIconButton(theme.Dashboard, s.T("dashboard.put"), func() { s.AddTile(v.Name) }),
				widget.NewIconButton(theme.Edit, s.T("explore.views.rename"), away(func() {
					sh.w.AskName(s.T("explore.views.rename"), s.T("explore.save.name"), v.Name, func(to string) { s.RenameView(v.Name, to); sh.manage() })
				})),
				widget.NewIconButton(theme.Copy, s.T("explore.views.copy"), away(func() {
					sh.w.AskName(s.T("explore.views.copy"), s.T("explore.save.name"), s.T("explore.views.copyof", v.Name), func(to string) { s.DuplicateView(v.Name, to); sh.manage() })
				})),
				widget.NewIconButton(theme.Trash, s.T("explore.delete"), remove))
			t.OnOpen = away(func() { s.ApplyView(v) })
			t.OnRemove = remove
			tiles = append(tiles, t)
		}
		if len(tiles) == 0 && hide != nil {
			hide()
			return
		}
		list.SetTiles(tiles...)
	}
	fill()
	tall := float32(min(len(list.Tiles()), mostViews)) * viewHeight
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(2, 2, 2, 10), list))
	box := container.NewBorder(nil, widget.NewWords(s.T("explore.views.order"), theme.Small, theme.Second), nil, nil,
		container.New(layout.NewGridWrapLayout(fyne.NewSize(viewsWidth, tall)), scroll))
	hide = sh.w.ShowBox(s.T("explore.views"), box)
}
