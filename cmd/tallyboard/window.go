package main

import (
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"tallyboard/internal/crash"
	"tallyboard/internal/fault"
	"tallyboard/internal/instance"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/logfile"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/shell"
)

// appID names the program to the system; FyneApp.toml has the same.
const appID = "org.tallyboard.Tallyboard"

// window opens the window with the given files and returns when it is closed.
func window(args []string, system lang.Lang) error {
	began := time.Now()
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
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return fault.New("cli.nodisplay")
	}
	guard, crashed, err := crash.Begin(dir, version())
	if err != nil {
		return err
	}
	defer keepLog(dir)()
	slog.Info("start", "version", version(), "system", runtime.GOOS+"/"+runtime.GOARCH, "files", len(files), "crashed", crashed)
	if err := nameOnTaskbar(appID); err != nil {
		slog.Warn("taskbar", "err", err) // its windows are then grouped by the exe
	}
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
		afterFirstFrame(func() { session.Trace("window", began, 0) })
		report := ""
		if crashed {
			report = guard.Report()
		}
		sh.OfferRestore(report)
		s.Open(files, "")
	})
	stop := quitOnHangup(a)
	sh.Window().ShowAndRun()
	stop()
	s.Interrupt() // the toolkit has ended for a signal; nothing where the window was closed
	slog.Info("end")
	return guard.End()
}

// quitOnHangup ends the window in good order when its terminal goes, as the
// toolkit does for an interrupt and a termination, until stop is called.
func quitOnHangup(a fyne.App) (stop func()) {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	go func() {
		for range hangup {
			fyne.Do(a.Quit)
		}
	}()
	return func() {
		signal.Stop(hangup)
		close(hangup)
	}
}

// keepLog has the program write its log in dir until stop is called. A log that
// cannot be written keeps nobody from working.
func keepLog(dir string) (stop func()) {
	log, closer, err := logfile.Open(dir)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return func() {}
	}
	slog.SetDefault(log)
	return func() {
		slog.SetDefault(slog.New(slog.DiscardHandler))
		if err := closer.Close(); err != nil {
			fmt.Fprintln(stderr, err)
		}
	}
}

// afterFirstFrame calls fn once the window has been painted: animations are
// moved before each frame, so the second time the first frame is done.
func afterFirstFrame(fn func()) {
	ticks := 0
	var a *fyne.Animation
	a = fyne.NewAnimation(time.Minute, func(float32) {
		if ticks++; ticks == 2 {
			a.Stop()
			fn()
		}
	})
	a.Start()
}
