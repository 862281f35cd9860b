package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

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
	entry := newField(sh.escape)
	entry.Password = q.secret
	entry.SetText(q.value)
	entry.SetPlaceHolder(q.label)
	var hide func()
	done := func() {
		if entry.Text == "" {
			return
		}
		hide()
		answer(entry.Text)
	}
	entry.OnSubmitted = func(string) { done() }
	content := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), widget.NewPara(q.text, theme.Body, theme.Text), entry)
	hide = sh.modal(q.title, content, widget.NewButton(q.confirm, "", widget.Primary, done))
	sh.win.Canvas().Focus(entry)
}

// AskName asks for a name, for pages.
func (sh *Shell) AskName(title, label, value string, answer func(string)) {
	sh.ask(askText{title: title, label: label, value: value, confirm: sh.s.T("shell.save")}, answer)
}

// modal shows content on a card over the dimmed window, with actions at its
// foot and a way out; it returns what hides it.
func (sh *Shell) modal(title string, content fyne.CanvasObject, actions ...fyne.CanvasObject) (hide func()) {
	c := sh.win.Canvas()
	var pop *fynewidget.PopUp
	depth := len(sh.modals)
	hide = func() {
		pop.Hide()
		sh.modals = sh.modals[:min(depth, len(sh.modals))]
	}
	sh.modals = append(sh.modals, func() { hide() })
	head := container.NewBorder(nil, nil, nil, widget.NewIconButton(theme.Close, sh.s.T("shell.close"), func() { hide() }),
		widget.NewWords(title, theme.Lead, theme.Text).Bold())
	foot := []fyne.CanvasObject{layout.NewSpacer(), widget.NewButton(sh.s.T("shell.cancel.button"), "", widget.Plain, func() { hide() })}
	foot = append(foot, actions...)
	box := container.NewBorder(head, container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap), foot...), nil, nil,
		container.New(layout.NewCustomPaddedLayout(theme.Pad, theme.Section, 0, 0), content))
	card := container.New(layout.NewCustomPaddedLayout(theme.Pad, theme.Pad, theme.Pad, theme.Pad), box)
	pop = fynewidget.NewModalPopUp(widget.NewStage(card), c)
	size := card.MinSize()
	pop.Resize(fyne.NewSize(max(size.Width, 460), size.Height))
	pop.Show()
	return hide
}

// field is a line of text in a dialog; Escape leaves the dialog.
type field struct {
	fynewidget.Entry
	escape func()
}

func newField(escape func()) *field {
	f := &field{escape: escape}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		f.escape()
		return
	}
	f.Entry.TypedKey(e)
}
