package data

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// fill is a small bar that says how much of a column holds values.
type fill struct {
	fynewidget.BaseWidget
	share      float64
	back, part *canvas.Rectangle
}

func newFill() *fill {
	f := &fill{back: canvas.NewRectangle(nil), part: canvas.NewRectangle(nil)}
	f.back.CornerRadius, f.part.CornerRadius = 3, 3
	f.ExtendBaseWidget(f)
	return f
}

func (f *fill) set(share float64, _ string) {
	f.share = share
	f.Refresh()
}

// MinSize implements fyne.CanvasObject.
func (f *fill) MinSize() fyne.Size { return fyne.NewSize(24, 6) }

// CreateRenderer implements fyne.Widget.
func (f *fill) CreateRenderer() fyne.WidgetRenderer { return &fillRenderer{f} }

type fillRenderer struct{ f *fill }

func (r *fillRenderer) MinSize() fyne.Size           { return r.f.MinSize() }
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.f.back, r.f.part} }
func (r *fillRenderer) Destroy()                     {}

func (r *fillRenderer) Layout(s fyne.Size) {
	y := (s.Height - 6) / 2
	r.f.back.Move(fyne.NewPos(0, y))
	r.f.back.Resize(fyne.NewSize(s.Width, 6))
	r.f.part.Move(fyne.NewPos(0, y))
	r.f.part.Resize(fyne.NewSize(s.Width*float32(r.f.share), 6))
}

func (r *fillRenderer) Refresh() {
	r.f.back.FillColor, r.f.part.FillColor = theme.Color(theme.Line), theme.Color(theme.Accent)
	r.Layout(r.f.Size())
	r.f.back.Refresh()
	r.f.part.Refresh()
}
