package main

import (
	"archive/zip"
	"encoding/csv"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// lastWeek are the calls of the newest week of a type.
func (h *hand) lastWeek(kind string) func(r []string) bool {
	from := time.Date(2026, 11, 9, 0, 0, 0, 0, time.UTC)
	return func(r []string) bool { return r[cType1] == kind && !start(r).Before(from) }
}

// export saves what is in front in a format, by its name among those offered.
func (h *hand) export(ending string) (file string) {
	h.t.Helper()
	h.keys("ctrl+e")
	h.tapText(h.l.T("render.format" + ending))
	h.wait("the name with its ending", func(o seen) bool { return o.Typed && strings.HasSuffix(o.Words, ending) })
	h.snap("save-as" + strings.TrimPrefix(ending, "."))
	h.tapText(h.l.T("shell.save"))
	file = h.awaitFile("*" + ending)
	h.until("the file to be complete", func() string {
		st, err := os.Stat(file)
		return yes(err == nil && st.Size() > 0 && len(h.all(holds(filepath.Base(file)))) > 0)
	})
	return file
}

// rowsBehind: the rows behind a mark, what matters first; searched, exported, and
// each at its place in the file.
func (h *hand) rowsBehind() {
	types, _ := h.byRows(cType1)
	is := h.lastWeek(types[2])
	n := h.count(is)
	h.press(h.wait("the mark", mark(types[2], strconv.Itoa(n))), "1")
	h.tapText(h.l.T("explore.behind"))
	h.wait("how many rows", text(h.l.T("rows.count", strconv.Itoa(n))))
	places := []string{h.l.T("session.file"), h.l.T("session.row"), h.head[cType1], h.head[cStart]}
	for i, want := range places {
		if got := h.wait("a header", cellOf(func(o seen) bool { return o.Cell.Row == -1 && o.Cell.Col == i })).Words; got != want {
			h.t.Errorf("column %d is %q, want %q", i, got, want)
		}
	}
	h.snap("rows")

	var agent string
	found := 0
	rows, _ := h.byRows(cAgent)
	for _, a := range rows {
		if k := h.count(func(r []string) bool { return is(r) && r[cAgent] == a }); k > 0 && k < n {
			agent, found = a, k
			break
		}
	}
	h.keys("ctrl+f")
	h.types(agent)
	h.wait("how many were found", text(h.l.T("rows.found", strconv.Itoa(found), strconv.Itoa(n))))
	h.snap("found")

	file := h.export(".csv")
	if !strings.HasPrefix(filepath.Base(file), types[2]) {
		h.t.Errorf("the file of rows behind %s is called %s", types[2], filepath.Base(file))
	}
	f, err := os.Open(file)
	if err != nil {
		h.t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) != found+1 {
		h.t.Errorf("the exported file has %d lines (%v), want a header and %d", len(lines), err, found)
	}
	if at := slices.IndexFunc(lines[0], func(s string) bool { return strings.TrimPrefix(s, "\ufeff") == h.head[cAgent] }); at < 0 {
		h.t.Errorf("the exported headers are %v", lines[0])
	} else if got := lines[1][at]; got != agent {
		h.t.Errorf("the first row is of %q, want %q", got, agent)
	}

	line := h.wait("the first row's number", cellAt(0, 1))
	h.press(line, "1")
	h.keys("Return")
	h.wait("where it stands", text(h.l.T("data.row", line.Words)))
	h.snap("place")
	if r := h.lines[int(number(line.Words))-2]; !is(r) || r[cAgent] != agent {
		h.t.Errorf("line %s of the file is %v", line.Words, r)
	}
	h.keys("Escape")
	h.wait("the rows", text(h.l.T("rows.back")))
	h.tapText(h.l.T("rows.back"))
	h.says(h.total(len(h.lines)))
}

// why: what makes up a change, with its arithmetic.
func (h *hand) why() {
	types, _ := h.byRows(cType1)
	week := func(from int) int {
		a := time.Date(2026, 11, from, 0, 0, 0, 0, time.UTC)
		return h.count(func(r []string) bool {
			return r[cType1] == types[0] && !start(r).Before(a) && start(r).Before(a.AddDate(0, 0, 7))
		})
	}
	now, was := week(9), week(2)
	h.press(h.wait("the mark", mark(types[0], strconv.Itoa(now))), "1")
	h.tapText(h.l.T("explore.why"))
	said := func(n int) test {
		return func(o seen) bool {
			return o.Layer > 0 && o.Kind == "text" && strings.Contains(o.Words, strconv.Itoa(n))
		}
	}
	for _, n := range []int{now, was, now - was} {
		h.wait(fmt.Sprint("the number ", n), said(n))
	}
	h.wait("by what", holds(strings.Split(h.l.T("explore.why.by", "\x00"), "\x00")[0]))
	h.snap("change")
	h.keys("Escape")
	h.gone("the box", said(now-was))
	h.menuOf("the cell", cell(strconv.Itoa(now)), h.l.T("explore.why"))
	h.wait("the same from the table", said(now-was))
	h.keys("Escape")
}

// exports: what is seen as a workbook with a chart of its own, as a page, as a
// picture, and on the clipboard.
func (h *hand) exports() {
	types, rows := h.byRows(cType1)
	book := h.export(".xlsx")
	if got := cellBeside(h.t, book, types[0]); got != strconv.Itoa(rows[types[0]]) {
		h.t.Errorf("the workbook has %q for %s, want %d", got, types[0], rows[types[0]])
	}
	z, err := zip.OpenReader(book)
	if err != nil {
		h.t.Fatal(err)
	}
	defer z.Close()
	if !slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasPrefix(f.Name, "xl/charts/chart") }) {
		h.t.Error("the workbook has no chart of its own")
	}
	words := h.mustSay("pdftotext", "-layout", h.export(".pdf"), "-")
	for _, want := range []string{types[0], thousands(rows[types[0]]), thousands(len(h.lines))} {
		if !strings.Contains(words, want) {
			h.t.Errorf("the page does not say %q", want)
		}
	}
	f, err := os.Open(h.export(".png"))
	if err != nil {
		h.t.Fatal(err)
	}
	defer f.Close()
	if c, err := png.DecodeConfig(f); err != nil || c.Width < 1200 {
		h.t.Errorf("the picture is %d × %d, %v", c.Width, c.Height, err)
	}

	view := h.wait("the chart", kind("ChartView"))
	h.clearClipboard()
	h.pressAt(int(view.X+view.W/2), int(view.Y+8), "1") // beside the marks
	h.keys("ctrl+c")
	pic := filepath.Join(h.home, "clipboard.png")
	h.until("a picture of the chart on the clipboard", func() string {
		if _, err := h.run("sh", "-c", "xclip -selection clipboard -t image/png -o > '"+pic+"' 2>/dev/null"); err != nil {
			return ""
		}
		f, err := os.Open(pic)
		if err != nil {
			return ""
		}
		defer f.Close()
		c, err := png.DecodeConfig(f)
		return yes(err == nil && c.Width == 2*int(view.W+.5))
	})
	g := h.copied()
	if got := number(g.last(h.l.T("pivot.total"))); got != float64(len(h.lines)) {
		h.t.Errorf("the copied cells have the total %v", got)
	}
	if g.head[0] != h.head[cType1] {
		h.t.Errorf("the copied headers are %v", g.head)
	}
}
