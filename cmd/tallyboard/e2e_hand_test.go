package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// point moves the pointer and waits until the program knows: the toolkit takes
// note of the pointer once a frame, but of a button at once.
func (p *program) point(x, y int) {
	p.t.Helper()
	p.must("xdotool", "mousemove", "--window", p.window, strconv.Itoa(x), strconv.Itoa(y))
	p.beat()
}

// beat waits for some frames of the program, and for it to have time.
func (p *program) beat() {
	const frames, frame = 3, 18 * time.Millisecond
	for range frames {
		time.Sleep(frame)
		p.locator.ask(beatQuery)
	}
}

// origin is where the window's own place 0, 0 is on the display.
func (p *program) origin() (x, y int) {
	p.t.Helper()
	for line := range strings.SplitSeq(p.mustSay("xdotool", "getwindowgeometry", "--shell", p.window), "\n") {
		if n, err := strconv.Atoi(strings.TrimPrefix(line, "X=")); err == nil && strings.HasPrefix(line, "X=") {
			x = n
		}
		if n, err := strconv.Atoi(strings.TrimPrefix(line, "Y=")); err == nil && strings.HasPrefix(line, "Y=") {
			y = n
		}
	}
	return x, y
}

// press clicks a button of the mouse on something.
func (p *program) press(s seen, button string) {
	p.t.Helper()
	x, y := s.middle()
	p.pressAt(x, y, button)
}

func (p *program) pressAt(x, y int, button string) {
	p.t.Helper()
	p.point(x, y)
	p.must("xdotool", "mousedown", button, "sleep", "0.03", "mouseup", button)
}

// tap clicks the first thing that passes a test.
func (p *program) tap(what string, is test) {
	p.t.Helper()
	p.press(p.wait(what, is), "1")
}

// tapText clicks words.
func (p *program) tapText(s string) {
	p.t.Helper()
	p.tap("the words “"+s+"”", text(s))
}

// tapTip clicks the n-th button that has a tip.
func (p *program) tapTip(s string, n int) {
	p.t.Helper()
	p.press(p.spot("the button “"+s+"”", tip(s), n), "1")
}

// reach gives a chip the keyboard: a click opens what it offers, Escape closes
// that again.
func (p *program) reach(what string, is test) {
	p.t.Helper()
	p.tap(what, is)
	p.wait("what it offers", kind("Popup"))
	p.keys("Escape")
	p.gone("what it offers", kind("Popup"))
}

// menuOf opens the menu of something and chooses from it.
func (p *program) menuOf(what string, is test, choice string) {
	p.t.Helper()
	p.press(p.wait(what, is), "3")
	p.tapText(choice)
}

// pull drags from one point to another, as a hand does.
func (p *program) pull(x, y, toX, toY int) {
	p.t.Helper()
	p.point(x, y)
	p.must("xdotool", "mousedown", "1")
	const steps = 4
	for i := 1; i <= steps; i++ {
		p.point(x+(toX-x)*i/steps, y+(toY-y)*i/steps)
	}
	p.must("xdotool", "mouseup", "1")
}

// keys presses keys one after the other, to whatever has the keyboard.
func (p *program) keys(names ...string) {
	p.t.Helper()
	p.must("xdotool", append([]string{"key", "--delay", "30"}, names...)...)
}

// types types words; those that a keyboard without an input method does not have
// are pasted.
func (p *program) types(s string) {
	p.t.Helper()
	if strings.ContainsFunc(s, func(r rune) bool { return r > 0x7e }) {
		p.paste(s)
		return
	}
	p.must("xdotool", "type", "--delay", "25", s)
}

// paste puts words on the clipboard and from there where the cursor is.
func (p *program) paste(s string) {
	p.t.Helper()
	p.must("sh", "-c", `printf %s "$1" | xclip -selection clipboard >/dev/null 2>&1`, "sh", s)
	p.keys("ctrl+v")
}

// pick types into the list that has just opened and takes a line of it; of
// several that read so the last: a column stands behind the metric of its name.
func (p *program) pick(typed, line string) {
	p.t.Helper()
	p.wait("the list's search", kind("pickList"))
	p.types(typed)
	p.rest()
	p.wait("the line “"+line+"”", inList(line))
	lines := p.all(inList(line))
	p.press(lines[len(lines)-1], "1")
}

// inList is a text of a list rather than of the search field.
func inList(s string) test { return func(o seen) bool { return o.Layer > 0 && text(s)(o) && !o.Typed } }

// clipboard is the text on the clipboard.
func (p *program) clipboard() string {
	out, err := p.run("xclip", "-selection", "clipboard", "-o")
	if err != nil {
		return ""
	}
	return out
}

// grid is a table with headers, as it was copied.
type grid struct {
	head []string
	rows [][]string
}

// copied copies the whole table, by its menu, and reads it from the clipboard.
func (h *hand) copied() grid {
	h.t.Helper()
	h.clearClipboard()
	h.tapTip(h.l.T("explore.more"), 0)
	h.tapText(h.l.T("explore.copytable"))
	var g grid
	h.until("the table on the clipboard", func() string {
		lines := strings.Split(strings.TrimRight(h.clipboard(), "\r\n"), "\n")
		if len(lines) < 2 {
			return ""
		}
		g = grid{head: strings.Split(strings.TrimRight(lines[0], "\r"), "\t")}
		for _, l := range lines[1:] {
			g.rows = append(g.rows, strings.Split(strings.TrimRight(l, "\r"), "\t"))
		}
		return "yes"
	})
	return g
}

// clearClipboard leaves a word on the clipboard that no copy gives.
func (p *program) clearClipboard() {
	p.t.Helper()
	p.must("sh", "-c", "printf nothing | xclip -selection clipboard >/dev/null 2>&1")
}

// row is the numbers of the row with a heading; nil where there is none.
func (g grid) row(name string) []string {
	for _, r := range g.rows {
		if r[0] == name {
			return r[1:]
		}
	}
	return nil
}

// last is the last number of a row: its total, where there is a column of them.
func (g grid) last(name string) string {
	r := g.row(name)
	if len(r) == 0 {
		return ""
	}
	return r[len(r)-1]
}

func (g grid) String() string {
	return fmt.Sprint(g.head, g.rows)
}
