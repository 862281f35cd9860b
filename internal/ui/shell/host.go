package shell

import (
	"fmt"
	"image"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/logfile"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
	"tallyboard/resources"
)

// What pages ask of the window.

// Version is the program's version.
func (sh *Shell) Version() string { return sh.version }

// Copy puts text on the clipboard.
func (sh *Shell) Copy(text string) {
	sh.app.Clipboard().SetContent(text)
	sh.s.Say(func() session.Notice { return session.Notice{Text: sh.s.T("session.copied")} })
}

// CopyImage puts a picture on the clipboard, where the system lets programs do
// so; elsewhere it is saved instead.
func (sh *Shell) CopyImage(img image.Image) {
	var err error
	sh.s.Work("copy", func() { err = copyImage(img) }, func() {
		if err != nil {
			sh.s.Say(func() session.Notice { return session.Notice{Text: sh.s.T("shell.nopicture"), Bad: true} })
			sh.AskExport()
			return
		}
		sh.s.Say(func() session.Notice { return session.Notice{Text: sh.s.T("session.copied")} })
	})
}

// OpenFile opens a file or folder with the system's program for it.
func (sh *Shell) OpenFile(path string) { sh.openOutside(path) }

// Confirm asks before something that cannot be undone.
func (sh *Shell) Confirm(title, text, yes string, do func()) {
	var hide func()
	hide = sh.modal(title, widget.NewPara(text, theme.Body, theme.Text), widget.NewButton(yes, "", widget.Danger, func() {
		hide()
		do()
	}))
}

// ShowBox shows something to look at, with a way out.
func (sh *Shell) ShowBox(title string, content fyne.CanvasObject) (hide func()) {
	return sh.show(title, content, widget.NewButton(sh.s.T("shell.close"), "", widget.Plain, sh.escape))
}

// Diagnostics is what helps someone who is asked for help: versions and sizes,
// and the end of the program's log; nothing of what the shop's logs hold, nor
// their names.
func (sh *Shell) Diagnostics() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Tallyboard %s\n%s/%s %s\n", sh.version, runtime.GOOS, runtime.GOARCH, runtime.Version())
	size := sh.win.Canvas().Size()
	fmt.Fprintf(&b, "window %.0f×%.0f scale %.2f\nlanguage %s\n", size.Width, size.Height, sh.win.Canvas().Scale(), sh.s.Lang())
	for _, l := range sh.s.Logs() {
		fmt.Fprintf(&b, "log %s: %d files, %d rows, %d columns, %d remarks\n", l.Kind, len(l.Files), l.Table.Rows, len(l.Table.Cols), l.Warnings.Total())
	}
	b.WriteString(logfile.Tail(sh.s.Library().Path(), tailBytes))
	return b.String()
}

// tailBytes is how much of the log goes into the diagnostics: the last hour or so.
const tailBytes = 4000

// DataDir is the folder of what the program keeps.
func (sh *Shell) DataDir() string { return sh.s.Library().Path() }

// Licences is the text of all licences that the program is under.
func (sh *Shell) Licences() string { return resources.Licences }

// OpenLog opens the program's own log with the system's program for texts.
func (sh *Shell) OpenLog() { sh.openOutside(logfile.Path(sh.s.Library().Path())) }

// switches are the language and light or dark, at the foot of the navigation.
func (sh *Shell) switches() fyne.CanvasObject {
	language := widget.NewIconButton(theme.Language, sh.s.T("shell.language"), func() {
		sh.s.SetPrefs(func(p *library.Prefs) { p.Lang = string(other(sh.s.Lang())) })
	})
	icon, tip, next := theme.Moon, "shell.theme.dark", theme.Dark
	if theme.IsDark() {
		icon, tip, next = theme.Sun, "shell.theme.light", theme.Light
	}
	face := widget.NewIconButton(icon, sh.s.T(tip), func() {
		sh.s.SetPrefs(func(p *library.Prefs) { p.Theme = string(next) })
	})
	return container.NewHBox(language, face)
}

// other is the language that the switch leads to.
func other(l lang.Lang) lang.Lang {
	if l == lang.ZH {
		return lang.EN
	}
	return lang.ZH
}

// Arrive opens the files of a second start and comes to the front.
func (sh *Shell) Arrive(files []string) {
	sh.win.RequestFocus()
	sh.Open(files)
}

// OfferRestore offers what was open where the last run ended without being
// closed by its user. report is where a crash left its details; "" where the
// system ended the run.
func (sh *Shell) OfferRestore(report string) {
	lost := sh.s.Lost()
	how := "shell.ended"
	if report != "" {
		how = "shell.crashed"
	}
	words := func() string {
		if report == "" {
			return sh.s.T(how)
		}
		return sh.s.T(how) + sh.s.T("shell.crashed.report", report)
	}
	if len(lost) == 0 {
		if report != "" {
			sh.s.Say(func() session.Notice { return session.Notice{Text: words(), Bad: true} })
		}
		return
	}
	name := filepath.Base(lost[0])
	if len(lost) > 1 {
		name = sh.s.T("session.recent.many", name, len(lost))
	}
	var hide func()
	hide = sh.modal(sh.s.T(how+".title"), widget.NewPara(words(), theme.Body, theme.Text),
		widget.NewButton(sh.s.T("shell.restore", name), theme.Refresh, widget.Primary, func() {
			hide()
			sh.s.Restore()
		}))
}
