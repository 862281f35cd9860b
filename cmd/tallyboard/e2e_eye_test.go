package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetest "fyne.io/fyne/v2/test"

	"tallyboard/internal/ui/widget"
)

// seen is one thing on the screen; places are pixels of the window.
type seen struct {
	Kind       string // "text", "tip", "painted", or a type
	Words      string
	X, Y, W, H float64
	Layer      int          // 0 is the page; what lies above it counts on
	Cell       widget.Place // of what a grid or a chart painted
	In         string       // type of what painted it
	Off        bool         // takes neither pointer nor keyboard
	Typed      bool         // stands in a field
	Cut        bool         // reaches over the edge of what holds it
}

// lookQuery asks the locator for everything on the screen.
const lookQuery = "\x01look"

// beatQuery asks it for a sign of life.
const beatQuery = "\x01beat"

// look gives what is on the screen, as JSON in one line.
func look(app fyne.App) string {
	c := app.Driver().AllWindows()[0].Canvas()
	e := &eye{app: app, scale: float64(c.Scale())}
	for i, o := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
		e.layer = i
		e.see(o, box{0, 0, float64(c.Size().Width), float64(c.Size().Height)}, false)
	}
	b, err := json.Marshal(e.out)
	if err != nil {
		return fmt.Sprintf("[{\"Kind\":\"error\",\"Words\":%q}]", err.Error())
	}
	return string(b)
}

type box struct{ x, y, w, h float64 }

func (b box) and(o box) box {
	x, y := max(b.x, o.x), max(b.y, o.y)
	return box{x, y, min(b.x+b.w, o.x+o.w) - x, min(b.y+b.h, o.y+o.h) - y}
}

type eye struct {
	app   fyne.App
	scale float64
	layer int
	typed bool // inside a field
	out   []seen
}

func (e *eye) box(o fyne.CanvasObject) box {
	at, s := e.app.Driver().AbsolutePositionForObject(o), o.Size()
	return box{float64(at.X), float64(at.Y), float64(s.Width), float64(s.Height)}
}

func (e *eye) put(s seen, b box) {
	s.X, s.Y, s.W, s.H, s.Layer = b.x*e.scale, b.y*e.scale, b.w*e.scale, b.h*e.scale, e.layer
	e.out = append(e.out, s)
}

// see lists an object and what is in it, as far as it is in sight.
func (e *eye) see(o fyne.CanvasObject, clip box, off bool) {
	if o == nil || !o.Visible() {
		return
	}
	if d, ok := o.(fyne.Disableable); ok {
		off = off || d.Disabled()
	}
	b := e.box(o)
	switch o := o.(type) {
	case *canvas.Text:
		e.text(o, b, clip, off)
	case *fyne.Container:
		for _, x := range o.Objects {
			e.see(x, clip, off)
		}
	case *container.Scroll:
		e.see(o.Content, clip.and(b), off)
	case fyne.Widget:
		if s := clip.and(b); s.w > 0 && s.h > 0 {
			e.widget(o, b, off)
		}
		was := e.typed
		_, field := o.(fyne.Validatable) // what is typed into
		e.typed = e.typed || field
		for _, x := range fynetest.WidgetRenderer(o).Objects() {
			e.see(x, clip, off)
		}
		e.typed = was
	}
}

func (e *eye) text(o *canvas.Text, b, clip box, off bool) {
	least := o.MinSize()
	if b.w == 0 || o.Alignment == fyne.TextAlignLeading {
		b.w = float64(least.Width)
	}
	if s := clip.and(b); o.Text == "" || s.w <= 0 || s.h <= 0 {
		return
	}
	s := clip.and(b)
	cut := s.w < min(b.w, float64(least.Width))-1 || float64(o.Size().Width) < float64(least.Width)-1
	e.put(seen{Kind: "text", Words: o.Text, Off: off, Typed: e.typed, Cut: cut && !e.typed}, s)
}

func (e *eye) widget(o fyne.Widget, b box, off bool) {
	kind := strings.TrimPrefix(fmt.Sprintf("%T", o), "*widget.")
	e.put(seen{Kind: kind, Off: off}, b)
	if t, ok := o.(interface{ Tip() string }); ok && t.Tip() != "" {
		e.put(seen{Kind: "tip", Words: t.Tip(), Off: off}, b)
	}
	if p, ok := o.(interface{ Painted() []widget.Painted }); ok {
		for _, x := range p.Painted() {
			e.put(seen{Kind: "painted", In: kind, Words: x.Words, Cell: x.Cell},
				box{b.x + float64(x.At.X), b.y + float64(x.At.Y), float64(x.Size.Width), float64(x.Size.Height)})
		}
	}
}

