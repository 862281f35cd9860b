package main

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"tallyboard/internal/crash"
	"tallyboard/internal/instance"
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
	if instance.Hand(dir, files) {
		return nil
	}
	guard, crashed, err := crash.Begin(dir, version())
	if err != nil {
		return err
	}
	defer guard.Catch()
	a := app.NewWithID(appID)
	s := session.New(lib, pivot.Memory(), system, fyne.Do)
	s.Watch()
	sh := shell.New(a, s, version())
	closer, err := instance.Listen(dir, func(files []string) { fyne.Do(func() { sh.Arrive(files) }) })
	if err != nil {
		// Without it a second start opens a second window, which does no harm.
		fmt.Fprintln(stderr, err)
	} else {
		defer closer()
	}
	a.Lifecycle().SetOnStarted(func() {
		sh.Started()
		if crashed {
			sh.OfferRestore(guard.Report())
		}
		s.Open(files, "")
	})
	sh.Window().ShowAndRun()
	guard.End()
	return nil
}
