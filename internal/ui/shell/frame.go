package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// frame places navigation, bar, page and status line, in this order.
type frame struct{}

const (
	navWidth  = 168
	barHeight = 56
)

// MinSize implements fyne.Layout. The page decides nothing: it scrolls or
// shrinks, so that the window can always be made as small as it may be.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

// Layout implements fyne.Layout.
func (f *frame) Layout(o []fyne.CanvasObject, s fyne.Size) {
	foot := o[3].MinSize().Height
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(o[0], 0, 0, navWidth, s.Height)
	put(o[1], navWidth, 0, s.Width-navWidth, barHeight)
	put(o[2], navWidth, barHeight, s.Width-navWidth, s.Height-barHeight-foot)
	put(o[3], navWidth, s.Height-foot, s.Width-navWidth, foot)
}

// navPanel is the left side: the name of the program, the pages, and at the
// foot what one rarely needs.
func navPanel(name string, main, foot []fyne.CanvasObject) fyne.CanvasObject {
	mark := canvas.NewImageFromResource(theme.AppIcon())
	mark.FillMode = canvas.ImageFillContain
	mark.SetMinSize(fyne.NewSize(26, 26))
	title := container.NewHBox(mark, widget.NewWords(name, theme.Lead, theme.Text).Bold())
	head := container.New(layout.NewCustomPaddedLayout(15, 15, 12, 8), title)
	body := container.NewBorder(head, container.New(layout.NewCustomPaddedVBoxLayout(2), foot...), nil, nil,
		container.New(layout.NewCustomPaddedVBoxLayout(2), main...))
	line := canvas.NewRectangle(theme.Color(theme.Line))
	line.SetMinSize(fyne.NewSize(1, 1))
	return container.NewStack(widget.NewPanel(container.New(layout.NewCustomPaddedLayout(0, 12, 8, 8), body), 0),
		container.NewBorder(nil, nil, nil, line))
}
