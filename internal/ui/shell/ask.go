package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// askText is a question that is answered by one line of text.
type askText struct {
	title, text, label, value, confirm string
	secret                             bool
}

// ask shows a question over the window; Enter answers, Esc leaves it.
func (sh *Shell) ask(q askText, answer func(string)) {
	field := widget.NewField(q.label, nil)
	if q.secret {
		field = widget.NewSecretField(q.label, nil)
	}
	field.SetText(q.value)
	var hide func()
	done := func() {
		if field.Text() == "" {
			return
		}
		hide()
		answer(field.Text())
	}
	field.OnSubmit, field.OnEscape = done, sh.escape
	parts := []fyne.CanvasObject{field}
	if q.text != "" {
		parts = []fyne.CanvasObject{widget.NewPara(q.text, theme.Body, theme.Text), field}
	}
	hide = sh.modal(q.title, container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), parts...),
		widget.NewButton(q.confirm, "", widget.Primary, done))
	sh.win.Canvas().Focus(field.Focusable())
	if f, ok := field.Focusable().(fyne.Shortcutable); ok {
		f.TypedShortcut(&fyne.ShortcutSelectAll{}) // typing takes the place of what is suggested
	}
}

// AskName asks for a name, for pages.
func (sh *Shell) AskName(title, label, value string, answer func(string)) {
	sh.ask(askText{title: title, label: label, value: value, confirm: sh.s.T("shell.save")}, answer)
}

// modal shows content on a card over the dimmed window, with actions at its
// foot and a way out; it returns what hides it.
func (sh *Shell) modal(title string, content fyne.CanvasObject, actions ...fyne.CanvasObject) (hide func()) {
	return sh.show(title, content, append([]fyne.CanvasObject{
		widget.NewButton(sh.s.T("shell.cancel.button"), "", widget.Plain, sh.escape)}, actions...)...)
}

// show is modal with only the actions that are given.
func (sh *Shell) show(title string, content fyne.CanvasObject, actions ...fyne.CanvasObject) (hide func()) {
	d := widget.ShowDialog(sh.win.Canvas(), title, content, sh.s.T("shell.close"), actions...)
	depth := len(sh.modals)
	sh.modals = append(sh.modals, d.Close)
	d.OnClosed = func() { sh.modals = sh.modals[:min(depth, len(sh.modals))] }
	return d.Close
}
