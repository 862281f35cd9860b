package settings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/display"
	"tallyboard/internal/rules"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// calendar shows what each day of a target's month takes: a line a week, Monday
// first. Days of a promotion or a season are bold.
func calendar(s commands, x *rules.Target, f display.Format) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for i := range 7 {
		cells = append(cells, widget.NewWords(weekday(i, s), theme.Small, theme.Second).Align(fyne.TextAlignTrailing))
	}
	for range x.Month.First().Weekday() {
		cells = append(cells, container.NewStack())
	}
	for i, amount := range x.Progress(x.Total, 0, x.Month.First()-1).Plan {
		ink := theme.Text
		if amount == 0 {
			ink = theme.Second
		}
		take := widget.NewWords(f.Full(amount, s.Lang()), theme.Body, ink).Align(fyne.TextAlignTrailing).Shrink(40)
		if d := x.Month.First() + rules.Date(i); x.Special(d) {
			take.Bold()
		}
		day := container.NewBorder(nil, nil, widget.NewWords(strconv.Itoa(i+1), theme.Small, theme.Second), nil, take)
		cells = append(cells, container.New(layout.NewCustomPaddedLayout(2, 2, theme.Section, 0), day))
	}
	return container.NewGridWithColumns(7, cells...)
}
