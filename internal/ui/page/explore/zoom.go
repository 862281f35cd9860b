package explore

import (
	"slices"

	"fyne.io/fyne/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// zoom is the stretch of the chart's axis that is looked at closer. It belongs
// to the page, not to the view: the numbers stay what they are.
type zoom struct {
	on       bool
	from, to int // categories of the whole chart
	kind     chart.Kind
	names    []string // of the whole chart, to see whether it is still the same
}

// draw shows the chart, or the stretch of it that is looked at closer.
func (p *Page) draw() {
	c := p.s.Chart()
	p.chart.OnBrush = nil
	if c == nil {
		p.zoom = zoom{}
		p.chart.SetChart(nil)
		return
	}
	z := &p.zoom
	if z.on && (z.kind != c.Kind || !slices.Equal(z.names, c.Categories)) {
		p.zoom = zoom{}
		p.choices()
	}
	if z.on {
		c = c.Between(z.from, z.to)
	}
	if c.Across() && len(c.Categories) > 2 {
		p.chart.OnBrush = p.closer
	}
	p.chart.SetChart(c)
}

// closer looks at a stretch of what is shown now.
func (p *Page) closer(from, to int) {
	c := p.s.Chart()
	if c == nil || from == to {
		return
	}
	at := 0
	if p.zoom.on {
		at = p.zoom.from
	}
	p.zoom = zoom{true, at + from, min(at+to, len(c.Categories)-1), c.Kind, c.Categories}
	p.choices()
	p.draw()
}

// whole goes back to all of the chart.
func (p *Page) whole() {
	p.zoom = zoom{}
	p.choices()
	p.draw()
}

// Escape goes back to all of the chart; false where all of it is shown.
func (p *Page) Escape() bool {
	was := p.zoom.on
	if was {
		p.whole()
	}
	return was
}

// chips says what stretch is shown, with the way back.
func (z *zoom) chips(p *Page) []fyne.CanvasObject {
	if !z.on {
		return nil
	}
	text := p.s.T("explore.zoom", z.names[z.from], z.names[z.to])
	return []fyne.CanvasObject{widget.NewChip(text, theme.Search, p.whole, p.whole).Strong()}
}
