package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// lineRow shows one line of a list; rows are used again while scrolling.
type lineRow interface {
	fyne.CanvasObject
	set(line int)
}

// lines is a scrolling list of equally tall lines of which only the visible
// ones are widgets, so that ten thousand cost no more than ten.
type lines struct {
	widget.BaseWidget
	newRow  func() lineRow
	tall    float32
	count   int
	top     int // first visible line
	current int // the line that the keyboard is on; −1 none
	rows    []lineRow
}

func newLines(tall float32, newRow func() lineRow) *lines {
	l := &lines{newRow: newRow, tall: tall, current: -1}
	l.ExtendBaseWidget(l)
	return l
}

// visible is the number of whole lines in sight.
func (l *lines) visible() int { return max(int(l.Size().Height/l.tall), 1) }

// reset shows n lines from the top with the keyboard on one of them.
func (l *lines) reset(n, current int) {
	l.count, l.top, l.current = n, 0, current
	l.reveal()
	l.Refresh()
}

// move puts the keyboard on a line.
func (l *lines) move(current int) {
	l.current = current
	l.reveal()
	l.Refresh()
}

func (l *lines) reveal() {
	if l.Size().Height == 0 {
		return // not laid out yet
	}
	switch n := l.visible(); {
	case l.current < 0:
		l.top = 0
	case l.current < l.top:
		l.top = l.current
	case l.current >= l.top+n:
		l.top = l.current - n + 1
	}
	l.scroll(0)
}

func (l *lines) scroll(d int) { l.top = min(max(l.top+d, 0), max(l.count-l.visible(), 0)) }

// Scrolled implements fyne.Scrollable.
func (l *lines) Scrolled(e *fyne.ScrollEvent) {
	d := 3
	if e.Scrolled.DY > 0 {
		d = -3
	}
	old := l.top
	if l.scroll(d); l.top != old {
		l.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (l *lines) CreateRenderer() fyne.WidgetRenderer {
	thumb := newBox(2)
	var height float32
	r := &parts{of: l}
	fill := func() {
		r.objects = append(r.objects[:0], thumb)
		n := min(l.visible(), l.count-l.top)
		for len(l.rows) < n {
			l.rows = append(l.rows, l.newRow())
		}
		for i := range n {
			l.rows[i].set(l.top + i)
			r.objects = append(r.objects, l.rows[i])
		}
	}
	r.min = func() fyne.Size { return fyne.NewSize(80, l.tall) }
	r.update = func() {
		setBox(thumb, theme.Edge, "")
		l.scroll(0)
		fill()
	}
	r.layout = func(s fyne.Size) {
		n := l.visible()
		if s.Height != height { // the room is new: see that the current line is in it
			height, l.top = s.Height, 0
			l.reveal()
			fill()
		}
		thumb.Hidden = l.count <= n
		w := s.Width
		if !thumb.Hidden {
			w -= 8
			room := float32(n) * l.tall
			long := max(room*float32(n)/float32(l.count), 20)
			place(thumb, s.Width-5, (room-long)*float32(l.top)/float32(l.count-n), 4, long)
		}
		for i := range min(n, l.count-l.top) {
			place(l.rows[i], 0, float32(i)*l.tall, w, l.tall)
		}
	}
	return r.start()
}
