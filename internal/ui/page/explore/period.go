package explore

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/display"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// periodChip shows which period is looked at; a click lets it be changed.
func (f *filters) periodChip(now pivot.Bounded) *widget.Chip {
	var chip *widget.Chip
	open := func() { f.periods(chip, now.Column) }
	if now.All() {
		chip = widget.NewChip(f.s.T("explore.period.all"), theme.TypeTime, open, nil)
		return chip
	}
	chip = widget.NewChip(display.Span(now.From, now.To-1, f.s.Lang(), true), theme.TypeTime, open,
		func() { f.s.SetViewPeriod(now.Column, "all") }).Strong()
	return chip
}

const (
	periodsWidth   = 520
	timelineHeight = 62
)

// periods drops the presets and a timeline on which a range can be dragged.
func (f *filters) periods(owner fyne.CanvasObject, column string) {
	line := widget.NewTimeline()
	var pop *widget.Popup
	var buttons []fyne.CanvasObject
	for _, c := range f.s.ViewPeriods(column) {
		b := widget.NewButton(c.Name, "", widget.Plain, func() {
			pop.Close()
			f.s.SetViewPeriod(column, c.ID)
		})
		b.SetTip(c.Dates)
		buttons = append(buttons, b)
	}
	const mostPresets = 16
	presets := widget.NewFlow(6, buttons[:min(len(buttons), mostPresets)]...)
	presets.Resize(fyne.NewSize(periodsWidth, 200)) // the lines that it needs depend on its width
	words := widget.NewWords("", theme.Small, theme.Second)
	typed := newDates(f.s, func(period string) {
		pop.Close()
		f.s.SetViewPeriod(column, period)
	}, said(words, f.s), func() { pop.Close() })
	box := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), presets,
		container.New(layout.NewGridWrapLayout(fyne.NewSize(periodsWidth, timelineHeight)), line), words, typed.row)
	pop = widget.ShowPopup(owner, container.New(layout.NewCustomPaddedLayout(12, 10, 12, 12), box))
	f.s.Timeline(column, func(bars []session.Stretch) { f.timeline(line, words, typed, column, bars) })
}

// timeline shows the rows over time and the period on it; dragging filters at
// once.
func (f *filters) timeline(line *widget.Timeline, words *widget.Words, typed *dates, column string, bars []session.Stretch) {
	if len(bars) == 0 {
		return
	}
	shown := make([]widget.TimelineBar, len(bars))
	for i, b := range bars {
		shown[i] = widget.TimelineBar{Label: b.Label, Value: b.Rows}
	}
	line.SetBars(shown)
	if now, _ := f.s.ViewPeriod(); !now.All() {
		from, to := 0, len(bars)-1
		for i, b := range bars {
			if b.To <= now.From {
				from = min(i+1, len(bars)-1)
			}
			if b.From < now.To {
				to = i
			}
		}
		line.SetRange(from, to)
	}
	say := func(from, to int) {
		rows := 0.0
		for _, b := range bars[from : to+1] {
			rows += b.Rows
		}
		typed.show(bars[from].From, bars[to].To-1)
		words.SetText(f.s.T("explore.filter.span", display.Span(bars[from].From, bars[to].To-1, f.s.Lang(), true), number(int(rows), f.s.Lang())))
	}
	say(line.Range())
	line.OnChange = say
	line.OnChanged = func(from, to int) {
		if from == 0 && to == len(bars)-1 {
			f.s.SetViewPeriod(column, "all")
			return
		}
		f.s.SetViewPeriod(column, day(bars[from].From)+".."+day(bars[to].To-1))
	}
}

func day(sec float64) string { return pivot.PeriodAt(pivot.Day, sec).ID }
