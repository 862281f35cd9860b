package widget

import (
	"image"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// PageView shows one page of a report as it will be printed. It is painted in
// the background for the size that it has; what leads to rows answers to the
// pointer.
type PageView struct {
	fynewidget.BaseWidget
	OnLink func(title string, to *document.Ref)
	// OnChart is told a right click on a chart; pos is on the canvas.
	OnChart func(c *document.Chart, pos fyne.Position)

	page   *page.Page
	raster *canvas.Raster
	edge   *canvas.Rectangle
	width  float32

	painted *image.RGBA
	wanted  atomic.Int64 // generation of the newest painting
	link    *page.Link
}

// NewPageView shows p, in Fyne units as wide as width.
func NewPageView(p *page.Page, width float32) *PageView {
	v := &PageView{page: p, width: width}
	v.raster = canvas.NewRaster(v.image)
	v.edge = canvas.NewRectangle(theme.Color(theme.Line))
	v.ExtendBaseWidget(v)
	return v
}

// SetPage shows another page.
func (v *PageView) SetPage(p *page.Page) {
	v.page, v.painted, v.link = p, nil, nil
	v.Refresh()
}

// SetWidth changes how wide the page is shown.
func (v *PageView) SetWidth(w float32) {
	if w != v.width {
		v.width = w
		v.Refresh()
	}
}

func (v *PageView) scale() float64 { return float64(v.width) / v.page.W }

// image gives the painted page, and has it painted where that is for another
// size: painting a page takes longer than a frame.
func (v *PageView) image(w, h int) image.Image {
	if v.painted != nil && v.painted.Rect.Dx() == w && v.painted.Rect.Dy() == h {
		return v.painted
	}
	p, gen := v.page, v.wanted.Add(1)
	beside(func() {
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		c := picture.NewPainter(img, float64(w)/p.W, picture.Standard())
		c.Fill(0, 0, p.W, p.H, chart.Paper.Surface)
		err := unbroken(func() { p.Paint(c) })
		fyne.Do(func() {
			if gen == v.wanted.Load() && p == v.page { // what was painted of a broken page is shown
				if err != nil {
					broken(err)
				}
				v.painted = img
				v.raster.Refresh()
			}
		})
	})
	if v.painted != nil {
		return v.painted
	}
	return image.NewUniform(chart.Paper.Surface)
}

// MouseIn implements desktop.Hoverable.
func (v *PageView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: what answers shows its card.
func (v *PageView) MouseMoved(e *desktop.MouseEvent) {
	k := v.scale()
	link := v.page.At(float64(e.Position.X)/k, float64(e.Position.Y)/k)
	if link == v.link {
		return
	}
	v.link = link
	hideTip(v)
	if link == nil {
		return
	}
	text := link.Title
	for _, l := range link.Lines {
		if text != "" {
			text += "\n"
		}
		text += l
	}
	if text != "" {
		showTipAt(v, text, fyne.NewPos(float32(link.X*k), float32(link.Y*k)), fyne.NewSize(float32(link.W*k), float32(link.H*k)))
	}
}

// MouseOut implements desktop.Hoverable.
func (v *PageView) MouseOut() { v.link = nil; hideTip(v) }

// Tapped implements fyne.Tappable: a figure leads to its rows.
func (v *PageView) Tapped(e *fyne.PointEvent) {
	k := v.scale()
	if l := v.page.At(float64(e.Position.X)/k, float64(e.Position.Y)/k); l != nil && l.To != nil && v.OnLink != nil {
		hideTip(v) // the page may be gone before the pointer leaves it
		v.OnLink(l.Name, l.To)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *PageView) TappedSecondary(e *fyne.PointEvent) {
	k := v.scale()
	if c := v.page.ChartAt(float64(e.Position.X)/k, float64(e.Position.Y)/k); c != nil && v.OnChart != nil {
		hideTip(v) // it would stand under the menu
		v.OnChart(c, e.AbsolutePosition)
	}
}

// Cursor implements desktop.Cursorable.
func (v *PageView) Cursor() desktop.Cursor {
	if v.link != nil && v.link.To != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (v *PageView) CreateRenderer() fyne.WidgetRenderer {
	return (&parts{of: v, objects: []fyne.CanvasObject{v.edge, v.raster},
		min: func() fyne.Size { return fyne.NewSize(v.width, float32(v.page.H*v.scale())) },
		update: func() {
			v.edge.FillColor = theme.Color(theme.Line)
			v.raster.Refresh()
		},
		layout: func(s fyne.Size) {
			place(v.edge, -theme.Hair, -theme.Hair, s.Width+2*theme.Hair, s.Height+2*theme.Hair)
			place(v.raster, 0, 0, s.Width, s.Height)
		}}).start()
}
