// Package settings is the page of choices: language, light or dark, the shop's
// name, and what is kept on this computer.
package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
	Prefs() library.Prefs
	SetPrefs(func(*library.Prefs))
	Library() *library.Library
	Rules() *rules.Rules
	SetRules(change func(*rules.Rules)) error
	TypeRules(field string, change func(*rules.Rules)) error
	Tell(error)
	UndoRules()
	RedoRules()
	ShopNames() []string
	Teams() []rules.Team
	Layouts() int
	Forget()
}

// window is what the page asks of the shell.
type window interface {
	OpenFile(path string)
	Confirm(title, text, yes string, do func())
	// Form shows fields to fill in with actions below them.
	Form(title string, content fyne.CanvasObject, actions ...fyne.CanvasObject) (hide func())
	ImportRules()
	ExportRules()
}

// Page is the page of settings.
type Page struct {
	s         commands
	w         window
	content   fyne.CanvasObject
	layouts   *widget.FieldRow
	shop      string // whose values are shown; "" is all shops
	shops     *widget.Picker
	standards *fyne.Container
	params    *fyne.Container
	targets   *targets
	rates     []*rates
	cards     *cards
}

const labelWidth, formWidth, wideWidth = 120, 640, 960

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w}
	language := widget.NewSegmented([]string{s.T("settings.system"), s.T("lang.name.zh"), s.T("lang.name.en")}, func(i int) {
		s.SetPrefs(func(p *library.Prefs) { p.Lang = []string{"", string(lang.ZH), string(lang.EN)}[i] })
	})
	language.SetSelected(indexOf(s.Prefs().Lang, "", string(lang.ZH), string(lang.EN)))
	face := widget.NewSegmented([]string{s.T("settings.system"), s.T("shell.theme.light"), s.T("shell.theme.dark")}, func(i int) {
		s.SetPrefs(func(p *library.Prefs) { p.Theme = []string{"", string(theme.Light), string(theme.Dark)}[i] })
	})
	face.SetSelected(indexOf(s.Prefs().Theme, "", string(theme.Light), string(theme.Dark)))
	shop := widget.NewField(s.T("settings.shop.hint"), nil)
	shop.SetText(s.Prefs().Shop)
	shop.OnChanged = func(name string) { s.SetPrefs(func(p *library.Prefs) { p.Shop = name }) }

	dir := s.Library().Path()
	p.layouts = row(s.T("settings.layouts"), widget.NewButton(s.T("settings.forget"), theme.Trash, widget.Danger, func() {
		w.Confirm(s.T("settings.forget"), s.T("settings.forget.ask"), s.T("settings.forget"), s.Forget)
	}), "")
	general := container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad),
		row(s.T("settings.language"), language, ""),
		row(s.T("settings.theme"), face, ""),
		row(s.T("settings.shop"), shop, s.T("settings.shop.help")),
		widget.NewSection(s.T("settings.kept"), ""),
		row(s.T("settings.folder"), widget.NewButton(s.T("settings.folder.open"), theme.Folder, widget.Plain, func() { w.OpenFile(dir) }),
			s.T("settings.folder.help", dir)),
		row(s.T("rules.ui.file"), container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap), widget.NewButton(s.T("rules.ui.export"), theme.Export, widget.Plain, w.ExportRules),
			widget.NewButton(s.T("rules.ui.import"), theme.Import, widget.Plain, w.ImportRules)), s.T("rules.ui.file.help")),
		p.layouts)
	p.standards, p.params = container.NewStack(), container.NewStack()
	p.targets, p.cards = newTargets(p), newCards(p)
	p.rates = []*rates{
		newRates(p, "compensation", rules.DefaultCompensation, func(v *rules.Values) *[]rules.Rates { return &v.Compensation }),
		newRates(p, "rewards", rules.DefaultReward, func(v *rules.Values) *[]rules.Rates { return &v.Rewards })}
	p.shops = widget.NewPicker(s.Lang(), func(shop string) {
		p.shop = shop
		p.show()
	}).SetLabel(s.T("rules.ui.for"))
	p.content = p.tabs([]tab{
		{title: s.T("rules.ui.general"), content: form(general)},
		{s.T("rules.ui.tab.standards"), form(container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad),
			widget.NewSection(s.T("settings.standards"), s.T("settings.standards.note")), p.standards)), true},
		{title: s.T("rules.ui.tab.targets"), content: wide(p.targets.content)},
		{s.T("rules.ui.tab.rates"), form(container.New(layout.NewCustomPaddedVBoxLayout(theme.Section), p.rates[0].content, p.rates[1].content)), true},
		{s.T("rules.ui.tab.cards"), container.New(&column{wideWidth}, p.cards.content), true},
		{s.T("rules.ui.tab.params"), form(container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad),
			widget.NewSection(s.T("settings.params"), s.T("settings.params.note")), p.params)), true},
	})
	p.show()
	return p
}

// show shows the values of the chosen shop afresh.
func (p *Page) show() {
	p.standards.Objects = []fyne.CanvasObject{standards(p.s, p.shop)}
	p.params.Objects = []fyne.CanvasObject{params(p.s, p.shop)}
	p.standards.Refresh()
	p.params.Refresh()
	p.fill()
}

// Undo takes the last change of the shop's values back.
func (p *Page) Undo() {
	p.s.UndoRules()
	p.show()
}

// Redo makes the change again that Undo took back.
func (p *Page) Redo() {
	p.s.RedoRules()
	p.show()
}

func row(label string, field fyne.CanvasObject, help string) *widget.FieldRow {
	return widget.NewFieldRow(label, field, help).LabelWidth(labelWidth)
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page.
func (p *Page) Changed(e session.Event) {
	if e == session.PrefsChanged || e == session.LogsChanged {
		p.fill()
	}
}

func (p *Page) fill() {
	p.layouts.SetHelp(p.s.T("settings.layouts.help", p.s.Layouts()))
	items := []widget.PickItem{{ID: "", Text: p.s.T("rules.ui.standards.all")}}
	for _, name := range p.s.ShopNames() {
		items = append(items, widget.PickItem{ID: name, Text: name})
	}
	p.shops.SetItems(items)
	p.shops.SetSelected(p.shop)
	p.targets.fill()
	p.cards.fill()
	for _, r := range p.rates {
		r.fill()
	}
}

func indexOf(v string, among ...string) int {
	for i, a := range among {
		if a == v {
			return i
		}
	}
	return 0
}

// column keeps a form from growing wider than reads well.
type column struct{ most float32 }

// MinSize implements fyne.Layout.
func (c *column) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// Layout implements fyne.Layout.
func (c *column) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSize(min(s.Width, c.most), s.Height))
}
