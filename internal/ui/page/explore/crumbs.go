package explore

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tallyboard/internal/ingest"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// trail is the way that clicks on marks and cells led into the data. It ends
// where the filters are no longer those of the way.
type trail struct {
	log   *ingest.Log
	steps []crumb
}

// crumb is one step: what was clicked, and the filters before and after.
type crumb struct {
	title         string
	before, after []pivot.Filter
}

// step goes one step further in.
func (t *trail) step(log *ingest.Log, title string, before, after []pivot.Filter) {
	t.cut(log, before)
	t.log = log
	t.steps = append(t.steps, crumb{title, before, after})
}

// cut drops the steps whose filters are not among those of now.
func (t *trail) cut(log *ingest.Log, now []pivot.Filter) {
	if log != t.log {
		t.steps = nil
	}
	for i, c := range t.steps {
		if slices.ContainsFunc(c.after, func(f pivot.Filter) bool { return !has(now, f) }) {
			t.steps = t.steps[:i]
			return
		}
	}
}

// drill keeps only what was clicked, as a step of the trail.
func (p *Page) drill(title string, change func()) {
	before := p.s.View().Spec.Where
	p.drilling = true // the trail is told by hand
	change()
	p.drilling = false
	p.trail.step(p.s.Log(), title, before, p.s.View().Spec.Where)
	p.choices()
}

// crumbs is the way back: everything, and each step but the last as a link.
func (p *Page) crumbs() []fyne.CanvasObject {
	if !p.drilling {
		p.trail.cut(p.s.Log(), p.s.View().Spec.Where)
	}
	if len(p.trail.steps) == 0 {
		return nil
	}
	row := container.NewHBox()
	link := func(title string, where []pivot.Filter) {
		row.Add(widget.NewButton(title, "", widget.Link, func() {
			p.s.SetView(func(v *session.View) { v.Spec.Where = slices.Clone(where) })
		}))
		row.Add(widget.NewWords("›", theme.Body, theme.Second))
	}
	link(p.s.T("explore.crumbs.all"), p.trail.steps[0].before)
	for i, c := range p.trail.steps {
		if i == len(p.trail.steps)-1 {
			row.Add(widget.NewWords(c.title, theme.Body, theme.Text))
			continue
		}
		link(c.title, c.after)
	}
	return []fyne.CanvasObject{row}
}
