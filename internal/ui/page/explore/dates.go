package explore

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/fault"
	"tallyboard/internal/rules"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

const dateWidth = 150

// dates are two fields for the first and the last day of a period.
type dates struct {
	from, to *widget.Field
	row      fyne.CanvasObject
}

// newDates makes the fields; take is told the period when it was typed, wrong
// what is wrong with it.
func newDates(s commands, take func(period string), wrong func(error), leave func()) *dates {
	d := &dates{from: widget.NewField(s.T("explore.dates.from"), nil), to: widget.NewField(s.T("explore.dates.to"), nil)}
	apply := func() {
		from, err := rules.ParseDate(strings.TrimSpace(d.from.Text()))
		if err != nil {
			wrong(err)
			return
		}
		to, err := rules.ParseDate(strings.TrimSpace(d.to.Text()))
		if err != nil {
			wrong(err)
			return
		}
		take(min(from, to).String() + ".." + max(from, to).String())
	}
	for _, f := range []*widget.Field{d.from, d.to} {
		f.OnSubmit, f.OnEscape = apply, leave
	}
	d.row = container.NewHBox(
		container.New(layout.NewGridWrapLayout(fyne.NewSize(dateWidth, theme.Control)), d.from), widget.NewWords("–", theme.Body, theme.Second),
		container.New(layout.NewGridWrapLayout(fyne.NewSize(dateWidth, theme.Control)), d.to),
		widget.NewButton(s.T("explore.filter.apply"), "", widget.Plain, apply))
	return d
}

// show shows a stretch of days.
func (d *dates) show(first, last float64) {
	d.from.SetText(rules.DateOf(first).String())
	d.to.SetText(rules.DateOf(last).String())
}

// said tells what is wrong in the place of a sentence.
func said(w *widget.Words, s commands) func(error) {
	return func(err error) { w.SetText(fault.Say(err, s.Lang())) }
}
