package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
)

// One point of Explore after the other, done by mouse and keyboard in a real
// window; each says what a person must see, and counts it anew from the rows.
var explorePoints = []struct {
	name string
	do   func(*hand)
}{
	{"1-dropdowns", (*hand).dropdowns},
	{"2-time", (*hand).time},
	{"2-compare", (*hand).compare},
	{"2-last-year", (*hand).lastYear},
	{"3-filters", (*hand).filter},
	{"3-marks", (*hand).marks},
	{"4-calculated", (*hand).calculated},
	{"5-table", (*hand).table},
	{"5-arrange", (*hand).arrange},
	{"5-widths", (*hand).widths},
	{"6-charts", (*hand).charts},
	{"6-drawn-on", (*hand).drawOn},
	{"7-rows", (*hand).rowsBehind},
	{"8-views", (*hand).views},
	{"9-why", (*hand).why},
	{"10-export", (*hand).exports},
}

// screens are the displays and faces that everything must look right on. The
// first is the one that every run of the tests goes through.
var screens = []face{
	{lang.ZH, desk{1366, 768, [2]int{1366, 740}, "light"}},
	{lang.ZH, desk{1366, 768, [2]int{1366, 740}, "dark"}},
	{lang.EN, desk{1366, 768, [2]int{1366, 740}, "light"}},
	{lang.EN, desk{1366, 768, [2]int{1366, 740}, "dark"}},
	{lang.ZH, desk{2560, 1440, [2]int{2560, 1412}, "light"}},
	{lang.ZH, desk{2560, 1440, [2]int{2560, 1412}, "dark"}},
	{lang.EN, desk{2560, 1440, [2]int{2560, 1412}, "light"}},
	{lang.EN, desk{2560, 1440, [2]int{2560, 1412}, "dark"}},
}

// face is a language on a display.
type face struct {
	lang lang.Lang
	desk desk
}

func (f face) String() string {
	return fmt.Sprintf("%s-%s-%dx%d", f.lang, f.desk.theme, f.desk.width, f.desk.height)
}

// beside lets a face be tested at the same time as others: each has a display of
// its own, and a hand waits more than it works.
func (face) beside(t *testing.T) {
	if wholeSession() {
		t.Parallel()
	}
}

// wholeSession says that everything is to be gone through on every screen.
func wholeSession() bool { return os.Getenv("TALLYBOARD_SESSION") == "all" }

// TestExplore goes through every point on the first screen, or with
// TALLYBOARD_SESSION=all on all of them.
func TestExplore(t *testing.T) {
	if testing.Short() {
		t.Log("left out: the end-to-end test needs a virtual display")
		return
	}
	n := 1
	if wholeSession() {
		n = len(screens)
	}
	for _, s := range screens[:n] {
		name := s.String()
		t.Run(name, func(t *testing.T) {
			s.beside(t)
			h := newHand(t, s.lang, s.desk)
			for _, p := range explorePoints {
				t.Run(p.name, func(t *testing.T) {
					h := h.begin(t, name+"-"+p.name)
					start := time.Now()
					p.do(h)
					t.Logf("%.1f s", time.Since(start).Seconds())
				})
			}
		})
	}
}

// Columns of the inbound log of the sample shop.
const (
	cStart, cTalk, cShop, cAgent, cCustomer, cPhone, cRegion, cCategory = 0, 1, 2, 3, 4, 5, 6, 7
	cType1, cType2, cType3, cOrder, cResolved, cRating                  = 10, 11, 12, 13, 14, 15
)

// hand is a person at the program with the inbound calls of the sample shop.
type hand struct {
	*program
	l     lang.Lang
	file  string
	head  []string
	lines [][]string
	name  string // of the pictures
	n     int
}

func newHand(t *testing.T, l lang.Lang, d desk) *hand {
	t.Helper()
	locale := words["zh"]["locale"]
	if l == lang.EN {
		locale = words["en"]["locale"]
	}
	h := &hand{program: newDesktopOf(t, locale, d), l: l}
	h.file = filepath.Join(t.TempDir(), "inbound calls.csv")
	if err := sample.Small(l).Sheet(logkind.Inbound).WriteCSV(t.Context(), h.file); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(h.file)
	if err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(b), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	h.head, h.lines = all[0], all[1:]
	return h
}

