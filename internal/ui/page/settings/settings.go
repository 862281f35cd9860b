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
	Layouts() int
	Forget()
}

// window is what the page asks of the shell.
type window interface {
	OpenFile(path string)
	Confirm(title, text, yes string, do func())
}

// Page is the page of settings.
type Page struct {
	s       commands
	w       window
	content fyne.CanvasObject
	layouts *widget.FieldRow
}

const labelWidth, formWidth = 120, 640

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
	form := container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad),
		widget.NewHeading(s.T("nav.settings"), ""),
		row(s.T("settings.language"), language, ""),
		row(s.T("settings.theme"), face, ""),
		row(s.T("settings.shop"), shop, s.T("settings.shop.help")),
		widget.NewSection(s.T("settings.standards"), s.T("settings.standards.note")),
		standards(s),
		widget.NewSection(s.T("settings.params"), s.T("settings.params.note")),
		params(s),
		widget.NewSection(s.T("settings.kept"), ""),
		row(s.T("settings.folder"), widget.NewButton(s.T("settings.folder.open"), theme.Folder, widget.Plain, func() { w.OpenFile(dir) }),
			s.T("settings.folder.help", dir)),
		p.layouts)
	p.content = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Section, theme.Section, theme.Section, theme.Section),
		container.New(&column{formWidth}, form)))
	p.fill()
	return p
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

func (p *Page) fill() { p.layouts.SetHelp(p.s.T("settings.layouts.help", p.s.Layouts())) }

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
