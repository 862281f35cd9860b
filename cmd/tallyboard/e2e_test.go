package main

import (
	"context"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// TestMain lets this test binary be the program itself: the end-to-end test
// starts it anew with the locator beside it.
func TestMain(m *testing.M) {
	if os.Getenv("TALLYBOARD_E2E") == "program" {
		go answerLocator(os.Stdin, os.Stdout)
		os.Exit(run(context.Background(), os.Args[1:], os.Stderr, os.Stderr))
	}
	os.Exit(m.Run())
}

// A sheet is dropped on the real window, columns are chosen with the mouse, a
// bar is clicked, the rows behind it appear, and the view is exported.
func TestEndToEnd(t *testing.T) {
	if testing.Short() {
		t.Log("left out: the end-to-end test needs a virtual display")
		return
	}
	for _, lang := range []string{"zh", "en"} {
		t.Run(lang, func(t *testing.T) { endToEnd(t, lang) })
	}
}

var words = map[string]map[string]string{
	"zh": {"locale": "zh_CN.UTF-8", "drop": "把导出的表格拖到这里", "rows": "行", "values": "值", "behind": "查看明细", "add filter": "添加筛选", "save": "保存", "title": "导出", "back": "返回", "other": "换一列", "title bar": "客服透视"},
	"en": {"locale": "en_US.UTF-8", "drop": "Drop your exported sheets here", "rows": "Rows", "values": "Values", "behind": "Rows behind it", "add filter": "Add a filter", "save": "Save", "title": "Export", "back": "Back", "other": "Another column", "title bar": "Tallyboard"},
}

func endToEnd(t *testing.T, lang string) {
	w := words[lang]
	file, first, agentColumn, count := sheetForE2E(t)
	p := startProgram(t, w["locale"])
	p.await(w["drop"])
	p.shot(lang + "-1-start")

	p.drop(file)
	p.awaitTrace("load")
	p.awaitTrace("report")
	p.shot(lang + "-2-report")

	p.key("ctrl+2")
	p.await(agentColumn)
	p.shot(lang + "-3-data")

	p.key("ctrl+3")
	p.await(first)
	p.clickColor(0x3B6FB6)
	p.click(w["behind"])
	p.await(w["back"])
	p.shot(lang + "-4-rows")
	p.click(w["back"])
	p.await(w["add filter"])

	p.click(first) // the chip of the rows' dimension
	p.click(w["other"])
	p.click(agentColumn)
	p.awaitTrace("pivot")
	p.await(agentColumn)
	p.shot(lang + "-5-explore")

	p.key("ctrl+e")
	p.await(w["save"])
	p.shot(lang + "-6-export")
	p.click(w["save"])
	book := p.awaitFile("*.xlsx")
	if got := cellBeside(t, book, count.word); got != count.number {
		t.Errorf("the exported workbook has %q beside %q, want %q", got, count.word, count.number)
	}
}

// counted is a word of the sheet and how often it occurs.
type counted struct{ word, number string }

// sheetForE2E is a real sheet where there are some, else a log of the sample
// shop; with its first dimension, its agent column, and an agent's total.
func sheetForE2E(t *testing.T) (file, first, agent string, c counted) {
	t.Helper()
	if dir := os.Getenv("TALLYBOARD_REALDATA"); dir != "" {
		return filepath.Join(dir, "pwc_call_center_raw.xlsx"), "Topic", "Agent", counted{"Jim", "666"}
	}
	t.Log("without TALLYBOARD_REALDATA the sample shop stands in for 1 real sheet")
	file, first, agent, c = sampleForE2E(t)
	return file, first, agent, c
}

// cellBeside finds a word in a workbook and gives the last cell of its row.
func cellBeside(t *testing.T, path, word string) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			for i, cell := range r[:max(0, len(r)-1)] {
				if strings.TrimSpace(cell) == word && i < 3 && len(r) > 4 {
					return r[len(r)-1]
				}
			}
		}
	}
	return ""
}

// program is a running window on a virtual display of its own.
type program struct {
	t       *testing.T
	env     []string
	cmd     *exec.Cmd
	window  string
	locator *locator
	trace   chan string
	home    string
	shots   string
	desk    desk
}

// desk is what a program is shown on: a display and a window on it, in pixels,
// light or dark.
type desk struct {
	width, height int
	window        [2]int
	theme         string
}

// usualDesk is that of most tests.
var usualDesk = desk{1366, 768, [2]int{1280, 760}, "light"}

// startProgram starts the program on a fresh desktop.
func startProgram(t *testing.T, locale string, args ...string) *program {
	t.Helper()
	p := newDesktop(t, locale)
	p.start(args...)
	return p
}

// newDesktop is a display with a window manager, and a home without anything.
func newDesktop(t *testing.T, locale string) *program {
	t.Helper()
	return newDesktopOf(t, locale, usualDesk)
}

