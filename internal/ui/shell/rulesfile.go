package shell

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"github.com/ncruces/zenity"

	"tallyboard/internal/fault"
	"tallyboard/internal/session"
	"tallyboard/internal/task"
)

// Form shows fields to fill in over the window, with actions at its foot and a
// way out, for pages; it returns what hides it.
func (sh *Shell) Form(title string, content fyne.CanvasObject, actions ...fyne.CanvasObject) (hide func()) {
	return sh.modal(title, content, actions...)
}

// ImportRules asks for a file of rules and takes its values.
func (sh *Shell) ImportRules() {
	title := sh.s.T("rules.ui.import")
	sh.rulesFile(title, func() (string, error) { return zenity.SelectFile(zenity.Title(title), rulesFilter) }, "", func(path string) error {
		err := sh.s.ImportRules(path)
		if err == nil {
			sh.build() // the fields show the new values
		}
		return err
	})
}

// ExportRules asks where to and writes the values to a file of rules.
func (sh *Shell) ExportRules() {
	title := sh.s.T("rules.ui.export")
	name := filepath.Join(sh.exportDir(), sh.s.T("rules.ui.filename"))
	sh.rulesFile(title, func() (string, error) {
		return zenity.SelectFileSave(zenity.Title(title), rulesFilter, zenity.ConfirmOverwrite(), zenity.Filename(name))
	}, name, sh.s.ExportRules)
}

var rulesFilter = zenity.FileFilters{{Name: "JSON", Patterns: []string{"*.json"}, CaseFold: true}}

// rulesFile asks with the system's own dialog, where it has none with a line to
// type in, and tells what went wrong.
func (sh *Shell) rulesFile(title string, ask func() (string, error), name string, do func(path string) error) {
	try := func(path string) {
		if err := do(path); err != nil {
			sh.s.Say(func() session.Notice { return session.Notice{Text: fault.Say(err, sh.s.Lang()), Bad: true} })
		}
	}
	go func() { // the dialog blocks until it is closed
		var path string
		err := task.Guard(func() (err error) {
			path, err = ask()
			return err
		})
		fyne.Do(func() {
			switch {
			case err == nil:
				try(path)
			case !errors.Is(err, zenity.ErrCanceled):
				sh.AskName(title, title, name, try)
			}
		})
	}()
}
