package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/printing"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// scaleChoice asks how large a document is set: so that wide tables fit the
// page, at its actual size, or at a percentage that is typed.
type scaleChoice struct {
	row    *widget.FieldRow
	pick   *widget.Picker
	own    *widget.Field
	s      *session.Session
	change func(scale float64, err error)
}

// The choices. Only the last needs the field.
const (
	scaleFit  = "fit"
	scaleFull = "full"
	scaleOwn  = "own"
)

const percentWidth = 64

// newScaleChoice makes one; change is told the scale of each choice, as in
// page.Options, or why it is none.
func newScaleChoice(sh *Shell, change func(scale float64, err error)) *scaleChoice {
	s := sh.s
	c := &scaleChoice{s: s, change: change}
	c.own = widget.NewField("", func(string) { c.tell() })
	field := container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, 0),
		container.New(layout.NewGridWrapLayout(fyne.NewSize(percentWidth, theme.Control)), c.own))
	field.Hide()
	var both *fyne.Container
	c.pick = widget.NewPicker(s.Lang(), func(id string) {
		field.Hidden = id != scaleOwn
		both.Refresh() // the picker makes room
		c.row.SetHelp(c.note(id))
		if id == scaleOwn {
			if c.own.Text() == "" {
				c.own.SetText("100")
			}
			sh.win.Canvas().Focus(c.own.Focusable())
		}
		c.tell()
	})
	items := make([]widget.PickItem, 0, 3)
	for _, id := range []string{scaleFit, scaleFull, scaleOwn} {
		items = append(items, widget.PickItem{ID: id, Text: s.T("print.scale." + id), Note: c.note(id)})
	}
	c.pick.SetItems(items)
	c.pick.SetSelected(scaleFit)
	both = container.NewBorder(nil, nil, nil, field, c.pick)
	c.row = widget.NewFieldRow(s.T("print.scale"), both, c.note(scaleFit)).LabelWidth(labelWidth)
	return c
}

func (c *scaleChoice) note(id string) string {
	if id == scaleOwn {
		return c.s.T("print.scale.own.note", printing.LeastPercent, printing.MostPercent)
	}
	return c.s.T("print.scale." + id + ".note")
}

// tell hands the scale on.
func (c *scaleChoice) tell() {
	switch c.pick.Selected() {
	case scaleFit:
		c.change(0, nil)
	case scaleFull:
		c.change(1, nil)
	case scaleOwn:
		c.change(printing.ParseScale(c.own.Text()))
	}
}
