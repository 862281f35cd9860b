package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
)

// OrderItem is one line of an OrderList.
type OrderItem struct {
	ID      string
	Text    string
	Note    string // quiet, behind the words: why it says nothing at present
	On      bool
	Choices []PickItem // where there is something to choose; nil nothing
	Choice  string
}

// OrderList is things to tick that stand in an order of their own: a line is
// moved by dragging it, or with Ctrl and an arrow key while it has the keyboard.
type OrderList struct {
	widget.BaseWidget
	// OnChanged is told after every change, with the lines as they stand now.
	OnChanged func(items []OrderItem)

	rows []*orderRow
	held int // the line that is dragged; −1 none
	slot int // before which it would land
}

// NewOrderList makes a list.
func NewOrderList(l lang.Lang, items []OrderItem, onChanged func(items []OrderItem)) *OrderList {
	o := &OrderList{OnChanged: onChanged, held: -1}
	for _, it := range items {
		o.rows = append(o.rows, newOrderRow(l, o, it))
	}
	o.ExtendBaseWidget(o)
	return o
}

// Items are the lines as they stand.
func (o *OrderList) Items() []OrderItem {
	out := make([]OrderItem, len(o.rows))
	for i, r := range o.rows {
		out[i] = r.item
	}
	return out
}

// Focus gives the keyboard to the first line.
func (o *OrderList) Focus() {
	if c := canvasOf(o); c != nil && len(o.rows) > 0 {
		c.Focus(o.rows[0])
	}
}

func (o *OrderList) index(r *orderRow) int {
	for i := range o.rows {
		if o.rows[i] == r {
			return i
		}
	}
	return -1
}

func (o *OrderList) changed() {
	o.Refresh()
	if o.OnChanged != nil {
		o.OnChanged(o.Items())
	}
}

// move puts a line at another place.
func (o *OrderList) move(from, to int) {
	if from < 0 || to < 0 || to >= len(o.rows) || from == to {
		return
	}
	r := o.rows[from]
	o.rows = append(o.rows[:from], o.rows[from+1:]...)
	o.rows = append(o.rows[:to], append([]*orderRow{r}, o.rows[to:]...)...)
	o.changed()
}

// drag follows a line that is being moved; y is on the list.
func (o *OrderList) drag(r *orderRow, y float32) {
	o.held, o.slot = o.index(r), min(max(int(y/theme.Row+.5), 0), len(o.rows))
	o.Refresh()
}

func (o *OrderList) drop() {
	from, to := o.held, o.slot
	o.held = -1
	o.Refresh()
	if to > from {
		to--
	}
	o.move(from, to)
}

// CreateRenderer implements fyne.Widget.
func (o *OrderList) CreateRenderer() fyne.WidgetRenderer {
	caret := newBox(1)
	p := &parts{of: o}
	p.min = func() fyne.Size {
		w := float32(0)
		for _, r := range o.rows {
			w = max(w, r.MinSize().Width)
		}
		return fyne.NewSize(w, float32(len(o.rows))*theme.Row)
	}
	p.update = func() {
		p.objects = p.objects[:0]
		for _, r := range o.rows {
			p.objects = append(p.objects, r)
		}
		p.objects = append(p.objects, caret)
		setBox(caret, theme.Accent, "")
		caret.Hidden = o.held < 0 || o.slot == o.held || o.slot == o.held+1
	}
	p.layout = func(s fyne.Size) {
		for i, r := range o.rows {
			place(r, 0, float32(i)*theme.Row, s.Width, theme.Row)
		}
		place(caret, 0, float32(o.slot)*theme.Row-1, s.Width, 2)
	}
	return p.start()
}

// orderRow is one line: a grip, a tick, its words, and a choice.
type orderRow struct {
	control
	list   *OrderList
	item   OrderItem
	choice *Picker
	moved  float32 // how far the pointer went since it was pressed
}

const orderGrip, orderChoice = 24, 120

