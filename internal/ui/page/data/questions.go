package data

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/ingest"
	"tallyboard/internal/ui/widget"
)

// headerDoubt is the sureness of a header below which it is asked about, and
// mostQuestions how many questions are asked at once.
const headerDoubt, mostQuestions = 0.5, 2

// unsure reports whether where the table stands was guessed without much
// ground, and nobody has said so since.
func unsure(f ingest.File) bool {
	return f.Choice == ingest.FileOptions{Sheet: f.Choice.Sheet} && (f.HeaderRow == 0 || f.HeaderSure < headerDoubt)
}

// leastSure is the file of a log whose header was the hardest to find.
func leastSure(l *ingest.Log) *ingest.File {
	least := &l.Files[0]
	for i := range l.Files {
		if f := &l.Files[i]; unsure(*f) && (!unsure(*least) || f.HeaderSure < least.HeaderSure) {
			least = f
		}
	}
	return least
}

// questions asks, in words, about what is not sure of a whole sheet: another
// layout than the last time, a header that was hard to find, several tables.
// Each says what was taken and why, and leads to where it is changed.
func (p *Page) questions(l *ingest.Log) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	ask := func(tone document.Tone, text, path string) {
		var way []fyne.CanvasObject
		if path != "" && !p.placing.shown {
			way = append(way, widget.NewButton(p.s.T("data.raw.look"), "", widget.Plain, func() {
				p.placing.path = path
				p.look(true)
			}))
		}
		out = append(out, widget.NewBanner(tone, text, nil, way...))
	}
	if c := l.Changed; c != nil {
		ask(document.Warning, p.changedText(c), "")
	}
	for _, f := range l.Files {
		name := filepath.Base(f.Path)
		switch {
		case f.Placed:
			ask(document.Neutral, p.s.T("data.raw.placed", name), f.Path)
		case !unsure(f):
		case f.HeaderRow == 0:
			ask(document.Warning, p.s.T("data.header.missing", name), f.Path)
		case f.HeaderRival > 0:
			ask(document.Warning, p.s.T("data.header.rival", name, f.HeaderRow, f.HeaderRival), f.Path)
		default:
			ask(document.Warning, p.s.T("data.header.ask", name, f.HeaderRow), f.Path)
		}
		if len(f.Tables) > 1 && f.Choice == (ingest.FileOptions{Sheet: f.Choice.Sheet}) {
			ask(document.Warning, p.s.T("data.tables.ask", name, len(f.Tables), f.Table), f.Path)
		}
	}
	return out[:min(len(out), mostQuestions)]
}

// changedText says how the columns differ from last time's.
func (p *Page) changedText(c *ingest.Change) string {
	var parts []string
	if len(c.Renamed) > 0 {
		names := make([]string, len(c.Renamed))
		for i, r := range c.Renamed {
			names[i] = p.s.T("data.changed.rename", r.From, r.To)
		}
		parts = append(parts, p.s.T("data.changed.renamed", p.s.Lang().List(names)))
	}
	if len(c.Added) > 0 {
		parts = append(parts, p.s.T("data.changed.added", p.s.Lang().List(c.Added)))
	}
	if len(c.Missing) > 0 {
		parts = append(parts, p.s.T("data.changed.missing", p.s.Lang().List(c.Missing)))
	}
	text := p.s.T("data.changed")
	for _, part := range parts {
		text += part
	}
	return text + p.s.T("data.changed.rest")
}
