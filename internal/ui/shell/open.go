package shell

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/task"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// sheetEndings are what the open dialog offers; content decides in the end.
var sheetEndings = []string{"*.xlsx", "*.xlsm", "*.xls", "*.xlsb", "*.csv", "*.tsv", "*.txt", "*.ods"}

// AskOpen asks for files with the system's own dialog, several at once; where
// the system has none, with the toolkit's.
func (sh *Shell) AskOpen() {
	opts := []zenity.Option{zenity.Title(sh.s.T("shell.open.title")), zenity.FileFilters{
		{Name: sh.s.T("shell.open.sheets"), Patterns: sheetEndings, CaseFold: true},
		{Name: sh.s.T("shell.open.all"), Patterns: []string{"*"}},
	}}
	go func() { // the dialog blocks until it is closed
		var paths []string
		err := task.Guard(func() (err error) {
			paths, err = zenity.SelectFileMultiple(opts...)
			return err
		})
		fyne.Do(func() {
			switch {
			case err == nil:
				sh.Open(paths)
			case !errors.Is(err, zenity.ErrCanceled):
				sh.askOpenHere()
			}
		})
	}()
}

// askOpenHere asks with the toolkit's dialog, one file at a time.
func (sh *Shell) askOpenHere() {
	sh.speakToolkit()
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			return
		}
		path := f.URI().Path()
		f.Close()
		sh.Open([]string{path})
	}, sh.win)
	var exts []string
	for _, e := range sheetEndings {
		exts = append(exts, filepath.Ext(e))
	}
	d.SetFilter(storage.NewExtensionFileFilter(exts))
	d.SetTitleText(sh.s.T("shell.open.title"))
	d.SetConfirmText(sh.s.T("shell.open"))
	d.SetDismissText(sh.s.T("shell.close"))
	sh.showHere(d)
}

// showHere shows a dialog of the toolkit, which Esc leaves as it does any other.
func (sh *Shell) showHere(d *dialog.FileDialog) {
	at := len(sh.modals)
	sh.modals = append(sh.modals, d.Hide)
	d.SetOnClosed(func() { sh.modals = sh.modals[:min(at, len(sh.modals))] })
	d.Show() // before Resize, which needs its window
	top := sh.win.Canvas().Overlays().Top()
	sh.namePlaces(top)
	d.Resize(fyne.NewSize(900, 560))
	top.Refresh() // stands in the middle again
}

// Open reads files and folders.
func (sh *Shell) Open(paths []string) { sh.s.Open(paths, "") }

// dropped reads what was dropped on the window.
func (sh *Shell) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		paths = append(paths, filepath.FromSlash(u.Path()))
	}
	sh.Open(paths)
}

// loadEnded looks at what could not be read: a password is asked for, and what
// else is in the way is told where the start page does not tell it.
func (sh *Shell) loadEnded() {
	if len(sh.s.Logs()) > 0 && sh.welcome != nil {
		sh.welcome()
	}
	var locked []string
	var why error
	for _, f := range sh.s.Failures() {
		if fault.Is(f.Err, "sheet.wrongpassword") || fault.Is(f.Err, "sheet.password") {
			locked = append(locked, f.Path)
			if why == nil || fault.Is(f.Err, "sheet.wrongpassword") {
				why = f.Err
			}
		}
	}
	if len(locked) > 0 && len(sh.modals) == 0 {
		sh.ask(askText{title: sh.s.T("shell.password.title"), text: fault.Say(why, sh.s.Lang()),
			label: sh.s.T("shell.password"), secret: true, confirm: sh.s.T("shell.open")},
			func(word string) { sh.s.Open(locked, word) })
	}
}

// showFailures lists the files that could not be read, each with why and a way
// to try again.
func (sh *Shell) showFailures() {
	list := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap))
	var hide func()
	for _, f := range sh.s.Failures() {
		list.Add(widget.NewBanner(document.Bad, fault.Say(f.Err, sh.s.Lang()), nil,
			widget.NewButton(sh.s.T("start.again"), theme.Refresh, widget.Plain, func() {
				hide()
				sh.s.Open([]string{f.Path}, "")
			})).SetTip(f.Path))
	}
	hide = sh.ShowBox(sh.s.T("shell.failures"), container.New(layout.NewGridWrapLayout(fyne.NewSize(560, 300)), container.NewVScroll(list)))
}
