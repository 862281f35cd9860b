package settings

import (
	"strconv"

	"tallyboard/internal/display"
	"tallyboard/internal/rules"
	"tallyboard/internal/ui/widget"
)

// calendar shows what each day of a month takes: a line a week, Monday first.
type calendar struct {
	s      commands
	of     *rules.Target
	plan   []float64
	format display.Format
}

// Rows implements widget.Model.
func (c *calendar) Rows() int { return (c.of.Month.First().Weekday() + len(c.plan) + 6) / 7 }

// Cols implements widget.Model.
func (c *calendar) Cols() int { return 7 }

// Header implements widget.Model.
func (c *calendar) Header(col int) widget.HeaderView {
	return widget.HeaderView{Title: weekday(col, c.s), Right: true, Width: 118}
}

// Cell implements widget.Model.
func (c *calendar) Cell(row, col int) widget.CellView {
	i := row*7 + col - c.of.Month.First().Weekday()
	if i < 0 || i >= len(c.plan) {
		return widget.CellView{}
	}
	most := 0.0
	for _, v := range c.plan {
		most = max(most, v)
	}
	v := widget.CellView{Text: strconv.Itoa(i+1) + " · " + c.format.Full(c.plan[i], c.s.Lang()), Right: true, Muted: c.plan[i] == 0}
	if most > 0 {
		v.Bar = c.plan[i] / most
	}
	d := c.of.Month.First() + rules.Date(i)
	for _, sp := range c.of.Spans {
		if sp.From <= d && d <= sp.To {
			v.Bold, v.Tip = true, sp.Name
		}
	}
	return v
}
