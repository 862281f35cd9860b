package shell

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"tallyboard/internal/fault"
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
		paths, err := zenity.SelectFileMultiple(opts...)
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
	d.SetConfirmText(sh.s.T("shell.open"))
	d.SetDismissText(sh.s.T("shell.close"))
	d.Show() // before Resize, which needs its window
	d.Resize(fyne.NewSize(900, 560))
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

// askPassword asks for the password of the first encrypted file among those
// that could not be read.
func (sh *Shell) askPassword() {
	for _, f := range sh.s.Failures() {
		wrong := fault.Is(f.Err, "sheet.password.wrong")
		if !wrong && !fault.Is(f.Err, "sheet.password") {
			continue
		}
		sh.ask(askText{title: sh.s.T("shell.password.title"), text: fault.Say(f.Err, sh.s.Lang()),
			label: sh.s.T("shell.password"), secret: true, confirm: sh.s.T("shell.open")},
			func(word string) { sh.s.Open([]string{f.Path}, word) })
		return
	}
}