// look is what is on the screen of a program now.
func (p *program) look() []seen {
	var out []seen
	if err := json.Unmarshal([]byte(p.locator.ask(lookQuery)), &out); err != nil {
		return nil // the window is not there yet, or has gone
	}
	return out
}

// test is a way to tell one thing on the screen from others.
type test func(seen) bool

// What is looked for: a text that reads so, one that holds words, a button by
// its tip, a widget by its type, a cell of a grid, a mark or legend of a chart.

func text(s string) test {
	return func(o seen) bool {
		return o.Kind == "text" && (o.Words == s || strings.HasPrefix(o.Words, s+"("))
	}
}

func holds(s string) test {
	return func(o seen) bool { return o.Kind == "text" && strings.Contains(o.Words, s) }
}

func tip(s string) test  { return func(o seen) bool { return o.Kind == "tip" && o.Words == s } }
func kind(s string) test { return func(o seen) bool { return o.Kind == s } }
func header(s string) test {
	return cellOf(func(o seen) bool { return o.Cell.Row < 0 && o.Words == s })
}
func cell(s string) test { return cellOf(func(o seen) bool { return o.Cell.Row >= 0 && o.Words == s }) }

// at is the cell of a grid in a row and column, both counted from 0.
func cellAt(row, col int) test {
	return cellOf(func(o seen) bool { return o.Cell == widget.Place{Row: row, Col: col} })
}

func cellOf(is test) test {
	return func(o seen) bool { return o.Kind == "painted" && o.In == "Grid" && is(o) }
}

// mark is a mark of the chart whose card has all these words.
func mark(words ...string) test {
	return func(o seen) bool {
		return o.In == "ChartView" && o.Cell.Row >= 0 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(o.Words, w) })
	}
}

func legend(name string) test {
	return func(o seen) bool {
		return o.In == "ChartView" && o.Cell.Row < 0 && o.Cell.Col >= 0 && strings.HasPrefix(o.Words, name)
	}
}

// all gives what passes a test, the topmost layer only.
func (p *program) all(is test) []seen {
	var out []seen
	for _, o := range p.look() {
		if !is(o) {
			continue
		}
		if len(out) > 0 && o.Layer > out[0].Layer {
			out = nil
		}
		out = append(out, o)
	}
	return out
}

// spot waits until the n-th thing that passes a test has come to rest.
func (p *program) spot(what string, is test, n int) seen {
	p.t.Helper()
	var was, now seen
	p.until(what, func() string {
		list := p.all(is)
		if was = now; len(list) > n {
			now = list[n]
		}
		if len(list) > n && now == was {
			return "yes"
		}
		return ""
	})
	return now
}

// wait waits until something passes a test.
func (p *program) wait(what string, is test) seen {
	p.t.Helper()
	return p.spot(what, is, 0)
}

// gone waits until nothing passes a test.
func (p *program) gone(what string, is test) {
	p.t.Helper()
	p.until("“"+what+"” to go", func() string {
		if l := p.look(); len(l) > 0 && !slices.ContainsFunc(l, is) {
			return "yes"
		}
		return ""
	})
}

// says waits for a text that holds words and gives all of it.
func (p *program) says(words string) string {
	p.t.Helper()
	return p.wait("a text with “"+words+"”", holds(words)).Words
}

// steady is how long nothing may change for the screen to count as at rest.
const steady = 150 * time.Millisecond

// rest waits until the screen stands still.
func (p *program) rest() {
	p.t.Helper()
	was, since := "", time.Now()
	p.until("the screen at rest", func() string {
		if now := p.locator.ask(lookQuery); now != was {
			was, since = now, time.Now()
		} else if now != "" && time.Since(since) > steady {
			return "yes"
		}
		return ""
	})
}

// middle is the middle of something, in whole pixels.
func (s seen) middle() (x, y int) {
	return int(math.Round(s.X + s.W/2)), int(math.Round(s.Y + s.H/2))
}
