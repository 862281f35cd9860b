package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
)

// pickRow shows one line of a pick list; rows are used again while scrolling.
type pickRow struct {
	widget.BaseWidget
	of   *pickList
	line int
	cut  bool
}

const sparkWidth = 48

func newPickRow(p *pickList) *pickRow {
	r := &pickRow{of: p}
	r.ExtendBaseWidget(r)
	return r
}

func (r *pickRow) set(line int) {
	if line != r.line {
		hideTip(r) // it tells of the line that was here
	}
	r.line = line
	r.Refresh()
}

func (r *pickRow) item() (PickItem, string) {
	if r.line >= len(r.of.shown) {
		return PickItem{}, ""
	}
	l := r.of.shown[r.line]
	if l.heading != "" {
		return PickItem{}, l.heading
	}
	return r.of.items[l.item], ""
}

// rowWidth is the room that an item wants.
func rowWidth(it PickItem) float32 {
	w := max(textSize(it.Text, theme.Body, false).Width, textSize(it.Note, theme.Small, false).Width) + 60
	if it.Badge != "" {
		w += textSize(it.Badge, theme.Small, false).Width + 12
	}
	if len(it.Spark) > 0 {
		w += sparkWidth + 12
	}
	return w
}

// Tapped implements fyne.Tappable.
func (r *pickRow) Tapped(*fyne.PointEvent) { r.of.choose(r.line) }

// MouseIn implements desktop.Hoverable.
func (r *pickRow) MouseIn(*desktop.MouseEvent) {
	if _, heading := r.item(); heading == "" && r.of.list.current != r.line {
		r.of.list.move(r.line)
	}
	if it, _ := r.item(); it.Tip != "" {
		showTip(r, it.Tip)
	} else if r.cut {
		showTip(r, it.Text)
	}
}

// MouseMoved implements desktop.Hoverable.
func (r *pickRow) MouseMoved(e *desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *pickRow) MouseOut() { hideTip(r) }

// CreateRenderer implements fyne.Widget.
func (r *pickRow) CreateRenderer() fyne.WidgetRenderer {
	box, icon, mark := newBox(theme.Unit), newIcon(), newIcon()
	text, note, badge := newText(), newText(), newText()
	badge.Alignment = fyne.TextAlignTrailing
	spark := newInk(func(c *picture.Painter, w, h float64) {
		it, _ := r.item()
		paintSpread(c, it.Spark, w, h)
	})
	p := &parts{of: r, objects: []fyne.CanvasObject{box, icon, text, note, badge, spark, mark}}
	p.min = func() fyne.Size { return fyne.NewSize(100, r.of.tall()) }
	p.update = func() {
		it, heading := r.item()
		chosen := heading == "" && it.ID == r.of.selected && it.ID != ""
		fill, ink := fyne.ThemeColorName(""), theme.Text
		if heading == "" && r.line == r.of.list.current {
			fill = theme.Hover
		}
		if chosen {
			ink = theme.Accent
		}
		iconInk := theme.Second
		if it.Off {
			fill, ink, iconInk = "", theme.Second, theme.Faint
		}
		setBox(box, fill, "")
		setIcon(icon, it.Icon, iconInk)
		if heading != "" {
			setText(text, heading, theme.Small, theme.Second, true)
		} else {
			setText(text, it.Text, theme.Body, ink, false)
		}
		setText(note, it.Note, theme.Small, theme.Second, false)
		setText(badge, it.Badge, theme.Small, theme.Second, false)
		name := theme.IconName("")
		if chosen {
			name = theme.Check
		}
		setIcon(mark, name, theme.Accent)
		if spark.Hidden = len(it.Spark) == 0; !spark.Hidden {
			spark.Refresh()
		}
	}
	p.layout = func(s fyne.Size) {
		it, heading := r.item()
		place(box, 0, 0, s.Width, s.Height)
		if heading != "" {
			putText(text, heading, 8, 0, s.Width-16, s.Height)
			return
		}
		right := s.Width - 10
		if !mark.Hidden {
			place(mark, right-16, (s.Height-16)/2, 16, 16)
			right -= 22
		}
		if it.Badge != "" {
			w, _ := putText(badge, it.Badge, 0, 0, right, s.Height)
			right -= max(w, r.of.badge) + 10
		}
		if len(it.Spark) > 0 {
			place(spark, right-sparkWidth, (s.Height-18)/2, sparkWidth, 18)
			right -= sparkWidth + 10
		}
		x := float32(8)
		if it.Icon != "" {
			place(icon, x, (s.Height-16)/2, 16, 16)
			x += 24
		}
		if it.Note == "" {
			_, r.cut = putText(text, it.Text, x, 0, right-x, s.Height)
			return
		}
		_, r.cut = putText(text, it.Text, x, 3, right-x, 21)
		putText(note, it.Note, x, 22, right-x, 19)
	}
	return p.start()
}

// paintSpread draws how values are spread as small bars from zero.
func paintSpread(c *picture.Painter, values []float64, w, h float64) {
	most := 0.0
	for _, v := range values {
		if !math.IsNaN(v) {
			most = max(most, v)
		}
	}
	if most == 0 {
		return
	}
	ink := theme.Color(theme.Accent)
	ink.A = 0x8c
	step := min(w/float64(len(values)), 7)
	for i, v := range values {
		if v > 0 {
			tall := max(h*v/most, 1)
			c.Rect(float64(i)*step, h-tall, max(step-1, 1), tall, chart.Style{Fill: ink})
		}
	}
}
