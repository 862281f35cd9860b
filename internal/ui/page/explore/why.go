package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

const whyWidth, whyHeight = 640, 420

// why shows what makes up the change of a cell against another period.
func (p *Page) why(row, col []pivot.Label, value int, period byte) {
	title := p.title(row, col)
	p.s.AskWhy(row, col, value, period, func(w *session.Why) {
		lines := []fyne.CanvasObject{
			widget.NewPara(w.Summary, theme.Lead, theme.Text).Bold(),
			widget.NewPara(w.Periods, theme.Body, theme.Second),
			widget.NewPara(p.s.T("explore.why.about"), theme.Small, theme.Second),
		}
		for _, c := range w.Columns {
			lines = append(lines, widget.NewSection(p.s.T("explore.why.by", c.Title), ""))
			for _, part := range c.Parts {
				lines = append(lines, widget.NewPara(part.Text, theme.Body, theme.Text))
			}
		}
		if len(w.Columns) == 0 {
			lines = append(lines, widget.NewPara(p.s.T("explore.why.nothing"), theme.Body, theme.Second))
		}
		box := container.NewVScroll(container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), lines...))
		p.w.ShowBox(p.s.T("explore.why.title", title), container.New(layout.NewGridWrapLayout(fyne.NewSize(whyWidth, whyHeight)), box))
	})
}
