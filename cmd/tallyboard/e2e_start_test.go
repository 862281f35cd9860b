package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
)

// Files named at the start are opened; a second start hands its files to the
// window that is there, which shows them, and ends.
func TestFilesOfTheStartAndOfASecondStart(t *testing.T) {
	if testing.Short() {
		t.Log("left out: the end-to-end test needs a virtual display")
		return
	}
	files := sampleFiles(t)
	p := startProgram(t, words["zh"]["locale"], files[0])
	p.awaitTrace("load")
	p.awaitTitle(files[0])

	second := p.command(filepath.Base(files[1])) // a relative path is that of the second start
	second.Dir = filepath.Dir(files[1])
	if out, err := second.CombinedOutput(); err != nil {
		t.Fatalf("the second start: %v\n%s", err, out)
	}
	p.awaitTrace("load")
	p.awaitTitle(files[1])
	p.shot("second-start")
	if out, _ := p.run("xdotool", "search", "--onlyvisible", "--class", "Tallyboard"); len(strings.Fields(out)) != 1 {
		t.Errorf("the windows are %q, want one", out)
	}
	p.until("its window in front", func() string { // xdotool fails while the window manager is at it
		out, err := p.run("xdotool", "getactivewindow")
		if err != nil || strings.TrimSpace(out) != p.window {
			return ""
		}
		return out
	})
}

// After a crash the next start says so and offers what was open; where the
// program could still speak, its report is named, and holds no customer's data.
// Where it could not, as when the power fails, nobody speaks of a crash.
func TestCrashOffersToRestore(t *testing.T) {
	if testing.Short() {
		t.Log("left out: the end-to-end test needs a virtual display")
		return
	}
	file := sampleFiles(t)[0]
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	l := lang.ZH
	p := startProgram(t, words["zh"]["locale"], file)
	report := filepath.Join(p.home, "library", "crash.txt")
	for how, title := range map[syscall.Signal]string{syscall.SIGABRT: "shell.crashed.title", syscall.SIGKILL: "shell.ended.title"} {
		p.awaitTrace("report")
		p.until("what is open on disk", func() string {
			if b, err := os.ReadFile(filepath.Join(p.home, "library", "state.json")); err == nil && strings.Contains(string(b), name) {
				return name
			}
			return ""
		})
		if err := p.cmd.Process.Signal(how); err != nil {
			t.Fatal(err)
		}
		if err := p.cmd.Wait(); err == nil {
			t.Fatalf("%v: a good end", how)
		}
		p.start()
		p.await(l.T(title))
		p.shot("crashed-" + how.String())
		b, err := os.ReadFile(report)
		if err != nil {
			t.Fatalf("%v: %v", how, err)
		}
		if spoke := strings.Contains(string(b), "goroutine "); spoke != (how == syscall.SIGABRT) || !strings.HasPrefix(string(b), "Tallyboard "+version()) {
			t.Errorf("%v: the report is\n%.400s", how, b)
		}
		if strings.Contains(string(b), name) {
			t.Errorf("%v: the report names the customer's file", how)
		}
		p.click(l.T("shell.restore", filepath.Base(file)))
		p.awaitTrace("load")
		p.awaitTitle(file)
	}
}

func sampleFiles(t *testing.T) []string {
	t.Helper()
	files, err := sample.Small(lang.ZH).Write(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// awaitTitle waits until the window bears the name of a file.
func (p *program) awaitTitle(file string) {
	p.t.Helper()
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	p.until("the title "+name, func() string {
		if out, err := p.run("xdotool", "getwindowname", p.window); err == nil && strings.Contains(out, name) {
			return out
		}
		return ""
	})
}
