package explore

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// draw shows the chart, or the stretch of it that is looked at closer.
func (p *Page) draw() {
	c := p.s.Chart()
	p.chart.OnBrush = nil
	if c != nil && c.Across() && len(c.Categories) > 2 {
		p.chart.OnBrush = p.s.ZoomTo
	}
	p.chart.SetChart(c)
	if p.zoomed != p.s.Zoomed() { // known only now that the chart is there
		p.choices()
	}
}

// Escape goes back to all of the chart; false where all of it is shown.
func (p *Page) Escape() bool {
	if p.s.Zoomed() == "" {
		return false
	}
	p.s.ZoomOut()
	return true
}

// zoomChips says what stretch of the chart is shown, with the way back.
func (p *Page) zoomChips() []fyne.CanvasObject {
	p.zoomed = p.s.Zoomed()
	if p.zoomed == "" {
		return nil
	}
	return []fyne.CanvasObject{widget.NewChip(p.zoomed, theme.Search, p.s.ZoomOut, p.s.ZoomOut).Strong()}
}
