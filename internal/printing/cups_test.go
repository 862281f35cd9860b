//go:build !windows

package printing

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/fault"
	"tallyboard/internal/render/page"
)

// fakeCUPS puts lp and lpstat of our own on the path; what lp was given is in
// the files args and job of the folder.
func fakeCUPS(t *testing.T, lp, lpstat string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, script := range map[string]string{"lp": lp, "lpstat": lpstat} {
		if script == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\ncd "+dir+"\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	if lp == "" {
		t.Setenv("PATH", dir)
	}
	return dir
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPrintersTheUsualOneFirst(t *testing.T) {
	fakeCUPS(t, "true", `case $1 in -e) printf 'Office\nHome\n' ;; -d) echo 'system default destination: Home' ;; esac`)
	got, err := Printers(t.Context())
	if err != nil || len(got) != 2 || got[0] != (Printer{"Home", true}) || got[1] != (Printer{Name: "Office"}) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestWhyThereIsNoPrinter(t *testing.T) {
	fakeCUPS(t, "true", "exit 1")
	if _, err := Printers(t.Context()); !fault.Is(err, "printing.none") {
		t.Errorf("no printer set up: %v", err)
	}
	fakeCUPS(t, "", "")
	if _, err := Printers(t.Context()); !fault.Is(err, "printing.system") {
		t.Errorf("no CUPS: %v", err)
	}
	err := Print(t.Context(), Job{Pages: []*page.Page{{W: 100, H: 100}}})
	if !fault.Is(err, "printing.system") {
		t.Errorf("printing without CUPS: %v", err)
	}
}

func TestTheJobIsWhatWasAsked(t *testing.T) {
	dir := fakeCUPS(t, `echo "$*" >args; cat >job`, "")
	pages := []*page.Page{{W: 600, H: 400}, {W: 600, H: 400}, {W: 600, H: 400}}
	err := Print(t.Context(), Job{Title: "周报", Printer: "Office", Pages: pages, Only: []int{0, 2}, Copies: 3, Paper: page.A5, Wide: true, Grey: true})
	if err != nil {
		t.Fatal(err)
	}
	args := string(read(t, filepath.Join(dir, "args")))
	for _, want := range []string{"-t 周报", "-n 3", "-d Office", "media=iso_a5_148x210mm", "landscape", "print-color-mode=monochrome"} {
		if !strings.Contains(args, want) {
			t.Errorf("lp was not given %q but %q", want, args)
		}
	}
	if n := bytes.Count(read(t, filepath.Join(dir, "job")), []byte("/Type /Page\n")); n != 2 {
		t.Errorf("%d pages were handed over, want 2", n)
	}
}

func TestPagesFitThePrinterUnlessTheirSizeIsAsked(t *testing.T) {
	for exact, want := range map[bool]string{false: "-o fit-to-page", true: "-o print-scaling=none"} {
		dir := fakeCUPS(t, `echo "$*" >args`, "")
		if err := Print(t.Context(), Job{Pages: []*page.Page{{W: 100, H: 100}}, Exact: exact}); err != nil {
			t.Fatal(err)
		}
		args := string(read(t, filepath.Join(dir, "args")))
		if !strings.Contains(args, want) || strings.Contains(args, "fit-to-page") == exact {
			t.Errorf("exact %v: lp was given %q", exact, args)
		}
	}
}

func TestWhatThePrinterSaysIsSaid(t *testing.T) {
	fakeCUPS(t, `echo "lp: Error - out of toner" >&2; exit 1`, "")
	err := Print(t.Context(), Job{Pages: []*page.Page{{W: 100, H: 100}}})
	if !fault.Is(err, "printing.failed") || !strings.Contains(err.Error(), "out of toner") {
		t.Errorf("%v", err)
	}
}
