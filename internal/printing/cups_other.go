//go:build !windows

package printing

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"strconv"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/pdf"
)

func printers(ctx context.Context) ([]Printer, error) {
	out, err := exec.CommandContext(ctx, "lpstat", "-e").Output()
	if err != nil {
		return nil, fault.Wrap(err, reason(err))
	}
	names := strings.Fields(string(out))
	if len(names) == 0 {
		return nil, fault.New("printing.none")
	}
	first := defaultPrinter(ctx)
	var list []Printer
	for _, n := range names {
		if n == first {
			list = append([]Printer{{n, true}}, list...)
		} else {
			list = append(list, Printer{Name: n})
		}
	}
	return list, nil
}

// defaultPrinter is the last word of "system default destination: NAME"; ""
// where the system has none.
func defaultPrinter(ctx context.Context) string {
	cmd := exec.CommandContext(ctx, "lpstat", "-d")
	cmd.Env = append(cmd.Environ(), "LC_ALL=C")
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	_, name, _ := strings.Cut(strings.TrimSpace(string(out)), ": ")
	return name
}

// reason tells a missing print system from one without printers.
func reason(err error) string {
	if errors.Is(err, exec.ErrNotFound) {
		return "printing.system"
	}
	return "printing.none"
}

func printJob(ctx context.Context, j Job) error {
	pages := j.Pages
	if j.Grey {
		pages = grey(pages)
	}
	var b bytes.Buffer
	if err := pdf.WritePages(ctx, &b, pages, pdf.Properties{Title: j.Title, Lang: j.Lang}); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "lp", arguments(j)...)
	cmd.Stdin = &b
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if errors.Is(err, exec.ErrNotFound) {
			return fault.Wrap(err, "printing.system")
		}
		return fault.Wrap(err, "printing.failed", strings.TrimSpace(said.String()))
	}
	if j.Progress != nil {
		j.Progress(int64(len(pages)), int64(len(pages)))
	}
	return nil
}

var media = map[string]string{page.A4.Name: "iso_a4_210x297mm", page.A5.Name: "iso_a5_148x210mm", page.Letter.Name: "na_letter_8.5x11in"}

// arguments are those of lp. The pages are turned already, so the paper is not.
func arguments(j Job) []string {
	size := "fit-to-page"
	if j.Exact {
		size = "print-scaling=none"
	}
	args := []string{"-t", j.Title, "-n", strconv.Itoa(j.Copies), "-o", size}
	if m := media[j.Paper.Name]; m != "" {
		args = append(args, "-o", "media="+m)
	}
	if j.Wide {
		args = append(args, "-o", "landscape")
	}
	if j.Grey {
		args = append(args, "-o", "print-color-mode=monochrome")
	}
	if j.Printer != "" {
		args = append(args, "-d", j.Printer)
	}
	return append(args, "--", "-")
}
