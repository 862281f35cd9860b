package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/library"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// views drops the menu of saved views.
func (sh *shelf) views(owner fyne.CanvasObject) {
	s := sh.s
	items := []widget.MenuItem{{Text: s.T("explore.save"), Icon: theme.Save, Do: func() {
		name := ""
		if r, _ := s.Result(); r != nil {
			name = session.Sentence(r, s.Lang())
		}
		sh.w.AskName(s.T("explore.save"), s.T("explore.save.name"), name, s.SaveView)
	}}}
	saved := s.SavedViews()
	if len(saved) > 0 {
		items = append(items, widget.MenuItem{})
	}
	for _, v := range saved {
		items = append(items, widget.MenuItem{Text: v.Name, Icon: theme.StarFilled, Do: func() { s.ApplyView(v) }})
	}
	if len(saved) > 0 {
		items = append(items, widget.MenuItem{}, widget.MenuItem{Text: s.T("explore.views.edit"), Icon: theme.Edit, Do: func() { sh.manage(saved) }})
	}
	items = append(items, widget.MenuItem{},
		widget.MenuItem{Text: s.T("explore.copytext"), Icon: theme.Copy, Do: func() { sh.w.Copy(s.View().Spec.String()) }},
		widget.MenuItem{Text: s.T("explore.pastetext"), Icon: theme.Import, Do: func() {
			sh.w.AskName(s.T("explore.pastetext"), s.T("explore.pastetext.hint"), "", s.ApplyText)
		}})
	widget.DropMenu(owner, items)
}

const viewsWidth, viewHeight = 560, 40

// manage shows the saved views to be renamed, doubled and deleted.
func (sh *shelf) manage(saved []library.View) {
	s := sh.s
	list := container.New(layout.NewCustomPaddedVBoxLayout(theme.Unit))
	var hide func()
	after := func(do func()) func() { return func() { hide(); do() } }
	for _, v := range saved {
		name := widget.NewButton(v.Name, theme.StarFilled, widget.Link, after(func() { s.ApplyView(v) }))
		list.Add(container.NewBorder(nil, nil, name, container.NewHBox(
			widget.NewIconButton(theme.Edit, s.T("explore.views.rename"), after(func() {
				sh.w.AskName(s.T("explore.views.rename"), s.T("explore.save.name"), v.Name, func(to string) { s.RenameView(v.Name, to) })
			})),
			widget.NewIconButton(theme.Copy, s.T("explore.views.copy"), after(func() {
				sh.w.AskName(s.T("explore.views.copy"), s.T("explore.save.name"), s.T("explore.views.copyof", v.Name), func(to string) { s.DuplicateView(v.Name, to) })
			})),
			widget.NewIconButton(theme.Trash, s.T("explore.delete"), after(func() { s.DeleteView(v.Name) })))))
	}
	box := container.New(layout.NewGridWrapLayout(fyne.NewSize(viewsWidth, float32(min(len(saved), 8))*viewHeight)), container.NewVScroll(list))
	hide = sh.w.ShowBox(s.T("explore.views"), box)
}
