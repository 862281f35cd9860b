package main

import (
	"bufio"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetest "fyne.io/fyne/v2/test"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// answerLocator tells where words are on the screen: for each line read, the
// middle of the topmost text that reads so, in pixels of the window, or "".
func answerLocator(in io.Reader, out io.Writer) {
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		text, at := lines.Text(), ""
		if app := fyne.CurrentApp(); app != nil && len(app.Driver().AllWindows()) > 0 {
			fyne.DoAndWait(func() {
				switch text {
				case lookQuery:
					at = look(app)
				case beatQuery:
				default:
					at = locate(app, text)
				}
			})
		}
		fmt.Fprintln(out, at)
	}
}

func locate(app fyne.App, text string) string {
	c := app.Driver().AllWindows()[0].Canvas()
	roots := append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...)
	for i := len(roots) - 1; i >= 0; i-- {
		if t := findText(roots[i], text); t != nil {
			pos, size := app.Driver().AbsolutePositionForObject(t), t.Size()
			k := c.Scale()
			return fmt.Sprintf("%.0f %.0f", (pos.X+min(size.Width, t.MinSize().Width)/2)*k, (pos.Y+size.Height/2)*k)
		}
	}
	return ""
}

// findText finds a visible text that reads so, or begins so before a bracket.
func findText(o fyne.CanvasObject, text string) *canvas.Text {
	if o == nil || !o.Visible() {
		return nil
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text == text || strings.HasPrefix(o.Text, text+"(") {
			return o
		}
		return nil
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = fynetest.WidgetRenderer(o).Objects()
	}
	for _, c := range children {
		if t := findText(c, text); t != nil {
			return t
		}
	}
	return nil
}

// locator asks the program where words are.
type locator struct {
	mu  sync.Mutex
	in  io.Writer
	out *bufio.Reader
}

func newLocator(t *testing.T, cmd *exec.Cmd) *locator {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	return &locator{in: in, out: bufio.NewReader(out)}
}

func (l *locator) ask(text string) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, err := fmt.Fprintln(l.in, text); err != nil {
		return ""
	}
	line, err := l.out.ReadString('\n')
	if err != nil {
		return ""
	}
	return strings.TrimSpace(line)
}

// readTrace collects the lines that the program traces.
func (p *program) readTrace(cmd *exec.Cmd) {
	errs, err := cmd.StderrPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	go func() {
		lines := bufio.NewScanner(errs)
		for lines.Scan() {
			select {
			case p.trace <- lines.Text():
			default: // nobody waits for so many
			}
		}
	}()
}

// awaitTrace waits for a stage to be traced.
func (p *program) awaitTrace(stage string) {
	p.t.Helper()
	timeout := time.After(patience)
	for {
		select {
		case line := <-p.trace:
			if strings.HasPrefix(line, "trace "+stage) {
				return
			}
			if strings.HasPrefix(line, "panic") {
				p.t.Fatal(line)
			}
		case <-timeout:
			p.shot("failed-" + strings.ReplaceAll(p.t.Name(), "/", "-"))
			p.t.Fatalf("no trace of %s", stage)
		}
	}
}

func (p *program) run(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = p.env
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (p *program) must(name string, args ...string) {
	p.t.Helper()
	p.mustSay(name, args...)
}

// mustSay runs a command that has to succeed and gives what it said.
func (p *program) mustSay(name string, args ...string) string {
	p.t.Helper()
	out, err := p.run(name, args...)
	if err != nil {
		p.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return out
}

// background starts a helper of the display, and ends it with the test.
func (p *program) background(name string, args ...string) {
	p.t.Helper()
	startBackground(p.t, p.env, name, args...)
}

func startBackground(t *testing.T, env []string, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = env
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cmd.Process.Kill(); err == nil {
			_ = cmd.Wait() // killed on purpose: its status says nothing
		}
	})
}

// manageWindows starts a window manager and waits until it answers. A window that
// opens before is never given the keyboard, and cannot ask to be brought to the
// front. One that does not answer is started anew: seldom, on a busy machine, the
// first never does.
func (p *program) manageWindows() {
	p.t.Helper()
	for range 4 {
		said := &strings.Builder{}
		cmd := exec.Command("openbox")
		cmd.Env, cmd.Stdout, cmd.Stderr = p.env, said, said
		if err := cmd.Start(); err != nil {
			p.t.Fatal(err)
		}
		stop := func() {
			if err := cmd.Process.Kill(); err == nil {
				_ = cmd.Wait() // killed on purpose: its status says nothing
			}
		}
		for deadline := time.Now().Add(patience / 4); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
			if _, err := p.run("xdotool", "get_num_desktops"); err == nil {
				p.t.Cleanup(stop)
				return
			}
		}
		stop()
		p.t.Logf("the window manager does not answer; it says %q", said)
	}
	p.t.Fatal("no window manager")
}

// startDisplay starts a virtual display of a size in pixels and gives its name.
func startDisplay(t *testing.T, width, height int) string {
	t.Helper()
	number, err := os.CreateTemp(t.TempDir(), "display")
	if err != nil {
		t.Fatal(err)
	}
	defer number.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{number}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cmd.Process.Kill(); err == nil {
			_ = cmd.Wait() // killed on purpose: its status says nothing
		}
	})
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if b, err := os.ReadFile(number.Name()); err == nil && strings.HasSuffix(string(b), "\n") {
			return ":" + strings.TrimSpace(string(b))
		}
	}
	t.Fatal("no virtual display")
	return ""
}

// shotsDir is where pictures are kept for people: ci-output at the top, in
// continuous integration; else TALLYBOARD_SHOTS, or nowhere.
func shotsDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("TALLYBOARD_SHOTS")
	if dir == "" && os.Getenv("CI") != "" {
		dir = filepath.Join("..", "..", "ci-output")
	}
	if dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// longestRun is the middle of the longest run of a colour in a row of pixels.
func longestRun(img image.Image, rgb uint32) string {
	best, x, y := 0, 0, 0
	b := img.Bounds()
	for row := b.Min.Y; row < b.Max.Y; row++ {
		run := 0
		for col := b.Min.X; col < b.Max.X; col++ {
			r, g, bl, _ := img.At(col, row).RGBA()
			if r>>8<<16|g>>8<<8|bl>>8 != rgb {
				run = 0
				continue
			}
			if run++; run > best {
				best, x, y = run, col-run/2, row
			}
		}
	}
	if best < 20 { // a legend's mark is narrower
		return ""
	}
	return strconv.Itoa(x) + " " + strconv.Itoa(y)
}

// sampleForE2E writes the calls of the sample shop.
func sampleForE2E(t *testing.T) (file, first, agent string, c counted) {
	t.Helper()
	files, err := sample.Small(lang.ZH).Write(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	logs, _, err := ingest.Open(t.Context(), files[:1], ingest.Options{})
	if err != nil || len(logs) != 1 {
		t.Fatalf("the sample's first log: %d logs, %v", len(logs), err)
	}
	l := logs[0]
	r, err := pivot.Memory().Run(t.Context(), &l.Log, pivot.Spec{Rows: []pivot.Dim{{Column: "@agent"}}})
	if err != nil {
		t.Fatal(err)
	}
	c = counted{r.Rows.Members[0].Path[0].Text, strconv.Itoa(int(r.At(0, 0, 0)))}
	return files[0], l.Roles[logkind.Type1], l.Roles[logkind.Agent], c
}
