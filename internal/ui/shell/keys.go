package shell

import (
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/fault"
	"tallyboard/internal/session"
)

// binding is what a shortcut does.
type binding struct {
	shortcut fyne.Shortcut
	do       func()
}

// bindings are the shortcuts of the window. For some keys the toolkit has
// shortcuts of its own, which come in the place of the keys.
func (sh *Shell) bindings() []binding {
	out := []binding{
		{&fyne.ShortcutUndo{}, sh.undo},
		{&fyne.ShortcutRedo{}, sh.redo},
		{&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}, sh.redo},
	}
	for key, do := range map[fyne.KeyName]func(){
		fyne.KeyO: sh.AskOpen,
		fyne.KeyE: sh.AskExport,
		fyne.KeyP: sh.AskPrint,
		fyne.KeyF: sh.find,
		fyne.Key1: func() { sh.Go("start") },
		fyne.Key2: func() { sh.Go("data") },
		fyne.Key3: func() { sh.Go("explore") },
		fyne.Key4: func() { sh.Go("reports") },
		fyne.Key5: func() { sh.Go("dashboard") },
		fyne.KeyR: sh.s.Reload,
	} {
		out = append(out, binding{&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, do})
	}
	return out
}

// shortcuts binds the keyboard; pages have their own keys for what has focus. A
// dialog keeps the shortcuts from what is below it.
func (sh *Shell) shortcuts() {
	c := sh.win.Canvas()
	for _, b := range sh.bindings() {
		c.AddShortcut(b.shortcut, func(fyne.Shortcut) {
			if len(sh.modals) == 0 {
				b.do()
			}
		})
	}
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch e.Name {
		case fyne.KeyEscape:
			sh.escape()
		case fyne.KeyF1:
			sh.Go("help")
		}
	})
}

// escaper is a page that has something to leave before itself; it says whether
// it had.
type escaper interface{ Escape() bool }

// escape leaves the topmost dialog, else what the page in front has to leave,
// else a cell in its file or the rows behind a figure.
func (sh *Shell) escape() {
	if n := len(sh.modals); n > 0 {
		sh.modals[n-1]()
		return
	}
	if p, ok := sh.pages[sh.front].(escaper); ok && p.Escape() {
		return
	}
	if sh.CanReturn() {
		sh.Return()
		return
	}
	sh.Back()
}

// undoer is a page that takes changes of its own back; on others Ctrl+Z is that
// of the view.
type undoer interface {
	Undo()
	Redo()
}

func (sh *Shell) undo() {
	if back := sh.s.Notice().Undo; back != nil && sh.front == "start" {
		back() // of files that were opened or closed
		return
	}
	if p, ok := sh.pages[sh.front].(undoer); ok {
		p.Undo()
		return
	}
	sh.s.Undo()
}

func (sh *Shell) redo() {
	if p, ok := sh.pages[sh.front].(undoer); ok {
		p.Redo()
		return
	}
	sh.s.Redo()
}

// finder is a page that can be searched.
type finder interface{ Find() }

func (sh *Shell) find() {
	if p, ok := sh.pages[sh.front].(finder); ok {
		p.Find()
	}
}

// openOutside opens a file with the program that the system has for it.
func (sh *Shell) openOutside(path string) {
	u := &url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if err := sh.app.OpenURL(u); err != nil {
		sh.s.Say(func() session.Notice {
			return session.Notice{Text: fault.Say(fault.Wrap(err, "shell.outside", filepath.Base(path)), sh.s.Lang()), Bad: true}
		})
	}
}
