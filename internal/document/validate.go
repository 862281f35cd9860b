package document

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"tallyboard/internal/display"
)

// leak finds what a program writes where a person should read words: a number
// that is none, a formatting error, a key without text.
var leak = regexp.MustCompile(`\bNaN\b|[+-]?\bInf\b|%!|‹[a-z]+\.|<nil>`)

// Validate lists, in words for programmers, what is wrong with a document:
// ids that are missing or stand twice, rows of another length than their
// header, numbers that are infinite, texts that leak a NaN or a catalogue key.
func (d *Document) Validate() []string {
	v := validator{ids: map[string]bool{}}
	v.text("title", d.Title)
	v.text("question", d.Question)
	v.text("period", d.Period)
	if d.Title == "" {
		v.bad("the document has no title")
	}
	for i, b := range d.Blocks {
		v.at = fmt.Sprintf("block %d (%T)", i, b)
		switch b := b.(type) {
		case *Heading:
			v.heading(b)
		case *Text:
			v.text("text", b.Text)
		case *Note:
			v.text("note", b.Text)
		case *Tiles:
			for _, t := range b.Tiles {
				v.text("tile label", t.Label)
				v.text("tile help", t.Help)
				v.number("tile "+t.Label, t.Value)
				v.number("change of tile "+t.Label, t.Change)
			}
		case *Chart:
			v.chart(b)
		case *Table:
			v.table(b)
		}
	}
	return v.out
}

type validator struct {
	at  string
	ids map[string]bool
	out []string
}

func (v *validator) bad(format string, args ...any) {
	v.out = append(v.out, strings.TrimSpace(v.at+" "+fmt.Sprintf(format, args...)))
}

func (v *validator) text(what, s string) {
	if m := leak.FindString(s); m != "" {
		v.bad("%s holds %q: %q", what, m, s)
	}
}

func (v *validator) number(what string, f float64) {
	if math.IsInf(f, 0) {
		v.bad("%s is infinite", what)
	}
}

func (v *validator) id(what, id string) {
	switch {
	case id == "":
		v.bad("%s has no id", what)
	case v.ids[id]:
		v.bad("id %q of %s stands twice", id, what)
	}
	v.ids[id] = true
}

func (v *validator) heading(h *Heading) {
	v.text("heading", h.Text)
	if h.Level < 1 || h.Level > 2 {
		v.bad("heading %q has level %d", h.Text, h.Level)
	}
	if h.Level == 1 {
		v.id("section "+h.Text, h.ID)
	}
}

func (v *validator) chart(b *Chart) {
	c := b.Chart
	if c == nil {
		v.bad("holds no chart")
		return
	}
	v.text("chart title", c.Title)
	for _, n := range c.Categories {
		v.text("category", n)
	}
	for _, s := range c.Series {
		v.text("series", s.Name)
		if len(s.Values) != len(c.Categories) {
			v.bad("series %q has %d values for %d categories", s.Name, len(s.Values), len(c.Categories))
		}
		for _, n := range s.Values {
			v.number("series "+s.Name, n)
		}
	}
}

func (v *validator) table(t *Table) {
	v.id("table "+t.Title, "table:"+t.ID)
	v.text("table title", t.Title)
	v.text("table note", t.Note)
	for i, r := range t.Rows {
		if len(r.Cells) != len(t.Columns) {
			v.bad("row %d has %d cells for %d columns", i, len(r.Cells), len(t.Columns))
			continue
		}
		for j, c := range r.Cells {
			v.text("cell", c.Text)
			v.number(fmt.Sprintf("row %d, %s", i, t.Columns[j].Title), c.Num)
			if c.Text == "" && t.Columns[j].Format.Kind == display.Text && !math.IsNaN(c.Num) {
				v.bad("row %d, %s holds a number in a column of words", i, t.Columns[j].Title)
			}
		}
	}
}