func newOrderRow(l lang.Lang, o *OrderList, it OrderItem) *orderRow {
	r := &orderRow{list: o, item: it}
	r.tap = func() {
		r.item.On = !r.item.On
		r.Refresh()
		o.changed()
	}
	r.key = func(e *fyne.KeyEvent) bool {
		to := 0
		switch e.Name {
		case fyne.KeyUp:
			to = -1
		case fyne.KeyDown:
			to = 1
		default:
			return false
		}
		if i := o.index(r) + to; i >= 0 && i < len(o.rows) {
			if c := canvasOf(r); c != nil {
				c.Focus(o.rows[i])
			}
		}
		return true
	}
	if len(it.Choices) > 1 {
		r.choice = NewPicker(l, func(id string) {
			r.item.Choice = id
			r.choice.SetSelected(id)
			o.changed()
		})
		r.choice.SetItems(it.Choices)
		r.choice.SetSelected(it.Choice)
	}
	r.bind(r)
	return r
}

// Dragged implements fyne.Draggable.
func (r *orderRow) Dragged(e *fyne.DragEvent) {
	r.moved += abs(e.Dragged.DX) + abs(e.Dragged.DY)
	if r.moved >= unsteady {
		r.list.drag(r, r.Position().Y+e.Position.Y-theme.Row/2)
	}
}

// DragEnd implements fyne.Draggable.
func (r *orderRow) DragEnd() {
	moved := r.moved
	r.moved = 0
	switch {
	case moved < unsteady: // Fyne takes two pixels for a drag
		r.Tapped(&fyne.PointEvent{})
	case r.list.held >= 0:
		r.list.drop()
	}
}

// TypedShortcut implements fyne.Shortcutable: Ctrl and an arrow move the line.
func (r *orderRow) TypedShortcut(s fyne.Shortcut) {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierShortcutDefault {
		passOn(r, s)
		return
	}
	at := r.list.index(r)
	switch k.KeyName {
	case fyne.KeyUp:
		r.list.move(at, at-1)
	case fyne.KeyDown:
		r.list.move(at, at+1)
	default:
		passOn(r, s)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *orderRow) CreateRenderer() fyne.WidgetRenderer {
	ground, grip, box, mark, text, note, ring := newBox(theme.Radius), newIcon(), newBox(3), newIcon(), newText(), newText(), newRing()
	p := &parts{of: r, objects: []fyne.CanvasObject{ground, grip, box, mark, text, note}}
	if r.choice != nil {
		p.objects = append(p.objects, r.choice)
	}
	p.objects = append(p.objects, ring)
	p.min = func() fyne.Size {
		w := orderGrip + 24 + textSize(r.item.Text, theme.Body, false).Width + textSize(r.item.Note, theme.Small, false).Width + 3*theme.Gap + orderChoice
		return fyne.NewSize(w, theme.Row)
	}
	p.update = func() {
		ink, line := theme.Text, theme.Edge
		if !r.item.On {
			ink = theme.Second
		}
		if r.hovered {
			line = theme.Accent
		}
		fill := fyne.ThemeColorName("")
		if r.list.held >= 0 && r.list.index(r) == r.list.held {
			fill = theme.AccentSoft
		}
		setBox(ground, fill, "")
		setIcon(grip, theme.Drag, theme.Faint)
		paintTick(box, mark, r.item.On, line)
		setText(text, r.item.Text, theme.Body, ink, false)
		setText(note, r.item.Note, theme.Small, theme.Second, false)
		if r.choice != nil {
			r.choice.Hidden = !r.item.On
		}
	}
	p.layout = func(s fyne.Size) {
		place(ground, 0, 0, s.Width, s.Height)
		place(grip, 4, (s.Height-16)/2, 16, 16)
		placeTick(box, mark, orderGrip, s.Height)
		x := float32(orderGrip + 24)
		room := s.Width - x - theme.Gap
		if r.choice != nil {
			room -= orderChoice + theme.Gap
			place(r.choice, s.Width-orderChoice, 1, orderChoice, s.Height-2)
		}
		w, _ := putText(text, r.item.Text, x, 0, room, s.Height)
		putText(note, r.item.Note, x+w+theme.Gap, 0, max(room-w-theme.Gap, 0), s.Height)
		r.placeRing(ring, s)
	}
	return p.start()
}
