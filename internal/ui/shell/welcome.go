package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/library"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// steps are the three things that a newcomer is told: "welcome.STEP" is the
// headline, "welcome.STEP.text" the text.
var steps = []struct {
	id   string
	icon theme.IconName
}{{"drop", theme.Import}, {"check", theme.Data}, {"read", theme.Reports}}

const welcomeWidth, welcomeHeight = 520, 160

// Welcome tells a newcomer in three steps how it goes; it can be left at any
// time, by Esc, by skipping, or by opening a file.
func (sh *Shell) Welcome() {
	at := 0
	body := container.NewStack()
	var next *widget.Button
	var hide func()
	show := func() {
		step := steps[at]
		body.Objects = []fyne.CanvasObject{welcomeStep(sh, step.id, step.icon, at)}
		body.Refresh()
		if at == len(steps)-1 {
			next.SetText(sh.s.T("welcome.start"))
		}
	}
	sample := widget.NewButton(sh.s.T("start.sample"), theme.Eye, widget.Plain, func() { hide(); sh.s.OpenSample() })
	skip := widget.NewButton(sh.s.T("welcome.skip"), "", widget.Plain, func() { hide() })
	next = widget.NewButton(sh.s.T("welcome.next"), "", widget.Primary, func() {
		if at++; at == len(steps) {
			hide()
			return
		}
		show()
	})
	show()
	hide = sh.show(sh.s.T("welcome.title"), container.New(layout.NewGridWrapLayout(fyne.NewSize(welcomeWidth, welcomeHeight)), body), skip, sample, next)
	sh.welcome = func() {
		sh.welcome = nil
		hide()
	}
	sh.s.SetPrefs(func(p *library.Prefs) { p.Welcomed = true })
}

func welcomeStep(sh *Shell, id string, icon theme.IconName, at int) fyne.CanvasObject {
	mark := container.NewGridWrap(fyne.NewSize(44, 44), widget.NewIcon(icon, theme.Accent))
	words := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap),
		widget.NewWords(sh.s.T("welcome.step", at+1, len(steps)), theme.Small, theme.Second),
		widget.NewWords(sh.s.T("welcome."+id), theme.Lead, theme.Text).Bold(),
		widget.NewPara(sh.s.T("welcome."+id+".text"), theme.Body, theme.Text))
	if at == 0 {
		words.Add(widget.NewPara(sh.s.T("welcome.where", sh.DataDir()), theme.Small, theme.Second))
	}
	return container.NewBorder(nil, nil, container.NewVBox(mark), nil, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Pad, 0), words))
}