// begin starts the program anew with the log, at Explore.
func (h *hand) begin(t *testing.T, name string) *hand {
	t.Helper()
	p := *h.program
	p.t, p.home, p.trace = t, t.TempDir(), make(chan string, 1000)
	p.env = append(slices.Clone(p.env), "TALLYBOARD_HOME="+filepath.Join(p.home, "library"), "HOME="+p.home)
	next := *h
	next.program, next.name = &p, name
	next.launch()
	return &next
}

// launch starts the program on the log and goes to Explore.
func (h *hand) launch() {
	h.t.Helper()
	h.start(h.file)
	h.awaitTrace("report")
	h.must("xdotool", "windowfocus", "--sync", h.window)
	h.keys("ctrl+3")
	h.wait("the chart", kind("ChartView"))
	h.says(h.total(len(h.lines)))
	h.fill()
}

// fill gives the window the size of the face: on a busy machine the program may
// have set its own after it was asked to.
func (h *hand) fill() {
	h.t.Helper()
	width, height := strconv.Itoa(h.desk.window[0]), strconv.Itoa(h.desk.window[1])
	h.until("the window of "+width+" × "+height, func() string {
		g := h.mustSay("xdotool", "getwindowgeometry", "--shell", h.window)
		if strings.Contains(g, "WIDTH="+width+"\n") && strings.Contains(g, "HEIGHT="+height+"\n") {
			return "yes"
		}
		h.must("xdotool", "windowsize", h.window, width, height)
		return ""
	})
	h.rest()
}

// snap keeps a picture of the screen at rest, and reports what is cut on it.
func (h *hand) snap(what string) {
	h.t.Helper()
	h.rest()
	h.n++
	h.shot(fmt.Sprintf("%s-%02d-%s", h.name, h.n, what))
	screen := h.look()
	for _, s := range faults(screen) {
		h.t.Errorf("on the screen %q: %s", what, s)
	}
	word, first := first(screen, text(h.l.T("explore.filters"))), first(screen, text(h.l.T("explore.period.all")))
	if d := word.Y + word.H/2 - first.Y - first.H/2; word.Kind != "" && first.Kind != "" && (d > 2 || d < -2) {
		h.t.Errorf("on the screen %q the word %q is not beside its chips", what, word.Words)
	}
}

// first is the first thing on the page that passes a test; without kind where
// there is none.
func first(screen []seen, is test) seen {
	if i := slices.IndexFunc(screen, func(o seen) bool { return o.Layer == 0 && is(o) }); i >= 0 {
		return screen[i]
	}
	return seen{}
}

// total is how the sentence over the chart ends: the rows that it counts.
func (h *hand) total(rows int) string {
	t := h.l.T("explore.total", "\x00", thousands(rows))
	_, after, _ := strings.Cut(t, "\x00")
	return after
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	if n >= 1000 {
		s = s[:len(s)-3] + "," + s[len(s)-3:]
	}
	return s
}

// count counts the rows of the log that pass.
func (h *hand) count(is func(r []string) bool) (n int) {
	for _, r := range h.lines {
		if is(r) {
			n++
		}
	}
	return n
}

// top is the value of a column that most rows have.
func (h *hand) top(col int) (name string, rows int) {
	n := map[string]int{}
	for _, r := range h.lines {
		n[r[col]]++
	}
	for k, v := range n {
		if v > rows || v == rows && k < name {
			name, rows = k, v
		}
	}
	return name, rows
}

// distinct is how many values a column has.
func (h *hand) distinct(col int) int {
	n := map[string]bool{}
	for _, r := range h.lines {
		n[r[col]] = true
	}
	delete(n, "")
	return len(n)
}

// faults are texts that are cut off, and texts that lie on each other.
func faults(screen []seen) (out []string) {
	var texts []seen
	for _, s := range screen {
		if s.Kind != "text" {
			continue
		}
		if s.Cut {
			out = append(out, fmt.Sprintf("“%s” is cut", s.Words))
		}
		texts = append(texts, s)
	}
	const touch = 3 // pixels that lines of one text may share
	for i, a := range texts {
		for _, b := range texts[:i] {
			if a.Layer == b.Layer && a.X+touch < b.X+b.W && b.X+touch < a.X+a.W && a.Y+touch < b.Y+b.H && b.Y+touch < a.Y+a.H {
				out = append(out, fmt.Sprintf("“%s” and “%s” overlap", a.Words, b.Words))
			}
		}
	}
	return out
}