func newDesktopOf(t *testing.T, locale string, d desk) *program {
	t.Helper()
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "import", "cc"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: run make deps-test", tool)
		}
	}
	p := &program{t: t, home: t.TempDir(), trace: make(chan string, 1000), shots: shotsDir(t), desk: d}
	display := startDisplay(t, d.width, d.height)
	p.env = append(os.Environ(), "DISPLAY="+display, "TALLYBOARD_E2E=program", "TALLYBOARD_HOME="+filepath.Join(p.home, "library"),
		"HOME="+p.home, "TALLYBOARD_TRACE=1", "LANG="+locale, "LC_ALL="+locale, "LIBGL_ALWAYS_SOFTWARE=1", "FYNE_THEME="+d.theme, "WAYLAND_DISPLAY=")
	p.manageWindows()
	return p
}

// command is the program with arguments, not started yet.
func (p *program) command(args ...string) *exec.Cmd {
	p.t.Helper()
	exe, err := os.Executable()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Env = p.env
	return cmd
}

// start starts the program, once more where it has ended, and waits for its window.
func (p *program) start(args ...string) {
	p.t.Helper()
	p.cmd = p.command(args...)
	p.locator = newLocator(p.t, p.cmd)
	p.readTrace(p.cmd)
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	cmd := p.cmd
	p.t.Cleanup(func() {
		if err := cmd.Process.Kill(); err == nil {
			_ = cmd.Wait() // killed on purpose: its status says nothing
		}
	})
	p.window = p.until("the window", func() string {
		out, _ := p.run("xdotool", "search", "--onlyvisible", "--class", "Tallyboard")
		return strings.TrimSpace(strings.Split(out, "\n")[0])
	})
	p.must("xdotool", "windowsize", "--sync", p.window, strconv.Itoa(p.desk.window[0]), strconv.Itoa(p.desk.window[1]))
	p.must("xdotool", "windowmove", p.window, "0", "0")
}

// patience is how long a step may take on a busy machine.
const patience = 60 * time.Second

// until asks again and again, until there is an answer.
func (p *program) until(what string, ask func() string) string {
	p.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if got := ask(); got != "" {
			return got
		}
	}
	p.shot("failed-" + strings.ReplaceAll(p.t.Name(), "/", "-"))
	p.t.Fatalf("waited for %s in vain", what)
	return ""
}

func (p *program) await(text string) {
	p.t.Helper()
	p.until("the words “"+text+"”", func() string { return p.locator.ask(text) })
}

// find waits until a text has come to rest, and gives its middle: a window that
// was just opened is laid out several times.
func (p *program) find(text string) (x, y string) {
	p.t.Helper()
	was := ""
	at := p.until("the words “"+text+"”", func() string {
		now := p.locator.ask(text)
		if now != was {
			was = now
			return ""
		}
		return now
	})
	x, y, _ = strings.Cut(at, " ")
	return x, y
}

// click clicks on the middle of a text with the real pointer.
func (p *program) click(text string) {
	p.t.Helper()
	p.clickAt(p.find(text))
}

// drag pulls from one text to another.
func (p *program) drag(from, to string) {
	p.t.Helper()
	x, y := p.find(from)
	toX, toY := p.find(to)
	at := func(x, y string) []string { return []string{"mousemove", "--window", p.window, x, y, "sleep", "0.2"} }
	steps := append(at(x, y), "mousedown", "1", "sleep", "0.1", "mousemove_relative", "--", "-12", "4", "sleep", "0.1")
	p.must("xdotool", append(append(steps, at(toX, toY)...), "mouseup", "1")...)
}

func (p *program) clickAt(x, y string) {
	p.must("xdotool", append([]string{"mousemove", "--window", p.window, x, y}, handClick...)...)
}

// handClick presses as a hand does: after resting a moment, and not for no time.
var handClick = []string{"sleep", "0.2", "mousedown", "1", "sleep", "0.05", "mouseup", "1", "sleep", "0.1"}

// clickColor clicks in the middle of the largest run of a colour in a row of
// pixels: a bar of a chart.
func (p *program) clickColor(rgb uint32) {
	p.t.Helper()
	at := p.until("a bar in the chart", func() string { return longestRun(p.screen(), rgb) })
	x, y, _ := strings.Cut(at, " ")
	p.must("xdotool", append([]string{"mousemove", x, y}, handClick...)...)
}

func (p *program) key(k string) { p.must("xdotool", "key", "--window", p.window, k) }

func (p *program) drop(file string) {
	p.t.Helper()
	tool := filepath.Join(p.home, "drop")
	p.must("cc", "-o", tool, "testdata/drop.c", "-lX11")
	p.must(tool, p.window, file)
}

func (p *program) screen() image.Image {
	path := filepath.Join(p.home, "screen.png")
	p.must("import", "-window", "root", path)
	f, err := os.Open(path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		p.t.Fatal(err)
	}
	return img
}

// shot keeps a picture of the screen for people to look at.
func (p *program) shot(name string) {
	if p.shots != "" {
		p.must("import", "-window", "root", filepath.Join(p.shots, name+".png"))
	}
}

func (p *program) awaitFile(pattern string) string {
	p.t.Helper()
	return p.until("the file "+pattern, func() string {
		found, err := filepath.Glob(filepath.Join(p.home, pattern))
		if err != nil || len(found) == 0 {
			return ""
		}
		return found[0]
	})
}
