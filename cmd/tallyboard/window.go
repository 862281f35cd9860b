package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/shell"
)

// appID names the program to the system; FyneApp.toml has the same.
const appID = "org.tallyboard.Tallyboard"

// window opens the window with the given files and returns when it is closed.
func window(args []string, system lang.Lang) error {
	files := args[:0:0]
	for _, a := range args {
		if a == "--trace" {
			session.TraceTo = stderr
			continue
		}
		files = append(files, a)
	}
	dir, err := library.Dir()
	if err != nil {
		return err
	}
	lib, err := library.Open(dir)
	if err != nil {
		return err
	}
	a := app.NewWithID(appID)
	s := session.New(lib, pivot.Memory(), system, fyne.Do)
	sh := shell.New(a, s, version())
	a.Lifecycle().SetOnStarted(func() {
		sh.Started()
		s.Open(files, "")
	})
	sh.Window().ShowAndRun()
	return nil
}
