// Package printing hands laid-out pages to the system's printers: through CUPS
// on Linux and macOS, which get the PDF, and through GDI on Windows, which gets
// text, lines and areas, or one picture a page at the printer's resolution where
// something is translucent. It lays nothing out.
package printing

import (
	"context"
	"strconv"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/page"
)

// Printer is one printer of the system.
type Printer struct {
	Name    string
	Default bool
}

// MostCopies is how many copies one job may ask for: more is a slip of the finger.
const MostCopies = 99

// Job is what to print, and how.
type Job struct {
	Title   string
	Lang    lang.Lang
	Printer string       // "" is the default printer
	Pages   []*page.Page // all pages of the document
	Only    []int        // the pages to print, from 0; nil prints all
	Copies  int          // at least 1
	Paper   page.Size
	Wide    bool // landscape
	Grey    bool
	// Exact keeps the size at which the pages were laid out, where the print
	// system would else make them fit what the printer can reach.
	Exact bool
	// Progress, if set, is told the pages done.
	Progress func(done, total int64)
}

// Printers lists the printers, the default one first. Without any printer, or
// without a way to reach them, it returns the fault "printing.none".
func Printers(ctx context.Context) ([]Printer, error) { return printers(ctx) }

// Print prints; it returns once the system has taken the job.
func Print(ctx context.Context, j Job) error {
	j.Copies = max(1, j.Copies)
	if j.Paper.W == 0 {
		j.Paper = page.A4
	}
	if j.Only != nil {
		var chosen []*page.Page
		for _, i := range j.Only {
			if i >= 0 && i < len(j.Pages) {
				chosen = append(chosen, j.Pages[i])
			}
		}
		j.Pages = chosen
	}
	if len(j.Pages) == 0 {
		return fault.New("printing.nopages")
	}
	return printJob(ctx, j)
}

// ParsePages reads "1-3, 5" as page indices from 0; "" is all pages. Pages that
// the document does not have, and anything else, are the fault "printing.pages".
func ParsePages(s string, n int) ([]int, error) {
	s = strings.NewReplacer("，", ",", "、", ",", "–", "-", "～", "-", " ", "").Replace(s)
	if s == "" {
		return nil, nil
	}
	var out []int
	for _, part := range strings.Split(s, ",") {
		a, b, ranged := strings.Cut(part, "-")
		from, err := strconv.Atoi(a)
		to := from
		if ranged && err == nil {
			to, err = strconv.Atoi(b)
		}
		if err != nil || from < 1 || to < from || to > n {
			return nil, fault.New("printing.pages", part, n)
		}
		for i := from; i <= to; i++ {
			out = append(out, i-1)
		}
	}
	return out, nil
}
