package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"tallyboard/internal/lang"
)

// However the system ends the program, the next start offers what was open,
// looked at as it was.
func TestEndedBySignals(t *testing.T) {
	if testing.Short() || runtime.GOOS == "windows" {
		t.Log("left out: the end-to-end test needs a virtual display and signals")
		return
	}
	file, _, _, _ := sampleForE2E(t)
	p := newDesktop(t, words["en"]["locale"])
	p.start(file)
	p.awaitTrace("report")
	p.key("ctrl+3")
	p.click(lang.EN.T("unit.weekday"))
	p.awaitTrace("pivot")
	kept := filepath.Join(p.home, "library", "last.json")
	p.until("the view to be written down", func() string {
		b, err := os.ReadFile(kept)
		if err != nil {
			return ""
		}
		return string(b)
	})
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGKILL} {
		if err := p.cmd.Process.Signal(sig); err != nil {
			t.Fatalf("%v: %v", sig, err)
		}
		if err := p.cmd.Wait(); (err != nil) != (sig == syscall.SIGKILL) {
			t.Errorf("%v: the program ends with %v", sig, err)
		}
		p.start()
		p.await(lang.EN.T("shell.ended.title"))
		p.shot("signal-" + sig.String())
		p.click(lang.EN.T("shell.restore", filepath.Base(file)))
		p.awaitTrace("load")
		p.key("ctrl+3")
		p.wait("the chart by weekday", func(o seen) bool { return strings.Contains(o.Words, "Wed") })
	}
}
